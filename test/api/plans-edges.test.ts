import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { brokenPromises } from "../../functions/entry/broken-promises.ts";
import { visitKey } from "../../functions/platform/keys.ts";
import { transact } from "../../functions/platform/transact.ts";
import type { SlotItem } from "../../functions/slots/slot-reads.ts";
import { passSeat, takeSeat } from "../../functions/slots/slot-writes.ts";
import { withdrawRequest } from "../../functions/slots/withdraw-slot-request.ts";
import type { WaitlistEntryItem } from "../../functions/waitlist/waitlist-reads.ts";
import { noteOffer } from "../../functions/waitlist/waitlist-writes.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { applied } from "../support/application.ts";
import { bookSlot, liveBookingsOf, refusalOf } from "../support/booking.ts";
import { anId, anOpenVisit, anotherEmployer, aPattern, aPlace, approvedSlots, aRegistration, type OpenVisit } from "../support/builders.ts";
import { justBeforeReading, justBeforeWriting } from "../support/faults.ts";
import { lastNews, newsTo } from "../support/mails.ts";
import { aPlanOf, carriedOut, changeDesk, drafted, draftPlan, executePlan, showPlan, slotsOf } from "../support/plans.ts";
import { aHolder, forPosting, forSlot, mailedSeekers, waits } from "../support/waitlist.ts";
import { aWorld, type World } from "../support/world.ts";

const tenDaysBefore = "2026-11-23T01:00:00.000Z";

let world: World;
beforeEach(async () => {
  world = await aWorld(tenDaysBefore);
});
afterEach(() => world.close());

type Mailed = Awaited<ReturnType<typeof mailedSeekers>>[number];
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
    const [seeker] = (await mailedSeekers(world, visit, 1)) as [Mailed];
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
    const [seeker] = (await mailedSeekers(world, visit, 1)) as [Mailed];
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
    expect(await world.get("GET /api/me/registrations", {}, seeker)).toEqual({ registrations: [] });
    await world.settle();
    const items = await world.table.allItems();
    expect(items.filter(({ type }) => type === "registration" || type === "registration-pointer" || type === "agenda")).toEqual([]);
    expect(newsTo(world, "late@example.com").map(({ subject }) => subject)).not.toContain("사전 등록을 마쳤습니다");
  });
});

describe("when the same plan is sent twice and the second copy has read before the first one wrote", () => {
  test.for([
    { done: "started", change: { kind: "shift-desk", deskId: "d1", minutes: 20 } },
    { done: "carried out", change: { kind: "release-desk", deskId: "d1" } },
  ])("a change of a desk, $done, is answered as the first: $change.kind", async ({ done, change }) => {
    const visit = await anOpenVisit(world, { pattern: { to: "10:40" } });
    const [body, planId] = [aPlanOf(change), anId("pln")];
    justBeforeReading(world.table, visitKey(visit.visitId as VisitId), async () => {
      expect(await changeDesk(world, visit, body, visit.manager, planId)).toMatchObject({ ok: true });
      if (done === "carried out") await world.settle();
    });
    expect(await changeDesk(world, visit, body, visit.manager, planId)).toMatchObject({ status: 200, value: { planId } });
  });

  test("what cancels a visit is answered as the first", async () => {
    const visit = await anOpenVisit(world, { pattern: { to: "10:20" } });
    const preview = await drafted(world, visit, cancelling);
    justBeforeReading(world.table, visitKey(visit.visitId as VisitId), async () => {
      expect(await executePlan(world, visit, preview)).toMatchObject({ ok: true });
    });
    expect(await executePlan(world, visit, preview)).toMatchObject({ ok: true, value: { planId: preview.plan.planId } });
  });
});

