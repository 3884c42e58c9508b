import { DeleteTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { aWorldOverHttp } from "../rehearsal/http-world.ts";
import { bookSlot, refusalOf } from "../support/booking.ts";
import { aKioskForm, anId, anOpenVisit, aSeeker, type OpenVisit, openAllDay } from "../support/builders.ts";
import { aBrowser } from "../support/calls.ts";
import { holdsMark } from "../support/marks.ts";
import { aKiosk, aPairedDevice } from "../support/pairing.ts";
import { aStack, passTime, type Stack } from "../support/stack.ts";
import { anEventId } from "../support/tickets.ts";
import type { Browser, World } from "../support/world.ts";

/**
 * A day at the bus with marks that stand nowhere else in names, addresses, words and needs: who sees them, and where they must not be. Told in order: the last test
 * takes the table away.
 */
const start = "2026-12-02T23:00:00.000Z";
const during = "2026-12-03T01:05:00.000Z";
/** Syllables of no word of ours. */
const marks = { name: "뷁하쀍", phone: "73917391", mail: "quabble-seeker@example.com", staff: "쒫다래" };
const needs = ["interpreter_vi", "woman_counsellor"] as const;
const groups = ["nk_defector"] as const;

const lines: string[] = [];
let stack: Stack;
let world: World;
let visit: OpenVisit;
let desk: Browser;
let counsellor: Browser;
let seeker: Browser & { mail: string };
let registrationId: string;
const bookingId = anId("bkg");

/** Whatever the process writes from now on, as a log would keep it. */
const listen = () => {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    stream.write = ((chunk: string | Uint8Array, ...rest: never[]) => {
      lines.push(typeof chunk === "string" ? chunk : Buffer.from(chunk).toString());
      return write(chunk, ...rest);
    }) as typeof stream.write;
  }
};

beforeAll(async () => {
  process.env.POWERTOOLS_LOG_LEVEL = "DEBUG";
  listen();
  stack = await aStack(start);
  world = aWorldOverHttp(stack);
  visit = await anOpenVisit(world, { plan: { deadlines: openAllDay }, pattern: { to: "17:00" } });
  desk = await world.staff("desk-quabble@center.example.com", ["desk"]);
  counsellor = await world.staff("counsellor-quabble@center.example.com", ["counsellor"]);
  seeker = await aSeeker(world, visit.visitId, { name: marks.name, phone: `010-0000-${marks.phone.slice(0, 4)}`, mail: marks.mail });
  await stack.drain();
  expect((await bookSlot(world, visit, visit.slots[3] ?? "", seeker, bookingId)).ok).toBe(true);
  const [consentVersion, toGroups] = [currentConsentVersion.sensitive_support, currentConsentVersion.support_groups];
  await world.get("PUT /api/me/support/needs", { body: { needs: [...needs], consentVersion } }, seeker);
  await world.get("PUT /api/me/support/groups", { body: { groups: [...groups], consentVersion: toGroups } }, seeker);
  await stack.drain();
  registrationId = (await world.get("GET /api/me/registrations", {}, seeker)).registrations[0]?.registrationId ?? "";
});
afterAll(() => stack?.stop());

const params = () => ({ visitId: visit.visitId });
const onPerson = () => ({ ...params(), registrationId });

describe("needs and groups", () => {
  test("are in no mail, no export of the access log, no queue, no day list, no pack, and no employer's view", async () => {
    const table = await aPairedAtTable();
    const seen = [
      ...stack.mailbox.list({}).map((mail) => JSON.stringify(mail)),
      JSON.stringify(await world.get("GET /api/staff/visits/{visitId}/day", { params: params() }, desk)),
      JSON.stringify(
        await world.get("POST /api/staff/visits/{visitId}/packs", { params: params(), body: { deviceId: "phone-a-0001" } }, desk),
      ),
      JSON.stringify(await world.get("GET /api/public/visits/{visitId}/board", { params: params() })),
      JSON.stringify(await world.get("GET /api/table/day", {}, table)),
      JSON.stringify(
        await world.get(
          "GET /api/employers/{employerId}/visits/{visitId}/interviews",
          { params: { ...params(), employerId: visit.employerId } },
          visit.employer,
        ),
      ),
    ];
    expect(seen.length).toBeGreaterThan(6);
    for (const text of seen) for (const code of [...needs, ...groups, "베트남어", "북한이탈"]) expect(text).not.toContain(code);
  });

  test("are read by the desk and counsellors of the visit, groups by the counsellor with a time alone, and nothing by an employer whom nobody told", async () => {
    const asked = (what: "needs" | "groups", by: Browser) =>
      world.call(`GET /api/staff/visits/{visitId}/people/{registrationId}/${what}`, { params: onPerson() }, by);
    for (const by of [desk, counsellor]) expect(await asked("needs", by)).toMatchObject({ value: { needs: [...needs] } });
    for (const by of [desk, counsellor, visit.manager, visit.employer, seeker]) expect((await asked("groups", by)).ok).toBe(false);
    for (const by of [visit.employer, seeker]) expect((await asked("needs", by)).ok).toBe(false);
    const ofInterview = { ...onPerson(), employerId: visit.employerId, bookingId };
    const key = "GET /api/employers/{employerId}/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/needs";
    expect(refusalOf(await world.call(key, { params: ofInterview }, visit.employer))).toBe("not-found");
  });
});

