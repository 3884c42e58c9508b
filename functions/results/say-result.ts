import { isLive } from "../../shared/domain/booking.ts";
import type { AccountId, BookingId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { SeekerResult } from "../../shared/domain/placement.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { findAgenda } from "../registrations/registration-reads.ts";
import { isTheirs, putSaidResult } from "./result-writes.ts";

type Said = { visitId: VisitId; registrationId: RegistrationId; bookingId: BookingId; result: SeekerResult };

/** What somebody says of their interview, by themselves or, with `byId`, on the telephone. What they said last stands. */
export const sayResult = async (deps: Deps, said: Said, byId?: AccountId): Promise<Outcome<undefined>> => {
  const { db, clock } = deps;
  const { visitId, registrationId, bookingId } = said;
  const agenda = await findAgenda(db, visitId, registrationId);
  const booking = agenda?.bookings[bookingId];
  if (!booking || !isLive(booking) || booking.kind !== "interview") return refuse("not-found");
  const now = clock.now();
  if (now < booking.startsAt) return refuse("interview-ahead");
  const result = await transact(db, {
    said: putSaidResult({ ...said, saidAt: now, byId }),
    theirs: isTheirs(visitId, registrationId, bookingId),
  });
  return result.ok ? done(undefined) : refuse("not-found");
};
