/**
 * Who has arrived, as a fold over the events of a ticket: commutative, associative, idempotent. The server and every phone run this one, so that they
 * agree as soon as they have the same events. An admission that happened is never taken back by a later cancellation: it is flagged.
 */

import {
  type AdmissionEvent,
  admits,
  type CheckInEvent,
  type CheckInEventId,
  correctedAt,
  liveEvents,
  subjectOf,
} from "./check-in-event.ts";
import type { AccountId } from "./ids.ts";
import { epochMsOf, type Instant } from "./seoul-time.ts";
import { isTicketIndex, type TicketIndex } from "./ticket-token.ts";

/** What the centre knows of a ticket; none for one that it never issued. */
export type TicketFacts = {
  gen: number;
  /** When the newest generation was issued, if it is not the first: whoever came in before it came in rightly. */
  genSince?: Instant | undefined;
  status: "valid" | "cancelled";
  cancelledAt?: Instant | undefined;
  /** When a time that they had booked was last moved, cancelled or given away. */
  timesChangedAt?: Instant | undefined;
};

/** What the lead looks at afterwards. */
export const flags = ["after-cancel", "superseded", "two-devices", "unknown-ticket", "times-changed", "override"] as const;
export type Flag = (typeof flags)[number];

export type Admission = {
  eventId: CheckInEventId;
  /** By the server's clock. */
  at: Instant;
  deviceId: string;
  staffId: AccountId;
};

export type TicketState = {
  /** The first admission that stands. */
  arrival: Admission | undefined;
  /** They went out and came in again. */
  reentries: Admission[];
  /** Admissions after the first that nobody called a re-entry: a ticket shown twice, or two devices without a network. */
  duplicates: Admission[];
  /** In the order of `flags`. */
  flags: Flag[];
};

const admissionOf = (event: AdmissionEvent): Admission => ({
  eventId: event.id,
  at: correctedAt(event),
  deviceId: event.deviceId,
  staffId: event.staffId,
});

/**
 * Whether whoever was let in was told times and a desk that were not theirs any more, or were taken from them by somebody who could not know that they are
 * here: a phone judged, from a pack older than the last change.
 */
export const isOutdated = ({ packRevision }: Pick<AdmissionEvent, "packRevision">, facts: TicketFacts | undefined): boolean =>
  packRevision > 0 && facts?.timesChangedAt !== undefined && epochMsOf(facts.timesChangedAt) >= packRevision * 1000;

/** After these, somebody who was here before comes in again. */
const mayReenter: ReadonlySet<AdmissionEvent["verdict"]> = new Set(["already-arrived", "admitted", "admitted-by-code"]);

/** The state of one ticket, from all events about it in any order. */
export const foldTicket = (events: readonly CheckInEvent[], facts: TicketFacts | undefined): TicketState => {
  const admissions = liveEvents(events).filter(admits);
  const [first, ...later] = admissions;
  const anew = later.filter(({ reentry }) => !reentry);
  const isFlagged: Record<Flag, boolean> = {
    "after-cancel":
      facts?.status === "cancelled" &&
      admissions.some((event) => facts.cancelledAt === undefined || correctedAt(event) >= facts.cancelledAt),
    superseded:
      facts !== undefined &&
      admissions.some(
        (event) => (event.gen ?? facts.gen) < facts.gen && (facts.genSince === undefined || correctedAt(event) >= facts.genSince),
      ),
    "two-devices": new Set([...(first ? [first] : []), ...anew].map(({ deviceId }) => deviceId)).size > 1,
    "unknown-ticket": facts === undefined && admissions.length > 0,
    "times-changed": admissions.some((event) => isOutdated(event, facts)),
    // A re-entry of somebody who, by its own words, was not here yet is one without saying so.
    override: admissions.some((event) => event.kind === "override" || (event.reentry && !mayReenter.has(event.verdict))),
  };
  return {
    arrival: first && admissionOf(first),
    reentries: later.filter(({ reentry }) => reentry).map(admissionOf),
    duplicates: anew.map(admissionOf),
    flags: flags.filter((flag) => isFlagged[flag]),
  };
};

/** The state of every ticket that events are about. */
export const foldTickets = (
  events: readonly CheckInEvent[],
  factsOf: (idx: TicketIndex) => TicketFacts | undefined,
): Map<TicketIndex, TicketState> => {
  // No `Map.groupBy`: phones of 2022 do not have it.
  const byTicket = new Map<TicketIndex, CheckInEvent[]>();
  for (const event of events) {
    const idx = ticketOf(event);
    if (idx) byTicket.set(idx, [...(byTicket.get(idx) ?? []), event]);
  }
  return new Map([...byTicket].map(([idx, own]) => [idx, foldTicket(own, factsOf(idx))]));
};

/** The ticket that an event is about; undefined when it is about a walk-in, or about nothing known. */
const ticketOf = (event: CheckInEvent): TicketIndex | undefined => {
  const subject = subjectOf(event);
  return subject !== undefined && isTicketIndex(subject) ? subject : undefined;
};
