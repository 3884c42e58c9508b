import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bookSlot, liveBookingsOf, refusalOf } from "../support/booking.ts";
import { anId, anOpenVisit, anotherEmployer, aPlace, approvedSlots, aSeeker, type OpenVisit } from "../support/builders.ts";
import { newsTo } from "../support/mails.ts";
import { aPlanOf, carriedOut, changeDesk, drafted, draftPlan, executePlan, showPlan, slotsOf } from "../support/plans.ts";
import { aWorld, type World } from "../support/world.ts";

const tenDaysBefore = "2026-11-23T01:00:00.000Z";

let world: World;
beforeAll(async () => {
  world = await aWorld(tenDaysBefore);
});
beforeEach(() => world.deps.clock.set(tenDaysBefore));
afterAll(() => world.close());

const cancelling = aPlanOf({ kind: "cancel-visit" });

/** A seeker with a booking; its mail is out. */
const aBooked = async (visit: OpenVisit, slotId = visit.slots[0] ?? "", more: Record<string, unknown> = {}) => {
  const seeker = await aSeeker(world, visit.visitId, more);
  const bookingId = anId("bkg");
  const answer = await bookSlot(world, visit, slotId, seeker, bookingId);
  if (!answer.ok) throw new Error(`Not booked: ${answer.problem.code}`);
  await world.settle();
  // whoever books next, books later
  world.deps.clock.forward(1);
  return { seeker, bookingId, booking: answer.value };
};

/** A second open visit with the same employer's posting, some days later. */
const aNearVisit = async (visit: OpenVisit, plan: Record<string, unknown> = { date: "2026-12-10" }): Promise<OpenVisit> => {
  const other = await anOpenVisit(world, { plan });
  const { employerId, postingId, employer } = visit;
  const slots = await approvedSlots(world, { visitId: other.visitId, employerId, postingId, employer, manager: other.manager }, {}, "d2");
  return { ...other, employerId, postingId, employer, slots };
};

const myBookingsAt = async (seeker: Awaited<ReturnType<typeof aSeeker>>, visitId: string) => {
  const { registrations } = await world.get("GET /api/me/registrations", {}, seeker);
  return registrations.find(({ visit }) => visit.visitId === visitId)?.bookings.map(({ booking }) => booking) ?? [];
};

