import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { LedgerEntry } from "../../functions/ledger/ledger-writes.ts";
import { refusalOf } from "../support/booking.ts";
import { anId, anOpenVisit, aProfile, duringVisit, type OpenVisit } from "../support/builders.ts";
import { aBrowser } from "../support/calls.ts";
import { breakRequests } from "../support/faults.ts";
import { entriesOf } from "../support/ledger.ts";
import { aPairedDevice } from "../support/pairing.ts";
import { aDesk } from "../support/tickets.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

let world: World;
let visit: OpenVisit;
beforeAll(async () => {
  world = await aWorld(duringVisit);
  visit = await anOpenVisit(world);
  await world.settle();
});
afterAll(() => world.close());
beforeEach(() => world.deps.clock.set(duringVisit));
let stop = (): void => {};
afterEach(() => stop());

const idOf = async (browser: Browser): Promise<string> => (await world.get("GET /api/me", {}, browser)).accountId;
/** Entries of one kind that came from a browser. */
const from = async ({ ip }: Browser, kind: LedgerEntry["kind"]) => (await entriesOf(world, kind)).filter((entry) => entry.ip === ip);
const anAddress = () => `${anId("somebody").toLowerCase()}@example.com`;
const days = (entry: LedgerEntry | undefined) =>
  ((entry as unknown as { expiresAt: number }).expiresAt * 1000 - Date.parse(entry?.at ?? "")) / 86_400_000;

const askForCode = (mail: string, browser: Browser) =>
  world.call("POST /api/sign-in/challenges", { body: { mail, locale: "ko" } }, browser);
const handIn = (code: string, browser: Browser) => world.call("POST /api/sign-in/sessions", { body: { code } }, browser);

describe("whoever may look at others' data", () => {
  test("is noted when they sign in and out", async () => {
    const desk = await aDesk(world);
    const accountId = await idOf(desk);
    expect(await from(desk, "signed-in")).toMatchObject([{ by: { accountId }, at: duringVisit }]);
    await world.get("DELETE /api/sign-in/session", {}, desk);
    expect(await from(desk, "signed-out")).toMatchObject([{ by: { accountId } }]);
  });

  test("is noted when a code was wrong, once an hour however often it is tried, for two years", async () => {
    const mail = anAddress();
    const desk = await world.staff(mail, ["desk"]);
    const accountId = await idOf(desk);
    const browser = aBrowser();
    await askForCode(mail, browser);
    for (const code of ["000000", "000001"]) expect(refusalOf(await handIn(code, browser))).toMatch(/wrong-code/);
    const [failure, ...others] = await from(browser, "sign-in-failed");
    expect(others).toEqual([]);
    expect(failure).toMatchObject({ by: { accountId }, refusal: "wrong-code" });
    expect(JSON.stringify(failure)).not.toContain(mail);
    expect(days(failure)).toBeGreaterThanOrEqual(731);
  });
});

describe("the second step", () => {
  test("is noted when it is enrolled, proved and refused, and so is taking it away; the sign-in stays the same through all of it", async () => {
    const mail = anAddress();
    const desk = await world.staff(mail, ["desk"]);
    const accountId = await idOf(desk);
    const [added] = await from(desk, "factor-added");
    expect(added).toMatchObject({ by: { accountId }, session: expect.any(String) });
    const prove = () => world.call("POST /api/second-step/proofs/recovery-code", { body: { code: "AAAA-AAAA" } }, desk);
    for (const _ of ["once", "and again"]) expect(refusalOf(await prove())).toBe("proof-refused");
    expect(await from(desk, "second-step-failed")).toMatchObject([{ by: { accountId }, refusal: "proof-refused" }]);

    await world.get("POST /api/second-step/recovery-codes", {}, desk);
    expect(await from(desk, "recovery-codes-made")).toMatchObject([{ by: { accountId }, session: added?.session }]);

    const sent = { params: { accountId }, body: { reason: "휴대전화 분실" } };
    await world.get("POST /api/staff/members/{accountId}/factor-reset", sent, visit.manager);
    expect((await entriesOf(world, "factors-reset")).filter((entry) => entry.accountId === accountId)).toMatchObject([
      { by: { accountId: await idOf(visit.manager) }, reason: "휴대전화 분실", ip: visit.manager.ip },
    ]);
  });
});

