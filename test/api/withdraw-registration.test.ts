import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { brokenPromises } from "../../functions/entry/broken-promises.ts";
import { agendaKey } from "../../functions/platform/keys.ts";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { applicationsOf, applied, apply } from "../support/application.ts";
import { bookingOf, bookSlot, liveBookingsOf, moveBooking, refusalOf } from "../support/booking.ts";
import { aBooking, anId, anOpenVisit, anotherEmployer, duringVisit, type OpenVisit, openAllDay } from "../support/builders.ts";
import { amidReading, justBeforeWriting } from "../support/faults.ts";
import { registerAgain, registrationOf, withdraw } from "../support/registrations.ts";
import { aDesk, aTicket, scan } from "../support/tickets.ts";
import { aHolder, forPosting, forSlot, joinList, mailedSeekers, offerOf, type Seeker, waits } from "../support/waitlist.ts";
import { aWorld, type World } from "../support/world.ts";

const start = "2026-11-23T01:00:00.000Z";

let world: World;
let visit: OpenVisit;
beforeEach(async () => {
  world = await aWorld(start);
  visit = await anOpenVisit(world, { plan: { deadlines: openAllDay } });
  await world.settle();
});
afterEach(() => world.close());

const slot = (n: number): string => visit.slots[n] ?? "";
const logged = async () =>
  (await world.table.allItems()).filter(({ type }) => type === "visit-log").map(({ did, reason }) => ({ did, reason }));
const expectSound = async () => expect(brokenPromises(await world.table.allItems(), world.deps.clock.now())).toEqual([]);

