import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { refusalOf } from "../support/booking.ts";
import { anId } from "../support/builders.ts";
import { aBrowser } from "../support/calls.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

/** A quarter of an hour begins here, so that limits per quarter start afresh. */
const start = "2026-11-23T01:00:00.000Z";

let world: World;
beforeAll(async () => {
  world = await aWorld(start);
});
beforeEach(() => world.deps.clock.set(start));
afterAll(() => world.close());

const anAddress = (): string => `${anId("person").toLowerCase()}@example.com`;
const ask = (mail: string, browser: Browser) => world.call("POST /api/sign-in/challenges", { body: { mail, locale: "ko" } }, browser);
const handIn = (code: string, browser: Browser) => world.call("POST /api/sign-in/sessions", { body: { code } }, browser);
const me = (browser: Browser) => world.call("GET /api/me", {}, browser);
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

/** A browser that asked for a code, and the code that came. */
const anAsker = async (mail = anAddress()) => {
  const browser = aBrowser();
  await ask(mail, browser);
  await world.settle();
  return { browser, mail, code: world.codeFor(mail) };
};

const statuses = (answers: readonly { status: number }[]): number[] => answers.map(({ status }) => status).sort();

describe("when somebody asks for a code", () => {
  test("it comes by mail in their language, and hands them a session", async () => {
    const mail = anAddress();
    const browser = aBrowser("en");
    await world.get("POST /api/sign-in/challenges", { body: { mail, locale: "en" } }, browser);
    expect(world.mailsTo(mail)).toEqual([]);
    await world.settle();
    expect(world.mailsTo(mail)).toMatchObject([
      { subject: "Your sign-in code", text: expect.stringMatching(/Your sign-in code is \d{6}\./) },
    ]);
    const signedIn = await handIn(world.codeFor(mail), browser);
    expect(signedIn).toMatchObject({ status: 201, value: { mail, person: null, employers: [], staffRoles: [] } });
    expect(await me(browser)).toMatchObject({ status: 200, value: signedIn.ok && signedIn.value });
  });

  test("the answer is the same whether the address is known or not", async () => {
    const known = anAddress();
    await world.signIn(known);
    const [answer, other] = [await ask(known, aBrowser()), await ask(anAddress(), aBrowser())];
    expect([answer.status, answer.ok && answer.value]).toEqual([other.status, other.ok && other.value]);
    expect([...answer.headers.keys()]).toEqual([...other.headers.keys()]);
  });

  test("the table is asked the same of an address that is known and of one that is not: nor does the time tell", async () => {
    const known = anAddress();
    await world.signIn(known);
    const askedFor = async (mail: string) => {
      const asked: string[] = [];
      const stop = world.table.wire.tap(async ({ operation, input }, next) => {
        const { TransactItems = [] } = input as { TransactItems?: object[] };
        asked.push(`${operation} ${TransactItems.map((one) => Object.keys(one).join()).join(" ")}`);
        return next();
      });
      await ask(mail, aBrowser());
      stop();
      return asked;
    };
    const ofKnown = await askedFor(known);
    expect(ofKnown.length).toBeGreaterThan(0);
    expect(await askedFor(anAddress())).toEqual(ofKnown);
  });

  test("upper case and spaces around it are the same address", async () => {
    const mail = anAddress();
    const browser = aBrowser();
    await ask(` ${mail.toUpperCase()} `, browser);
    await world.settle();
    expect(await handIn(world.codeFor(mail), browser)).toMatchObject({ status: 201, value: { mail } });
  });

  test("a code that has expired before it could be sent is not sent", async () => {
    const mail = anAddress();
    await ask(mail, aBrowser());
    world.deps.clock.forward(10);
    await world.settle();
    expect(world.mailsTo(mail)).toEqual([]);
  });
});

