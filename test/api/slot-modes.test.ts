import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { timetableSlots } from "../../shared/domain/timetable.ts";
import { bookingOf, bookSlot, cancelBooking, refusalOf } from "../support/booking.ts";
import { aBooking, anId, anOpenVisit, aPattern, aSeeker, type OpenVisit } from "../support/builders.ts";
import { lastNews } from "../support/mails.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

let world: World;
let visit: OpenVisit;
const desks = Array.from({ length: 6 }, (_, i) => ({ deskId: `d${i + 1}`, label: `${i + 1}번 창구` }));
beforeAll(async () => {
  world = await aWorld();
  visit = await anOpenVisit(world, { plan: { desks } });
});
afterAll(() => world.close());

/** Times asked for by the employer and approved at these desks; answers a view of them. */
const published = async (body: Record<string, unknown>, deskIds: readonly string[]) => {
  const { employerId, postingId, visitId, employer, manager } = visit;
  const params = { employerId, slotRequestId: anId("srq") };
  const asked = { visitId, postingId, mode: "open", interviewers: ["윤다래"], pattern: aPattern({ from: "13:00", to: "14:00" }), ...body };
  await world.get("PUT /api/employers/{employerId}/slot-requests/{slotRequestId}", { params, body: asked }, employer);
  const decision = await world.call(
    "POST /api/staff/employers/{employerId}/slot-requests/{slotRequestId}/decision",
    { params, body: { decision: "approve", deskIds } },
    manager,
  );
  const view = async () => {
    const { requests } = await world.get("GET /api/employers/{employerId}/slot-requests", { params: { employerId } }, employer);
    const found = requests.find(({ request }) => request.slotRequestId === params.slotRequestId);
    if (!found) throw new Error("The request is gone.");
    return found;
  };
  const withdraw = () => world.call("DELETE /api/employers/{employerId}/slot-requests/{slotRequestId}", { params }, employer);
  return { decision, view, withdraw, params };
};
const slotsNow = async () => {
  await world.settle();
  const { date, timetables } = await world.get("GET /api/public/visits/{visitId}/slots", { params: { visitId: visit.visitId } });
  return timetableSlots(date, timetables);
};

