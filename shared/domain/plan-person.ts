import { type Booking, isLive } from "./booking.ts";
import { cellsOf } from "./day-grid.ts";
import { dayRefusal } from "./day-rules.ts";
import type { PlanId, VisitId } from "./ids.ts";
import type { BookingChoice, PlanChange, PlanDraft, PlanResult } from "./plan.ts";
import type { SlotMove } from "./plan-moves.ts";
import { type Instant, type LocalDate, minutesOfDay, seoulDateOf, seoulTimeOf } from "./seoul-time.ts";
import type { ListName } from "./slot.ts";
import type { TimetableSlot } from "./timetable.ts";
import type { BookingRules } from "./visit.ts";
import type { WaitlistEntry } from "./waitlist.ts";

/** A time that a booking could be taken to instead, at this visit or a near one. */
export type NearTime = Omit<TimetableSlot, "slotRequestId"> & { visitId: VisitId; placeNameKo: string };

export type PlanEffect = {
  planId: PlanId;
  visitId: VisitId;
  change: PlanChange;
  reason: string;
  choices: PlanDraft["choices"];
  /** Touched times, by slot. */
  moves: ReadonlyMap<string, SlotMove>;
  rules: BookingRules;
  /** When the plan was started; bookings made since are made for what it led to, where times stayed as they were. */
  startedAt: Instant;
};

/** A person's bookings at another visit, ended ones too, with its rules. */
export type OtherDay = { bookings: readonly Booking[]; rules: BookingRules };

export type SettledBooking = {
  before: Booking;
  choice: BookingChoice;
  /** The choice was made, not taken by default. */
  isChosen: boolean;
  options: NearTime[];
  /** As it stands in this visit's agenda. */
  here: Booking;
  /** As it lives on at another visit. */
  there?: Booking;
  result: PlanResult;
};

/** A live booking whose time the plan gives up or moves, and that has not followed yet. */
export const isTouched = (booking: Booking, { moves, planId, startedAt, change }: PlanEffect): boolean => {
  const move = moves.get(booking.slotId);
  if (!move || !isLive(booking) || booking.planId === planId) return false;
  const { to } = move;
  if (to === null || booking.startsAt !== to.startsAt || booking.deskId !== to.deskId) return true;
  // Only the place changes: who booked after that was told the new one.
  return change.kind === "move-visit" && booking.bookedAt <= startedAt;
};

type Placed = Pick<Booking, "bookingId" | "kind" | "startsAt" | "endsAt" | "state">;

const refusalAmong = (placed: readonly Placed[], wanted: Pick<Booking, "kind" | "startsAt" | "endsAt">, rules: BookingRules) =>
  dayRefusal({ bookings: placed as readonly Booking[], rules }, wanted)?.reason;

const clockDistance = (a: Instant, b: Instant): number => Math.abs(minutesOfDay(seoulTimeOf(a)) - minutesOfDay(seoulTimeOf(b)));

/** Same job or service and of the same kind; a screened time only for whom the employer had accepted. */
export const isLike = (time: NearTime, booking: Booking): boolean =>
  time.kind === booking.kind &&
  time.postingId === booking.postingId &&
  time.service === booking.service &&
  (time.mode === "open" || (time.mode === "screened" && booking.applicationId !== undefined));

/**
 * Pure: what becomes of each of a person's bookings. Whatever is kept has its place first; then what must go elsewhere finds the nearest time that fits,
 * unless it was chosen otherwise; what finds none is cancelled. `times` stand nearest visit first; `others` are the person's days at them.
 */
