import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { transact } from "../../functions/platform/transact.ts";
import { withdrawSlot } from "../../functions/slots/slot-writes.ts";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import type { SlotId, VisitId } from "../../shared/domain/ids.ts";
import { bookSlot, cancelBooking, refusalOf } from "../support/booking.ts";
import { anId, anOpenVisit, anotherEmployer, aPattern, aSlotId, type OpenVisit, seekersOf } from "../support/builders.ts";
import {
  aHolder,
  forPosting,
  forSlot,
  joinList,
  laterFor,
  leaveList,
  mailedSeekers,
  offerOf,
  type Seeker,
  waits,
  waitsOf,
} from "../support/waitlist.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

/** 10:00 in Seoul, ten days before the visit. */
const start = "2026-11-23T01:00:00.000Z";

let world: World;
let visit: OpenVisit;
let people: Seeker[];
const at = (n: number): Seeker => people[n] as Seeker;
const slot = (n: number): string => visit.slots[n] ?? "";

beforeAll(async () => {
  world = await aWorld(start);
});
beforeEach(async () => {
  world.deps.clock.set(start);
  // 10:00, 10:20, 10:40
  visit = await anOpenVisit(world, { pattern: { to: "11:00" } });
  people = await mailedSeekers(world, visit, 6);
});
afterAll(() => world.close());

/** Every time of the posting is taken. */
const full = () => Promise.all([0, 1, 2].map((n) => aHolder(world, visit, slot(n), at(n))));

describe("when somebody joins a list", () => {
  test("they are told their place in one order for slots and any time, see it on their page, and joining again answers the same", async () => {
    await full();
    const waitId = anId("wai");
    await waits(world, visit, forSlot(slot(0)), at(3));
    world.deps.clock.forward(1);
    const joined = await joinList(world, visit, forPosting(visit), at(4), { waitId });
    expect(joined).toMatchObject({ status: 201, value: { place: 2, entry: { waitId, list: visit.postingId, passed: [] } } });
    world.deps.clock.forward(1);
    await waits(world, visit, forSlot(slot(0)), at(5));
    const again = await joinList(world, visit, forPosting(visit), at(4), { waitId });
    expect(again).toMatchObject({ status: 200, value: joined.ok && joined.value });
    expect(await waitsOf(world, visit, at(4))).toMatchObject([{ place: 2, entry: { waitId }, postingTitleKo: "펌프 부품 조립원" }]);
    expect(await waitsOf(world, visit, at(5))).toMatchObject([{ place: 3, entry: { slotId: slot(0) } }]);
    expect(refusalOf(await joinList(world, visit, forSlot(slot(1)), at(4), { waitId }))).toBe("id-taken");
  });

  test("what they agreed to is kept with the entry, and staff do not see it", async () => {
    await full();
    await waits(world, visit, forPosting(visit), at(3));
    expect(await waitsOf(world, visit, at(3))).toMatchObject([
      { entry: { consent: { version: currentConsentVersion.to_employer, channel: "web", locale: "ko" } } },
    ]);
    const params = { visitId: visit.visitId };
    const { waits: rows } = await world.get("GET /api/staff/visits/{visitId}/waits", { params }, visit.manager);
    expect(rows).toMatchObject([{ maskedName: "김○늘", entry: { list: visit.postingId } }]);
    expect(JSON.stringify(rows)).not.toMatch(/consent|김하늘/);
  });

  test("twice at once for the same, under two ids, they stand in it once", async () => {
    await full();
    const answers = await Promise.all([1, 2, 3].map(() => joinList(world, visit, forPosting(visit), at(3))));
    expect(answers.map((answer) => (answer.ok ? "joined" : answer.problem.code)).sort()).toEqual([
      "already-waiting",
      "already-waiting",
      "joined",
    ]);
    expect(await waitsOf(world, visit, at(3))).toHaveLength(1);
  });
});

