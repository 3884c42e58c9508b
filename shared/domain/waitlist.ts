import * as z from "zod/mini";
import { type Booking, EmployerConsent, isLive } from "./booking.ts";
import { type Day, dayRefusal } from "./day-rules.ts";
import { BookingId, OfferId, PostingId, SlotId, WaitId } from "./ids.ts";
import {
  addDays,
  addMinutes,
  daysBetween,
  Instant,
  instantOf,
  type LocalDate,
  LocalTime,
  minutesOfDay,
  seoulDateOf,
  seoulTimeOf,
} from "./seoul-time.ts";
import { CentreService } from "./services.ts";
import { type ListName, listNameOf, type Slot } from "./slot.ts";

/** A seat that is held for somebody for a while. */
export const Offer = z.strictObject({
  offerId: OfferId,
  slotId: SlotId,
  startsAt: Instant,
  endsAt: Instant,
  offeredAt: Instant,
  /** The seat is theirs to take before this instant. */
  holdUntil: Instant,
});
export type Offer = z.infer<typeof Offer>;

/** Somebody's place in a list: for one slot, or for any time of a posting (of a service). */
export const WaitlistEntry = z.strictObject({
  waitId: WaitId,
  list: z.union([PostingId, CentreService]),
  /** Undefined: any time of the list. */
  slotId: z.optional(SlotId),
  /** A booking that they keep until they accept an earlier time. */
  replaces: z.optional(BookingId),
  appliedAt: Instant,
  offer: z.optional(Offer),
  /** Slots that were offered and not taken: not offered again. */
  passed: z.array(SlotId),
  /** Given at joining for the employer of a posting, so that accepting is one tap; shown to nobody but its person. */
  consent: z.optional(EmployerConsent),
});
export type WaitlistEntry = z.infer<typeof WaitlistEntry>;

const quietFrom = 20 * 60;
const quietTo = LocalTime.parse("08:00");

/** No offer goes out between 20:00 and 08:00 in Seoul: the seat stays held until morning. */
export const isOfferTime = (now: Instant): boolean => {
  const minutes = minutesOfDay(seoulTimeOf(now));
  return minutesOfDay(quietTo) <= minutes && minutes < quietFrom;
};

/** Minutes that an offer is held, by days until the visit: it shrinks as the visit nears (`DESIGN.md` §4). */
const holdMinutesBy = (daysAhead: number): number => {
  if (daysAhead >= 7) return 24 * 60;
  if (daysAhead >= 3) return 12 * 60;
  if (daysAhead === 2) return 4 * 60;
  return daysAhead === 1 ? 2 * 60 : 10;
};

/**
 * Until when a seat that is offered `now` is held. Hours of the night do not count, so that nobody loses an offer asleep; never past the start of
 * the slot. One that would end at eight in the evening ends at eight in the morning.
 */
export const holdUntil = (now: Instant, visitOn: LocalDate, startsAt: Instant): Instant => {
  let left = holdMinutesBy(daysBetween(seoulDateOf(now), visitOn));
  let at = now;
  for (;;) {
    const today = seoulDateOf(at);
    const untilNight = quietFrom - minutesOfDay(seoulTimeOf(at));
    if (left < untilNight) break;
    left -= Math.max(0, untilNight);
    at = instantOf(addDays(today, 1), quietTo);
  }
  const until = addMinutes(at, left);
  return until < startsAt ? until : startsAt;
};

/** The list's order: time of application, then id. */
export const byApplication = (a: Pick<WaitlistEntry, "appliedAt" | "waitId">, b: Pick<WaitlistEntry, "appliedAt" | "waitId">): number =>
  a.appliedAt.localeCompare(b.appliedAt) || a.waitId.localeCompare(b.waitId);

type WantedSlot = Pick<Slot, "slotId" | "postingId" | "service" | "startsAt" | "endsAt" | "state" | "mode">;

/** Whether an entry asks for this slot at all, whatever its person's day looks like. */
export const wantsSlot = (entry: WaitlistEntry, slot: WantedSlot): boolean =>
  entry.list === listNameOf(slot) && (entry.slotId === undefined || entry.slotId === slot.slotId) && !entry.passed.includes(slot.slotId);

/**
 * Whether a booking may be given up for an earlier time of a list: it is live, and of that list. One that was moved to something else meanwhile may
 * be with an employer to whom the person agreed, or with none; it leads to no booking with this one (promise 8).
 */
export const isReplaceable = (booking: Booking | undefined, list: ListName): booking is Booking =>
  booking !== undefined && isLive(booking) && listNameOf(booking) === list;