export const settleBookings = (
  bookings: readonly Booking[],
  effect: PlanEffect,
  { times, others, now }: { times: readonly NearTime[]; others: ReadonlyMap<VisitId, OtherDay>; now: Instant },
): SettledBooking[] => {
  const { planId, reason, rules, visitId } = effect;
  const touched = bookings.filter((booking) => isTouched(booking, effect)).sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  const here: Placed[] = bookings.filter((booking) => isLive(booking) && !touched.includes(booking));
  const there = new Map<VisitId, Placed[]>();
  const used = new Map<string, number>();
  const visitRank = new Map([...new Set(times.map((time) => time.visitId))].map((id, rank) => [id, rank] as const));
  const settled = new Map<Booking, Omit<SettledBooking, "options">>();
  const options = new Map<Booking, NearTime[]>();

  const changed = (booking: Booking) => ({ sequence: booking.sequence + 1, changedAt: now, reason, planId });
  const wishOf = ({ bookingId }: Booking): BookingChoice | undefined =>
    effect.choices.find((choice) => choice.bookingId === bookingId)?.choice;
  const placedAt = (id: VisitId): Placed[] =>
    id === visitId ? here : [...(others.get(id)?.bookings.filter(isLive) ?? []), ...(there.get(id) ?? [])];
  const isKnownAt = (id: VisitId, { bookingId }: Booking): boolean =>
    [...(others.get(id)?.bookings ?? []), ...(there.get(id) ?? [])].some((known) => known.bookingId === bookingId);
  const rulesAt = (id: VisitId): BookingRules => (id === visitId ? rules : (others.get(id)?.rules ?? rules));

  const fits = (time: NearTime, booking: Booking): boolean =>
    time.free > (used.get(time.slotId) ?? 0) &&
    time.startsAt > now &&
    !effect.moves.has(time.slotId) &&
    // Under one id nobody has two bookings, and one that has ended is not written over.
    (time.visitId === visitId || !isKnownAt(time.visitId, booking)) &&
    refusalAmong(
      placedAt(time.visitId).filter((placed) => placed.bookingId !== booking.bookingId),
      time,
      rulesAt(time.visitId),
    ) === undefined;
  const optionsFor = (booking: Booking): NearTime[] =>
    times
      .filter((time) => isLike(time, booking) && fits(time, booking))
      .sort(
        (a, b) =>
          (visitRank.get(a.visitId) ?? 0) - (visitRank.get(b.visitId) ?? 0) ||
          clockDistance(a.startsAt, booking.startsAt) - clockDistance(b.startsAt, booking.startsAt) ||
          a.startsAt.localeCompare(b.startsAt),
      );

  const keep = (booking: Booking, isChosen: boolean): boolean => {
    const to = effect.moves.get(booking.slotId)?.to;
    if (!to || refusalAmong(here, { kind: booking.kind, ...to }, rules) === "times-overlap") return false;
    const kept = { ...booking, ...to, ...changed(booking) };
    here.push(kept);
    settled.set(booking, { before: booking, choice: { do: "keep" }, isChosen, here: kept, result: "kept" });
    return true;
  };
  const rebook = (booking: Booking, time: NearTime, isChosen: boolean): void => {
    const { slotId, startsAt, endsAt } = time;
    used.set(slotId, (used.get(slotId) ?? 0) + 1);
    const next: Booking = { ...booking, slotId, startsAt, endsAt, ...changed(booking) };
    const choice = { do: "rebook", visitId: time.visitId, slotId } as const;
    const isHere = time.visitId === visitId;
    if (isHere) here.push(next);
    else there.set(time.visitId, [...(there.get(time.visitId) ?? []), next]);
    const old: Booking = { ...booking, ...changed(booking), state: "rebooked", rebookedTo: time.visitId };
    settled.set(booking, {
      before: booking,
      choice,
      isChosen,
      result: "rebooked",
      here: isHere ? next : old,
      ...(!isHere && { there: next }),
    });
  };
  const cancel = (booking: Booking, isChosen: boolean): void => {
    const cancelled: Booking = { ...booking, ...changed(booking), state: "cancelled_by_centre" };
    settled.set(booking, { before: booking, choice: { do: "cancel" }, isChosen, here: cancelled, result: "cancelled" });
  };

  for (const booking of touched) {
    const wish = wishOf(booking);
    if (wish === undefined || wish.do === "keep") keep(booking, wish !== undefined);
  }
  for (const booking of touched.filter((one) => settled.has(one))) options.set(booking, optionsFor(booking));
  for (const booking of touched.filter((one) => !settled.has(one))) {
    options.set(booking, optionsFor(booking));
    const wish = wishOf(booking);
    if (wish?.do === "cancel") {
      cancel(booking, true);
      continue;
    }
    const wanted =
      wish?.do === "rebook" ? times.find(({ visitId: at, slotId }) => at === wish.visitId && slotId === wish.slotId) : undefined;
    if (wanted && isLike(wanted, booking) && fits(wanted, booking)) {
      rebook(booking, wanted, true);
      continue;
    }
    if (wish?.do === "rebook" && keep(booking, false)) continue;
    // A time that only does not suit the rest of the day is not replaced unasked: the person is offered another.
    const isGivenUp = effect.moves.get(booking.slotId)?.to === null;
    const [nearest] = isGivenUp ? optionsFor(booking) : [];
    if (nearest) rebook(booking, nearest, false);
    else cancel(booking, false);
  }
  return touched.map((booking) => {
    const one = settled.get(booking) as Omit<SettledBooking, "options">;
    return { ...one, options: (options.get(booking) ?? []).slice(0, mostOptions) };
  });
};

/** Most times near by that a preview names for one booking. */
const mostOptions = 5;

/** Cells and interviews of the live bookings of some days, as an agenda holds them; what had begun before its visit was moved to another day holds none. */
export const heldBy = (bookings: readonly Booking[], dates: readonly LocalDate[]): { busy: Record<string, 1>; interviews: number } => {
  const live = bookings.filter((booking) => isLive(booking) && dates.includes(seoulDateOf(booking.startsAt)));
  const cells = live.flatMap((booking) => cellsOf(seoulDateOf(booking.startsAt), booking));
  return {
    busy: Object.fromEntries(cells.map((cell) => [`c${cell}`, 1 as const])),
    interviews: live.filter(({ kind }) => kind === "interview").length,
  };
};

/** Lists that still have a time to come once the plan is done. */
export type ListsLeft = { open: ReadonlySet<ListName>; screened: ReadonlySet<ListName> };

/** What becomes of somebody's place in a list: it ends where no time is left that it could lead to; an offer of a touched time is taken back. */
export const waitAfter = (
  entry: WaitlistEntry,
  { change, moves }: Pick<PlanEffect, "change" | "moves">,
  left: ListsLeft,
  settled: readonly SettledBooking[],
): "stays" | "closed" | "offer-withdrawn" => {
  if (change.kind === "cancel-visit" || !left.open.has(entry.list)) return "closed";
  if (entry.slotId && moves.get(entry.slotId)?.to === null) return "closed";
  const replaced = settled.find(({ before }) => before.bookingId === entry.replaces);
  if (replaced && !isLive(replaced.here)) return "closed";
  return entry.offer && moves.has(entry.offer.slotId) ? "offer-withdrawn" : "stays";
};