describe("when somebody takes their registration back", () => {
  test("bookings, waits, an offer and applications end, and the seats go to who waits for them", async () => {
    const screened = await anotherEmployer(world, visit, { from: "15:00", to: "16:00" }, "screened");
    const second = await anotherEmployer(world, visit, { from: "12:00", to: "13:00" });
    const [going, holder, waiting] = (await mailedSeekers(world, visit, 3)) as [Seeker, Seeker, Seeker];
    const first = await aHolder(world, visit, slot(0), going);
    const other = await aHolder(world, visit, second.slots[0] ?? "", holder);
    await waits(world, visit, forSlot(second.slots[0] ?? ""), going);
    await waits(world, visit, forSlot(slot(0)), waiting);
    await applied(world, screened, going);
    await world.settle();
    await other.cancel();
    expect(await offerOf(world, visit, going)).toMatchObject({ slotId: second.slots[0] });

    const answer = await withdraw(world, visit, going);
    expect(answer).toMatchObject({
      status: 200,
      value: {
        withdrawnAt: world.deps.clock.now(),
        bookings: [{ booking: { bookingId: first.bookingId, state: "cancelled_by_person", sequence: 1 } }],
        waits: [],
        applications: [{ application: { state: "withdrawn" } }],
      },
    });
    expect(await offerOf(world, visit, waiting)).toMatchObject({ slotId: slot(0) });
    await expectSound();
    expect((await applicationsOf(world, screened)).applications).toMatchObject([{ state: "withdrawn", summary: null }]);
  });

  test("nothing can be booked, waited or applied for, or confirmed, until they register again", async () => {
    const screened = await anotherEmployer(world, visit, { from: "15:00", to: "16:00" }, "screened");
    const [seeker, other] = (await mailedSeekers(world, visit, 2)) as [Seeker, Seeker];
    await aHolder(world, visit, slot(5), other);
    await withdraw(world, visit, seeker);
    await world.settle();
    const { visitId } = visit;
    expect(refusalOf(await bookSlot(world, visit, slot(0), seeker))).toBe("not-registered");
    expect(refusalOf(await bookSlot(world, visit, slot(5), seeker))).toBe("not-registered");
    expect(refusalOf(await joinList(world, visit, forSlot(slot(5)), seeker))).toBe("not-registered");
    expect(refusalOf(await apply(world, screened, seeker))).toBe("not-registered");
    const key = "POST /api/me/visits/{visitId}/confirmation";
    expect(refusalOf(await world.call(key, { params: { visitId } }, seeker))).toBe("registration-withdrawn");
    expect(refusalOf(await world.call("GET /api/me/visits/{visitId}/ticket", { params: { visitId } }, seeker))).toBe(
      "registration-withdrawn",
    );
    expect(await registerAgain(world, visit, seeker)).toMatchObject({ status: 201, value: { withdrawnAt: null } });
    expect(await bookSlot(world, visit, slot(0), seeker)).toMatchObject({ status: 201 });
    await applied(world, screened, seeker);
    await world.settle();
    await expectSound();
  });

  test("asked again, at once or later, it answers as before; once they have registered again, an old request changes nothing", async () => {
    const [seeker] = (await mailedSeekers(world, visit, 1)) as [Seeker];
    const { registeredAt } = await registrationOf(world, visit, seeker);
    const twice = await Promise.all([withdraw(world, visit, seeker, registeredAt), withdraw(world, visit, seeker, registeredAt)]);
    expect(twice.map(({ status }) => status)).toEqual([200, 200]);
    const { withdrawnAt } = await registrationOf(world, visit, seeker);
    world.deps.clock.forward(5);
    expect(await withdraw(world, visit, seeker, registeredAt)).toMatchObject({ status: 200, value: { withdrawnAt } });
    await registerAgain(world, visit, seeker);
    const { bookingId } = await aHolder(world, visit, slot(0), seeker);
    expect(await withdraw(world, visit, seeker, registeredAt)).toMatchObject({ status: 200, value: { withdrawnAt: null } });
    expect(await bookingOf(world, seeker, bookingId)).toMatchObject({ state: "confirmed" });
    expect(refusalOf(await withdraw(world, visit, seeker, "2026-11-20T01:00:00.000Z"))).toBe("not-found");
  });

  test("asked again while the first request is written, it answers as that did, whatever of it is seen already", async () => {
    const [seeker] = (await mailedSeekers(world, visit, 1)) as [Seeker];
    const { registeredAt, registrationId } = await registrationOf(world, visit, seeker);
    const agenda = agendaKey(visit.visitId as VisitId, registrationId);
    amidReading(world.table, agenda, async () => {
      expect(await withdraw(world, visit, seeker, registeredAt)).toMatchObject({ status: 200 });
    });
    expect(await withdraw(world, visit, seeker, registeredAt)).toMatchObject({ status: 200 });
    await expectSound();
  });

  test("what they cancelled stays cancelled when they register again, and an old booking's id is not taken up", async () => {
    const [seeker] = (await mailedSeekers(world, visit, 1)) as [Seeker];
    const { bookingId } = await aHolder(world, visit, slot(0), seeker);
    await withdraw(world, visit, seeker);
    world.deps.clock.forward(5);
    await registerAgain(world, visit, seeker);
    expect(await liveBookingsOf(world, seeker)).toEqual([]);
    expect(refusalOf(await bookSlot(world, visit, slot(0), seeker, bookingId))).toBe("booking-cancelled");
    expect(await bookSlot(world, visit, slot(0), seeker)).toMatchObject({ status: 201 });
  });

  test("who registers and withdraws in a loop is stopped", async () => {
    const [seeker] = (await mailedSeekers(world, visit, 1)) as [Seeker];
    const answers: number[] = [];
    for (let n = 0; n < 21; n++) {
      world.deps.clock.forward(1);
      expect((await withdraw(world, visit, seeker)).status).toBe(200);
      answers.push((await registerAgain(world, visit, seeker)).status);
      if (answers.at(-1) === 429) break;
    }
    expect(answers.filter((status) => status === 201)).toHaveLength(19);
    expect(answers.at(-1)).toBe(429);
  });
});

