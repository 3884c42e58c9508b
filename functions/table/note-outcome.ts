import type { NotedOutcome } from "../../shared/contract/table.ts";
import { CheckInEvent } from "../../shared/domain/check-in-event.ts";
import type { BookingId, EmployerId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { epochMsOf, type Instant } from "../../shared/domain/seoul-time.ts";
import type { InterviewOutcome } from "../../shared/domain/states.ts";
import { sightRefusal, turnRefusal } from "../../shared/domain/table-pairing.ts";
import { uuidV7 } from "../../shared/domain/uuid-v7.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { addCheckInEvent } from "../check-ins/check-in-writes.ts";
import type { PairedDevice } from "../platform/actor.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { findPersonOfVisit } from "../registrations/registration-reads.ts";
import { hasArrived } from "../registrations/registration-writes.ts";
import { findOutcome, type OutcomeItem, outcomeOf } from "./outcome-reads.ts";
import { dropOutcome, putOutcome, standsWith } from "./outcome-writes.ts";
import { type FoundTurn, findTurn } from "./turn-reads.ts";

type About = { visitId: VisitId; employerId: EmployerId; registrationId: RegistrationId; bookingId: BookingId };
/** Who says it: the device at the table, or a member of the employer in the console. */
type Sayer = { by: "table"; device: PairedDevice } | { by: "console" };
type Wish = About & { outcome: InterviewOutcome; seen: number };

/** What a table does about the line is an event like one of staff, who answer for the device; its pairing names it. */
const tableEvent = ({ ids }: Pick<Deps, "ids">, { visitId, pairingId, givenBy }: PairedDevice, at: Instant, about: object): CheckInEvent =>
  CheckInEvent.parse({
    ...{ v: 1, id: uuidV7(epochMsOf(at), ids.bytes(10)), visitId, staffId: givenBy, deviceId: pairingId, at },
    ...{ clockOffset: 0, packRevision: 0 },
    ...about,
  });

/**
 * What came of an interview, by the employer's device or in its console. A later tap corrects the one that it names; of two that name the same one, one
 * holds. What is noted already is answered as it stands. Noted at the table it ends the interview: nobody there has to press "done" as well.
 */
export const noteOutcome = async (deps: Deps, { seen, ...noted }: Wish, sayer: Sayer): Promise<Outcome<NotedOutcome>> => {
  const { db, clock } = deps;
  const { visitId, employerId, registrationId, bookingId, outcome } = noted;
  const [person, known] = await Promise.all([
    findPersonOfVisit(db, visitId, registrationId),
    findOutcome(db, visitId, employerId, bookingId),
  ]);
  const booking = person?.agenda.bookings[bookingId];
  if (!booking) return refuse("not-found");
  const refused = sightRefusal(booking, employerId, person.registration.arrival?.at);
  if (refused) return refuse(refused);
  if (known?.outcome === outcome) return done(outcomeOf(known));
  const now = clock.now();
  const turn = await findTurn(db, visitId, { booking, registration: person.registration, now });
  const early = turnRefusal(turn.state, booking, now);
  if (early) return refuse(early);
  const end = sayer.by === "table" && isInLine(turn) ? tableEvent(deps, sayer.device, now, endOf(turn, booking.deskId)) : undefined;
  const ended = end && turn.idx ? { idx: turn.idx, eventId: end.id } : known?.ended;
  const result = await transact<string>(db, {
    outcome: putOutcome({ ...noted, by: sayer.by, notedAt: now, ...(ended && { ended }) }, seen),
    booking: standsWith(visitId, registrationId, bookingId, employerId),
    here: hasArrived(visitId, registrationId),
    ...(end && { end: addCheckInEvent(end, end.staffId, now) }),
  });
  if (result.ok) return done({ outcome, notedAt: now, by: sayer.by, version: seen + 1 });
  if (result.refused.includes("booking")) return refuse("consent-ended");
  if (result.refused.includes("here")) return refuse("not-arrived");
  const before = result.before.outcome as OutcomeItem | undefined;
  return before?.outcome === outcome ? done(outcomeOf(before)) : refuse("outcome-changed");
};

const isInLine = ({ idx, state }: FoundTurn): boolean => idx !== undefined && state !== "done" && state !== "missed";
const endOf = ({ idx }: FoundTurn, deskId: string) => ({ kind: "done", of: idx, deskId });

/** Takes a result back that was noted for the wrong person; they stand in the line as before. `seen` is the one that was on the screen. */
export const takeBackOutcome = async (
  deps: Deps,
  device: PairedDevice,
  { registrationId, bookingId, seen }: { registrationId: RegistrationId; bookingId: BookingId; seen: number },
): Promise<Outcome<undefined>> => {
  const { visitId, employerId } = device;
  const [person, known] = await Promise.all([
    findPersonOfVisit(deps.db, visitId, registrationId),
    findOutcome(deps.db, visitId, employerId, bookingId),
  ]);
  if (person?.agenda.bookings[bookingId]?.employerId !== employerId) return refuse("not-found");
  if (!known) return done(undefined);
  if (known.version !== seen || known.registrationId !== registrationId) return refuse("outcome-changed");
  const { ended } = known;
  const now = deps.clock.now();
  const undo = ended && tableEvent(deps, device, now, { kind: "undo", of: ended.idx, ref: ended.eventId });
  const result = await transact<string>(deps.db, {
    outcome: dropOutcome(known),
    ...(undo && { undo: addCheckInEvent(undo, undo.staffId, now) }),
  });
  return result.ok || !result.before.outcome ? done(undefined) : refuse("outcome-changed");
};
