import { expect } from "vitest";
import { findPersonOfVisit } from "../../functions/registrations/registration-reads.ts";
import { findVisit } from "../../functions/visits/visit-reads.ts";
import type { BookedBy } from "../../shared/domain/booking.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { endOfVisit } from "../../shared/domain/visit.ts";
import { isGivenUp, maxWithdrawalsKept, withdrawalRefusal } from "../../shared/domain/withdrawal.ts";
import { aRegistration } from "./builders.ts";
import { answered, personOf, registrationOf, type Step, send, step, type Trouble, type Walk } from "./walk.ts";

const lookHere = async (walk: Walk, person: number) => {
  const visitId = walk.here.visitId as VisitId;
  const { db } = walk.world.table;
  const registrationId = registrationOf(walk, person, visitId);
  const [planned, found] = await Promise.all([findVisit(db, visitId), findPersonOfVisit(db, visitId, registrationId)]);
  if (!planned || !found) throw new Error("Somebody is not registered.");
  return { visitId, registrationId, visit: planned.visit, ...found };
};

/** Somebody is not coming after all: whatever of their bookings is not over ends, and they are told of all of it at once. */
export const withdraw = (person: number, by: BookedBy, trouble: Trouble): Step =>
  step(`${by} withdraws ${person} (${trouble})`, async (walk) => {
    const now = walk.world.deps.clock.now();
    const { visitId, registrationId, visit, registration, agenda } = await lookHere(walk, person);
    const { registeredAt } = registration.registration;
    const answer =
      by === "person"
        ? await send(
            walk,
            trouble,
            "POST /api/me/visits/{visitId}/registration/withdrawal",
            { params: { visitId }, body: { registeredAt } },
            personOf(walk, person),
          )
        : await send(
            walk,
            trouble,
            "POST /api/staff/visits/{visitId}/people/{registrationId}/withdrawal",
            { params: { visitId, registrationId }, body: { registeredAt, reason: "전화로 못 오신다고 하셨습니다" } },
            walk.manager,
          );
    const refused = registration.withdrawnAt ? undefined : withdrawalRefusal(visit, registration.arrival?.at, now);
    expect(answered(answer)).toBe(refused ?? "ok");
    if (!answer.ok || registration.withdrawnAt) return;
    const state = by === "person" ? "cancelled_by_person" : "cancelled_by_centre";
    for (const booking of Object.values(agenda.bookings)) {
      if (!isGivenUp(booking, now)) continue;
      const { bookingId, slotId, sequence } = booking;
      walk.told.set(bookingId, { person, visitId, bookingId, slotId, state, sequence: sequence + 1 });
    }
  });

/** Whoever withdrew comes after all; of what they gave up nothing comes back. */
export const registerAgain = (person: number, trouble: Trouble): Step =>
  step(`${person} registers again (${trouble})`, async (walk) => {
    const { visitId, visit, agenda } = await lookHere(walk, person);
    if (!agenda.withdrawnAt) return;
    const sent = { params: { visitId }, body: aRegistration() };
    const answer = await send(walk, trouble, "PUT /api/me/visits/{visitId}/registration", sent, personOf(walk, person));
    const isFull = (agenda.withdrawals ?? []).length >= maxWithdrawalsKept;
    const isOver = endOfVisit(visit) <= walk.world.deps.clock.now();
    expect(answered(answer)).toBe(visit.state !== "open" ? "visit-not-open" : isOver ? "visit-over" : isFull ? "too-many-requests" : "ok");
  });
