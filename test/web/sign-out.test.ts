import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aJson, aStorage } from "../support/staff-page.ts";

/** What the page asked of the API, and how it is answered: not at all without a network. */
let asked: string[] = [];
let network = true;
const answers: Record<string, () => Response> = {
  DELETE: () => new Response(null, { status: 204 }),
  GET: () => aJson({}),
  POST: () => aJson({}),
};

beforeEach(() => {
  asked = [];
  network = true;
  vi.stubGlobal("localStorage", aStorage());
  vi.stubGlobal("document", { documentElement: { lang: "ko" } });
  vi.stubGlobal("dispatchEvent", () => true);
  vi.stubGlobal("fetch", async (url: string, { method }: { method: string }) => {
    asked.push(`${method} ${url}`);
    if (!network) throw new TypeError("no network");
    return answers[method]?.();
  });
});
afterEach(() => vi.unstubAllGlobals());

/** A page of this browser, opened now. */
const aPage = () => {
  vi.resetModules();
  return import("../../web/src/platform/api.ts");
};
const signedOutWithoutNetwork = async () => {
  network = false;
  await (await aPage()).signOut();
  asked = [];
};
const end = "DELETE /api/sign-in/session";

test("signed out with a network, the server is told once", async () => {
  const page = await aPage();
  await page.signOut();
  await page.call("GET /api/me");
  expect(asked).toEqual([end, "GET /api/me"]);
});

test("signed out without a network, the server is told by the next page, before anybody is asked who they are", async () => {
  await signedOutWithoutNetwork();
  network = true;
  const page = await aPage();
  await Promise.all([page.call("GET /api/me"), page.call("GET /api/me/registrations")]);
  expect(asked).toEqual([end, "GET /api/me", "GET /api/me/registrations"]);
});

test("as long as it could not be told, nothing is asked under the sign-in that was given up", async () => {
  await signedOutWithoutNetwork();
  const { call } = await aPage();
  expect(await call("GET /api/me")).toMatchObject({ ok: false, problem: { code: "unreachable" } });
  expect(asked).toEqual([end]);
});

test("what everybody may see needs no telling", async () => {
  await signedOutWithoutNetwork();
  network = true;
  const { call } = await aPage();
  await call("GET /api/public/visits");
  expect(asked).toEqual(["GET /api/public/visits"]);
});

test("whoever signs in anew stays signed in, also where the server could not be told", async () => {
  await signedOutWithoutNetwork();
  const { call, noteSignedIn } = await aPage();
  await call("POST /api/sign-in/sessions", { body: { code: "123456" } });
  expect(asked).toEqual([end, "POST /api/sign-in/sessions"]);
  noteSignedIn();
  asked = [];
  await call("GET /api/me");
  expect(asked).toEqual(["GET /api/me"]);
});

test("whoever signs in on another page waits for an end that is under way, which would end theirs", async () => {
  await signedOutWithoutNetwork();
  network = true;
  const late = Promise.withResolvers<void>();
  vi.stubGlobal("fetch", async (url: string, { method }: { method: string }) => {
    asked.push(`${method} ${url}`);
    if (method === "DELETE") await late.promise;
    return answers[method]?.();
  });
  const [one, other] = [await aPage(), await aPage()];
  const asking = one.call("GET /api/me");
  await vi.waitFor(() => expect(asked).toEqual([end]));
  const signingIn = other.call("POST /api/sign-in/sessions", { body: { code: "000000" } });
  await Promise.resolve();
  expect(asked).toEqual([end]);
  late.resolve();
  await Promise.all([asking, signingIn]);
  expect(asked.at(-1)).not.toBe(end);
  expect(asked.indexOf("POST /api/sign-in/sessions")).toBeGreaterThan(asked.lastIndexOf(end));
});

test("whoever signs out on one page while another is signing in is signed out once that is answered, and not before", async () => {
  const late = Promise.withResolvers<void>();
  vi.stubGlobal("fetch", async (url: string, { method }: { method: string }) => {
    asked.push(`${method} ${url}`);
    if (method === "POST") await late.promise;
    return answers[method]?.();
  });
  const [one, other] = [await aPage(), await aPage()];
  const signingIn = one.call("POST /api/sign-in/sessions", { body: { code: "000000" } });
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  const signingOut = other.signOut();
  // a lock that is free is given within a turn
  await new Promise((resolve) => setImmediate(resolve));
  expect(asked).toEqual(["POST /api/sign-in/sessions"]);
  late.resolve();
  await Promise.all([signingIn, signingOut]);
  expect(asked).toEqual(["POST /api/sign-in/sessions", end]);
});

test("a sign-out that could not be told stays owed, also where one of before was answered meanwhile", async () => {
  const late = Promise.withResolvers<void>();
  vi.stubGlobal("fetch", async (url: string, { method }: { method: string }) => {
    asked.push(`${method} ${url}`);
    if (!network) throw new TypeError("no network");
    await late.promise;
    return answers[method]?.();
  });
  const [one, other] = [await aPage(), await aPage()];
  const first = one.signOut();
  await vi.waitFor(() => expect(asked).toEqual([end]));
  const second = other.signOut();
  network = false;
  late.resolve();
  await Promise.all([first, second]);
  network = true;
  asked = [];
  await (await aPage()).call("GET /api/me");
  expect(asked).toEqual([end, "GET /api/me"]);
});
