/**
 * Whether an event that a phone hands in counts at once. What does not is kept aside for the lead, as it came, and never dropped: a phone may be lost, may have
 * had no right to write it then, or may speak of what does not exist.
 */
import { isOnVisitDay } from "./check-in-day.ts";
import { admits, type CheckInEvent, correctedAt } from "./check-in-event.ts";
import { addMinutes, type Instant } from "./seoul-time.ts";
import { isTicketIndex, type TicketIndex } from "./ticket-token.ts";
import type { Desk, Visit } from "./visit.ts";

export const doubts = [
  /** Of an app that is older or newer, or nothing at all. */
  "unreadable",
  "other-visit",
  /** Written by another phone than the one that hands it in. */
  "other-device",
  "unknown-device",
  "device-revoked",
  "outside-lease",
  /** From a time that has not come. */
  "ahead",
  /** Somebody let in, or served, on another day than that of the visit: a phone that was tried out the evening before, or a visit that was moved. */
  "other-day",
  /** A number in the queue that begins with another phone's letter. */
  "foreign-number",
  "unknown-desk",
  /** Something done at a desk about a ticket that nobody has. */
  "unknown-ticket",
] as const;
export type Doubt = (typeof doubts)[number];

/** What a phone was allowed, and when. */
export type Lease = {
  letter: string;
  leasedAt: Instant;
  until: Instant;
  /** Times in between at which it had run out. */
  lapses?: { from: Instant; until: Instant }[];
  revokedAt?: Instant;
};

/** What the centre knows of the visit. */
export type DeskFacts = Pick<Visit, "visitId" | "date" | "endTime"> & {
  desks: readonly Pick<Desk, "deskId">[];
  hasTicket: (idx: TicketIndex) => boolean;
};

/** A phone's clock may be corrected between two looks at the server's: so much is within a lease still, and not ahead of time yet. */
const slackMinutes = 10;

const isWithin = (at: Instant, { leasedAt, until, lapses = [] }: Lease): boolean =>
  at >= addMinutes(leasedAt, -slackMinutes) &&
  at <= addMinutes(until, slackMinutes) &&
  !lapses.some((lapse) => at > addMinutes(lapse.from, slackMinutes) && at < addMinutes(lapse.until, -slackMinutes));

/** The ticket that something was done about at a desk. */
export const ticketAtDesk = (event: CheckInEvent): TicketIndex | undefined =>
  "deskId" in event && "of" in event && isTicketIndex(event.of) ? event.of : undefined;

/** Why an event can count under no circumstances: it speaks of another visit, of a desk or of a ticket that does not exist. */
export const whyNever = (
  event: CheckInEvent,
  { visitId, desks, hasTicket }: DeskFacts,
): "other-visit" | "unknown-desk" | "unknown-ticket" | undefined => {
  if (event.visitId !== visitId) return "other-visit";
  if ("deskId" in event && !desks.some(({ deskId }) => deskId === event.deskId)) return "unknown-desk";
  const idx = ticketAtDesk(event);
  return idx && !hasTicket(idx) ? "unknown-ticket" : undefined;
};

/** A scan that let nobody in is a record on any day, and whatever is taken back was nothing. */
const hasEffect = (event: CheckInEvent): boolean => (event.kind === "admit" ? admits(event) : event.kind !== "undo");

/** Why an event has to wait for the lead; undefined for one that counts. `lease`: of the phone that hands it in, undefined for one without. */
export const doubtOf = (
  event: CheckInEvent,
  { lease, deviceId, facts, now }: { lease: Lease | undefined; deviceId: string; facts: DeskFacts; now: Instant },
): Doubt | undefined => {
  const never = whyNever(event, facts);
  if (never === "other-visit") return never;
  if (event.deviceId !== deviceId) return "other-device";
  if (!lease) return "unknown-device";
  if (lease.revokedAt) return "device-revoked";
  const at = correctedAt(event);
  if (!isWithin(at, lease)) return "outside-lease";
  if (at > addMinutes(now, slackMinutes)) return "ahead";
  if (hasEffect(event) && !isOnVisitDay(facts, at)) return "other-day";
  if (event.kind === "walk-in" && !event.number.startsWith(`${lease.letter}-`)) return "foreign-number";
  return never;
};
