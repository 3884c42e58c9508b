import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { withdrawRequest } from "../../functions/slots/withdraw-slot-request.ts";
import { bookSlot, refusalOf } from "../support/booking.ts";
import { anId, anOpenVisit, anotherEmployer, aPattern, aPlace, approvedSlots, aRegistration, type OpenVisit } from "../support/builders.ts";
import { justBeforeWriting } from "../support/faults.ts";
import { brokenPromises } from "../support/invariants.ts";
import { aPlanOf, carriedOut, drafted, draftPlan, executePlan, showPlan } from "../support/plans.ts";
import { mailedSeekers } from "../support/waitlist.ts";
import { aWorld, type World } from "../support/world.ts";

const tenDaysBefore = "2026-11-23T01:00:00.000Z";

let world: World;
beforeEach(async () => {
  world = await aWorld(tenDaysBefore);
});
afterEach(() => world.close());

const cancelling = aPlanOf({ kind: "cancel-visit" });
const moving = aPlanOf({ kind: "move-visit", date: "2026-12-04", startTime: "10:00", endTime: "17:00", placeId: aPlace.placeId });

/** Times of the centre's own, of one counsellor at one desk. */
const centreTimes = ({ visitId, manager }: OfVisit, pattern: Record<string, unknown>, over: Record<string, unknown> = {}) =>
  world.get(
    "PUT /api/staff/visits/{visitId}/centre-times/{slotRequestId}",
    {
      params: { visitId, slotRequestId: anId("srq") },
      body: { service: "resume", pattern: aPattern(pattern), deskId: "d2", host: "오서린", ...over },
    },
    manager,
  );
type OfVisit = Pick<OpenVisit, "visitId" | "manager">;

describe("when a visit has more desks and hosts than one write takes", () => {
  test("it can be cancelled, which frees each of them; to move them all at once is refused before anything is drafted", async () => {
    const desks = Array.from({ length: 20 }, (_, i) => ({ deskId: `d${i + 1}`, label: `${i + 1}번` }));
    const visit = await anOpenVisit(world, { plan: { desks }, pattern: { to: "10:20" } });
    for (const { deskId } of desks)
      for (const hour of [11, 12, 13, 14, 15])
        await centreTimes(visit, { from: `${hour}:00`, to: `${hour}:20` }, { deskId, host: `상담 ${deskId} ${hour}` });
    expect(refusalOf(await draftPlan(world, visit, moving))).toBe("too-many-slots");
    const { plan } = await carriedOut(world, visit, cancelling);
    expect((await showPlan(world, visit, plan.planId)).plan.state).toBe("done");
    const held = (await world.table.allItems()).filter(({ type, busy }) => type === "host-day" && busy !== undefined);
    expect(held).toEqual([]);
    // the counsellors are free for another visit of that day
    const other = await anOpenVisit(world, { plan: { desks } });
    await centreTimes(other, { from: "11:00", to: "11:20" }, { host: "상담 d1 11" });
  }, 60_000);
});

describe("when a visit is moved to another day after some of its times have begun", () => {
  test("what has begun stays behind: it holds no time of the new day, counts no interview there, and can be noted as missed", async () => {
    const rules = { gapMinutes: 10, maxInterviews: 1 };
    const visit = await anOpenVisit(world, { plan: { rules }, pattern: { to: "10:20" } });
    const [seeker] = (await mailedSeekers(world, visit, 1)) as [Awaited<ReturnType<typeof mailedSeekers>>[number]];
    const bookingId = anId("bkg");
    const booked = await bookSlot(world, visit, visit.slots[0] ?? "", seeker, bookingId);
    await approvedSlots(world, visit, { from: "15:00", to: "15:20" }, "d1");
    await world.settle();
    world.deps.clock.set("2026-12-03T03:00:00.000Z");
    const again = await world.signIn(seeker.mail);
    const manager = await world.staff(`${anId("manager").toLowerCase()}@center.example.com`, ["manager"]);
    await carriedOut(world, { ...visit, manager }, moving);
    const broken = async () => brokenPromises(await world.table.allItems(), world.deps.clock.now());
    expect(await broken()).toEqual([]);
    const { slots } = await centreTimes({ visitId: visit.visitId, manager }, { from: "10:00", to: "10:20" });
    expect(await bookSlot(world, visit, slots[0]?.slotId ?? "", again)).toMatchObject({ ok: true });
    const missed = await world.call(
      "POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/no-show",
      {
        params: { visitId: visit.visitId, registrationId: await registrationOf(bookingId), bookingId },
        body: { seen: { slotId: visit.slots[0], sequence: booked.ok ? booked.value.sequence : 0 }, giveTo: { whom: "nobody" } },
      },
      manager,
    );
    expect(missed).toMatchObject({ ok: true });
    expect(await broken()).toEqual([]);
  });

  test("an employer can take back times that had begun on the old day", async () => {
    const visit = await anOpenVisit(world, { pattern: { to: "10:20" } });
    await approvedSlots(world, visit, { from: "15:00", to: "15:20" }, "d1");
    const { requests } = await world.get(
      "GET /api/employers/{employerId}/slot-requests",
      { params: { employerId: visit.employerId } },
      visit.employer,
    );
    world.deps.clock.set("2026-12-03T03:00:00.000Z");
    const manager = await world.staff(`${anId("manager").toLowerCase()}@center.example.com`, ["manager"]);
    await carriedOut(world, { ...visit, manager }, moving);
    for (const { request } of requests) {
      const key = { employerId: request.employerId, slotRequestId: request.slotRequestId };
      expect(await withdrawRequest(world.deps, key)).toMatchObject({ ok: true });
    }
    const held = (await world.table.allItems()).filter(({ type, busy }) => type === "host-day" && busy !== undefined);
    expect(held).toEqual([]);
  });
});

const registrationOf = async (bookingId: string): Promise<string> =>
  ((await world.table.allItems()).find((item) => item.type === "agenda" && bookingId in (item.bookings as object))
    ?.registrationId as string) ?? "";

describe("while a plan moves a visit", () => {
  test("a time that overlaps what a person has is refused by its name", async () => {
    const visit = await anOpenVisit(world, { pattern: { to: "11:00" } });
    const other = await anotherEmployer(world, visit, { to: "11:00" });
    const [seeker] = (await mailedSeekers(world, visit, 1)) as [Awaited<ReturnType<typeof mailedSeekers>>[number]];
    await bookSlot(world, visit, visit.slots[0] ?? "", seeker);
    await world.settle();
    await executePlan(world, visit, await drafted(world, visit, moving));
    world.deps.clock.forward(1);
    expect(refusalOf(await bookSlot(world, other, other.slots[0] ?? "", seeker))).toBe("times-overlap");
  });
});

describe("while a visit is cancelled", () => {
  test("nobody registers unseen: whoever comes in between is told that it is not open", async () => {
    const visit = await anOpenVisit(world, { pattern: { to: "10:20" } });
    const seeker = await world.signIn("late@example.com");
    justBeforeWriting(world.table, () => carriedOut(world, visit, cancelling));
    const answer = await world.call(
      "PUT /api/me/visits/{visitId}/registration",
      { params: { visitId: visit.visitId }, body: aRegistration() },
      seeker,
    );
    expect(refusalOf(answer)).toBe("visit-not-open");
    expect((await world.table.allItems()).filter(({ type }) => type === "registration")).toEqual([]);
  });
});