describe("on the day", () => {
  beforeEach(() => world.deps.clock.set(duringVisit));

  test("who was checked in stays, and what is over stays as it was", async () => {
    const desk = await aDesk(world);
    const [arrived, late] = [await aTicket(world, visit), await aTicket(world, visit)];
    await scan(world, visit, arrived, desk);
    expect(refusalOf(await withdraw(world, visit, arrived.seeker))).toBe("already-checked-in");
    const next = await aHolder(world, visit, slot(1), late.seeker);
    const last = await aHolder(world, visit, slot(4), late.seeker);
    // the first is over, and nobody has noted that they did not come
    world.deps.clock.set("2026-12-03T01:45:00.000Z");
    expect(await withdraw(world, visit, late.seeker)).toMatchObject({ status: 200 });
    expect(await bookingOf(world, late.seeker, next.bookingId)).toMatchObject({ state: "confirmed", sequence: 0 });
    expect(await bookingOf(world, late.seeker, last.bookingId)).toMatchObject({ state: "cancelled_by_person" });
    await world.settle();
    await expectSound();
  });

  test("after the visit it is too late", async () => {
    const { seeker } = await aTicket(world, visit);
    world.deps.clock.set("2026-12-03T08:00:00.000Z");
    expect(refusalOf(await withdraw(world, visit, seeker))).toBe("visit-over");
  });

  test("a ticket that is cancelled between the look at it and the arrival is refused as such", async () => {
    const desk = await aDesk(world);
    const ticket = await aTicket(world, visit);
    justBeforeWriting(world.table, () => withdraw(world, visit, ticket.seeker));
    expect(await scan(world, visit, ticket, desk)).toMatchObject({ value: { verdict: "cancelled" } });
    expect(await registrationOf(world, visit, ticket.seeker)).toMatchObject({ arrivedAt: null, withdrawnAt: duringVisit });
  });

  test("of a scan and a withdrawal in the same moment one is first", async () => {
    const desk = await aDesk(world);
    for (let n = 0; n < 8; n++) {
      const ticket = await aTicket(world, visit);
      const [scanned, withdrawn] = await Promise.all([scan(world, visit, ticket, desk), withdraw(world, visit, ticket.seeker)]);
      const verdict = scanned.ok && scanned.value.verdict;
      const outcome = withdrawn.ok ? "withdrawn" : refusalOf(withdrawn);
      expect([
        ["admitted", "already-checked-in"],
        ["cancelled", "withdrawn"],
      ]).toContainEqual([verdict, outcome]);
    }
  });
});

