import { offlineCache, ticketWorker } from "./offline-names.ts";

/**
 * Keeps this page and everything it loaded, so that the ticket opens without a network. Only after its owner has asked for it: until then no worker
 * runs and nothing is kept.
 */
export async function keepTicketPage(): Promise<void> {
  if (!("serviceWorker" in navigator) || !("caches" in globalThis)) return;
  try {
    await navigator.serviceWorker.register(ticketWorker, { scope: location.pathname });
    const cache = await caches.open(offlineCache);
    await cache.addAll([location.pathname, ...loadedFiles()]);
  } catch {
    // Storage is full or switched off: the ticket still opens with a network.
  }
}

export async function forgetTicketPage(): Promise<void> {
  try {
    await caches.delete(offlineCache);
    for (const registration of await navigator.serviceWorker.getRegistrations())
      if (registration.active?.scriptURL.endsWith(ticketWorker)) await registration.unregister();
  } catch {
    // Nothing was kept.
  }
}

/** Scripts and style sheets of this page, by what the browser has fetched and what the document names. */
function loadedFiles(): string[] {
  const fetched = performance.getEntriesByType("resource").map(({ name }) => name);
  const named = [...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>("link[href], script[src]")].map((element) =>
    element instanceof HTMLScriptElement ? element.src : element.href,
  );
  const files = [...fetched, ...named]
    .map((url) => new URL(url, location.href))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith("/assets/"));
  return [...new Set(files.map(({ pathname }) => pathname))];
}