const aPairedAtTable = async () => {
  passTime(during);
  return aPairedDevice(world, visit, desk);
};

describe("an employer", () => {
  test("reads a profile only once its person is here, and no longer once they took their consent back", async () => {
    const table = await aPairedAtTable();
    const look = () =>
      world.call("GET /api/table/people/{registrationId}/bookings/{bookingId}", { params: { registrationId, bookingId } }, table);
    expect(refusalOf(await look())).toBe("not-arrived");
    const ticket = await world.get("GET /api/me/visits/{visitId}/ticket", { params: params() }, seeker);
    const body = { eventId: anEventId(), deviceId: "phone-a-0001", at: during, read: { by: "camera" as const, token: ticket.token } };
    expect((await world.call("POST /api/staff/visits/{visitId}/check-ins", { params: params(), body }, desk)).ok).toBe(true);
    const seen = await look();
    expect(JSON.stringify(seen)).toContain(marks.name);
    for (const mark of [marks.mail, marks.phone.slice(0, 4), "1968"]) expect(holdsMark(JSON.stringify(seen), mark), mark).toBe(false);
    await world.get("POST /api/me/consents/{employerId}/withdrawal", { params: { employerId: visit.employerId } }, seeker);
    expect((await look()).ok).toBe(false);
  });
});

describe("a kiosk", () => {
  test("writes a registration and reads nothing, of anybody", async () => {
    const kiosk = await aKiosk(world, visit, desk);
    const register = (form: object) =>
      world.call("PUT /api/kiosk/registrations/{personId}", { params: { personId: anId("psn") }, body: aKioskForm({ ...form }) }, kiosk);
    // Somebody of that name is registered: the answer is that to a stranger.
    const [known, unknown] = [await register({ name: marks.name }), await register({ name: "아무도없음" })];
    expect([known.status, known.ok && known.value]).toEqual([unknown.status, unknown.ok && unknown.value]);
    for (const [key, sent] of [
      ["GET /api/me", {}],
      ["GET /api/me/registrations", {}],
      ["GET /api/table/day", {}],
      ["GET /api/staff/visits/{visitId}/day", { params: params() }],
      ["GET /api/staff/visits/{visitId}/people/{registrationId}/needs", { params: onPerson() }],
    ] as const)
      expect((await world.call(key, sent, kiosk)).ok, key).toBe(false);
  });
});

describe("codes and steps", () => {
  test("a newer code takes the place of the one before", async () => {
    const mail = "twice@example.com";
    const browser = aBrowser();
    const ask = async () => {
      const after = stack.mailbox.list({ to: mail }).at(-1)?.id ?? "";
      await world.get("POST /api/sign-in/challenges", { body: { mail, locale: "ko" } }, browser);
      await stack.drain();
      return stack.mailbox.list({ to: mail, after }).flatMap(({ text }) => /\b\d{6}\b/.exec(text)?.[0] ?? [])[0] ?? "";
    };
    const [first, second] = [await ask(), await ask()];
    const handIn = (code: string) => world.call("POST /api/sign-in/sessions", { body: { code } }, browser);
    if (first !== second) expect((await handIn(first)).ok).toBe(false);
    expect((await handIn(second)).ok).toBe(true);
  });

  test("what opens other ways in asks for a proof of the last minutes", async () => {
    const manager = await world.staff("late-manager@center.example.com", ["manager"]);
    const renew = () => world.call("POST /api/second-step/recovery-codes", {}, manager);
    expect((await renew()).ok).toBe(true);
    passTime(new Date(Date.parse(during) + 40 * 60_000).toISOString());
    expect(refusalOf(await renew())).toBe("fresh-step-needed");
    const { accountId } = await world.get("GET /api/me", {}, counsellor);
    const reset = { params: { accountId }, body: { reason: "분실" } };
    expect(refusalOf(await world.call("POST /api/staff/members/{accountId}/factor-reset", reset, manager))).toBe("fresh-step-needed");
  });
});