describe("whoever sees nobody's data but their own", () => {
  test("comes and goes unnoted", async () => {
    const seeker = await world.signIn(anAddress());
    await world.get("DELETE /api/sign-in/session", {}, seeker);
    expect([...(await from(seeker, "signed-in")), ...(await from(seeker, "signed-out"))]).toEqual([]);
  });

  test("is told from others by a hash where sign-in fails or is tried too often, for 90 days", async () => {
    const mail = anAddress();
    const browser = aBrowser();
    await askForCode(mail, browser);
    expect(refusalOf(await handIn("000000", browser))).toBe("wrong-code");
    for (let i = 0; i < 4; i++) await askForCode(mail, browser);
    const failures = [...(await from(browser, "sign-in-failed")), ...(await from(browser, "too-many-codes"))];
    expect(failures).toMatchObject([
      { by: { addressHash: expect.stringMatching(/^[\w-]{22}$/) }, refusal: "wrong-code" },
      { by: { addressHash: expect.any(String) }, refusal: "too-many-requests" },
    ]);
    expect(new Set(failures.map(({ by }) => JSON.stringify(by))).size).toBe(1);
    // to the end of the day
    for (const failure of failures) expect(Math.floor(days(failure))).toBe(90);
    expect(JSON.stringify(failures)).not.toContain(mail);
  });
});

describe("rights", () => {
  test("that a manager gives, changes and takes away are noted with what was before, for three years", async () => {
    const mail = anAddress();
    const give = (roles: string[]) => world.get("PUT /api/staff/members", { body: { mail, name: "오서린", roles } }, visit.manager);
    const { accountId } = await give(["desk"]);
    await give(["desk", "counsellor"]);
    await give([]);
    const grants = (await entriesOf(world, "roles-changed")).filter((entry) => entry.accountId === accountId);
    const manager = await idOf(visit.manager);
    expect(grants.map(({ before, after }) => ({ before, after }))).toEqual(
      expect.arrayContaining([
        { before: [], after: ["desk"] },
        { before: ["desk"], after: ["desk", "counsellor"] },
        { before: ["desk", "counsellor"], after: [] },
      ]),
    );
    for (const grant of grants) {
      expect(grant).toMatchObject({ by: { accountId: manager, role: "manager" }, ip: visit.manager.ip, session: expect.any(String) });
      expect(days(grant)).toBeGreaterThanOrEqual(3 * 365);
    }
    expect(JSON.stringify(grants)).not.toMatch(/오서린|@/);
  });

  test("that cannot be noted are not given", async () => {
    const mail = anAddress();
    stop = world.table.wire.tap(async ({ operation, input }, next) => {
      const touches = operation === "TransactWriteItems" && JSON.stringify(input).includes(world.table.ledger.table);
      return touches ? { status: 400, body: JSON.stringify({ __type: "x#ThrottlingException" }) } : next();
    });
    const answer = await world.call("PUT /api/staff/members", { body: { mail, name: "오서린", roles: ["manager"] } }, visit.manager);
    stop();
    expect(answer.ok).toBe(false);
    const { members } = await world.get("GET /api/staff/members", {}, visit.manager);
    expect(members.some((member) => member.mail === mail)).toBe(false);
  });

  test("over an employer are noted with who registered it", async () => {
    const member = await world.signIn(anAddress());
    const employerId = anId("emp");
    const sent = { params: { employerId }, body: aProfile() };
    await world.get("PUT /api/employers/{employerId}", sent, member);
    await world.get("PUT /api/employers/{employerId}", sent, member);
    const accountId = await idOf(member);
    expect(await from(member, "member-added")).toMatchObject([
      { by: { accountId }, accountId, employerId, before: [], after: [employerId] },
    ]);
  });
});

test("a device at a table is noted when its code is given, when it is paired and when that ends", async () => {
  const desk = await aDesk(world);
  const today = await anOpenVisit(world);
  const device = await aPairedDevice(world, today, desk);
  const { employerId, visitId } = today;
  expect(await from(desk, "table-code-given")).toMatchObject([{ by: { accountId: await idOf(desk) }, employerId, visitId }]);
  const [paired] = await from(device, "table-paired");
  expect(paired).toMatchObject({ by: { pairingId: expect.stringMatching(/^prg_/), employerId }, visitId });
  await world.get("DELETE /api/table/pairing", {}, device);
  expect(await from(device, "table-pairing-ended")).toMatchObject([{ by: paired?.by, session: paired?.session }]);
});

test("a new key of a visit is noted", async () => {
  await world.get("POST /api/staff/visits/{visitId}/ticket-keys", { params: { visitId: visit.visitId } }, visit.manager);
  expect(await from(visit.manager, "keys-rotated")).toMatchObject([{ visitId: visit.visitId, by: { role: "manager" } }]);
});

test("whoever leaves gets away, also when it cannot be noted; whoever comes does not get in", async () => {
  const mail = anAddress();
  const desk = await world.staff(mail, ["desk"]);
  await askForCode(mail, desk);
  await world.settle();
  stop = breakRequests(world.table, "throttled", Number.POSITIVE_INFINITY, "PutItem").stop;
  expect(await world.call("DELETE /api/sign-in/session", {}, desk)).toMatchObject({ status: 204 });
  expect(world.deps.log.lines.at(-1)).toMatchObject({ level: "error", message: "access.not-noted" });
  expect(await handIn(world.codeFor(mail), desk)).toMatchObject({ status: 503 });
  expect(desk.cookies.has("__Host-session")).toBe(false);
});
