import type { Booking, EmployerConsent, SeenBooking } from "../../shared/domain/booking.ts";
import { cellsOf } from "../../shared/domain/day-grid.ts";
import { dayRefusal } from "../../shared/domain/day-rules.ts";
import type { BookingId, RegistrationId, VisitId, WaitId } from "../../shared/domain/ids.ts";
import { type Instant, type LocalDate, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import type { BookingState } from "../../shared/domain/states.ts";
import { type BookingRules, maxBookingsKept } from "../../shared/domain/visit.ts";
import { agendaKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import { type AgendaItem, bookingsOf } from "../registrations/registration-reads.ts";
import type { SlotFacts } from "../slots/slot-reads.ts";

/** A booking as it is when it is made. */
export const newBooking = (
  { slotId, kind, employerId, postingId, service, deskId, startsAt, endsAt }: SlotFacts,
  more: { bookingId: BookingId; bookedAt: Instant } & Partial<Pick<Booking, "consent" | "applicationId" | "reason">>,
): Booking => ({
  slotId,
  kind,
  employerId,
  postingId,
  service,
  deskId,
  startsAt,
  endsAt,
  state: "confirmed",
  sequence: 0,
  changedAt: null,
  ...more,
});

/** An agenda, and the date and rules of its visit. */
export type AgendaOf = { visitId: VisitId; registrationId: RegistrationId; date: LocalDate; rules: BookingRules };

type Times = Pick<Booking, "startsAt" | "endsAt">;
const cell = (n: number): string => `busy.c${n}`;
/** By the booking's own day: while a plan moves a visit to another, some bookings have followed and some have not. */
const cells = (times: Times, gapMinutes = 0): string[] => cellsOf(seoulDateOf(times.startsAt), times, gapMinutes).map(cell);
const interviewsOf = ({ kind }: Pick<Booking, "kind">): number => (kind === "interview" ? 1 : 0);

const names = (bookingId: BookingId) => ({ "#booking": bookingId, "#state": "state", "#sequence": "sequence" });
/** The booking as somebody saw it: live, at that time, and not changed since. */
const asSeen =
  "bookings.#booking.#state = :confirmed AND bookings.#booking.#sequence = :seen AND bookings.#booking.slotId = :seenSlot AND bookings.#booking.startsAt = :seenAt";
const seenValues = ({ slotId, sequence }: SeenBooking, { startsAt }: Pick<Booking, "startsAt">) => ({
  ":confirmed": "confirmed",
  ":seen": sequence,
  ":seenSlot": slotId,
  ":seenAt": startsAt,
});

/** An entry of a list that a booking closes, because it came of the list. */
const closesWait = (waitId: WaitId | undefined) =>
  waitId
    ? {
        set: ", waits.#wait.closed = :true",
        condition: " AND attribute_not_exists(waits.#wait.closed)",
        names: { "#wait": waitId },
        values: { ":true": true },
      }
    : { set: "", condition: "", names: {}, values: {} };

/** What else changes in the agenda with a booking: one item is written once in a transaction. Names and values must not meet those below. */
export type AlsoInAgenda = {
  set: readonly string[];
  condition: string;
  names: Readonly<Record<string, string>>;
  values: Readonly<Record<string, unknown>>;
};

/**
 * Promises 2 and 3, Time and Once: the booking enters the agenda only if its id never did, its cells with the gap around them are free, and the
 * interviews are below the limit. Nobody books who has taken their registration back.
 */
export const addToAgenda = (agenda: AgendaOf, booking: Booking, waitId?: WaitId, also?: AlsoInAgenda): Write => {
  const { visitId, registrationId, rules } = agenda;
  const interviews = interviewsOf(booking);
  const wait = closesWait(waitId);
  return {
    Update: {
      Key: agendaKey(visitId, registrationId),
      UpdateExpression: `SET bookings.#booking = :booking, ${cells(booking)
        .map((path) => `${path} = :one`)
        .concat(also?.set ?? [])
        .join(", ")}${wait.set} ADD interviews :interviews, version :one`,
      ConditionExpression: [
        "attribute_exists(pk)",
        "attribute_not_exists(withdrawnAt)",
        "attribute_not_exists(bookings.#booking)",
        "size(bookings) < :most",
        ...(interviews > 0 ? ["interviews < :limit"] : []),
        ...cells(booking, rules.gapMinutes).map((path) => `attribute_not_exists(${path})`),
        ...(also ? [also.condition] : []),
      ]
        .join(" AND ")
        .concat(wait.condition),
      ExpressionAttributeNames: { "#booking": booking.bookingId, ...wait.names, ...also?.names },
      ExpressionAttributeValues: {
        ":booking": booking,
        ":most": maxBookingsKept,
        ":interviews": interviews,
        ":one": 1,
        ...(interviews > 0 && { ":limit": rules.maxInterviews }),
        ...wait.values,
        ...also?.values,
      },
    },
  };
};

export type MovedBooking = Pick<
  Booking,
  "slotId" | "kind" | "employerId" | "postingId" | "service" | "deskId" | "startsAt" | "endsAt" | "reason" | "planId"
> & {
  /** Given for another employer; null where it is none's any more; absent where it stays. */
  consent?: EmployerConsent | null;
};

/**
 * The booking stands at another time, under its own id, with a higher sequence: refused if it changed since it was seen, or if the new time, its own
 * old cells left out, does not fit. Also across kinds: whoever moves from counselling to an interview is counted.
 */
export const moveInAgenda = (
  agenda: AgendaOf,
  {
    bookingId,
    seen,
    from,
    to,
    at,
  }: { bookingId: BookingId; seen: SeenBooking; from: Times & Pick<Booking, "kind">; to: MovedBooking; at: Instant },
  waitId?: WaitId,
): Write => {
  const { visitId, registrationId, rules } = agenda;
  const [old, next] = [cells(from), cells(to)];
  const wanted = cells(to, rules.gapMinutes).filter((path) => !old.includes(path));
  const given = old.filter((path) => !next.includes(path));
  const taken = next.filter((path) => !old.includes(path));
  const interviews = interviewsOf(to) - interviewsOf(from);
  const changes: [name: string, value: unknown][] = [...Object.entries({ reason: undefined, planId: undefined, ...to }), ["changedAt", at]];
  const isGone = ([name, value]: [string, unknown]): boolean => value === undefined || (name === "consent" && value === null);
  const set = changes.filter((change) => !isGone(change));
  const gone = changes.filter(isGone).map(([name]) => name);
  const wait = closesWait(waitId);
  const removed = [...gone.map((name) => `bookings.#booking.#${name}`), ...given];
  return {
    Update: {
      Key: agendaKey(visitId, registrationId),
      UpdateExpression: `SET ${[
        ...set.map(([name]) => `bookings.#booking.#${name} = :${name}`),
        "bookings.#booking.#sequence = :sequence",
        ...taken.map((path) => `${path} = :one`),
      ].join(", ")}${wait.set}${removed.length > 0 ? ` REMOVE ${removed.join(", ")}` : ""} ADD interviews :interviews, version :one`,
      ConditionExpression: [
        asSeen,
        ...(interviews > 0 ? ["interviews < :limit"] : []),
        ...wanted.map((path) => `attribute_not_exists(${path})`),
      ]
        .join(" AND ")
        .concat(wait.condition),
      ExpressionAttributeNames: {
        ...names(bookingId),
        ...Object.fromEntries([...set.map(([name]) => name), ...gone].map((name) => [`#${name}`, name])),
        ...wait.names,
      },
      ExpressionAttributeValues: {
        ...seenValues(seen, from),
        ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
        ":sequence": seen.sequence + 1,
        ":interviews": interviews,
        ":one": 1,
        ...(interviews > 0 && { ":limit": rules.maxInterviews }),
        ...wait.values,
      },
    },
  };
};

