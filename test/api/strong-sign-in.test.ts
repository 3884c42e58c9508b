import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aSoftPasskey } from "../../infra/local/soft-passkey.ts";
import { refusalOf } from "../support/booking.ts";
import { anId, aProfile } from "../support/builders.ts";
import { testOrigin } from "../support/post-office.ts";
import { anInvited, aStaffMail, copyOf, enrolPasskey, enrolTotp, provePasskey, seesVisits, totpCode } from "../support/second-step.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

/** A quarter of an hour begins here, so that limits per quarter start afresh. */
const start = "2026-11-23T01:00:00.000Z";

let world: World;
beforeAll(async () => {
  world = await aWorld(start);
});
beforeEach(() => world.deps.clock.set(start));
afterAll(() => world.close());

const stepOf = async (browser: Browser) => (await world.get("GET /api/me", {}, browser)).secondStep;
const proveTotp = (browser: Browser, code: string) => world.call("POST /api/second-step/proofs/totp", { body: { code } }, browser);
const proveRecovery = (browser: Browser, code: string) =>
  world.call("POST /api/second-step/proofs/recovery-code", { body: { code } }, browser);
const statuses = (answers: readonly { status: number }[]): number[] => answers.map(({ status }) => status).sort();
/** The same person in another browser, by a mailed code alone. Mails are limited for a quarter of an hour, so some time passes. */
const elsewhere = (mail: string): Promise<Browser> => world.signInWeakly(mail);

describe("when somebody with rights has handed in the mailed code", () => {
  test("nothing of others opens until they enrol, and then all that their rights say", async () => {
    const browser = await anInvited(world);
    expect(await stepOf(browser)).toBe("enrol");
    expect(await world.call("GET /api/staff/visits", {}, browser)).toMatchObject({
      status: 403,
      problem: { code: "second-step-needed", title: "한 번 더 본인 확인이 필요합니다" },
    });
    const { me, recoveryCodes, factor } = await enrolPasskey(world, browser);
    expect(me.secondStep).toBe("done");
    expect(factor).toMatchObject({ kind: "passkey", lastUsedAt: null });
    expect(new Set(recoveryCodes)).toHaveProperty("size", 10);
    expect(await seesVisits(world, browser)).toBe(200);
  });

  test("a seeker is asked for nothing", async () => {
    expect(await stepOf(await world.signIn(`${anId("seeker").toLowerCase()}@example.com`))).toBe("none");
  });

  test("a first employer can be registered, sent again and not changed; after the second step it can", async () => {
    const browser = await world.signInWeakly(`${anId("hr").toLowerCase()}@garam.example.com`);
    const params = { employerId: anId("emp") };
    const put = (over: Record<string, unknown> = {}, of = params) =>
      world.call("PUT /api/employers/{employerId}", { params: of, body: aProfile(over) }, browser);
    expect(statuses(await Promise.all([put(), put(), put()]))).toEqual([200, 200, 201]);
    expect(await stepOf(browser)).toBe("enrol");
    expect(refusalOf(await put({ nameKo: "다른이름㈜" }))).toBe("second-step-needed");
    expect(refusalOf(await put({}, { employerId: anId("emp") }))).toBe("second-step-needed");
    expect(refusalOf(await world.call("GET /api/employers/{employerId}", { params }, browser))).toBe("second-step-needed");
    await enrolTotp(world, browser);
    expect(await put({ nameKo: "다른이름㈜" })).toMatchObject({ status: 200 });
    expect(await put({}, { employerId: anId("emp") })).toMatchObject({ status: 201 });
  });

  test("two firms at one moment from a mailbox alone are one", async () => {
    const browser = await world.signInWeakly(`${anId("hr").toLowerCase()}@garam.example.com`);
    const put = () => world.call("PUT /api/employers/{employerId}", { params: { employerId: anId("emp") }, body: aProfile() }, browser);
    expect(statuses(await Promise.all([put(), put()]))).toEqual([201, 403]);
  });
});