describe("files for spreadsheets", () => {
  test("hold no formula, in full width neither", async () => {
    const manager = await world.staff("export-manager@center.example.com", ["manager"]);
    const [plain, wide] = ["=1+1", "＝cmd|' /C calc'!A0"];
    const today = "2026-12-03";
    const ask = (reason: string) => world.call("POST /api/staff/access-log/exports", { body: { from: today, to: today, reason } }, manager);
    for (const reason of [plain, wide, "@SUM(A1)", "-2+3"]) expect((await ask(reason)).ok).toBe(true);
    const taken = await ask("감사");
    const file = String(taken.ok && taken.value);
    expect(file).toContain("'=1+1");
    expect(file).toContain("'＝cmd");
    const cells = file.replace(/^\uFEFF/, "").split(/\r\n|,/);
    expect(cells.filter((cell) => /^"?\s*[=+\-@]/u.test(cell.normalize("NFKC")))).toEqual([]);
  });
});

describe("a flood of one's own", () => {
  test("whoever books and cancels without end is sent sixty mails a day and no more", async () => {
    const mail = "flood-seeker@example.com";
    const flooder = await aSeeker(world, visit.visitId, { mail });
    const slotId = visit.slots[5] ?? "";
    for (let i = 0; i < 40; i++) {
      const bookingId = anId("bkg");
      expect((await bookSlot(world, visit, slotId, flooder, bookingId)).ok).toBe(true);
      const cancelling = { params: { ...params(), bookingId }, query: {} };
      await world.get("DELETE /api/me/visits/{visitId}/bookings/{bookingId}", cancelling, flooder);
    }
    await stack.drain();
    // Codes to sign in with are counted apart.
    const told = stack.mailbox.list({ to: mail }).filter(({ text }) => !/\b\d{6}\b/.test(text));
    expect(told.length).toBeGreaterThan(40);
    expect(told.length).toBeLessThanOrEqual(60);
  });
});

describe("what the process writes", () => {
  test("names nobody: no name, no address, no number, no code, no cookie", async () => {
    await stack.drain();
    const written = lines.join("");
    const codes = stack.mailbox.list({}).flatMap(({ text }) => /\b\d{6}\b/.exec(text)?.[0] ?? []);
    const ticket = await world.get("GET /api/me/visits/{visitId}/ticket", { params: params() }, seeker);
    const cookies = [...seeker.cookies.values(), ...desk.cookies.values()].map((value) => value.split(".").at(-1) ?? value);
    expect(codes.length).toBeGreaterThan(3);
    expect(written).toMatch(/"level":/);
    for (const mark of [...Object.values(marks).slice(0, 3), marks.phone.slice(0, 4), ticket.token, ...cookies, ...codes])
      expect(holdsMark(written, mark), mark).toBe(false);
  });
});

// The last: the table is gone after it.
describe("when the table is gone", () => {
  test("answers say nothing of what is behind them, and protect as all others", async () => {
    const client = new DynamoDBClient({});
    await client.send(new DeleteTableCommand({ TableName: stack.tableName }));
    client.destroy();
    for (const path of ["/api/public/visits", "/api/me"]) {
      const answer = await fetch(`${stack.origin}${path}`, {
        headers: { cookie: [...seeker.cookies].map((pair) => pair.join("=")).join("; ") },
      });
      expect(answer.status, path).toBeGreaterThanOrEqual(500);
      expect(await answer.text()).not.toMatch(/ResourceNotFound|dynamodb|at .*\.ts|stack/i);
      expect(answer.headers.get("content-security-policy")).toMatch(/default-src 'none'/);
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      expect(answer.headers.get("strict-transport-security")).toMatch(/max-age=\d{8}/);
      expect(answer.headers.get("cache-control")).toContain("no-store");
    }
  });
});
