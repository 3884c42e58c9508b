import { staffScope, staffWorker, takeCharge, takeOver } from "./worker-names.ts";

/** Event on the window: a newer version of the app is here and waits. */
export const newVersionWaits = "jobstop:new-version";

let waiting: ServiceWorker | undefined;
export const hasNewVersion = (): boolean => waiting !== undefined;

/** Where the worker did not come whole, it is tried again after this long, milliseconds. */
const retryAfterMs = 60_000;
let isRetryDue = false;
const retryLater = () => {
  if (isRetryDue) return;
  isRetryDue = true;
  setTimeout(() => {
    isRetryDue = false;
    void registerWorker();
  }, retryAfterMs);
};

let watched: ServiceWorkerRegistration | undefined;
const watch = (registration: ServiceWorkerRegistration): void => {
  const tell = (worker: ServiceWorker | null) => {
    // Without a worker in charge this is the first version, and nobody has to be told.
    if (!worker || !navigator.serviceWorker.controller) return;
    waiting = worker;
    dispatchEvent(new Event(newVersionWaits));
  };
  const follow = (coming: ServiceWorker | null) =>
    coming?.addEventListener("statechange", () => {
      if (coming.state === "installed") tell(registration.waiting);
      // One file that did not come, and the browser lets go of all of it: nothing but another registration brings the first version again.
      if (coming.state === "redundant" && !registration.active) retryLater();
    });
  tell(registration.waiting);
  follow(registration.installing);
  registration.addEventListener("updatefound", () => follow(registration.installing));
};

/**
 * Keeps the app on this device from the first visit on; asked again, it tries again where that has failed. Undefined where browsers have no workers (private
 * windows, no HTTPS), or keep nothing: there the app needs a network.
 */
export async function registerWorker(): Promise<ServiceWorkerRegistration | undefined> {
  if (!("serviceWorker" in navigator)) return undefined;
  try {
    const registration = await navigator.serviceWorker.register(staffWorker, { scope: staffScope, updateViaCache: "none" });
    if (registration !== watched) watch(registration);
    watched = registration;
    // It took charge while this page was on its way, or the page was loaded past it.
    if (!navigator.serviceWorker.controller) registration.active?.postMessage(takeCharge);
    return registration;
  } catch {
    // Storage is full or switched off, or there is no network yet.
    retryLater();
    return undefined;
  }
}

/** Longer, and what is kept of the app is not whole yet, milliseconds. */
const patienceMs = 20_000;

/** Whether the pages of the app open without a network, once whatever is under way has come or failed: a worker is installed whole or not at all. */
export async function isAppKept(): Promise<boolean> {
  const registration = await registerWorker();
  if (!registration) return false;
  const coming = registration.active ? null : (registration.installing ?? registration.waiting);
  if (coming)
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, patienceMs);
      coming.addEventListener("statechange", () => {
        if (coming.state !== "activated" && coming.state !== "redundant") return;
        clearTimeout(timer);
        resolve();
      });
    });
  return registration.active !== null;
}

/** Opens the newer version in this page; asked for by a hand, never in the middle of a scan. */
export function openNewVersion(): void {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting?.postMessage(takeOver);
}