export type Ending = { state: Exclude<BookingState, "confirmed">; at: Instant } & Partial<
  Pick<Booking, "reason" | "planId" | "rebookedTo">
>;

/** The booking ends, once, as it was seen; its time is free again. */
export const endInAgenda = (
  agenda: Omit<AgendaOf, "rules">,
  { bookingId, seen, booking, ending }: { bookingId: BookingId; seen: SeenBooking; booking: Times & Pick<Booking, "kind">; ending: Ending },
): Write => {
  const { state, at, ...why } = ending;
  // What had begun before its visit was moved to another day holds no time of that day.
  const isLeftBehind = at >= booking.startsAt && seoulDateOf(booking.startsAt) !== agenda.date;
  const told = Object.entries(why).filter(([, value]) => value !== undefined);
  return {
    Update: {
      Key: agendaKey(agenda.visitId, agenda.registrationId),
      UpdateExpression: `SET ${[
        "bookings.#booking.#state = :state",
        "bookings.#booking.changedAt = :at",
        "bookings.#booking.#sequence = :sequence",
        ...told.map(([name]) => `bookings.#booking.#${name} = :${name}`),
      ].join(", ")}${isLeftBehind ? "" : ` REMOVE ${cells(booking).join(", ")}`} ADD interviews :less, version :one`,
      ConditionExpression: asSeen,
      ExpressionAttributeNames: { ...names(bookingId), ...Object.fromEntries(told.map(([name]) => [`#${name}`, name])) },
      ExpressionAttributeValues: {
        ...seenValues(seen, booking),
        ...Object.fromEntries(told.map(([name, value]) => [`:${name}`, value])),
        ":state": state,
        ":at": at,
        ":sequence": seen.sequence + 1,
        ":less": isLeftBehind ? 0 : -interviewsOf(booking),
        ":one": 1,
      },
    },
  };
};

type AgendaRefusal = "not-registered" | "interview-limit" | "times-overlap" | "too-many-requests";

/** Why an agenda refused a time: which of its promises would have been broken, and by which booking of the person. */
export const agendaRefusal = (
  agenda: Pick<AgendaItem, "bookings" | "withdrawnAt"> | undefined,
  { rules }: Pick<AgendaOf, "rules">,
  wanted: Times & Pick<Booking, "kind">,
  except?: BookingId,
): { reason: AgendaRefusal; clash?: Booking } | undefined => {
  if (!agenda || agenda.withdrawnAt) return { reason: "not-registered" };
  const bookings = bookingsOf(agenda);
  if (!except && bookings.length >= maxBookingsKept) return { reason: "too-many-requests" };
  return dayRefusal({ rules, bookings }, wanted, except);
};