describe("when there is nothing to wait for", () => {
  test("because a seat is free: they are told which", async () => {
    const [, second] = await full();
    await second?.cancel();
    const answer = await joinList(world, visit, forPosting(visit), at(3));
    expect(answer).toMatchObject({
      status: 409,
      problem: { code: "seat-free", alternatives: [{ slotId: slot(1), postingId: visit.postingId }] },
    });
    expect(refusalOf(await joinList(world, visit, forSlot(slot(1)), at(3)))).toBe("seat-free");
    expect(await joinList(world, visit, forSlot(slot(0)), at(3))).toMatchObject({ status: 201 });
  });

  test("a free seat that they could not take does not count", async () => {
    const other = await anotherEmployer(world, visit, { to: "11:00" });
    const [, , third] = await full();
    await third?.cancel();
    await bookSlot(world, other, other.slots[2] ?? "", at(3));
    expect(await joinList(world, visit, forPosting(visit), at(3))).toMatchObject({ status: 201 });
  });

  test("after online booking has closed a free seat is offered through the list, since it can be had no other way", async () => {
    // 18:30 in Seoul, three days before the visit
    await laterFor(world, "2026-11-30T09:30:00.000Z", people);
    expect(refusalOf(await bookSlot(world, visit, slot(0), at(3)))).toBe("booking-closed");
    await waits(world, visit, forSlot(slot(0)), at(3));
    expect(await offerOf(world, visit, at(3))).toMatchObject({ slotId: slot(0) });
  });

  test("because they are booked then, or have three interviews: they are told by which; any other time they may wait for", async () => {
    const other = await anotherEmployer(world, visit, { to: "14:00" });
    const [, second] = await full();
    const bookingId = second?.bookingId;
    const clash = await joinList(world, visit, forSlot(slot(2)), at(1));
    expect(clash).toMatchObject({ status: 409, problem: { code: "times-overlap", clash: { bookingId } } });
    expect(await joinList(world, visit, forPosting(visit), at(1))).toMatchObject({ status: 201 });
    for (const n of [4, 6, 8]) await bookSlot(world, other, other.slots[n] ?? "", at(3));
    expect(refusalOf(await joinList(world, visit, forSlot(slot(0)), at(3)))).toBe("interview-limit");
    expect(await joinList(world, visit, forPosting(visit), at(3))).toMatchObject({ status: 201 });
  });

  test("because they wait for it already", async () => {
    await full();
    await waits(world, visit, forSlot(slot(0)), at(3));
    expect(refusalOf(await joinList(world, visit, forSlot(slot(0)), at(3)))).toBe("already-waiting");
    expect(await joinList(world, visit, forSlot(slot(2)), at(3))).toMatchObject({ status: 201 });
  });

  test("because it was withdrawn, has begun, or is none of this visit", async () => {
    await full();
    await transact(world.deps.db, { slot: withdrawSlot({ visitId: visit.visitId as VisitId, slotId: slot(0) as SlotId }, false) });
    expect(refusalOf(await joinList(world, visit, forSlot(slot(0)), at(3)))).toBe("slot-withdrawn");
    expect(refusalOf(await joinList(world, visit, forSlot(aSlotId()), at(3)))).toBe("not-found");
    expect(refusalOf(await joinList(world, visit, forPosting({ postingId: anId("pst") }), at(3)))).toBe("not-found");
    expect(refusalOf(await joinList(world, visit, { for: "service", service: "resume" }, at(3)))).toBe("not-found");
    // as the second time begins
    await laterFor(world, "2026-12-03T01:20:00.000Z", people);
    expect(refusalOf(await joinList(world, visit, forSlot(slot(1)), at(3)))).toBe("already-started");
    expect(await joinList(world, visit, forSlot(slot(2)), at(3))).toMatchObject({ status: 201 });
  });

  test.for([
    ["screened", "apply-first"],
    ["walk_in", "walk-in-only"],
  ] as const)("because its times are %s", async ([mode, refusal]) => {
    const slotRequestId = anId("srq");
    const params = { employerId: visit.employerId, slotRequestId };
    const body = {
      ...{ visitId: visit.visitId, postingId: visit.postingId, mode, interviewers: ["한가람"] },
      pattern: aPattern({ from: "14:00", to: "14:20" }),
    };
    await world.get("PUT /api/employers/{employerId}/slot-requests/{slotRequestId}", { params, body }, visit.employer);
    await world.get(
      "POST /api/staff/employers/{employerId}/slot-requests/{slotRequestId}/decision",
      { params, body: { decision: "approve", deskIds: ["d2"] } },
      visit.manager,
    );
    expect(refusalOf(await joinList(world, visit, forSlot(`slt_${slotRequestId.slice(4)}-00`), at(3)))).toBe(refusal);
  });

  test("without registration, without the consent text of today, or for a visit that is not open", async () => {
    await full();
    const stranger = await world.signIn(`${anId("stranger").toLowerCase()}@example.com`);
    expect(refusalOf(await joinList(world, visit, forPosting(visit), stranger))).toBe("not-registered");
    expect(refusalOf(await joinList(world, visit, forPosting(visit), at(3), { consentVersion: "2020-01" }))).toBe("consent-outdated");
    const planned = await anOpenVisit(world, { opened: false, pattern: { to: "10:20" } });
    expect(refusalOf(await joinList(world, planned, forPosting(planned), at(3)))).toBe("visit-not-open");
  });

  test("more than ten lists at once", async () => {
    const other = await anotherEmployer(world, visit, { to: "11:00", minutes: 5 });
    await full();
    // 10:00 to 10:55 of another employer, each time taken: eleven things to wait for
    const others = await seekersOf(world, visit.visitId, other.slots.length);
    await Promise.all(other.slots.map((slotId, i) => bookSlot(world, other, slotId, others[i] as Browser)));
    for (const slotId of other.slots.slice(0, 10)) await waits(world, other, forSlot(slotId), at(3));
    const [eleventh = ""] = other.slots.slice(10);
    const answer = await joinList(world, other, forSlot(eleventh), at(3));
    expect(answer).toMatchObject({ status: 429, problem: { code: "too-many-requests" } });
    const [first] = await waitsOf(world, visit, at(3));
    await leaveList(world, visit, first?.entry.waitId ?? "", at(3));
    expect(await joinList(world, other, forSlot(eleventh), at(3))).toMatchObject({ status: 201 });
  });
});

