/**
 * Lets the ticket page open without a network, on devices whose owner asked for it (`offline-page.ts`). The network comes first; the kept copy stands
 * in when it does not answer. The API is never kept.
 */
import { offlineCache } from "./offline-names.ts";

const worker = globalThis as unknown as ServiceWorkerGlobalScope;

worker.addEventListener("install", () => void worker.skipWaiting());

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== worker.location.origin || pathname.startsWith("/api/")) return;
  event.respondWith(fetch(request).catch(() => keptAnswer(pathname)));
});

async function keptAnswer(pathname: string): Promise<Response> {
  const cache = await caches.open(offlineCache);
  return (await cache.match(pathname, { ignoreVary: true })) ?? Response.error();
}