describe("when one person has more than one write takes", () => {
  test("they are taken through in parts and told once, of everything", async () => {
    const rules = { gapMinutes: 0, maxInterviews: 20 };
    const visit = await anOpenVisit(world, { plan: { rules }, pattern: { to: "10:20" } });
    const near = await anOpenVisit(world, { plan: { date: "2026-12-10", rules }, pattern: { to: "10:20" } });
    const pattern = { from: "11:00", to: "15:00", minutes: 5 };
    const { slots } = await centreTimes(visit, pattern);
    await centreTimes(near, pattern);
    const [seeker] = (await mailedSeekers(world, visit, 1)) as [Mailed];
    for (const { slotId } of slots) expect(await bookSlot(world, visit, slotId, seeker)).toMatchObject({ ok: true });
    await world.settle();
    const before = newsTo(world, seeker.mail).length;
    const { plan } = await carriedOut(world, visit, cancelling);
    const shown = await showPlan(world, visit, plan.planId);
    expect(shown.plan.state).toBe("done");
    expect(shown.receipts.map(({ bookings }) => bookings.map(({ result }) => result))).toEqual([slots.map(() => "rebooked")]);
    expect(newsTo(world, seeker.mail).length).toBe(before + 1);
    expect((await liveBookingsOf(world, seeker)).length).toBe(slots.length);
    expect(brokenPromises(await world.table.allItems(), world.deps.clock.now())).toEqual([]);
    expect((await world.table.allItems()).filter(({ settling }) => settling)).toEqual([]);
  }, 120_000);

  test("two seats of one slot are given up one after the other", async () => {
    const visit = await anOpenVisit(world, { pattern: { to: "10:20", seats: 2 } });
    const [a, b, waiting] = (await mailedSeekers(world, visit, 3)) as [Mailed, Mailed, Mailed];
    const slotId = visit.slots[0] ?? "";
    const holders = [await aHolder(world, visit, slotId, a), await aHolder(world, visit, slotId, b)];
    await waits(world, visit, forSlot(slotId), waiting);
    await waits(world, visit, forPosting(visit), waiting);
    await world.settle();
    for (const holder of holders) await holder.cancel();
    await world.settle();
    // the second by hand: nobody is offered two of one slot, unless two runs have met
    const items = await world.table.allItems();
    const slot = items.find(({ type, state }) => type === "slot" && state === "open") as SlotItem | undefined;
    const entry = (items as WaitlistEntryItem[]).find((item) => item.type === "waitlist-entry" && !item.entry.offer);
    if (!slot || !entry) throw new Error("Nothing to offer.");
    const held = Object.keys(slot.takers).find((name) => name.startsWith("hld_"));
    const { startsAt, endsAt } = slot.facts;
    const offer = {
      offerId: anId("off"),
      slotId,
      startsAt,
      endsAt,
      offeredAt: world.deps.clock.now(),
      holdUntil: "2026-11-25T01:00:00.000Z",
    };
    const noted = await transact(world.deps.db, {
      entry: noteOffer({ visitId: slot.facts.visitId, ...entry.entry }, offer as never),
      seat: held
        ? passSeat(slot.facts, held, { holder: offer.offerId, registrationId: entry.registrationId })
        : takeSeat(slot.facts, offer.offerId, entry.registrationId),
    });
    expect(noted.ok).toBe(true);
    const { plan } = await carriedOut(world, visit, aPlanOf({ kind: "reassign-desk", deskId: "d1", toDeskId: "d2" }));
    expect((await showPlan(world, visit, plan.planId)).plan.state).toBe("done");
  });

  test("whoever cannot be taken through stops nobody else, and is tried again", async () => {
    const visit = await anOpenVisit(world, { pattern: { to: "11:00" } });
    const people = (await mailedSeekers(world, visit, 3)) as [Mailed, Mailed, Mailed];
    for (const [i, person] of people.entries()) await bookSlot(world, visit, visit.slots[i] ?? "", person);
    await world.settle();
    const preview = await drafted(world, visit, cancelling);
    await executePlan(world, visit, preview);
    const registrationId = preview.people[0]?.registrationId;
    const mended = breakFor(registrationId ?? "");
    await world.settle();
    const stopped = await showPlan(world, visit, preview.plan.planId);
    expect([stopped.plan.state, stopped.receipts.length]).toEqual(["running", 2]);
    const errors = world.deps.log.lines.filter(({ message }) => message === "plan.person-stuck");
    expect(errors).toMatchObject([{ level: "error", data: [{ registrationId }] }]);
    mended();
    await world.fire("run-plans");
    const shown = await showPlan(world, visit, preview.plan.planId);
    expect([shown.plan.state, shown.receipts.length]).toEqual(["done", 3]);
  });
});