describe("when times are published", () => {
  test("at several desks, each has its own, at the same time", async () => {
    const { decision, view } = await published({ interviewers: ["이담", "한가람"] }, ["d2", "d3"]);
    expect(decision).toMatchObject({ status: 200, value: { deskIds: ["d2", "d3"] } });
    const { slots, deskLabels } = await view();
    expect(deskLabels).toEqual(["2번 창구", "3번 창구"]);
    expect(slots.map(({ startsAt, deskId }) => `${startsAt.slice(11, 16)} ${deskId}`)).toEqual([
      ...["04:00 d2", "04:00 d3", "04:20 d2", "04:20 d3", "04:40 d2", "04:40 d3"],
    ]);
  });

  test("with fewer desks than interviewers, or one desk twice: refused, and nothing is published", async () => {
    for (const deskIds of [["d4"], ["d4", "d4"], ["d4", "d5", "d6"]]) {
      const { decision, view } = await published(
        { interviewers: ["가온", "나래"], pattern: aPattern({ from: "16:00", to: "17:00" }) },
        deskIds,
      );
      expect(refusalOf(decision)).toBe("desk-unknown");
      expect((await view()).slots).toEqual([]);
    }
  });

  test("for five at once, five people share a time and the sixth is told that it is full", async () => {
    const { view } = await published({ interviewers: ["다온"], pattern: aPattern({ from: "15:00", to: "15:20", seats: 5 }) }, ["d4"]);
    const [slot] = (await view()).slots;
    const people = await Promise.all(Array.from({ length: 6 }, () => aSeeker(world, visit.visitId)));
    const answers = await Promise.all(people.map((seeker) => bookSlot(world, visit, slot?.slotId ?? "", seeker)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(5);
    expect(answers.filter(({ ok }) => !ok).map(refusalOf)).toEqual(["slot-full"]);
  });

  test.for([
    ["screened", "apply-first"],
    ["walk_in", "walk-in-only"],
  ] as const)("as %s: nobody books them online, staff may", async ([mode, refused]) => {
    const deskId = mode === "screened" ? "d5" : "d6";
    const { view } = await published({ mode, interviewers: [mode], pattern: aPattern({ from: "10:00", to: "10:40" }) }, [deskId]);
    const [slot] = (await view()).slots;
    const seeker = await aSeeker(world, visit.visitId);
    expect(refusalOf(await bookSlot(world, visit, slot?.slotId ?? "", seeker))).toBe(refused);
    const { people } = await world.get("GET /api/staff/visits/{visitId}/day", { params: { visitId: visit.visitId } }, visit.manager);
    const mine = await world.get("GET /api/me/registrations", {}, seeker);
    const registrationId = mine.registrations[0]?.registrationId ?? "";
    expect(people.map((person) => person.registrationId)).toContain(registrationId);
    const booked = await world.call(
      "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}",
      {
        params: { visitId: visit.visitId, registrationId, bookingId: anId("bkg") },
        body: { ...aBooking(slot?.slotId ?? ""), reason: "전화로 요청" },
      },
      visit.manager,
    );
    expect(booked).toMatchObject({ status: 201, value: { consent: { channel: "staff" } } });
  });
});

describe("when the centre publishes times of its own", () => {
  const publish = (body: Record<string, unknown>, slotRequestId = anId("srq"), who: Browser = visit.manager) =>
    world.call(
      "PUT /api/staff/visits/{visitId}/centre-times/{slotRequestId}",
      {
        params: { visitId: visit.visitId, slotRequestId },
        body: { service: "resume", host: "오서린", deskId: "d6", pattern: aPattern({ from: "12:00", to: "13:00", minutes: 30 }), ...body },
      },
      who,
    );

  test("they are booked without consent for an employer, and are no interview; the mail says which service", async () => {
    const id = anId("srq");
    const first = await publish({}, id);
    expect(first).toMatchObject({ status: 201 });
    expect(await publish({}, id)).toMatchObject({ status: 200, value: { slots: first.ok ? first.value.slots : [] } });
    const [slot] = (await slotsNow()).filter(({ service }) => service === "resume");
    expect(slot).toMatchObject({ kind: "counselling", postingId: null, free: 1, mode: "open" });
    const seeker = await aSeeker(world, visit.visitId);
    const bookingId = anId("bkg");
    const params = { visitId: visit.visitId, bookingId };
    const booked = await world.call(
      "PUT /api/me/visits/{visitId}/bookings/{bookingId}",
      { params, body: { slotId: slot?.slotId } },
      seeker,
    );
    expect(booked).toMatchObject({ status: 201, value: { kind: "counselling", service: "resume", employerId: null } });
    for (const slotId of visit.slots.slice(0, 5).filter((_, i) => i % 2 === 0))
      expect(await bookSlot(world, visit, slotId, seeker)).toMatchObject({ status: 201 });
    await world.settle();
    const mail = await lastNews(world, seeker.mail);
    expect(mail.subject).toBe("현장면접 예약이 확정되었습니다");
    expect(await cancelBooking(world, visit, bookingId, seeker)).toMatchObject({ status: 200 });
    expect(await bookingOf(world, seeker, bookingId)).toMatchObject({ state: "cancelled_by_person" });
  });

  test("counselling stays open for booking after interviews closed", async () => {
    await publish({ host: "문가람", deskId: "d1", pattern: aPattern({ from: "16:00", to: "17:00", minutes: 30 }) });
    const mail = `${anId("seeker").toLowerCase()}@example.com`;
    await aSeeker(world, visit.visitId, { mail });
    world.deps.clock.set("2026-12-02T01:00:00.000Z");
    const seeker = await world.signIn(mail);
    const slot = (await slotsNow()).find(({ service, startsAt }) => service === "resume" && startsAt.slice(11, 13) === "07");
    const params = { visitId: visit.visitId, bookingId: anId("bkg") };
    const booked = await world.call(
      "PUT /api/me/visits/{visitId}/bookings/{bookingId}",
      { params, body: { slotId: slot?.slotId } },
      seeker,
    );
    expect(booked).toMatchObject({ status: 201 });
    expect(refusalOf(await bookSlot(world, visit, visit.slots[5] ?? "", seeker))).toBe("booking-closed");
    world.deps.clock.set("2026-11-23T01:00:00.000Z");
  });

  test("nobody counsels in two places, not even at another visit of that day", async () => {
    const elsewhere = await anOpenVisit(world);
    const body = { service: "startup", host: "한 결이", deskId: "d2", pattern: aPattern({ from: "11:00", to: "12:00", minutes: 30 }) };
    expect(await publish({ ...body, host: "한결이", pattern: aPattern({ from: "14:00", to: "15:00", minutes: 30 }) })).toMatchObject({
      status: 201,
    });
    const there = (pattern: Record<string, unknown>) =>
      world.call(
        "PUT /api/staff/visits/{visitId}/centre-times/{slotRequestId}",
        { params: { visitId: elsewhere.visitId, slotRequestId: anId("srq") }, body: { ...body, pattern } },
        elsewhere.manager,
      );
    expect(refusalOf(await there(aPattern({ from: "14:30", to: "15:30", minutes: 30 })))).toBe("interviewer-busy");
    expect(await there(aPattern({ from: "15:00", to: "16:00", minutes: 30 }))).toMatchObject({ status: 201 });
  });
});

describe("when an employer withdraws times", () => {
  test("that wait for approval: they are gone from the manager's list", async () => {
    const { employerId, postingId, visitId, employer } = visit;
    const params = { employerId, slotRequestId: anId("srq") };
    const body = { visitId, postingId, mode: "open", interviewers: ["라온"], pattern: aPattern({ from: "13:00", to: "14:00" }) };
    await world.get("PUT /api/employers/{employerId}/slot-requests/{slotRequestId}", { params, body }, employer);
    const withdraw = () => world.call("DELETE /api/employers/{employerId}/slot-requests/{slotRequestId}", { params }, employer);
    expect(await withdraw()).toMatchObject({ status: 200, value: { state: "withdrawn" } });
    expect(await withdraw()).toMatchObject({ status: 200, value: { state: "withdrawn" } });
    const { slotRequests } = await world.get("GET /api/staff/approvals", {}, visit.manager);
    expect(slotRequests.map(({ request }) => request.slotRequestId)).not.toContain(params.slotRequestId);
  });

  test("that nobody booked: they are gone from the list, and desk and interviewer are free again", async () => {
    const body = { interviewers: ["마루"], pattern: aPattern({ from: "14:00", to: "14:40" }) };
    const { withdraw, params } = await published(body, ["d3"]);
    const mine = async () => (await slotsNow()).filter(({ slotRequestId }) => slotRequestId === params.slotRequestId);
    expect(await mine()).toHaveLength(2);
    expect(await withdraw()).toMatchObject({ status: 200, value: { state: "withdrawn" } });
    expect(await mine()).toEqual([]);
    expect((await published(body, ["d3"])).decision).toMatchObject({ status: 200 });
  });

  test("that somebody booked: refused, and nothing changes; a booking that comes in the same moment wins or is refused", async () => {
    const { withdraw, view } = await published({ interviewers: ["바다"], pattern: aPattern({ from: "16:00", to: "16:40" }) }, ["d5"]);
    const [slot, second] = (await view()).slots;
    await bookSlot(world, visit, slot?.slotId ?? "", await aSeeker(world, visit.visitId));
    expect(refusalOf(await withdraw())).toBe("people-booked");
    expect((await view()).slots.map(({ state }) => state)).toEqual(["open", "open"]);
    const race = await published({ interviewers: ["사라"], pattern: aPattern({ from: "13:00", to: "13:20" }) }, ["d6"]);
    const [raced] = (await race.view()).slots;
    const seeker = await aSeeker(world, visit.visitId);
    const [gone, booked] = await Promise.all([race.withdraw(), bookSlot(world, visit, raced?.slotId ?? "", seeker)]);
    expect([gone.ok, booked.ok].filter(Boolean)).toHaveLength(1);
    expect(second?.state).toBe("open");
  });
});
