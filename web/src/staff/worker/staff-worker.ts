/**
 * Lets the staff app open without a network. Everything that the app is made of is kept when the worker is installed, the decoder included, so that no part
 * is missed only at the bus. A newer worker waits until no page of the app is open, or until staff ask for it: the page that is open goes on with the files
 * that it came with. The API is never kept and never touched.
 */
import { staffScope, takeCharge, takeOver } from "./worker-names.ts";

const worker = globalThis as unknown as ServiceWorkerGlobalScope;

const namesStart = "jobstop-staff-";
const cacheName = namesStart + __STAFF_FILES__.version;
/** Files whose names change with their content: those of the version before may still be asked for by a page that is open. */
const versionsKept = 2;

worker.addEventListener("install", (event) => {
  event.waitUntil(keepAll());
});
worker.addEventListener("activate", (event) => {
  // The page that brought the first worker opens without a network too, and not only the next one.
  event.waitUntil(forgetOld().then(() => worker.clients.claim()));
});
worker.addEventListener("message", (event) => {
  if (event.data === takeOver) void worker.skipWaiting();
  if (event.data === takeCharge) event.waitUntil(worker.clients.claim());
});
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== worker.location.origin || pathname.startsWith("/api/")) return;
  if (request.mode === "navigate") event.respondWith(shell(request));
  else if (__STAFF_FILES__.files.includes(pathname) || pathname.startsWith("/assets/staff/")) event.respondWith(file(request, pathname));
});

/** All or nothing: a file that does not come leaves the worker before in place, and this one is tried again later. */
async function keepAll(): Promise<void> {
  const cache = await caches.open(cacheName);
  // Past the browser's own cache, which may hold the page of the version before.
  await cache.addAll([staffScope, ...__STAFF_FILES__.files].map((path) => new Request(path, { cache: "reload" })));
}

async function forgetOld(): Promise<void> {
  const ours = (await caches.keys()).filter((name) => name.startsWith(namesStart));
  const before = ours.filter((name) => name !== cacheName);
  await Promise.all(before.slice(0, Math.max(0, before.length - versionsKept + 1)).map((name) => caches.delete(name)));
}

/** One page for every address of the app. */
async function shell(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  return (await cache.match(staffScope, { ignoreVary: true })) ?? fetch(request);
}

async function file(request: Request, pathname: string): Promise<Response> {
  return (await caches.match(pathname, { ignoreVary: true })) ?? fetch(request);
}
