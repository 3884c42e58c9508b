import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deviceOf } from "../../functions/sign-in/device-of.ts";
import { anId } from "../support/builders.ts";
import { aBrowser } from "../support/calls.ts";
import { aStaffMail, copyOf, provePasskey } from "../support/second-step.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

const start = "2026-11-23T01:00:00.000Z";

let world: World;
beforeAll(async () => {
  world = await aWorld(start);
});
beforeEach(() => world.deps.clock.set(start));
afterAll(() => world.close());

const onPhone = "Mozilla/5.0 (Linux; Android 14; SM-A155N) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Mobile Safari/537.36";

const aMail = (): string => `${anId("person").toLowerCase()}@example.com`;
const signInsOf = async (browser: Browser) => (await world.get("GET /api/me/sign-ins", {}, browser)).signIns;
const isIn = async (browser: Browser): Promise<boolean> => (await world.call("GET /api/me", {}, browser)).ok;
const ends = (browser: Browser, signInId: string | undefined) =>
  world.call("DELETE /api/me/sign-ins/{signInId}", { params: { signInId: signInId ?? "" } }, browser);

/** Hands a code in from a browser that says what it is, perhaps ticking that the device is one's own. */
const handIn = async (mail: string, { userAgent = "", remember }: { userAgent?: string; remember?: boolean } = {}) => {
  const browser = aBrowser();
  await world.get("POST /api/sign-in/challenges", { body: { mail, locale: "ko" } }, browser);
  await world.settle();
  const sent = { body: { code: world.codeFor(mail), remember }, headers: { "user-agent": userAgent } };
  const answer = await world.call("POST /api/sign-in/sessions", sent, browser);
  return { browser, cookie: answer.headers.getSetCookie().find((one) => one.startsWith("__Host-session")) ?? "" };
};

describe("when somebody looks at where they are signed in", () => {
  test("they see when and in what, newest first, and which one this is", async () => {
    const mail = aMail();
    const { browser: phone } = await handIn(mail, { userAgent: onPhone });
    world.deps.clock.forward(1);
    const { browser: other } = await handIn(mail);
    expect(await signInsOf(phone)).toMatchObject([
      { startedAt: "2026-11-23T01:01:00.000Z", device: "", isThis: false, isStrong: false },
      { startedAt: start, endsAt: "2026-11-23T13:00:00.000Z", device: "Chrome, Android", isThis: true, isStrong: false },
    ]);
    expect((await signInsOf(other)).map(({ isThis }) => isThis)).toEqual([true, false]);
  });

  test("nobody else's is among them, and nobody else's can be ended", async () => {
    const [one, other] = [await world.signIn(aMail()), await world.signIn(aMail())];
    const [mine] = await signInsOf(one);
    expect(await signInsOf(other)).toHaveLength(1);
    expect(await ends(other, mine?.signInId)).toMatchObject({ status: 204 });
    expect(await isIn(one)).toBe(true);
  });

  test("a sign-in stays the same one when the second step is proved in it", async () => {
    const mail = aStaffMail();
    await world.staff(mail, ["desk"]);
    const browser = await world.signInWeakly(mail);
    const before = (await signInsOf(browser)).find(({ isThis }) => isThis);
    const passkey = world.keys.find(mail);
    if (!passkey) throw new Error("No passkey was enrolled.");
    world.deps.clock.forward(60);
    expect((await provePasskey(world, browser, passkey)).status).toBe(200);
    expect((await signInsOf(browser)).find(({ isThis }) => isThis)).toEqual({ ...before, isStrong: true });
    world.deps.clock.set("2026-11-23T13:00:00.000Z");
    expect(await isIn(browser)).toBe(false);
  });
});

