import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { erasePerson, finishErasures } from "../../functions/registrations/erase-person.ts";
import { mergePeople } from "../../functions/same-people/merge-people.ts";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { AccountId, PersonId, VisitId } from "../../shared/domain/ids.ts";
import { phoneLikeness } from "../../shared/domain/same-person.ts";
import { bookSlot, refusalOf } from "../support/booking.ts";
import { Died, dyingAt } from "../support/broken-writes.ts";
import { anId, anOpenVisit, aSeeker, type OpenVisit } from "../support/builders.ts";
import { entriesOf } from "../support/ledger.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

let world: World;
let visit: OpenVisit;
let desk: Browser;
beforeAll(async () => {
  world = await aWorld();
  visit = await anOpenVisit(world);
  desk = await world.staff(`${anId("desk").toLowerCase()}@center.example.com`, ["desk"]);
});
afterAll(() => world.close());

const on = (day: string): string => `${day}T01:00:00.000Z`;
const text = (items: readonly object[]): string => JSON.stringify(items, (_, value) => (value instanceof Set ? [...value] : value));

/** Registered by staff, without an address. */
const assisted = async (
  of: World,
  { visitId }: OpenVisit,
  by: Browser,
  over: object,
): Promise<{ personId: string; registrationId: string }> => {
  const personId = anId("psn");
  const body = { name: "김하늘", birthYear: 1968, locale: "ko", noticeVersion: currentConsentVersion.service_core, ...over };
  return {
    personId,
    ...(await of.get("PUT /api/staff/visits/{visitId}/registrations/{personId}", { params: { visitId, personId }, body }, by)),
  };
};
const personIdOf = async (of: World, browser: Browser): Promise<string> => {
  const { accountId } = await of.get("GET /api/me", {}, browser);
  return (await of.table.allItems()).find((item) => item.type === "account" && item.accountId === accountId)?.personId as string;
};
/** Somebody who signed in and was registered by the desk once more, under a name of their own. */
const twice = async (of: World, at: OpenVisit, by: Browser, { name = anId("이름"), phone = "010-0000-0311" as string | null } = {}) => {
  const seeker = await aSeeker(of, at.visitId, { name, phone: "010-0000-0311" });
  const other = await assisted(of, at, by, { name, ...(phone && { phone }) });
  return { name, seeker, one: await personIdOf(of, seeker), other: other.personId, otherRegistration: other.registrationId };
};
type Two = { one: string; other: string };
const params = () => ({ visitId: visit.visitId });
const list = async (by = desk) => (await world.get("GET /api/staff/visits/{visitId}/same-people", { params: params() }, by)).pairs;
const pairOf = async ({ one, other }: Two) =>
  (await list()).find((pair) => [pair.one.personId, pair.other.personId].sort().join() === [one, other].sort().join());
const merge = ({ one, other }: Two, by = desk, at = params(), of = world) =>
  of.call("POST /api/staff/visits/{visitId}/same-people/merges", { params: at, body: { one, other, reason: "신분증 확인" } }, by);
const separate = ({ one, other }: Two, by = desk) =>
  world.call("POST /api/staff/visits/{visitId}/same-people/separations", { params: params(), body: { one, other, reason: "다른 분" } }, by);

test.for([
  ["the same number", { phoneEnd: "0311" }, "same"],
  ["no number", { phoneEnd: null }, "missing"],
  ["another number", { phoneEnd: "0312" }, "different"],
  ["another year", { birthYear: 1969 }, undefined],
  ["another name", { name: "김하눌" }, undefined],
  ["the name with a blank", { name: "김 하늘" }, "same"],
] as const)("somebody with %s", ([, over, likeness]) => {
  const one = { name: "김하늘", birthYear: 1968, phoneEnd: "0311" };
  expect(phoneLikeness(one, { ...one, ...over })).toBe(likeness);
});

describe("who is there twice", () => {
  test("is found by name and year of birth, masked, with what the numbers say; whoever is called otherwise is not", async () => {
    const two = await twice(world, visit, desk);
    const pair = await pairOf(two);
    expect(pair).toMatchObject({ phone: "same", said: null });
    expect(text([pair ?? {}])).not.toContain(two.name);
    expect([pair?.one.hasMail, pair?.other.hasMail].sort()).toEqual([false, true]);
    const noNumber = await twice(world, visit, desk, { phone: null });
    expect(await pairOf(noNumber)).toMatchObject({ phone: "missing" });
    expect(await pairOf({ one: two.one, other: noNumber.other })).toBeUndefined();
  });

  test("at another visit, too; whom the list shows is in the log, and in what they read of it", async () => {
    const later = await anOpenVisit(world, { plan: { date: "2026-12-17" } });
    const name = anId("이름");
    const seeker = await aSeeker(world, visit.visitId, { name });
    const before = await assisted(world, later, desk, { name, phone: "010-0000-0101" });
    const pair = await pairOf({ one: await personIdOf(world, seeker), other: before.personId });
    expect([pair?.one, pair?.other].map((one) => one?.registrationId).filter((id) => id === null)).toHaveLength(1);
    const shown = (await entriesOf(world, "same-people")).flatMap(({ among = [] }) => among);
    expect(shown).toContain(before.registrationId);
    const { rows } = await world.get("GET /api/me/access-log", {}, seeker);
    expect(rows.map(({ kind }) => kind)).toContain("same-people");
  });

  test("after a correction is found under the new name, and under the old one no more", async () => {
    const two = await twice(world, visit, desk);
    const body = { name: anId("새이름"), birthYear: 1968, phone: "010-0000-0311", locale: "ko" };
    await world.call("PUT /api/me/details", { body }, two.seeker);
    expect(await pairOf(two)).toBeUndefined();
    expect(refusalOf(await merge(two))).toBe("people-differ");
  });
});