describe("when a passkey is shown", () => {
  const aProver = async () => {
    const browser = await anInvited(world);
    const { passkey } = await enrolPasskey(world, browser);
    const weak = await elsewhere(browser.mail);
    expect(await stepOf(weak)).toBe("prove");
    return { browser: weak, passkey, mail: browser.mail };
  };

  test("the session is replaced by a strong one, and a copy of its cookie is worth nothing", async () => {
    const { browser, passkey } = await aProver();
    const before = copyOf(browser);
    const proved = await provePasskey(world, browser, passkey);
    expect(proved).toMatchObject({ status: 200, value: { secondStep: "done" } });
    const session = proved.headers.getSetCookie().find((cookie) => cookie.startsWith("__Host-session"));
    expect(session).toMatch(/^__Host-session=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(await seesVisits(world, browser)).toBe(200);
    expect((await world.call("GET /api/me", {}, before)).status).toBe(401);
  });

  test("an answer that was seen before proves nothing", async () => {
    const { browser, passkey, mail } = await aProver();
    const asked = await world.get("POST /api/second-step/proof-challenges", {}, browser);
    const body = passkey.get(asked, { origin: testOrigin });
    const send = (from: Browser) => world.call("POST /api/second-step/proofs/passkey", { body }, from);
    const thief = await elsewhere(mail);
    expect(refusalOf(await send(thief))).toBe("step-expired");
    await world.get("POST /api/second-step/proof-challenges", {}, thief);
    expect(refusalOf(await send(thief))).toBe("proof-refused");
    const tabs = [copyOf(browser), copyOf(browser), copyOf(browser)];
    expect(statuses(await Promise.all(tabs.map(send)))).toEqual([200, 410, 410]);
    expect(await send(browser)).toMatchObject({ ok: false });
  });

  test.for([
    ["for another address", { origin: "https://jobstop.example.net", rpId: new URL(testOrigin).hostname }],
    ["for another site's name", { rpId: "example.com" }],
    ["without its device having recognised anybody", { isVerified: false }],
  ] as const)("%s, it proves nothing, and the challenge is used up", async ([, bent]) => {
    const { browser, passkey } = await aProver();
    expect(refusalOf(await provePasskey(world, browser, passkey, bent))).toBe("proof-refused");
    expect(await seesVisits(world, browser)).toBe(403);
    expect(await provePasskey(world, browser, passkey)).toMatchObject({ status: 200 });
  });

  test("one of another account, or one that nobody enrolled, proves nothing", async () => {
    const { browser } = await aProver();
    const other = await aProver();
    expect(refusalOf(await provePasskey(world, browser, other.passkey))).toBe("proof-refused");
    expect(refusalOf(await provePasskey(world, browser, aSoftPasskey()))).toBe("proof-refused");
  });

  test("a counter that does not go on is a copy, and refused", async () => {
    const { browser, passkey, mail } = await aProver();
    expect(await provePasskey(world, browser, passkey, { counter: 7 })).toMatchObject({ status: 200 });
    const again = await elsewhere(mail);
    for (const counter of [7, 6, 0]) expect(refusalOf(await provePasskey(world, again, passkey, { counter }))).toBe("proof-refused");
    expect(await provePasskey(world, again, passkey, { counter: 8 })).toMatchObject({ status: 200 });
  });

  test("after five minutes it is too late, a moment before it is not", async () => {
    const { browser, passkey } = await aProver();
    const asked = await world.get("POST /api/second-step/proof-challenges", {}, browser);
    const send = () => world.call("POST /api/second-step/proofs/passkey", { body: passkey.get(asked, { origin: testOrigin }) }, browser);
    world.deps.clock.set("2026-11-23T01:05:00.000Z");
    expect(refusalOf(await send())).toBe("step-expired");
    world.deps.clock.set("2026-11-23T01:04:59.999Z");
    expect(await send()).toMatchObject({ status: 200 });
  });

  test("what was asked for enrolling is no proof, nor the other way round", async () => {
    const { browser, passkey } = await aProver();
    await provePasskey(world, browser, passkey);
    const asked = await world.get("POST /api/second-step/passkey-challenges", {}, browser);
    const body = passkey.get(asked, { origin: testOrigin });
    expect(refusalOf(await world.call("POST /api/second-step/proofs/passkey", { body }, browser))).toBe("step-expired");
  });
});

describe("when a passkey is made", () => {
  test.for([
    ["for another address", { origin: "https://jobstop.example.net", rpId: new URL(testOrigin).hostname }],
    ["for another site's name", { rpId: "example.com" }],
    ["without its device having recognised anybody", { isVerified: false }],
  ] as const)("%s, it is not enrolled", async ([, bent]) => {
    const browser = await anInvited(world);
    const asked = await world.get("POST /api/second-step/passkey-challenges", {}, browser);
    const body = aSoftPasskey().create(asked, { origin: testOrigin, ...bent });
    expect(refusalOf(await world.call("POST /api/second-step/passkeys", { body }, browser))).toBe("proof-refused");
    expect(await stepOf(browser)).toBe("enrol");
  });

  test("for the challenge of another session, it is not enrolled", async () => {
    const [browser, other] = [await anInvited(world), await anInvited(world)];
    const asked = await world.get("POST /api/second-step/passkey-challenges", {}, other);
    await world.get("POST /api/second-step/passkey-challenges", {}, browser);
    const body = aSoftPasskey().create(asked, { origin: testOrigin });
    expect(refusalOf(await world.call("POST /api/second-step/passkeys", { body }, browser))).toBe("proof-refused");
  });

  test("of two first ones at the same moment, in two browsers of one mailbox, one is enrolled", async () => {
    const browser = await anInvited(world);
    const other = await elsewhere(browser.mail);
    const made = await Promise.all(
      [browser, other].map(async (from) => ({
        from,
        body: aSoftPasskey().create(await world.get("POST /api/second-step/passkey-challenges", {}, from), { origin: testOrigin }),
      })),
    );
    const answers = await Promise.all(made.map(({ from, body }) => world.call("POST /api/second-step/passkeys", { body }, from)));
    expect(statuses(answers)).toEqual([201, 403]);
    expect(new Set([await stepOf(browser), await stepOf(other)])).toEqual(new Set(["done", "prove"]));
  });
});

describe("when the code of an app is typed", () => {
  const anAppOwner = async () => {
    const browser = await anInvited(world);
    const { secret, recoveryCodes } = await enrolTotp(world, browser);
    world.deps.clock.forward(1);
    return { mail: browser.mail, secret, recoveryCodes: recoveryCodes ?? [], browser: await elsewhere(browser.mail) };
  };

  test("of now it proves, once: in another browser the same code does not", async () => {
    const { mail, secret, browser } = await anAppOwner();
    const code = totpCode(world, secret);
    expect(await proveTotp(browser, code)).toMatchObject({ status: 200, value: { secondStep: "done" } });
    expect(refusalOf(await proveTotp(await elsewhere(mail), code))).toBe("proof-refused");
  });

  test("the code that enrolled it is used up, too", async () => {
    const browser = await anInvited(world);
    const { secret } = await enrolTotp(world, browser);
    expect(refusalOf(await proveTotp(await elsewhere(browser.mail), totpCode(world, secret)))).toBe("proof-refused");
  });

  test.for([
    [-2, false],
    [-1, true],
    [1, true],
    [2, false],
  ] as const)("of a clock that is %i spans of 30 seconds off, it counts: %s", async ([spans, isGood]) => {
    const { secret, browser } = await anAppOwner();
    expect((await proveTotp(browser, totpCode(world, secret, spans))).status).toBe(isGood ? 200 : 403);
  });

  test("once a later code was used, an earlier one counts no more", async () => {
    const { mail, secret, browser } = await anAppOwner();
    expect(await proveTotp(browser, totpCode(world, secret, 1))).toMatchObject({ status: 200 });
    expect(refusalOf(await proveTotp(await elsewhere(mail), totpCode(world, secret)))).toBe("proof-refused");
  });

  test("200 wrong ones at once are five, and the right one has to wait until the quarter of an hour is over", async () => {
    const { secret, browser } = await anAppOwner();
    const right = totpCode(world, secret);
    const wrong = String((Number(right) + 500_000) % 1_000_000).padStart(6, "0");
    const answers = await Promise.all(Array.from({ length: 200 }, () => proveTotp(copyOf(browser), wrong)));
    const refused = answers.map(refusalOf);
    expect(refused.filter((code) => code === "proof-refused")).toHaveLength(5);
    expect(new Set(refused)).toEqual(new Set(["proof-refused", "too-many-requests"]));
    const late = await proveTotp(browser, right);
    expect(late).toMatchObject({ status: 429 });
    expect(late.headers.get("retry-after")).toBe(String(14 * 60));
    world.deps.clock.set("2026-11-23T01:15:00.000Z");
    expect(await proveTotp(browser, totpCode(world, secret))).toMatchObject({ status: 200 });
  });

  test("after twenty in a day there is no more until the next", async () => {
    const { secret, browser } = await anAppOwner();
    for (let quarter = 0; quarter < 4; quarter++) {
      world.deps.clock.set(start);
      world.deps.clock.forward(15 * quarter);
      for (let i = 0; i < 5; i++) expect((await proveTotp(browser, "000000")).status).toBe(403);
    }
    world.deps.clock.forward(15);
    expect(await proveTotp(browser, totpCode(world, secret))).toMatchObject({ status: 429 });
  });

  test("a wrong one enrols nothing, and the secret is in the table for nobody to read", async () => {
    const browser = await anInvited(world);
    const { secret, uri } = await world.get("POST /api/second-step/totp-drafts", {}, browser);
    expect(uri).toMatch(/^otpauth:\/\/totp\/Jobstop:.+secret=[A-Z2-7]{32}/);
    const confirm = (code: string) => world.call("POST /api/second-step/totp", { body: { code } }, browser);
    expect(refusalOf(await confirm(totpCode(world, secret, 9)))).toBe("proof-refused");
    expect(await confirm(totpCode(world, secret))).toMatchObject({ status: 201 });
    const table = JSON.stringify(await world.table.allItems());
    expect(table).not.toContain(secret);
  });

  test("a draft is good for a quarter of an hour, and for the session that asked", async () => {
    const browser = await anInvited(world);
    const { secret } = await world.get("POST /api/second-step/totp-drafts", {}, browser);
    const confirm = (from: Browser) => world.call("POST /api/second-step/totp", { body: { code: totpCode(world, secret) } }, from);
    expect(refusalOf(await confirm(await elsewhere(browser.mail)))).toBe("step-expired");
    world.deps.clock.set("2026-11-23T01:15:00.000Z");
    expect(refusalOf(await confirm(browser))).toBe("step-expired");
  });
});

describe("when a recovery code is typed", () => {
  const aLoser = async () => {
    const browser = await anInvited(world);
    const { recoveryCodes } = await enrolPasskey(world, browser);
    return { mail: browser.mail, strong: browser, codes: recoveryCodes ?? [] };
  };

  test("twenty times at once, it proves once; small letters and spaces do not matter", async () => {
    const { mail, codes } = await aLoser();
    const typed = (codes[0] ?? "").toLowerCase().replaceAll("-", " ");
    const browsers = [await elsewhere(mail), await elsewhere(mail)];
    const tabs = Array.from({ length: 20 }, (_, i) => copyOf(browsers[i % 2] as Browser));
    const answers = await Promise.all(tabs.map((tab) => proveRecovery(tab, typed)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const { recoveryCodesLeft } = await world.get("GET /api/second-step/factors", {}, tabs[answers.findIndex(({ ok }) => ok)]);
    expect(recoveryCodesLeft).toBe(9);
  });

  test("one of another account does not count, and none can be read from the table", async () => {
    const [one, other] = [await aLoser(), await aLoser()];
    expect(refusalOf(await proveRecovery(await elsewhere(one.mail), other.codes[0] ?? ""))).toBe("proof-refused");
    const table = JSON.stringify(await world.table.allItems());
    expect([...one.codes, ...one.codes.map((code) => code.replaceAll("-", ""))].some((code) => table.includes(code))).toBe(false);
  });

  test("once new ones were made, the earlier ones do not count", async () => {
    const { mail, strong, codes } = await aLoser();
    const made = await world.get("POST /api/second-step/recovery-codes", {}, strong);
    const browser = await elsewhere(mail);
    expect(refusalOf(await proveRecovery(browser, codes[3] ?? ""))).toBe("proof-refused");
    expect(await proveRecovery(browser, made.codes[3] ?? "")).toMatchObject({ status: 200 });
  });

  test("its person is told by mail", async () => {
    const { mail, codes } = await aLoser();
    await world.settle();
    await proveRecovery(await elsewhere(mail), codes[1] ?? "");
    await world.settle();
    expect(world.mailsTo(mail).at(-1)).toMatchObject({
      subject: "로그인 확인 방법이 바뀌었습니다",
      text: expect.stringContaining("복구 번호 하나"),
    });
  });
});

describe("when a first factor is to be enrolled", () => {
  test("within fourteen days after the invitation it can, after that a manager has to invite anew", async () => {
    const mail = aStaffMail();
    const manager = await world.staff(aStaffMail(), ["manager"]);
    const invite = () => world.get("PUT /api/staff/members", { body: { mail, name: "오서린", roles: ["desk"] } }, manager);
    expect(await invite()).toMatchObject({ factors: 0, enrolUntil: "2026-12-07T01:00:00.000Z" });
    world.deps.clock.set("2026-12-07T01:00:00.000Z");
    const browser = await elsewhere(mail);
    const asked = [
      await world.call("POST /api/second-step/passkey-challenges", {}, browser),
      await world.call("POST /api/second-step/totp-drafts", {}, browser),
      await world.call("POST /api/second-step/totp", { body: { code: "000000" } }, browser),
      await world.call(
        "POST /api/second-step/passkeys",
        { body: aSoftPasskey().create({ challenge: "AAAA" }, { origin: testOrigin }) },
        browser,
      ),
    ];
    expect(asked.map(refusalOf)).toEqual(asked.map(() => "enrolment-closed"));
    world.deps.clock.set("2026-12-07T00:59:59.999Z");
    expect(await world.call("POST /api/second-step/totp-drafts", {}, browser)).toMatchObject({ status: 201 });
  });

  test("a window that closes between the question and the answer is closed", async () => {
    const mail = aStaffMail();
    const manager = await world.staff(aStaffMail(), ["manager"]);
    await world.get("PUT /api/staff/members", { body: { mail, name: "오서린", roles: ["desk"] } }, manager);
    world.deps.clock.set("2026-12-07T00:59:00.000Z");
    const browser = await elsewhere(mail);
    const asked = await world.get("POST /api/second-step/passkey-challenges", {}, browser);
    world.deps.clock.set("2026-12-07T01:00:00.000Z");
    const body = aSoftPasskey().create(asked, { origin: testOrigin });
    expect(refusalOf(await world.call("POST /api/second-step/passkeys", { body }, browser))).toBe("enrolment-closed");
  });

  test("a seeker, whom nobody invited, enrols nothing; roles taken away invite nobody", async () => {
    const seeker = await world.signIn(`${anId("seeker").toLowerCase()}@example.com`);
    expect(refusalOf(await world.call("POST /api/second-step/totp-drafts", {}, seeker))).toBe("enrolment-closed");
    const mail = aStaffMail();
    const manager = await world.staff(aStaffMail(), ["manager"]);
    await world.get("PUT /api/staff/members", { body: { mail, name: "오서린", roles: [] } }, manager);
    expect(refusalOf(await world.call("POST /api/second-step/totp-drafts", {}, await elsewhere(mail)))).toBe("enrolment-closed");
  });

  test("a mailbox of staff whose time is over is no way in by registering a firm", async () => {
    const mail = aStaffMail();
    const manager = await world.staff(aStaffMail(), ["manager"]);
    await world.get("PUT /api/staff/members", { body: { mail, name: "오서린", roles: ["desk"] } }, manager);
    world.deps.clock.set("2026-12-08T01:00:00.000Z");
    const thief = await elsewhere(mail);
    const register = await world.call("PUT /api/employers/{employerId}", { params: { employerId: anId("emp") }, body: aProfile() }, thief);
    expect(refusalOf(register)).toBe("second-step-needed");
    expect(refusalOf(await world.call("POST /api/second-step/totp-drafts", {}, thief))).toBe("enrolment-closed");
  });
});

describe("when somebody changes how they sign in", () => {
  test("it takes a proof of the last ten minutes: a further factor, one fewer, new recovery codes, somebody else's reset", async () => {
    const browser = await world.staff(aStaffMail(), ["manager"]);
    const { secret, factor } = await enrolTotp(world, browser);
    const params = { factorId: factor.factorId };
    const changes = () =>
      Promise.all([
        world.call("POST /api/second-step/totp-drafts", {}, browser),
        world.call("POST /api/second-step/passkey-challenges", {}, browser),
        world.call("DELETE /api/second-step/factors/{factorId}", { params }, browser),
        world.call("POST /api/second-step/recovery-codes", {}, browser),
        world.call(
          "POST /api/staff/members/{accountId}/factor-reset",
          { params: { accountId: anId("acc") }, body: { reason: "분실" } },
          browser,
        ),
      ]);
    world.deps.clock.set("2026-11-23T01:10:00.000Z");
    expect((await changes()).map(refusalOf)).toEqual(new Array(5).fill("fresh-step-needed"));
    expect(await seesVisits(world, browser)).toBe(200);
    expect(await proveTotp(browser, totpCode(world, secret))).toMatchObject({ status: 200 });
    expect(statuses(await changes())).toEqual([201, 201, 201, 204, 404]);
  });

  test("a mailed code alone adds no factor where there is one", async () => {
    const browser = await anInvited(world);
    await enrolPasskey(world, browser);
    const thief = await elsewhere(browser.mail);
    const tries = [
      await world.call("POST /api/second-step/totp-drafts", {}, thief),
      await world.call("POST /api/second-step/passkey-challenges", {}, thief),
      await world.call("POST /api/second-step/recovery-codes", {}, thief),
    ];
    expect(tries.map(refusalOf)).toEqual(new Array(3).fill("second-step-needed"));
  });

  test("one that was removed proves nothing any more; the last one stays", async () => {
    const browser = await anInvited(world);
    const { passkey, factor } = await enrolPasskey(world, browser);
    const remove = (factorId: string) => world.call("DELETE /api/second-step/factors/{factorId}", { params: { factorId } }, browser);
    expect(refusalOf(await remove(factor.factorId))).toBe("last-factor");
    const app = await enrolTotp(world, browser);
    expect(app.recoveryCodes).toBeNull();
    expect(statuses(await Promise.all([remove(factor.factorId), remove(app.factor.factorId)]))).toEqual([204, 409]);
    const { factors } = await world.get("GET /api/second-step/factors", {}, browser);
    expect(factors).toHaveLength(1);
    if (factors[0]?.kind === "totp")
      expect(refusalOf(await provePasskey(world, await elsewhere(browser.mail), passkey))).toBe("proof-refused");
  });

  test("they are told of each change by mail, once, in their language", async () => {
    const manager = await world.staff(aStaffMail(), ["manager"]);
    const mail = aStaffMail();
    await world.get("PUT /api/staff/members", { body: { mail, name: "오서린", roles: ["desk"] } }, manager);
    const browser = await world.signInWeakly(mail, "en");
    await world.settle();
    const { factor } = await enrolPasskey(world, browser);
    await enrolTotp(world, browser);
    await world.get("DELETE /api/second-step/factors/{factorId}", { params: { factorId: factor.factorId } }, browser);
    const records = await world.table.newRecords();
    for (let i = 0; i < 2; i++) await world.deliver(records);
    const texts = world.mailsTo(mail).flatMap(({ subject, text }) => (subject === "How you sign in has changed" ? [text] : []));
    expect(texts).toHaveLength(3);
    for (const words of ["You set up a passkey", "You set up an authenticator app", "You removed a passkey"])
      expect(texts.filter((text) => text.includes(words))).toHaveLength(1);
  });
});

describe("when a manager resets what somebody lost", () => {
  test("all their sessions end, nothing that they had counts, and they enrol anew within fourteen days", async () => {
    const manager = await world.staff(aStaffMail(), ["manager"]);
    const browser = await anInvited(world);
    const { passkey, recoveryCodes } = await enrolPasskey(world, browser);
    const phone = await elsewhere(browser.mail);
    const { accountId } = await world.get("GET /api/me", {}, browser);
    const asked = await world.get("POST /api/second-step/proof-challenges", {}, phone);
    const reset = await world.call(
      "POST /api/staff/members/{accountId}/factor-reset",
      { params: { accountId }, body: { reason: "휴대전화 분실" } },
      manager,
    );
    expect(reset).toMatchObject({ status: 204 });
    const body = passkey.get(asked, { origin: testOrigin });
    expect((await world.call("POST /api/second-step/proofs/passkey", { body }, phone)).status).toBe(401);
    expect([await seesVisits(world, browser), await seesVisits(world, phone)]).toEqual([401, 401]);
    const again = await elsewhere(browser.mail);
    expect(await stepOf(again)).toBe("enrol");
    expect(refusalOf(await provePasskey(world, again, passkey))).toBe("proof-refused");
    expect(refusalOf(await proveRecovery(again, recoveryCodes?.[0] ?? ""))).toBe("proof-refused");
    await world.settle();
    const told = world.mailsTo(browser.mail).filter(({ text }) => text.includes("운영 담당자가 로그인 확인 방법을 모두 지웠습니다"));
    expect(told).toHaveLength(1);
    expect(told[0]?.text).not.toContain("분실");
    await enrolPasskey(world, again);
    expect(await seesVisits(world, again)).toBe(200);
  });

  test("while they enrol in a session of before, that enrols nothing", async () => {
    const manager = await world.staff(aStaffMail(), ["manager"]);
    const browser = await anInvited(world);
    const { accountId } = await world.get("GET /api/me", {}, browser);
    const asked = await world.get("POST /api/second-step/passkey-challenges", {}, browser);
    const body = aSoftPasskey().create(asked, { origin: testOrigin });
    const params = { accountId };
    const [enrolled] = await Promise.all([
      world.call("POST /api/second-step/passkeys", { body }, browser),
      world.call("POST /api/staff/members/{accountId}/factor-reset", { params, body: { reason: "분실" } }, manager),
    ]);
    expect([201, 401, 403]).toContain(enrolled.status);
    expect(await seesVisits(world, browser)).toBe(401);
    expect(await stepOf(await elsewhere(browser.mail))).toBe("enrol");
  });

  test("their own, or those of nobody with rights, are not reset", async () => {
    const manager = await world.staff(aStaffMail(), ["manager"]);
    const seeker = await world.signIn(`${anId("seeker").toLowerCase()}@example.com`);
    const reset = async (browser: Browser) => {
      const { accountId } = await world.get("GET /api/me", {}, browser);
      const sent = { params: { accountId }, body: { reason: "분실" } };
      return refusalOf(await world.call("POST /api/staff/members/{accountId}/factor-reset", sent, manager));
    };
    expect([await reset(manager), await reset(seeker)]).toEqual(["not-allowed", "not-found"]);
  });
});