describe("when cookies are set", () => {
  test("scripts and other sites cannot have them, and the session is gone with the browser", async () => {
    const { browser, code } = await anAsker();
    const asked = await ask(anAddress(), aBrowser());
    const signedIn = await handIn(code, browser);
    const [challenge, session] = [asked, signedIn].map(({ headers }) => headers.getSetCookie().find((cookie) => !/Max-Age=0/.test(cookie)));
    expect(challenge).toMatch(/^__Host-challenge=[^;]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(session).toMatch(/^__Host-session=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  test("neither code nor session can be read from the table", async () => {
    const { browser, code } = await anAsker();
    const binding = browser.cookies.get("__Host-challenge")?.split(".")[1] ?? "";
    await handIn(code, browser);
    const token = browser.cookies.get("__Host-session")?.split(".")[1] ?? "";
    const stored = JSON.stringify(await world.table.allItems());
    for (const secret of [binding, token]) {
      expect(secret).toHaveLength(43);
      expect(stored).not.toContain(secret);
    }
    expect(stored).not.toMatch(new RegExp(`\\b${code}\\b`));
  });
});

describe("when the code is wrong", () => {
  test("it says so, and the right one still works", async () => {
    const { browser, code } = await anAsker();
    expect(await handIn(wrong(code), browser)).toMatchObject({ status: 401, problem: { code: "wrong-code" } });
    expect(await me(browser)).toMatchObject({ status: 401 });
    expect(await handIn(code, browser)).toMatchObject({ status: 201 });
  });

  test("five times, even the right one is refused", async () => {
    const { browser, code } = await anAsker();
    for (const _ of [1, 2, 3, 4, 5]) expect(refusalOf(await handIn(wrong(code), browser))).toBe("wrong-code");
    expect(await handIn(code, browser)).toMatchObject({ status: 410, problem: { code: "code-expired" } });
  });

  test("twenty guesses at once are five tries", async () => {
    const { browser, code } = await anAsker();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => handIn(wrong(code), { ...browser, cookies: new Map(browser.cookies) })),
    );
    expect(statuses(answers)).toEqual([...Array.from({ length: 5 }, () => 401), ...Array.from({ length: 15 }, () => 410)]);
  });
});

describe("when the right code is handed in", () => {
  test.for([
    ["signs up", false],
    ["is known", true],
  ] as const)("twenty times at once by somebody who %s, there is one session", async ([, isKnown]) => {
    const mail = anAddress();
    if (isKnown) await world.signIn(mail);
    const { browser, code } = await anAsker(mail);
    const tabs = Array.from({ length: 20 }, () => ({ ...browser, cookies: new Map(browser.cookies) }));
    const answers = await Promise.all(tabs.map((tab) => handIn(code, tab)));
    expect(statuses(answers)).toEqual([201, ...Array.from({ length: 19 }, () => 410)]);
  });

  test("a second time, it is refused", async () => {
    const { browser, code } = await anAsker();
    const before = { ...browser, cookies: new Map(browser.cookies) };
    await handIn(code, browser);
    expect(refusalOf(await handIn(code, before))).toBe("code-expired");
  });

  test("after ten minutes it is refused, a moment before it is taken", async () => {
    const [early, late] = [await anAsker(), await anAsker()];
    world.deps.clock.set("2026-11-23T01:09:59.999Z");
    expect(await handIn(early.code, early.browser)).toMatchObject({ status: 201 });
    world.deps.clock.set("2026-11-23T01:10:00.000Z");
    expect(refusalOf(await handIn(late.code, late.browser))).toBe("code-expired");
  });

  test("in another browser, it is refused and costs the first one no try", async () => {
    const { browser, code } = await anAsker();
    const [challengeId = ""] = browser.cookies.get("__Host-challenge")?.split(".") ?? [];
    const stranger = aBrowser();
    expect(refusalOf(await handIn(code, stranger))).toBe("code-expired");
    for (const _ of [1, 2, 3, 4, 5, 6]) {
      stranger.cookies.set("__Host-challenge", `${challengeId}.${"A".repeat(43)}`);
      expect(refusalOf(await handIn(code, stranger))).toBe("code-expired");
    }
    expect(await handIn(code, browser)).toMatchObject({ status: 201 });
  });

  test("by two browsers that sign up with one address at once, both are the same person", async () => {
    const mail = anAddress();
    const [first, second] = [aBrowser(), aBrowser()];
    await ask(mail, first);
    await world.settle();
    const firstCode = world.codeFor(mail);
    await ask(mail, second);
    await world.settle();
    const answers = await Promise.all([handIn(firstCode, first), handIn(world.codeFor(mail), second)]);
    expect(statuses(answers)).toEqual([201, 201]);
    expect(new Set(answers.map((answer) => answer.ok && answer.value.accountId))).toHaveProperty("size", 1);
  });
});

describe("when too many codes are asked for", () => {
  test("the fourth for an address in a quarter of an hour is refused with the time to wait, and not mailed", async () => {
    const mail = anAddress();
    for (const _ of [1, 2, 3]) expect(await ask(mail, aBrowser())).toMatchObject({ status: 202 });
    world.deps.clock.forward(5);
    const refused = await ask(mail.toUpperCase(), aBrowser());
    expect(refused).toMatchObject({ status: 429, problem: { code: "too-many-requests", title: "요청이 너무 많습니다" } });
    expect(refused.headers.get("retry-after")).toBe("600");
    expect(refused.headers.getSetCookie()).toEqual([]);
    expect(await ask(anAddress(), aBrowser())).toMatchObject({ status: 202 });
    world.deps.clock.set(start);
    await world.settle();
    expect(world.mailsTo(mail)).toHaveLength(3);
    world.deps.clock.forward(15);
    expect(await ask(mail, aBrowser())).toMatchObject({ status: 202 });
  });

  test("the ninth for an address in a day is refused until the day is over", async () => {
    const mail = anAddress();
    for (const _ of [1, 2, 3, 4, 5, 6, 7, 8]) {
      expect(await ask(mail, aBrowser())).toMatchObject({ status: 202 });
      world.deps.clock.forward(15);
    }
    const refused = await ask(mail, aBrowser());
    expect(refused.headers.get("retry-after")).toBe(String(21 * 3600));
    world.deps.clock.set("2026-11-24T00:00:00.000Z");
    expect(await ask(mail, aBrowser())).toMatchObject({ status: 202 });
  });

  test.for([
    ["an IPv4 address", () => "203.0.113.70"],
    ["an IPv6 network of /64", (i: number) => `2001:db8:7:7:${(i + 2).toString(16)}::1`],
  ] as const)("the 61st from %s in a quarter of an hour is refused, another network is not", async ([, ipOf]) => {
    const askFrom = (ip: string) => ask(anAddress(), { ...aBrowser(), ip });
    const answers = await Promise.all(Array.from({ length: 60 }, (_, i) => askFrom(ipOf(i))));
    expect(new Set(statuses(answers))).toEqual(new Set([202]));
    expect(await askFrom(ipOf(60))).toMatchObject({ status: 429 });
    expect(await askFrom("2001:db8:7:8::1")).toMatchObject({ status: 202 });
  });
});

describe("when a session ends", () => {
  test("by itself, it is after twelve hours", async () => {
    const browser = await world.signIn(anAddress());
    world.deps.clock.set("2026-11-23T12:59:59.999Z");
    expect(await me(browser)).toMatchObject({ status: 200 });
    world.deps.clock.set("2026-11-23T13:00:00.000Z");
    expect(await me(browser)).toMatchObject({ status: 401, problem: { code: "sign-in-needed" } });
  });

  test("by signing out, a copy of its cookie is worth nothing", async () => {
    const browser = await world.signIn(anAddress());
    const copy = { ...browser, cookies: new Map(browser.cookies) };
    await world.get("DELETE /api/sign-in/session", {}, browser);
    expect([(await me(browser)).status, (await me(copy)).status]).toEqual([401, 401]);
    expect(browser.cookies.has("__Host-session")).toBe(false);
    expect(await world.call("DELETE /api/sign-in/session", {}, browser)).toMatchObject({ status: 204 });
  });

  test("by signing in again in the same browser, the earlier one is over", async () => {
    const mail = anAddress();
    const browser = await world.signIn(mail);
    const earlier = { ...browser, cookies: new Map(browser.cookies) };
    await ask(mail, browser);
    await world.settle();
    await handIn(world.codeFor(mail), browser);
    expect([(await me(browser)).status, (await me(earlier)).status]).toEqual([200, 401]);
  });

  test("an altered cookie, or one with another account's name, is no session", async () => {
    const [mine, other] = [await world.signIn(anAddress()), await world.signIn(anAddress())];
    const [account = "", token = ""] = mine.cookies.get("__Host-session")?.split(".") ?? [];
    const [otherAccount = ""] = other.cookies.get("__Host-session")?.split(".") ?? [];
    for (const cookie of [`${otherAccount}.${token}`, `${account}.${token.slice(0, -1)}`, account, `.${token}`, "x".repeat(4000)]) {
      expect(await me({ ...mine, cookies: new Map([["__Host-session", cookie]]) })).toMatchObject({ status: 401 });
    }
  });
});

describe("when a manager changes somebody's roles", () => {
  test("they hold from the next request on, in the session that is open", async () => {
    const manager = await world.staff(anAddress(), ["manager"]);
    const mail = anAddress();
    await world.staff(mail, ["desk"]);
    const browser = await world.signIn(mail);
    const visits = async () => (await world.call("GET /api/staff/visits", {}, browser)).status;
    const grant = (roles: string[]) => world.get("PUT /api/staff/members", { body: { mail, name: "오서린", roles } }, manager);
    await grant([]);
    expect(await visits()).toBe(403);
    await grant(["outreach"]);
    expect(await visits()).toBe(200);
    expect(await me(browser)).toMatchObject({ value: { staffRoles: ["outreach"] } });
    await grant([]);
    expect(await visits()).toBe(403);
  });

  test("roles given before the first sign-in wait for the person", async () => {
    const manager = await world.staff(anAddress(), ["manager"]);
    const mail = anAddress();
    await world.get("PUT /api/staff/members", { body: { mail, name: "문가람", roles: ["desk", "counsellor"] } }, manager);
    expect(await me(await world.signIn(mail))).toMatchObject({ value: { staffRoles: ["desk", "counsellor"] } });
    const { members } = await world.get("GET /api/staff/members", {}, manager);
    expect(members).toContainEqual(expect.objectContaining({ name: "문가람", mail, roles: ["desk", "counsellor"] }));
  });
});
