import { type Booking, isLive } from "../../shared/domain/booking.ts";
import { type CheckInEvent, correctedAt } from "../../shared/domain/check-in-event.ts";
import type { BookingId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { InterviewOutcome } from "../../shared/domain/states.ts";
import { isTicketIndex } from "../../shared/domain/ticket-token.ts";
import type { CheckInEventItem } from "../check-ins/check-in-writes.ts";
import { readEvent } from "../check-ins/event-reads.ts";
import type { Change } from "../platform/stream-record.ts";
import type { AgendaItem, RegistrationItem } from "../registrations/registration-reads.ts";
import type { PlacementItem } from "../results/result-reads.ts";
import type { OutcomeItem } from "../table/outcome-reads.ts";

/** A time as another system may know it: what anybody can look up on the pages of the visit. */
type TimeFacts = Pick<Booking, "kind" | "employerId" | "postingId" | "service" | "startsAt" | "endsAt">;

/** What happened, by real ids; before it leaves, `payload.ts` puts pseudonyms in their place. */
export type FeedEvent = {
  visitId: VisitId;
  /** Whose or what it is: a booking, or somebody who comes. */
  subject: { kind: "booking" | "visitor"; id: string };
  /** When it happened. */
  at: Instant;
  /** Grows from one event to the next of the same subject and kind. */
  sequence: number;
} & Facts;
type Facts =
  | { type: "booking.made"; time: TimeFacts }
  | { type: "booking.moved"; time: TimeFacts }
  | { type: "booking.cancelled"; time: TimeFacts; by: "person" | "centre" }
  | { type: "arrival.made" | "arrival.undone"; isRegistered: boolean }
  | { type: "result.noted"; result: InterviewOutcome | "no_show" | "placed" };

const timeOf = ({ kind, employerId, postingId, service, startsAt, endsAt }: Booking): TimeFacts => ({
  ...{ kind, employerId, postingId, service, startsAt, endsAt },
});

/**
 * Everything that happened to bookings, also what a plan or a registration that was taken back did: other than a mail, which tells a person once of all
 * that is of one act. A booking that lives on at another visit was moved there.
 */
const ofAgenda = (before: AgendaItem | undefined, { visitId, bookings }: AgendaItem): FeedEvent[] =>
  (Object.entries(bookings) as [BookingId, Booking][]).flatMap(([id, booking]): FeedEvent[] => {
    const earlier = before?.bookings[id];
    const { sequence, bookedAt, state } = booking;
    const told = { visitId, subject: { kind: "booking", id }, sequence, at: booking.changedAt ?? bookedAt } as const;
    const time = timeOf(booking);
    if (!earlier && isLive(booking)) return [{ ...told, type: sequence === 0 ? "booking.made" : "booking.moved", time }];
    if (!earlier || !isLive(earlier)) return [];
    if (isLive(booking)) return sequence > earlier.sequence ? [{ ...told, type: "booking.moved", time }] : [];
    if (state === "cancelled_by_person") return [{ ...told, type: "booking.cancelled", time, by: "person" }];
    if (state === "cancelled_by_centre") return [{ ...told, type: "booking.cancelled", time, by: "centre" }];
    return state === "no_show" ? [{ ...told, type: "result.noted", result: "no_show" }] : [];
  });

/** An earlier admission that comes to light later is no second arrival. */
const ofRegistration = (before: RegistrationItem | undefined, after: RegistrationItem): FeedEvent[] => {
  const { visitId, registrationId } = after.registration;
  const told = { visitId, subject: { kind: "visitor", id: registrationId }, sequence: after.version, isRegistered: true } as const;
  if (after.arrival && !before?.arrival) return [{ ...told, type: "arrival.made", at: after.arrival.at }];
  if (before?.arrival && !after.arrival) return [{ ...told, type: "arrival.undone", at: before.arrival.at }];
  return [];
};

/** Somebody who came without a registration, known by the event of their coming. */
const ofWalkIn = (event: CheckInEvent): FeedEvent[] => {
  const { visitId, kind } = event;
  const told = { visitId, at: correctedAt(event), isRegistered: false } as const;
  if (kind === "walk-in") return [{ ...told, type: "arrival.made", subject: { kind: "visitor", id: event.id }, sequence: 1 }];
  if (kind !== "undo" || isTicketIndex(event.of) || event.ref !== event.of) return [];
  return [{ ...told, type: "arrival.undone", subject: { kind: "visitor", id: event.of }, sequence: 2 }];
};

const ofOutcome = (before: OutcomeItem | undefined, { visitId, bookingId, outcome, notedAt, version }: OutcomeItem): FeedEvent[] =>
  before?.outcome === outcome
    ? []
    : [{ type: "result.noted", visitId, subject: { kind: "booking", id: bookingId }, sequence: version, at: notedAt, result: outcome }];

const ofPlacement = ({ visitId, bookingId, confirmedAt, version }: PlacementItem): FeedEvent[] => [
  { type: "result.noted", visitId, subject: { kind: "booking", id: bookingId }, sequence: version, at: confirmedAt, result: "placed" },
];

/** Pure: the same two versions of an item always tell the same events. What was deleted is nobody's news (`infra/constructs/stream-lanes.ts`). */
export const feedEventsOf = ({ before, after }: Change): FeedEvent[] => {
  switch (after?.type) {
    case "agenda":
      return ofAgenda(before as AgendaItem | undefined, after as AgendaItem);
    case "registration":
      return ofRegistration(before as RegistrationItem | undefined, after as RegistrationItem);
    case "check-in-event": {
      const event = before ? undefined : readEvent(after as CheckInEventItem);
      return event ? ofWalkIn(event) : [];
    }
    case "interview-outcome":
      return ofOutcome(before as OutcomeItem | undefined, after as OutcomeItem);
    case "placement":
      return before ? [] : ofPlacement(after as PlacementItem);
    default:
      return [];
  }
};