describe("when a manager drafts a plan", () => {
  test("it is shown who is affected, and nothing happens", async () => {
    const visit = await anOpenVisit(world);
    const { bookingId } = await aBooked(visit, visit.slots[1]);
    await aSeeker(world, visit.visitId, { name: "Anna Berg" });
    await world.settle();
    const otherItems = async () => (await world.table.allItems()).filter((item) => item.type !== "plan");
    const before = await otherItems();
    const { plan, people, employers } = await drafted(world, visit, cancelling);
    expect(plan).toMatchObject({ state: "draft", version: 1, startedAt: null });
    expect(people).toMatchObject([
      { maskedName: "김○늘", bookings: [{ bookingId, choice: { do: "cancel" }, isChosen: false, options: [] }], waits: 0 },
      { maskedName: "A○○a B○○g", bookings: [] },
    ]);
    expect(employers).toEqual([{ employerId: visit.employerId, nameKo: "㈜솔버들정밀", times: 6, booked: 1 }]);
    await world.settle();
    expect(await otherItems()).toEqual(before);
  });

  test("again, the same is no new version; another replaces it, and the old one cannot be run any more", async () => {
    const visit = await anOpenVisit(world);
    const planId = anId("pln");
    const first = await draftPlan(world, visit, cancelling, planId);
    const again = await draftPlan(world, visit, cancelling, planId);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again).toMatchObject({ value: { plan: { version: 1 } } });
    const replaced = await draftPlan(world, visit, { ...cancelling, reason: "눈" }, planId);
    expect(replaced).toMatchObject({ status: 200, value: { plan: { version: 2, reason: "눈" } } });
    if (!first.ok || !replaced.ok) throw new Error("Not drafted.");
    expect(refusalOf(await executePlan(world, visit, first.value))).toBe("plan-changed");
    const run = await executePlan(world, visit, replaced.value);
    expect(run).toMatchObject({ status: 200, value: { state: "running" } });
    expect(await executePlan(world, visit, replaced.value)).toEqual(expect.objectContaining({ value: run.ok && run.value }));
    expect(refusalOf(await draftPlan(world, visit, cancelling, planId))).toBe("already-running");
  });

  test("again, with the choices named in another order of fields, it is no new version", async () => {
    const visit = await anOpenVisit(world);
    const near = await aNearVisit(visit);
    const { bookingId } = await aBooked(visit);
    const [visitId, slotId, planId] = [near.visitId, near.slots[1], anId("pln")];
    const draft = (choice: object) => draftPlan(world, visit, { ...cancelling, choices: [{ bookingId, choice }] }, planId);
    expect(await draft({ do: "rebook", visitId, slotId })).toMatchObject({ status: 201, value: { plan: { version: 1 } } });
    expect(await draft({ slotId, visitId, do: "rebook" })).toMatchObject({ status: 200, value: { plan: { version: 1 } } });
  });

  test("that changes nothing or cannot be, it is refused in words and nothing is kept", async () => {
    const visit = await anOpenVisit(world);
    const { visitId } = visit;
    const before = await world.table.allItems();
    const move = { kind: "move-visit", date: "2026-12-03", startTime: "10:00", endTime: "17:00", placeId: "dongbuk-cheongnyangni" };
    const refusalFor = async (change: Record<string, unknown>, over = {}) =>
      refusalOf(await draftPlan(world, visit, aPlanOf(change, over)));
    expect(await refusalFor(move)).toBe("nothing-to-change");
    expect(await refusalFor({ ...move, date: "2026-11-20" })).toBe("visit-over");
    expect(await refusalFor({ ...move, startTime: "15:00" })).toBe("outside-visit");
    expect(await refusalFor({ kind: "release-desk", deskId: "d9" })).toBe("desk-unknown");
    expect(await refusalFor({ kind: "release-desk", deskId: "d2" })).toBe("nothing-to-change");
    expect(await refusalFor({ kind: "reassign-desk", deskId: "d1", toDeskId: "d1" })).toBe("nothing-to-change");
    expect(await refusalFor({ kind: "reassign-desk", deskId: "d1", toDeskId: "d7" })).toBe("desk-unknown");
    const pointersFor = async (change: Record<string, unknown>, over = {}) => {
      const answer = await draftPlan(world, visit, aPlanOf(change, over));
      return answer.ok ? [] : (answer.problem.errors ?? []).map(({ pointer, code }) => [pointer, code]);
    };
    expect(await pointersFor({ ...move, placeId: "no-such-place" })).toEqual([["/change/placeId", "not-a-choice"]]);
    expect(await pointersFor({ kind: "shift-desk", deskId: "d1", minutes: 7 })).toEqual([["/change/minutes", "five-minutes"]]);
    const choices = [{ bookingId: anId("bkg"), choice: { do: "cancel" } }];
    expect(await pointersFor({ kind: "cancel-visit" }, { choices })).toEqual([["/choices/0/bookingId", "not-a-choice"]]);
    expect(await world.table.allItems()).toEqual(before);
    world.deps.clock.set("2026-12-03T09:00:00.000Z");
    const manager = await world.staff(`${anId("late").toLowerCase()}@center.example.com`, ["manager"]);
    expect(refusalOf(await draftPlan(world, { visitId, manager }, cancelling))).toBe("visit-over");
  });
});

