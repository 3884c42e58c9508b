import { IDBFactory } from "fake-indexeddb";
import { vi } from "vitest";
import { serverTimeHeader } from "../../shared/wiring.ts";
import type { Bus } from "../../web/src/staff/offline/bus.ts";
import { type OfflineDatabase, openDatabase } from "../../web/src/staff/offline/database.ts";

type Answering = (path: string, body: string) => Promise<Response>;
const noNetwork: Answering = () => Promise.reject(new TypeError("no network"));

export type StaffPage = {
  bus: Bus;
  /** How the API answers from here on; no network without one. */
  answer(how?: Answering): void;
  /** Something happens to the window. Resolves once whatever the page does then is done. */
  happen(name: string, event?: object): Promise<void>;
  /** The page is looked at again. Resolves once whatever it does then is done. */
  show(): Promise<void>;
};

/** An answer of the API, with the server's clock where one is given. */
export const aJson = (value: unknown, { status = 200, serverTime }: { status?: number; serverTime?: string } = {}): Response =>
  new Response(JSON.stringify(value), {
    status,
    headers: {
      "content-type": status < 400 ? "application/json" : "application/problem+json",
      ...(serverTime && { [serverTimeHeader]: serverTime }),
    },
  });

/** The database of these tests keeps no time: a few turns of the event loop are all that it takes. */
export const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
};

/** What the pages of a browser keep beside the database, for as long as the test. */
export const aStorage = (): Pick<Storage, "getItem" | "setItem" | "removeItem"> => {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
};

/** What a page needs of a browser, on an empty phone that says this time. Call `leaveBrowser` after each test. */
export const enterBrowser = (now: string): Promise<OfflineDatabase> => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  vi.stubGlobal("localStorage", aStorage());
  // What a page would try again later, it does not.
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], now: Date.parse(now) });
  vi.stubGlobal("dispatchEvent", () => true);
  return openDatabase();
};

export const leaveBrowser = async (): Promise<void> => {
  await settled();
  vi.useRealTimers();
  vi.unstubAllGlobals();
};

/** A page of the staff app, opened without a network. */
export const aStaffPage = async (): Promise<StaffPage> => {
  const heard: [string, (event: object) => void][] = [];
  const listen = (name: string, what: (event: object) => void) => heard.push([name, what]);
  let how = noNetwork;
  vi.stubGlobal("addEventListener", listen);
  vi.stubGlobal("document", { addEventListener: listen, visibilityState: "visible", documentElement: { lang: "ko" } });
  vi.stubGlobal("fetch", (url: string, { body }: RequestInit = {}) => how(String(url), String(body)));
  vi.resetModules();
  const { theBus } = await import("../../web/src/staff/offline/bus.ts");
  const bus = await theBus();
  const happen = async (wanted: string, event: object = {}) => {
    for (const [name, what] of heard) if (name === wanted) what(event);
    await settled();
  };
  return {
    bus,
    answer: (next = noNetwork) => {
      how = next;
    },
    happen,
    show: () => happen("visibilitychange"),
  };
};