describe("when somebody asks for an earlier time", () => {
  test("it must be earlier, and the booking live and of the same list", async () => {
    const other = await anotherEmployer(world, visit, { from: "14:00", to: "14:20" });
    const [, second, third] = await full();
    const elsewhere = await aHolder(world, other, other.slots[0] ?? "", at(3));
    const ask = (waitFor: Parameters<typeof joinList>[2], seeker: Browser, replaces: string | undefined) =>
      joinList(world, visit, waitFor, seeker, { replaces, consentVersion: undefined });
    expect(refusalOf(await ask(forSlot(slot(2)), at(1), second?.bookingId))).toBe("booking-changed");
    expect(refusalOf(await ask(forPosting(visit), at(3), elsewhere.bookingId))).toBe("booking-changed");
    expect(refusalOf(await ask(forPosting(visit), at(1), third?.bookingId))).toBe("booking-changed");
    expect(await ask(forPosting(visit), at(2), third?.bookingId)).toMatchObject({
      status: 201,
      value: { entry: { replaces: third?.bookingId } },
    });
    await cancelBooking(world, visit, second?.bookingId ?? "", at(1));
    expect(refusalOf(await ask(forSlot(slot(0)), at(1), second?.bookingId))).toBe("booking-changed");
  });

  test("one that is free they are told to move to", async () => {
    const [first, , third] = await full();
    await first?.cancel();
    const answer = await joinList(world, visit, forPosting(visit), at(2), { replaces: third?.bookingId });
    expect(answer).toMatchObject({ problem: { code: "seat-free", alternatives: [{ slotId: slot(0) }] } });
  });
});

describe("when somebody leaves a list", () => {
  test("leaving twice is leaving once, and the id is used up", async () => {
    await full();
    const waitId = await waits(world, visit, forPosting(visit), at(3));
    expect(await leaveList(world, visit, waitId, at(3))).toMatchObject({ status: 204 });
    expect(await leaveList(world, visit, waitId, at(3))).toMatchObject({ status: 204 });
    expect(await waitsOf(world, visit, at(3))).toEqual([]);
    expect(refusalOf(await joinList(world, visit, forPosting(visit), at(3), { waitId }))).toBe("id-taken");
  });

  test("one that is not theirs is not found", async () => {
    await full();
    const waitId = await waits(world, visit, forPosting(visit), at(3));
    expect(refusalOf(await leaveList(world, visit, waitId, at(4)))).toBe("not-found");
    expect(refusalOf(await leaveList(world, visit, anId("wai"), at(3)))).toBe("not-found");
    expect(await waitsOf(world, visit, at(3))).toHaveLength(1);
  });
});