describe("when a visit is cancelled", () => {
  test("bookings go to the same employer's times at a near visit under their own id, or end; each person is told once", async () => {
    const visit = await anOpenVisit(world);
    const near = await aNearVisit(visit);
    const { seeker, bookingId } = await aBooked(visit, visit.slots[2]);
    const other = await aBooked(visit, visit.slots[3]);
    const onlyRegistered = await aSeeker(world, visit.visitId);
    const { people } = await drafted(world, visit, cancelling);
    const choice = { do: "rebook", visitId: near.visitId, slotId: near.slots[2] };
    expect(people.find((person) => person.bookings[0]?.bookingId === bookingId)?.bookings).toMatchObject([
      {
        choice,
        isChosen: false,
        options: [{ visitId: near.visitId, slotId: near.slots[2], placeNameKo: "청량리역 광장" }, {}, {}, {}, {}],
      },
    ]);
    const choices = [{ bookingId: other.bookingId, choice: { do: "cancel" } }];
    const { plan } = await carriedOut(world, visit, { ...cancelling, choices });

    expect(await liveBookingsOf(world, seeker)).toMatchObject([{ bookingId, slotId: near.slots[2], sequence: 1, planId: plan.planId }]);
    const rebooked = (await showPlan(world, visit, plan.planId)).receipts.flatMap(({ bookings }) => bookings);
    expect(rebooked.find((booking) => booking.bookingId === bookingId)?.to).toMatchObject({
      startsAt: "2026-12-10T01:40:00.000Z",
      visitId: near.visitId,
      place: { nameKo: "청량리역 광장" },
    });
    const { plans } = await world.get("GET /api/staff/visits/{visitId}/plans", { params: { visitId: visit.visitId } }, visit.manager);
    expect(plans.find(({ state }) => state === "done")).toMatchObject({
      planId: plan.planId,
      change: { kind: "cancel-visit" },
      reason: "태풍 예보",
    });
    expect(plans.map(({ state }) => state).sort()).toEqual(["done", "draft"]);
    expect(await myBookingsAt(seeker, visit.visitId)).toMatchObject([
      { bookingId, state: "rebooked", rebookedTo: near.visitId, sequence: 1 },
    ]);
    expect(await myBookingsAt(other.seeker, visit.visitId)).toMatchObject([{ state: "cancelled_by_centre", reason: "태풍 예보" }]);
    expect((await slotsOf(world, near)).find(({ slotId }) => slotId === near.slots[2])?.taken).toBe(1);
    expect((await slotsOf(world, visit)).map(({ state, taken }) => [state, taken])).toEqual(visit.slots.map(() => ["withdrawn", 0]));
    const late = await aSeeker(world, near.visitId);
    expect(refusalOf(await bookSlot(world, visit, visit.slots[0] ?? "", late))).toBe("visit-not-open");

    const shown = await showPlan(world, visit, plan.planId);
    expect(shown.plan.state).toBe("done");
    expect(shown.people).toEqual([]);
    expect(shown.receipts).toHaveLength(3);
    expect(new Set(shown.receipts.map(({ mail }) => mail))).toEqual(new Set(["sent"]));
    expect(shown.receipts.flatMap(({ bookings }) => bookings.map(({ result }) => result)).sort()).toEqual(["cancelled", "rebooked"]);
    expect([seeker, other.seeker, onlyRegistered].map(({ mail }) => newsTo(world, mail).at(-1)?.subject)).toEqual([
      "방문이 취소되었습니다",
      "방문이 취소되었습니다",
      "방문이 취소되었습니다",
    ]);
    expect([seeker, other.seeker, onlyRegistered].map(({ mail }) => newsTo(world, mail).length)).toEqual([2, 2, 1]);
    // desk and interviewer are free for others on that day
    const again = await anOpenVisit(world);
    await approvedSlots(world, { ...again, employerId: visit.employerId, postingId: visit.postingId, employer: visit.employer }, {}, "d2");
  });

  test("and fewer seats are near than people, the others are cancelled, and no seat is taken twice", async () => {
    const visit = await anOpenVisit(world);
    const near = await aNearVisit(visit, { date: "2026-12-09" });
    for (const slot of near.slots.slice(1)) await aBooked(near, slot);
    const booked = [await aBooked(visit, visit.slots[4]), await aBooked(visit, visit.slots[0])];
    const { people } = await carriedOut(world, visit, cancelling);
    expect(people.map(({ bookings }) => bookings[0]?.choice.do)).toEqual(["rebook", "cancel"]);
    expect(await liveBookingsOf(world, booked[0]?.seeker as never)).toMatchObject([{ slotId: near.slots[0] }]);
    expect(await liveBookingsOf(world, booked[1]?.seeker as never)).toEqual([]);
    const taken = (await slotsOf(world, near)).filter(({ slotId }) => near.slots.includes(slotId));
    expect(taken.map((slot) => slot.taken)).toEqual(near.slots.map(() => 1));
  });

  test("a second visit is cancelled, too, what came from the first goes on or ends with a higher sequence", async () => {
    const visit = await anOpenVisit(world);
    const near = await aNearVisit(visit, { date: "2026-12-08" });
    const { seeker, bookingId } = await aBooked(visit);
    await carriedOut(world, visit, cancelling);
    expect(await liveBookingsOf(world, seeker)).toMatchObject([{ bookingId, slotId: near.slots[0], sequence: 1 }]);
    await carriedOut(world, near, cancelling);
    expect(await liveBookingsOf(world, seeker)).toEqual([]);
    expect(await myBookingsAt(seeker, near.visitId)).toMatchObject([{ bookingId, state: "cancelled_by_centre", sequence: 2 }]);
    expect(newsTo(world, seeker.mail)).toHaveLength(3);
  });
});

