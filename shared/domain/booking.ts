import * as z from "zod/mini";
import { ApplicationId, BookingId, DeskId, PlanId, SlotId, VisitId } from "./ids.ts";
import { Locale } from "./locale.ts";
import { Instant } from "./seoul-time.ts";
import { type Slot, SlotSubject } from "./slot.ts";
import { BookingState, type SlotMode, type VisitState } from "./states.ts";
import type { Deadlines } from "./visit.ts";

/** What the person agreed to for this employer, with the booking or application (`PRIVACY-SECURITY.md` 1 and 2). */
export const EmployerConsent = z.strictObject({
  version: z.string(),
  /** SHA-256 of the text that was read, base64url. */
  textHash: z.string(),
  locale: Locale,
  channel: z.enum(["web", "staff"]),
  /** When, if it was not with the booking or application itself: whoever moves to another employer agrees anew. */
  at: z.optional(Instant),
});
export type EmployerConsent = z.infer<typeof EmployerConsent>;

/** A consent that is over: taken back, or at its limit (`retention.ts`). The employer sees nobody by it; its person sees what they once agreed to. */
const FormerConsent = z.strictObject({ ...EmployerConsent.shape, endedAt: Instant });

/** A registration's seat in a slot, as it stands in the registration's agenda. */
export const Booking = z.strictObject({
  bookingId: BookingId,
  slotId: SlotId,
  ...SlotSubject,
  deskId: DeskId,
  startsAt: Instant,
  endsAt: Instant,
  state: BookingState,
  /** Grows with every change; the calendar file's SEQUENCE. */
  sequence: z.int(),
  bookedAt: Instant,
  /** When it last changed: moved, cancelled or marked. */
  changedAt: z.nullable(Instant),
  /** Why the centre changed it; told to the person. */
  reason: z.optional(z.string()),
  /** The plan that changed it, or the application that led to it. */
  planId: z.optional(PlanId),
  applicationId: z.optional(ApplicationId),
  /** Where a rebooked one lives on. */
  rebookedTo: z.optional(VisitId),
  consent: z.optional(EmployerConsent),
  formerConsent: z.optional(FormerConsent),
});
export type Booking = z.infer<typeof Booking>;

export const isLive = (booking: Pick<Booking, "state">): boolean => booking.state === "confirmed";

/** A version of a booking that a page showed. A change names it, so that it does not fall on what the person never saw. */
export const SeenBooking = z.strictObject({ slotId: SlotId, sequence: z.int().check(z.minimum(0), z.maximum(10_000)) });
export type SeenBooking = z.infer<typeof SeenBooking>;

/** What the answer to a change shows of a booking. */
export const ChangedBooking = z.pick(Booking, {
  bookingId: true,
  slotId: true,
  startsAt: true,
  endsAt: true,
  deskId: true,
  state: true,
  sequence: true,
});
export type ChangedBooking = z.infer<typeof ChangedBooking>;

type BookableSlot = Pick<Slot, "state" | "startsAt" | "mode" | "kind">;
type BookableVisit = { state: VisitState; deadlines: Deadlines };

/** Who asks: the deadline of new online interview bookings holds for the person alone. */
export type BookedBy = "person" | "staff";

/**
 * A new booking of a slot is refused for these reasons, seats aside; undefined when it is open. D-3 18:00 closes new online interview bookings
 * only; bookings by staff run to the start of the slot (`DESIGN.md` §4).
 */
export const bookingRefusal = (
  visit: BookableVisit,
  slot: BookableSlot,
  now: Instant,
  by: BookedBy = "person",
): "visit-not-open" | "slot-withdrawn" | "booking-closed" | "apply-first" | "walk-in-only" | "already-started" | undefined => {
  const modes: Partial<Record<SlotMode, "apply-first" | "walk-in-only">> = { screened: "apply-first", walk_in: "walk-in-only" };
  if (visit.state !== "open") return "visit-not-open";
  if (slot.state !== "open") return "slot-withdrawn";
  if (now >= slot.startsAt) return by === "person" ? "booking-closed" : "already-started";
  if (by === "staff") return undefined;
  if (slot.kind === "interview" && now >= visit.deadlines.bookingClosesAt) return "booking-closed";
  return modes[slot.mode];
};

/** Moves run to the start of both times, and lead to a slot that anybody may book. */
export const moveRefusal = (
  visit: BookableVisit,
  { from, to }: { from: Pick<Booking, "startsAt">; to: BookableSlot },
  now: Instant,
  by: BookedBy = "person",
): "visit-not-open" | "slot-withdrawn" | "apply-first" | "walk-in-only" | "already-started" | undefined => {
  if (now >= from.startsAt) return "already-started";
  const refused = bookingRefusal({ ...visit, deadlines: { ...visit.deadlines, bookingClosesAt: to.startsAt } }, to, now, by);
  return refused === "booking-closed" ? "already-started" : refused;
};

/** A booking may be cancelled until it starts. */
export const cancellationRefusal = (booking: Pick<Booking, "startsAt">, now: Instant): "already-started" | undefined =>
  now >= booking.startsAt ? "already-started" : undefined;

/** The number people read out: the last eight characters of the id, in two groups. */
export const bookingNoOf = (bookingId: BookingId): string => `${bookingId.slice(-8, -4)}-${bookingId.slice(-4)}`;
