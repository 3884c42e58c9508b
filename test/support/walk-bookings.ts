import { expect } from "vitest";
import { findRegistration, lastTicketOf } from "../../functions/registrations/registration-reads.ts";
import { type BookedBy, cancellationRefusal } from "../../shared/domain/booking.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { noShowRefusal } from "../../shared/domain/no-show.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { endOfVisit } from "../../shared/domain/visit.ts";
import { aBooking, anId } from "./builders.ts";
import { anEventId } from "./tickets.ts";
import {
  answered,
  liveOf,
  lookAt,
  newsAt,
  personOf,
  pick,
  registrationOf,
  type Step,
  send,
  step,
  type Told,
  type Trouble,
  timeAt,
  timesOf,
  type Walk,
} from "./walk.ts";
import { bookingAnswer, moveAnswer } from "./walk-rules.ts";

const reason = "전화로 부탁";

/** Where a booking is changed: by its person, or by staff for them. */
const paramsOf = (walk: Walk, { person, visitId, bookingId }: Pick<Told, "person" | "visitId" | "bookingId">, by: BookedBy) => ({
  visitId,
  bookingId,
  ...(by === "staff" && { registrationId: registrationOf(walk, person, visitId) }),
});

export const book = (person: number, slot: number, by: BookedBy, trouble: Trouble): Step =>
  step(`${by} books ${slot} for ${person} (${trouble})`, async (walk) => {
    const { visitId } = walk.here;
    const [slotId, bookingId] = [timeAt(walk, visitId, slot), anId("bkg")];
    const expected = bookingAnswer(await lookAt(walk, { visitId, slotId, person }), walk.world.deps.clock.now(), by);
    const params = paramsOf(walk, { person, visitId, bookingId }, by);
    const answer =
      by === "person"
        ? await send(
            walk,
            trouble,
            "PUT /api/me/visits/{visitId}/bookings/{bookingId}",
            { params, body: aBooking(slotId) },
            personOf(walk, person),
          )
        : await send(
            walk,
            trouble,
            "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}",
            { params, body: { ...aBooking(slotId), reason } },
            walk.manager,
          );
    expect(answered(answer)).toBe(expected);
    if (answer.ok) walk.told.set(bookingId, { person, visitId, bookingId, slotId, state: "confirmed", sequence: 0 });
  });

export const move = (person: number, which: number, slot: number, by: BookedBy, trouble: Trouble): Step =>
  step(`${by} moves ${which} to ${slot} for ${person} (${trouble})`, async (walk) => {
    const own = liveOf(walk, person);
    if (own.length === 0) return;
    const booking = pick(own, which);
    const { visitId, bookingId, slotId: from, sequence } = booking;
    const slotId = timeAt(walk, visitId, slot);
    if (slotId === from) return;
    const seen = await lookAt(walk, { visitId, slotId, person });
    const current = Object.values(seen.agenda.bookings).find((one) => one.bookingId === bookingId);
    if (!current) throw new Error(`${bookingId} is gone.`);
    const expected = moveAnswer(seen, current, walk.world.deps.clock.now(), by);
    const [params, body] = [paramsOf(walk, booking, by), { ...aBooking(slotId), seen: { slotId: from, sequence } }];
    const answer =
      by === "person"
        ? await send(walk, trouble, "PUT /api/me/visits/{visitId}/bookings/{bookingId}/slot", { params, body }, personOf(walk, person))
        : await send(
            walk,
            trouble,
            "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/slot",
            { params, body: { ...body, reason } },
            walk.manager,
          );
    expect(answered(answer)).toBe(expected);
    if (answer.ok) walk.told.set(bookingId, { ...booking, slotId, sequence: sequence + 1 });
  });

export const cancel = (person: number, which: number, by: BookedBy, trouble: Trouble): Step =>
  step(`${by} cancels ${which} for ${person} (${trouble})`, async (walk) => {
    const own = liveOf(walk, person);
    if (own.length === 0) return;
    const booking = pick(own, which);
    const { visitId, bookingId, slotId, sequence } = booking;
    const { agenda } = await lookAt(walk, { visitId, slotId, person });
    const current = Object.values(agenda.bookings).find((one) => one.bookingId === bookingId);
    if (!current) throw new Error(`${bookingId} is gone.`);
    const params = paramsOf(walk, booking, by);
    const answer =
      by === "person"
        ? await send(
            walk,
            trouble,
            "DELETE /api/me/visits/{visitId}/bookings/{bookingId}",
            // some clients name what they saw
            { params, ...(which % 2 === 0 && { query: { slotId, sequence: String(sequence) } }) },
            personOf(walk, person),
          )
        : await send(
            walk,
            trouble,
            "POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/cancellation",
            { params, body: { seen: { slotId, sequence }, reason } },
            walk.manager,
          );
    expect(answered(answer)).toBe(cancellationRefusal(current, walk.world.deps.clock.now()) ?? "ok");
    if (!answer.ok) return;
    const state = by === "person" ? "cancelled_by_person" : "cancelled_by_centre";
    expect(answer.value).toMatchObject({ state, sequence: sequence + 1 });
    walk.told.set(bookingId, { ...booking, state, sequence: sequence + 1 });
  });