/** No transaction that names this person's receipt gets through, until it is mended. */
const breakFor = (registrationId: string): (() => void) =>
  world.table.wire.tap(async ({ operation, input }, next) => {
    if (operation === "TransactWriteItems" && JSON.stringify(input).includes(`RECEIPT#${registrationId}`)) throw new Error("broken");
    return next();
  });

describe("when a plan ends what people wait or have applied for", () => {
  test("whoever waits without a booking is told once, in words of its own", async () => {
    const visit = await anOpenVisit(world, { pattern: { to: "10:20" } });
    const [holder, waiting] = (await mailedSeekers(world, visit, 2)) as [Mailed, Mailed];
    await aHolder(world, visit, visit.slots[0] ?? "", holder);
    await waits(world, visit, forSlot(visit.slots[0] ?? ""), waiting);
    await world.settle();
    const before = newsTo(world, waiting.mail).length;
    await carriedOut(world, visit, aPlanOf({ kind: "release-desk", deskId: "d1" }));
    expect(
      newsTo(world, waiting.mail)
        .slice(before)
        .map(({ subject }) => subject),
    ).toEqual(["기다리시던 면접·상담이 바뀌었습니다"]);
    expect((await lastNews(world, waiting.mail)).text).toContain("아래 대기는 끝났습니다");
  });

  test("an applicant is told that the application has ended", async () => {
    const visit = await anOpenVisit(world, { pattern: { to: "10:20" }, mode: "screened" });
    const [seeker] = (await mailedSeekers(world, visit, 1)) as [Mailed];
    await applied(world, visit, seeker);
    await world.settle();
    await carriedOut(world, visit, aPlanOf({ kind: "release-desk", deskId: "d1" }));
    expect((await lastNews(world, seeker.mail)).text).toContain("아래 지원은 끝났습니다");
  });

  test("a visit that is cancelled says it in the one mail about that", async () => {
    const visit = await anOpenVisit(world, { pattern: { to: "10:20" } });
    const [holder, waiting] = (await mailedSeekers(world, visit, 2)) as [Mailed, Mailed];
    await aHolder(world, visit, visit.slots[0] ?? "", holder);
    await waits(world, visit, forPosting(visit), waiting);
    await world.settle();
    const before = newsTo(world, waiting.mail).length;
    await carriedOut(world, visit, cancelling);
    expect(newsTo(world, waiting.mail)).toHaveLength(before + 1);
    const { subject, text } = await lastNews(world, waiting.mail);
    expect(subject).toBe("방문이 취소되었습니다");
    expect(text).toContain("아래 대기는 끝났습니다");
  });
});

test("a visit that is not open yet can be cancelled: its employers are told, its times are given up, and nobody can open it", async () => {
  const visit = await anOpenVisit(world, { opened: false });
  const { visitId, manager } = visit;
  const sent = newsTo(world, visit.employerMail).length;
  await carriedOut(world, visit, cancelling);
  expect((await world.get("GET /api/public/visits/{visitId}", { params: { visitId } })).visit.state).toBe("cancelled");
  expect((await slotsOf(world, visit)).every(({ state }) => state === "withdrawn")).toBe(true);
  expect(newsTo(world, visit.employerMail).length).toBe(sent + 1);
  expect(refusalOf(await world.call("POST /api/staff/visits/{visitId}/opening", { params: { visitId } }, manager))).toBe("visit-not-open");
});