describe("two records of one person", () => {
  test("are merged with a reason, once, and taken apart again", async () => {
    const two = await twice(world, visit, desk);
    const logged = (await entriesOf(world, "people-merged")).length;
    expect(await merge(two)).toMatchObject({ status: 204 });
    expect(await merge({ one: two.other, other: two.one })).toMatchObject({ status: 204 });
    expect(await pairOf(two)).toMatchObject({ said: "same" });
    const entries = await entriesOf(world, "people-merged");
    expect(entries).toHaveLength(logged + 1);
    expect(entries.at(-1)).toMatchObject({ by: { role: "desk" }, reason: "신분증 확인", people: 2 });
    expect(entries.at(-1)?.among).toContain(two.otherRegistration);

    expect(await separate(two)).toMatchObject({ status: 204 });
    expect(await separate(two)).toMatchObject({ status: 204 });
    expect(await pairOf(two)).toMatchObject({ said: null });
    expect((await entriesOf(world, "people-separated")).at(-1)).toMatchObject({ reason: "다른 분" });
    // As before: what is of the one is not of the other.
    const { records } = await world.get("GET /api/me/export", {}, two.seeker);
    expect(text(records)).not.toContain(two.otherRegistration);
  });

  test("of three the first stays the one that all lead to; two that both lead others stay apart", async () => {
    const two = await twice(world, visit, desk);
    const third = await assisted(world, visit, desk, { name: two.name, phone: "010-0000-0311" });
    await merge(two);
    expect(await merge({ one: third.personId, other: two.other })).toMatchObject({ status: 204 });
    expect(await pairOf({ one: third.personId, other: two.one })).toMatchObject({ said: "same" });
    const fourth = await assisted(world, visit, desk, { name: two.name });
    const fifth = await assisted(world, visit, desk, { name: two.name });
    await merge({ one: fourth.personId, other: fifth.personId });
    expect(refusalOf(await merge({ one: two.one, other: fourth.personId }))).toBe("already-merged");
  });

  test("count once in the day of a visit, and twice when they are taken apart again", async () => {
    const registered = async () => (await world.get("GET /api/staff/visits/{visitId}/day", { params: params() }, desk)).registered;
    const before = await registered();
    const two = await twice(world, visit, desk);
    expect(await registered()).toBe(before + 2);
    expect((await merge(two)).ok).toBe(true);
    expect(await registered()).toBe(before + 1);
    expect((await separate(two)).ok).toBe(true);
    expect(await registered()).toBe(before + 2);
  });

  test("are for the desk and the manager of a visit where one of them is registered", async () => {
    const two = await twice(world, visit, desk);
    const counsellor = await world.staff(`${anId("cns").toLowerCase()}@center.example.com`, ["counsellor"]);
    expect(refusalOf(await merge(two, counsellor))).toBe("not-allowed");
    const elsewhere = await anOpenVisit(world);
    expect(refusalOf(await merge(two, desk, { visitId: elsewhere.visitId }))).toBe("not-found");
    expect(refusalOf(await merge({ one: two.one, other: anId("psn") }))).toBe("not-found");
    expect(refusalOf(await merge({ one: two.one, other: two.one }))).toBe("not-found");
    expect(await merge(two, visit.manager)).toMatchObject({ status: 204 });
  });

  test("whoever merges them in the same moment does it once", async () => {
    const two = await twice(world, visit, desk);
    const logged = (await entriesOf(world, "people-merged")).length;
    const answers = await Promise.all(Array.from({ length: 6 }, (_, i) => merge(i % 2 ? two : { one: two.other, other: two.one })));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204, 204, 204]);
    expect(await entriesOf(world, "people-merged")).toHaveLength(logged + 1);
  });

  test.for(["before", "after"] as const)(
    "a process that dies %s its write leaves both or nothing, and the same request goes on",
    async (when) => {
      const two = await twice(world, visit, desk);
      const dying = dyingAt(world.table, 1, when);
      const by = { by: { accountId: AccountId.parse(anId("acc")) } };
      const wanted = {
        visitId: VisitId.parse(visit.visitId),
        one: PersonId.parse(two.one),
        other: PersonId.parse(two.other),
        reason: when,
      };
      const logged = (await entriesOf(world, "people-merged")).length;
      await expect(mergePeople({ ...world.deps, db: dying.db }, wanted, by)).rejects.toThrow(Died);
      const done = when === "after" ? 1 : 0;
      expect(await entriesOf(world, "people-merged")).toHaveLength(logged + done);
      expect(await pairOf(two)).toMatchObject({ said: done === 1 ? "same" : null });
      expect(await mergePeople(world.deps, wanted, by)).toMatchObject({ ok: true });
      expect(await entriesOf(world, "people-merged")).toHaveLength(logged + 1);
    },
  );
});