describe("when staff take back the registration of somebody who called", () => {
  const takeBack = (registrationId: string, registeredAt: string, desk: Awaited<ReturnType<typeof aDesk>>) =>
    world.call(
      "POST /api/staff/visits/{visitId}/people/{registrationId}/withdrawal",
      { params: { visitId: visit.visitId, registrationId }, body: { registeredAt, reason: "전화로 못 오신다고 하셨습니다" } },
      desk,
    );

  test("the reason is logged once and told, the day shows it, and staff can neither book for them nor give them a new code", async () => {
    const desk = await aDesk(world);
    const { seeker } = await aTicket(world, visit, { name: "선우라온" });
    const { bookingId } = await aHolder(world, visit, slot(0), seeker);
    const { registrationId, registeredAt } = await registrationOf(world, visit, seeker);
    for (let n = 0; n < 2; n++) expect(await takeBack(registrationId, registeredAt, desk)).toMatchObject({ status: 204 });
    expect(await bookingOf(world, seeker, bookingId)).toMatchObject({
      state: "cancelled_by_centre",
      reason: "전화로 못 오신다고 하셨습니다",
    });
    expect(await logged()).toEqual([{ did: "withdrew", reason: "전화로 못 오신다고 하셨습니다" }]);
    const params = { visitId: visit.visitId };
    const day = await world.get("GET /api/staff/visits/{visitId}/day", { params }, desk);
    expect(day).toMatchObject({ registered: 0, people: [{ registrationId, withdrawnAt: start, bookings: [] }] });
    const onPerson = { ...params, registrationId };
    const booked = await world.call(
      "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}",
      { params: { ...onPerson, bookingId: anId("bkg") }, body: { ...aBooking(slot(2)), reason: "전화" } },
      desk,
    );
    expect(refusalOf(booked)).toBe("registration-withdrawn");
    const renewed = await world.call(
      "POST /api/staff/visits/{visitId}/people/{registrationId}/ticket/renewal",
      { params: onPerson, body: { seen: 1, reason: "전화" } },
      desk,
    );
    expect(refusalOf(renewed)).toBe("registration-withdrawn");
  });

  test("staff register them again, whether they have an address or not", async () => {
    const desk = await aDesk(world);
    const personId = anId("psn");
    const body = {
      name: "오순자",
      birthYear: 1958,
      phone: "010-0000-0009",
      locale: "ko",
      noticeVersion: currentConsentVersion.service_core,
    };
    const register = () =>
      world.call("PUT /api/staff/visits/{visitId}/registrations/{personId}", { params: { visitId: visit.visitId, personId }, body }, desk);
    const first = await register();
    if (!first.ok) throw new Error(first.problem.code);
    await world.settle();
    const { registrationId } = first.value;
    const seen = (await world.get("GET /api/staff/visits/{visitId}/day", { params: { visitId: visit.visitId } }, desk)).people[0];
    expect(await takeBack(registrationId, seen?.registeredAt ?? "", desk)).toMatchObject({ status: 204 });
    world.deps.clock.forward(5);
    expect(await register()).toMatchObject({ status: 201, value: { registrationId } });
    expect(await register()).toMatchObject({ status: 200, value: { registrationId } });
    await world.settle();
    const day = await world.get("GET /api/staff/visits/{visitId}/day", { params: { visitId: visit.visitId } }, desk);
    expect(day.registered).toBe(1);
    expect(day.people[0]?.withdrawnAt).toBeUndefined();
    expect((await logged()).map(({ did }) => did)).toEqual(["registered", "withdrew", "registered"]);
  });
});

test("while a withdrawal races with booking, moving, waiting and taking an offer, nobody has a seat who is gone, and none is lost", async () => {
  const second = await anotherEmployer(world, visit, { from: "14:00", to: "16:00" });
  const slotOfSecond = (n: number): string => second.slots[n] ?? "";
  for (let n = 0; n < 6; n++) {
    const [seeker, other, third] = (await mailedSeekers(world, visit, 3)) as [Seeker, Seeker, Seeker];
    const at = n % 3;
    const kept = await aHolder(world, visit, slotOfSecond(at), other);
    const mine = await aHolder(world, visit, slot(at), seeker);
    const waitId = await waits(world, visit, forSlot(slotOfSecond(at)), seeker);
    await waits(world, visit, forSlot(slot(at)), third);
    await world.settle();
    await kept.cancel();
    const offer = await offerOf(world, visit, seeker);
    if (!offer) throw new Error("Nothing was offered.");
    const seen = { slotId: slot(at), sequence: 0 };
    const acts = [
      () => bookSlot(world, visit, slot(9), seeker),
      () => moveBooking(world, visit, { bookingId: mine.bookingId, seen, slotId: slot(10) }, seeker),
      () =>
        world.call(
          "POST /api/me/visits/{visitId}/waits/{waitId}/acceptance",
          { params: { visitId: visit.visitId, waitId }, body: { offerId: offer.offerId, bookingId: anId("bkg") } },
          seeker,
        ),
      () => joinList(world, visit, forPosting(visit), seeker),
      () => mine.cancel(),
    ];
    const [withdrawn] = await Promise.all([withdraw(world, visit, seeker), ...acts.map((act) => act())]);
    expect(withdrawn.status).toBe(200);
    await world.settle();
    await world.fire("settle-offers");
    expect(await liveBookingsOf(world, seeker)).toEqual([]);
    expect((await registrationOf(world, visit, seeker)).waits).toEqual([]);
    expect(await offerOf(world, visit, third)).toMatchObject({ slotId: slot(at) });
    await expectSound();
    await withdraw(world, visit, third);
    await world.settle();
  }
});
