import { type Booking, isLive } from "../../shared/domain/booking.ts";
import { type CheckInEvent, correctedAt } from "../../shared/domain/check-in-event.ts";
import type { BookingId, VisitId } from "../../shared/domain/ids.ts";
import { epochMsOf, type Instant } from "../../shared/domain/seoul-time.ts";
import type { InterviewOutcome } from "../../shared/domain/states.ts";
import { isTicketIndex } from "../../shared/domain/ticket-token.ts";
import type { CheckInEventItem } from "../check-ins/check-in-writes.ts";
import { readEvent } from "../check-ins/event-reads.ts";
import type { Item } from "../platform/db.ts";
import type { Change } from "../platform/stream-record.ts";
import type { AgendaItem, RegistrationItem } from "../registrations/registration-reads.ts";
import type { PlacementItem } from "../results/result-reads.ts";
import type { OutcomeItem } from "../table/outcome-reads.ts";
import type { VisitLogEntry } from "../visits/visit-log-writes.ts";

type VisitLogItem = Item & VisitLogEntry;

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
  | { type: "result.noted"; result: InterviewOutcome | "no_show" | "placed" }
  | { type: "result.undone"; result: "placed" };

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
    return state === "no_show" ? [{ ...told, type: "result.noted", result: "no_show", sequence: epochMsOf(told.at) }] : [];
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

/**
 * What came of an interview is written in several items, some of which are deleted and made anew, so that no version of one grows over them all: what does is the
 * moment.
 */
const ofResult = (visitId: VisitId, bookingId: BookingId, at: Instant) =>
  ({ visitId, subject: { kind: "booking", id: bookingId }, sequence: epochMsOf(at), at }) as const;

const ofOutcome = (before: OutcomeItem | undefined, { visitId, bookingId, outcome, notedAt }: OutcomeItem): FeedEvent[] =>
  before?.outcome === outcome ? [] : [{ ...ofResult(visitId, bookingId, notedAt), type: "result.noted", result: outcome }];

const ofPlacement = ({ visitId, bookingId, confirmedAt }: PlacementItem): FeedEvent[] => [
  { ...ofResult(visitId, bookingId, confirmedAt), type: "result.noted", result: "placed" },
];

/** A placement that is taken back is deleted, which nobody hears of; the log tells of it, in the same transaction. */
const ofLog = ({ visitId, bookingId, at, did }: VisitLogItem): FeedEvent[] =>
  did === "took-back-placement" && bookingId ? [{ ...ofResult(visitId, bookingId, at), type: "result.undone", result: "placed" }] : [];

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
    case "visit-log":
      return before ? [] : ofLog(after as VisitLogItem);
    default:
      return [];
  }
};