describe("what is of a merged person", () => {
  test("is exported whole, with what was read, and taken back whole", async () => {
    const two = await twice(world, visit, desk);
    const bookingId = anId("bkg");
    const at = { visitId: visit.visitId, registrationId: two.otherRegistration, bookingId };
    const body = { slotId: visit.slots[0], consentVersion: currentConsentVersion.to_employer, reason: "전화 요청" };
    await world.get("PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}", { params: at, body }, desk);
    await merge(two);
    const mine = await world.get("GET /api/me/export", {}, two.seeker);
    expect(text(mine.records)).toContain(two.otherRegistration);
    expect(mine.visits).toHaveLength(1);
    expect(mine.consents.employers.map(({ employerId }) => employerId)).toEqual([visit.employerId]);
    expect(mine.access.map(({ kind }) => kind)).toContain("people-merged");
    const { employerId } = visit;
    await world.get("POST /api/me/consents/{employerId}/withdrawal", { params: { employerId } }, two.seeker);
    const [employer] = (await world.get("GET /api/me/consents", {}, two.seeker)).employers;
    expect(employer).toMatchObject({ stands: false, isSeen: false });
  });

  test("is erased whole", async () => {
    const two = await twice(world, visit, desk);
    await bookSlot(world, visit, visit.slots[2] ?? "", two.seeker);
    await merge(two);
    expect(await world.call("POST /api/me/erasure", {}, two.seeker)).toMatchObject({ ok: true });
    const left = (await world.table.allItems()).filter(({ type }) => type !== "locked-form" && type !== "challenge");
    expect(text(left)).not.toContain(two.name);
    expect(left.filter(({ type }) => type === "erasure")).toEqual([]);
    const tombs = left.filter(({ type, erasedAt }) => type === "person" && erasedAt !== undefined).map(({ personId }) => personId);
    expect(tombs).toEqual(expect.arrayContaining([two.one, two.other]));
  });

  test("is erased whole, too, where the process dies at any of its writes", { timeout: 300_000 }, async () => {
    for (let n = 1; ; n++) {
      const two = await twice(world, visit, desk);
      await merge(two);
      const dying = dyingAt(world.table, n, n % 2 ? "before" : "after");
      const whom = { personId: PersonId.parse(two.other), wantedBy: "person" } as const;
      await erasePerson({ ...world.deps, db: dying.db }, whom).catch((error: unknown) => {
        if (!(error instanceof Died)) throw error;
      });
      const isOver = dying.writes() < n;
      // Sent again by whoever got no answer, where not even the first write was done; else the timed task goes on.
      if (n === 1) await erasePerson(world.deps, whom);
      await finishErasures(world.deps);
      const left = (await world.table.allItems()).filter(({ type }) => type !== "locked-form" && type !== "challenge");
      expect([n, text(left).includes(two.name)]).toEqual([n, false]);
      if (isOver) break;
    }
  });
});

describe("as time goes by", () => {
  test("a merged person counts once, and is kept until the limit of the last visit under either record", { timeout: 300_000 }, async () => {
    const other = await aWorld();
    try {
      const first = await anOpenVisit(other);
      const later = await anOpenVisit(other, { plan: { date: "2027-01-14" } });
      const by = await other.staff(`${anId("desk").toLowerCase()}@center.example.com`, ["desk"]);
      const two = await twice(other, first, by, { name: "두번온별" });
      await assisted(other, first, by, { name: "한번온별" });
      const again = await assisted(other, later, by, { name: "두번온별", phone: "010-0000-0311" });
      const merged = (pair: Two) => merge(pair, by, { visitId: first.visitId }, other);
      expect([(await merged(two)).status, (await merged({ one: two.one, other: again.personId })).status]).toEqual([204, 204]);
      await other.settle();
      const purgedOn = async (day: string) => {
        other.deps.clock.set(on(day));
        await other.fire("purge-data");
        return other.table.allItems();
      };
      const totals = (await purgedOn("2027-12-04")).find(({ type, visitId }) => type === "visit-totals" && visitId === first.visitId);
      expect(totals).toMatchObject({ counts: { registered: 2 } });
      expect(text(await purgedOn("2028-03-10"))).toContain("두번온별");
      expect(text(await other.table.allItems())).not.toContain("한번온별");
      const after = (await purgedOn("2028-04-15")).filter(({ type }) => type !== "challenge");
      expect(text(after)).not.toContain("두번온별");
    } finally {
      await other.close();
    }
  });
});