describe("when somebody ends a sign-in", () => {
  test("that one is over with its next request, sent again it answers the same, and others stay", async () => {
    const mail = aMail();
    const [one, other] = [await world.signIn(mail), await world.signIn(mail)];
    const lost = (await signInsOf(other)).find(({ isThis }) => !isThis)?.signInId;
    expect([(await ends(other, lost)).status, (await ends(other, lost)).status]).toEqual([204, 204]);
    expect([await isIn(one), await isIn(other)]).toEqual([false, true]);
  });

  test("their own, the cookie goes with it", async () => {
    const browser = await world.signIn(aMail());
    const copy = copyOf(browser);
    const [mine] = await signInsOf(browser);
    await ends(browser, mine?.signInId);
    expect(browser.cookies.has("__Host-session")).toBe(false);
    expect(await isIn(copy)).toBe(false);
  });

  test("all others, this one stays, and a new one can be begun", async () => {
    const mail = aMail();
    const [one, two, mine] = [await world.signIn(mail), await world.signIn(mail), await world.signIn(mail)];
    expect(await world.call("DELETE /api/me/sign-ins", {}, mine)).toMatchObject({ status: 204 });
    expect([await isIn(one), await isIn(two), await isIn(mine)]).toEqual([false, false, true]);
    expect(await signInsOf(mine)).toHaveLength(1);
    world.deps.clock.forward(15);
    expect(await isIn(await world.signIn(mail))).toBe(true);
    expect(await signInsOf(mine)).toHaveLength(2);
  });

  test("all others, from two browsers at once, one of the two stays", async () => {
    const mail = aMail();
    const browsers = [await world.signIn(mail), await world.signIn(mail)];
    await Promise.all(browsers.map((browser) => world.call("DELETE /api/me/sign-ins", {}, browser)));
    expect((await Promise.all(browsers.map(isIn))).filter(Boolean)).toHaveLength(1);
  });
});

describe("when a device is ticked as one's own", () => {
  test("a seeker stays signed in for thirty days, and without a tick until the browser is closed", async () => {
    const own = await handIn(aMail(), { remember: true });
    expect(own.cookie).toMatch(/; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const shared = await handIn(aMail());
    expect(shared.cookie).not.toContain("Max-Age");
    world.deps.clock.set("2026-12-23T00:59:59.999Z");
    expect([await isIn(own.browser), await isIn(shared.browser)]).toEqual([true, false]);
    world.deps.clock.set("2026-12-23T01:00:00.000Z");
    expect(await isIn(own.browser)).toBe(false);
  });

  test("staff and employers are signed in for twelve hours all the same", async () => {
    const mail = aStaffMail();
    await world.staff(mail, ["desk"]);
    const { browser, cookie } = await handIn(mail, { remember: true });
    expect(cookie).not.toContain("Max-Age");
    world.deps.clock.set("2026-11-23T13:00:00.000Z");
    expect(await isIn(browser)).toBe(false);
  });

  test("whoever gets rights later is signed in for twelve hours from their second step on", async () => {
    const mail = aStaffMail();
    const { browser } = await handIn(mail, { remember: true });
    const manager = await world.staff(aStaffMail(), ["manager"]);
    await world.get("PUT /api/staff/members", { body: { mail, name: "오서린", roles: ["desk"] } }, manager);
    await world.takeSecondStep(browser);
    world.deps.clock.set("2026-11-23T13:00:00.000Z");
    expect(await isIn(browser)).toBe(false);
  });
});

test.for([
  ["Chrome, Android", onPhone],
  ["Samsung Internet, Android", onPhone.replace("Chrome/139.0.0.0", "SamsungBrowser/28.0 Chrome/130.0.0.0")],
  ["KakaoTalk, Android", `${onPhone};KAKAOTALK 2410000`],
  [
    "Safari, iPhone",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
  ],
  [
    "Edge, Windows",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0",
  ],
  [
    "Whale, Mac",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Whale/4.33.0.0 Safari/537.36",
  ],
  ["Firefox, Linux", "Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0"],
  ["", "curl/8.5.0"],
] as const)("a device is known as %s", ([words, userAgent]) => {
  expect(deviceOf(userAgent)).toBe(words);
});