/** Whether an earlier time is one for this entry: the booking that it would replace stands in this list, and later. */
const isEarlier = ({ list, replaces }: WaitlistEntry, { startsAt }: Pick<Slot, "startsAt">, bookings: readonly Booking[]): boolean => {
  const kept = bookings.find(({ bookingId }) => bookingId === replaces);
  return isReplaceable(kept, list) && startsAt < kept.startsAt;
};

/** Whether a seat in `slot` can be offered to this entry now. An earlier time is earlier than the booking that it would replace. */
export const canBeOffered = (entry: WaitlistEntry, slot: WantedSlot & Pick<Slot, "kind">, day: Day, now: Instant): boolean => {
  if (entry.offer || !wantsSlot(entry, slot) || slot.state !== "open" || slot.mode !== "open" || slot.startsAt <= now) return false;
  if (entry.replaces && !isEarlier(entry, slot, day.bookings)) return false;
  // One interview a posting: whoever has one is offered another only in its place.
  if (!entry.replaces && slot.postingId && day.bookings.some((booking) => isLive(booking) && booking.postingId === slot.postingId))
    return false;
  return dayRefusal(day, slot, entry.replaces) === undefined;
};

/**
 * Whether nothing can come of an entry any more: of the times still ahead that it asks for, some were withdrawn and none is left. While a plan has times
 * closed they only seem withdrawn.
 */
export const isHopeless = ({ list, slotId }: WaitlistEntry, slots: readonly WantedSlot[], now: Instant): boolean => {
  const ahead = slots.filter(
    (slot) => slot.mode === "open" && slot.startsAt > now && listNameOf(slot) === list && (slotId ?? slot.slotId) === slot.slotId,
  );
  return ahead.length > 0 && ahead.every(({ state }) => state === "withdrawn");
};

/** Lists that a person may stand in at once, at one visit. */
export const maxOpenWaits = 10;
/** Entries that one agenda ever holds, closed ones too: whoever joins and leaves in a loop must not fill it, nor a mailbox. */
export const maxWaitsKept = 100;

/** What a list is for, in the words of a slot. */
export const subjectOfList = (list: ListName): Pick<Slot, "postingId" | "service"> => {
  const posting = PostingId.safeParse(list);
  return posting.success ? { postingId: posting.data, service: null } : { postingId: null, service: CentreService.parse(list) };
};

/** Why nobody can wait for any of these times; undefined when one of them is open to whoever comes first, and has not begun. */
export const waitRefusal = (
  slots: readonly WantedSlot[],
  now: Instant,
): "slot-withdrawn" | "already-started" | "apply-first" | "walk-in-only" | undefined => {
  const open = slots.filter(({ state }) => state === "open");
  const ahead = open.filter(({ startsAt }) => startsAt > now);
  if (ahead.some(({ mode }) => mode === "open")) return undefined;
  if (open.length === 0) return "slot-withdrawn";
  if (ahead.length === 0) return "already-started";
  return ahead.some(({ mode }) => mode === "screened") ? "apply-first" : "walk-in-only";
};

/** Whether two entries of one person ask for the same. */
export const isSameTarget = (a: Pick<WaitlistEntry, "list" | "slotId">, b: Pick<WaitlistEntry, "list" | "slotId">): boolean =>
  a.list === b.list && a.slotId === b.slotId;

/** A slot with seats that can be given to who waits. */
export type SeatsOfSlot = { slot: WantedSlot & Pick<Slot, "kind">; left: number };

/**
 * Promise 4, Order: the first of these slots, by time, that can be offered to an entry. Asked for entry after entry in order of application, each slot
 * goes to whoever of them has waited longest. Nobody is offered one slot twice because they wait for it and for any time.
 */
export const slotToOffer = <T extends SeatsOfSlot>(
  entry: WaitlistEntry,
  seats: readonly T[],
  day: Day,
  now: Instant,
  isOffered: (slotId: SlotId) => boolean,
): T | undefined => seats.find(({ slot, left }) => left > 0 && !isOffered(slot.slotId) && canBeOffered(entry, slot, day, now));

/** A person's place: how many entries before theirs ask for a slot that they ask for, and themselves. */
export const placeInList = (entries: readonly WaitlistEntry[], mine: WaitlistEntry): number =>
  1 +
  entries.filter(
    (other) =>
      other.list === mine.list &&
      (other.slotId === undefined || mine.slotId === undefined || other.slotId === mine.slotId) &&
      byApplication(other, mine) < 0,
  ).length;
