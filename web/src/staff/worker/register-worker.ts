import { staffScope, staffWorker, takeOver } from "./worker-names.ts";

/** Event on the window: a newer version of the app is here and waits. */
export const newVersionWaits = "jobstop:new-version";

let waiting: ServiceWorker | undefined;
export const hasNewVersion = (): boolean => waiting !== undefined;

/** Keeps the app on this device from the first visit on. Where browsers have no workers (private windows, no HTTPS) the app needs a network. */
export async function registerWorker(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register(staffWorker, { scope: staffScope, updateViaCache: "none" });
    const tell = (worker: ServiceWorker | null) => {
      // Without a worker in charge this is the first version, and nobody has to be told.
      if (!worker || !navigator.serviceWorker.controller) return;
      waiting = worker;
      dispatchEvent(new Event(newVersionWaits));
    };
    tell(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const coming = registration.installing;
      coming?.addEventListener("statechange", () => coming.state === "installed" && tell(registration.waiting));
    });
  } catch {
    // Storage is full or switched off: the app still works with a network.
  }
}

/** Opens the newer version in this page; asked for by a hand, never in the middle of a scan. */
export function openNewVersion(): void {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting?.postMessage(takeOver);
}