/** Somebody says that they will come, or staff note it. Of their bookings nothing changes. */
export const confirm = (person: number, by: BookedBy, trouble: Trouble): Step =>
  step(`${by} confirms for ${person} (${trouble})`, async (walk) => {
    const { visitId } = walk.here;
    const params = { visitId, registrationId: registrationOf(walk, person, visitId) };
    const { visit, agenda } = await lookAt(walk, { visitId, slotId: pick(timesOf(walk, visitId), 0), person });
    const answer =
      by === "person"
        ? await send(walk, trouble, "POST /api/me/visits/{visitId}/confirmation", { params }, personOf(walk, person))
        : await send(walk, trouble, "POST /api/staff/visits/{visitId}/people/{registrationId}/confirmation", { params }, walk.manager);
    const isOver = endOfVisit(visit) <= walk.world.deps.clock.now();
    expect(answered(answer)).toBe(isOver ? "visit-over" : agenda.withdrawnAt ? "registration-withdrawn" : "ok");
  });

/** On the day somebody comes to the bus and is scanned; who has withdrawn shows the code of then, which is cancelled. */
export const arrive = (person: number, trouble: Trouble): Step =>
  step(`${person} arrives (${trouble})`, async (walk) => {
    const { world, here, manager } = walk;
    const { visitId } = here;
    const now = world.deps.clock.now();
    const { visit } = await lookAt(walk, { visitId, slotId: pick(timesOf(walk, visitId), 0), person });
    if (visit.date !== seoulDateOf(now)) return;
    await world.settle();
    const registration = await findRegistration(world.table.db, visitId as VisitId, registrationOf(walk, person, visitId));
    const code = registration && lastTicketOf(registration);
    if (!code) return;
    const body = { eventId: anEventId(), deviceId: "phone-at-desk-1", at: now, read: { by: "code", code } };
    const answer = await send(walk, trouble, "POST /api/staff/visits/{visitId}/check-ins", { params: { visitId }, body }, manager);
    expect(answered(answer)).toBe("ok");
    if (registration.withdrawnAt) expect(answer).toMatchObject({ value: { verdict: "cancelled" } });
  });

/** Staff note that somebody did not come, and give the seat to who waits here longest, or to nobody. */
export const noShow = (person: number, which: number, whom: "next-waiting" | "nobody", trouble: Trouble): Step =>
  step(`${person} did not come to ${which}, ${whom} (${trouble})`, async (walk) => {
    const own = liveOf(walk, person);
    if (own.length === 0) return;
    const booking = pick(own, which);
    const { visitId, bookingId, slotId, sequence } = booking;
    const { world, manager } = walk;
    const registrationId = registrationOf(walk, person, visitId);
    const { agenda } = await lookAt(walk, { visitId, slotId, person });
    const current = Object.values(agenda.bookings).find((one) => one.bookingId === bookingId);
    if (!current) throw new Error(`${bookingId} is gone.`);
    const registration = await findRegistration(world.table.db, visitId as VisitId, registrationId);
    const answer = await send(
      walk,
      trouble,
      "POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/no-show",
      { params: { visitId, registrationId, bookingId }, body: { seen: { slotId, sequence }, giveTo: { whom } } },
      manager,
    );
    expect(answered(answer)).toBe(noShowRefusal(current, registration?.arrival?.at, world.deps.clock.now()) ?? "ok");
    if (!answer.ok) return;
    walk.told.set(bookingId, { ...booking, state: "no_show", sequence: sequence + 1 });
    // At most one other person has the seat now, under a booking of their own.
    const given = await newsAt(walk, visitId);
    expect(given.length).toBeLessThanOrEqual(whom === "nobody" ? 0 : 1);
    for (const one of given) {
      expect(one).toMatchObject({ slotId, state: "confirmed", sequence: (walk.told.get(one.bookingId)?.sequence ?? -1) + 1 });
      walk.told.set(one.bookingId, one);
    }
  });