describe("when an employer is late", () => {
  test("all times of the desk move, bookings with them, also into each other's place, and the last that do not fit are given up", async () => {
    const visit = await anOpenVisit(world, { plan: { endTime: "12:00" } });
    const { seeker, bookingId, booking } = await aBooked(visit, visit.slots[0]);
    const last = await aBooked(visit, visit.slots[5]);
    const desk = await world.staff(`${anId("desk").toLowerCase()}@center.example.com`, ["desk"]);
    const body = aPlanOf({ kind: "shift-desk", deskId: "d1", minutes: 20 }, { reason: "기업이 늦습니다" });
    const planId = anId("pln");
    expect(await changeDesk(world, visit, body, desk, planId)).toMatchObject({ status: 201, value: { state: "running" } });
    await world.settle();
    expect(await changeDesk(world, visit, body, desk, planId)).toMatchObject({ status: 200, value: { state: "done" } });
    expect(refusalOf(await changeDesk(world, visit, { ...body, reason: "다른 까닭" }, desk, planId))).toBe("id-taken");

    const shifted = await slotsOf(world, visit);
    expect(shifted.map(({ state }) => state).sort()).toEqual(["open", "open", "open", "open", "open", "withdrawn"]);
    const [first] = await liveBookingsOf(world, seeker);
    expect(first).toMatchObject({ bookingId, sequence: 1, startsAt: "2026-12-03T01:20:00.000Z", deskId: booking.deskId });
    // the 11:40 time is gone; 10:00 now is 10:20, the time of the second before
    expect(await liveBookingsOf(world, last.seeker)).toEqual([]);
    expect(newsTo(world, last.seeker.mail).at(-1)?.subject).toBe("예약이 취소되었습니다");
    expect(newsTo(world, seeker.mail).at(-1)?.subject).toBe("예약이 바뀌었습니다");
    expect(newsTo(world, seeker.mail)).toHaveLength(2);
    // who books now gets the new time
    const next = await aBooked(visit, visit.slots[1]);
    expect(next.booking).toMatchObject({ startsAt: "2026-12-03T01:40:00.000Z", sequence: 0 });
  });

  test("two who shift the desk in the same moment, or one after the other, shift it once: the second is asked to look again", async () => {
    const visit = await anOpenVisit(world);
    const { seeker } = await aBooked(visit, visit.slots[0]);
    const seenTimes = (await slotsOf(world, visit)).map(({ startsAt }) => startsAt).sort();
    const [one, two] = await Promise.all([1, 2].map(() => world.staff(`${anId("desk").toLowerCase()}@center.example.com`, ["desk"])));
    const body = aPlanOf({ kind: "shift-desk", deskId: "d1", minutes: 20 }, { reason: "기업이 늦습니다", seenTimes });
    const shift = (staff = one) => changeDesk(world, visit, body, staff as NonNullable<typeof one>);
    const answers = await Promise.all([shift(one), shift(two)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    await world.settle();
    expect(refusalOf(await shift(two))).toBe("desk-changed");
    expect(await liveBookingsOf(world, seeker)).toMatchObject([{ startsAt: "2026-12-03T01:20:00.000Z" }]);
    expect(newsTo(world, seeker.mail)).toHaveLength(2);
    // Whoever has looked again may shift it once more.
    expect(await changeDesk(world, visit, { ...body, seenTimes: undefined }, two as NonNullable<typeof two>)).toMatchObject({
      status: 422,
    });
    const fresh = aPlanOf({ kind: "shift-desk", deskId: "d1", minutes: 20 }, { reason: "기업이 늦습니다" });
    expect(await changeDesk(world, visit, fresh, two as NonNullable<typeof two>)).toMatchObject({ status: 201 });
    await world.settle();
    expect(await liveBookingsOf(world, seeker)).toMatchObject([{ startsAt: "2026-12-03T01:40:00.000Z" }]);
    const { plans } = await world.get("GET /api/staff/visits/{visitId}/plans", { params: { visitId: visit.visitId } }, visit.manager);
    expect(plans.map(({ state, change }) => [state, change.kind])).toEqual([
      ["done", "shift-desk"],
      ["done", "shift-desk"],
    ]);
  });

  test("the receipt says where to: the new time of who stays, nothing of who is cancelled", async () => {
    const visit = await anOpenVisit(world, { plan: { endTime: "12:00" } });
    const { bookingId } = await aBooked(visit, visit.slots[0]);
    const last = await aBooked(visit, visit.slots[5]);
    const { plan } = await carriedOut(world, visit, aPlanOf({ kind: "shift-desk", deskId: "d1", minutes: 20 }));
    const { receipts } = await showPlan(world, visit, plan.planId);
    const bookings = receipts.flatMap((receipt) => receipt.bookings);
    expect(bookings.find((booking) => booking.bookingId === bookingId)).toMatchObject({
      result: "kept",
      startsAt: "2026-12-03T01:00:00.000Z",
      to: { startsAt: "2026-12-03T01:20:00.000Z", visitId: visit.visitId, deskLabel: "면접 1번 창구" },
    });
    expect(bookings.find((booking) => booking.bookingId === last.bookingId)).toMatchObject({ result: "cancelled", to: null });
  });

  test("a time that would meet another of the person's is not broken in silence", async () => {
    const visit = await anOpenVisit(world);
    const other = await anotherEmployer(world, visit);
    const { seeker, bookingId } = await aBooked(visit, visit.slots[0]);
    await bookSlot(world, other, other.slots[2] ?? "", seeker);
    const { people } = await carriedOut(world, visit, aPlanOf({ kind: "shift-desk", deskId: "d1", minutes: 30 }));
    expect(people).toMatchObject([{ bookings: [{ bookingId, choice: { do: "cancel" } }] }]);
    expect(await liveBookingsOf(world, seeker)).toMatchObject([{ slotId: other.slots[2] }]);
    const again = await aBooked(visit, visit.slots[0]);
    expect(again.booking.startsAt).toBe("2026-12-03T01:30:00.000Z");
  });

  test("and the interviewer sits elsewhere then, it is refused and nothing changes", async () => {
    const visit = await anOpenVisit(world);
    await approvedSlots(world, visit, { from: "12:00", to: "13:00" }, "d2");
    const before = await slotsOf(world, visit);
    expect(refusalOf(await draftPlan(world, visit, aPlanOf({ kind: "shift-desk", deskId: "d1", minutes: 20 })))).toBe("interviewer-busy");
    expect(await slotsOf(world, visit)).toEqual(before);
  });

  test("the move of a visit is no change of a desk", async () => {
    const visit = await anOpenVisit(world);
    expect(refusalOf(await changeDesk(world, visit, cancelling, visit.manager))).toBe("not-a-desk-change");
  });
});

describe("when an employer does not come", () => {
  test("its people go to its other desk where there is a seat, and the desk is free for others", async () => {
    const visit = await anOpenVisit(world);
    const second = await approvedSlots(world, visit, { from: "10:00", to: "10:40" }, "d2", "한가람");
    const [near, far] = [await aBooked(visit, visit.slots[2]), await aBooked(visit, visit.slots[0])];
    const third = await aBooked(visit, visit.slots[4]);
    const { plan } = await carriedOut(world, visit, aPlanOf({ kind: "release-desk", deskId: "d1" }));
    expect(await liveBookingsOf(world, near.seeker)).toMatchObject([
      { bookingId: near.bookingId, slotId: second[1], deskId: "d2", sequence: 1 },
    ]);
    expect(await liveBookingsOf(world, far.seeker)).toMatchObject([{ bookingId: far.bookingId, slotId: second[0], deskId: "d2" }]);
    expect(await liveBookingsOf(world, third.seeker)).toEqual([]);
    expect(newsTo(world, near.seeker.mail).at(-1)?.subject).toBe("예약이 바뀌었습니다");
    expect(newsTo(world, third.seeker.mail).at(-1)?.subject).toBe("예약이 취소되었습니다");
    expect((await showPlan(world, visit, plan.planId)).receipts).toHaveLength(3);
    await approvedSlots(world, visit, { from: "10:00", to: "12:00" }, "d1", "새 사람");
  });
});

describe("when a desk is changed", () => {
  test("times are held at the other, people keep theirs, and the first desk is free", async () => {
    const visit = await anOpenVisit(world);
    const { seeker, bookingId, booking } = await aBooked(visit, visit.slots[0]);
    await carriedOut(world, visit, aPlanOf({ kind: "reassign-desk", deskId: "d1", toDeskId: "d2" }));
    expect(await liveBookingsOf(world, seeker)).toMatchObject([{ bookingId, deskId: "d2", startsAt: booking.startsAt, sequence: 1 }]);
    await approvedSlots(world, visit, { from: "10:00", to: "12:00" }, "d1", "새 사람");
    expect(refusalOf(await draftPlan(world, visit, aPlanOf({ kind: "reassign-desk", deskId: "d1", toDeskId: "d2" })))).toBe("desk-busy");
  });
});

describe("when a visit is moved", () => {
  const moving = aPlanOf({
    kind: "move-visit",
    date: "2026-12-04",
    startTime: "10:20",
    endTime: "17:00",
    placeId: "dongbuk-cheongnyangni",
  });

  test("bookings keep their time by the clock on the new day, what the new hours do not hold ends, and everything about the visit follows", async () => {
    const visit = await anOpenVisit(world);
    const kept = await aBooked(visit, visit.slots[2]);
    const early = await aBooked(visit, visit.slots[0]);
    const { plan } = await carriedOut(world, visit, moving);
    expect(await liveBookingsOf(world, kept.seeker)).toMatchObject([
      { bookingId: kept.bookingId, startsAt: "2026-12-04T01:40:00.000Z", sequence: 1, planId: plan.planId },
    ]);
    expect(await liveBookingsOf(world, early.seeker)).toEqual([]);
    const { visit: shown } = await world.get("GET /api/public/visits/{visitId}", { params: { visitId: visit.visitId } });
    expect(shown).toMatchObject({ date: "2026-12-04", startTime: "10:20", interviewSeats: 5, bookingClosesAt: "2026-12-01T09:00:00.000Z" });
    expect(await world.get("GET /api/public/visits", { query: { from: "2026-12-04" } })).toMatchObject({
      visits: expect.arrayContaining([expect.objectContaining({ visitId: visit.visitId })]),
    });
    expect(newsTo(world, kept.seeker.mail).at(-1)?.subject).toBe("방문 날짜와 운영 시간이 바뀌었습니다");
    // pointers follow: nothing is found under the old day, and each person once
    const pointers = (await world.table.allItems()).filter(
      (item) => item.type === "registration-pointer" && item.visitId === visit.visitId,
    );
    expect(pointers.map(({ sk }) => sk)).toEqual(pointers.map(() => `REG#2026-12-04#${visit.visitId}`));
    expect(pointers).toHaveLength(2);
    // booking, moving and cancelling go on
    const next = await aBooked(visit, visit.slots[3]);
    expect(next.booking.startsAt).toBe("2026-12-04T02:00:00.000Z");
    // the old day is free, the new one is held
    const old = await anOpenVisit(world, { opened: false });
    await approvedSlots(world, { ...old, employerId: visit.employerId, postingId: visit.postingId, employer: visit.employer }, {}, "d2");
  });

  test("only to another place, everybody is told, and calendars get the new place", async () => {
    const visit = await anOpenVisit(world);
    const { seeker, booking } = await aBooked(visit);
    const { placeId: _, ...place } = aPlace;
    const body = { ...place, nameKo: "회기역 앞" };
    await world.get("PUT /api/staff/places/{placeId}", { params: { placeId: "dongbuk-other" }, body }, visit.manager);
    await carriedOut(world, visit, aPlanOf({ ...moving.change, date: "2026-12-03", startTime: "10:00", placeId: "dongbuk-other" }));
    expect(await liveBookingsOf(world, seeker)).toMatchObject([{ startsAt: booking.startsAt, sequence: 1 }]);
    expect(newsTo(world, seeker.mail).at(-1)?.subject).toBe("방문 장소가 바뀌었습니다");
  });
});
