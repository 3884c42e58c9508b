import * as z from "zod/mini";
import { AccountId, DeskId, PlaceId, VisitId } from "./ids.ts";
import { addDays, Instant, instantOf, isWeekday, LocalDate, LocalTime, minutesOfDay, seoulDateOf, seoulTimeOf } from "./seoul-time.ts";
import { CentreService } from "./services.ts";
import { VisitState } from "./states.ts";
import { oneLine, someLines } from "./text.ts";

/** Where an interview is held that day. */
export const Desk = z.strictObject({ deskId: DeskId, label: oneLine(40) });
export type Desk = z.infer<typeof Desk>;

/** Limits of a seeker's day, configurable per visit (`DESIGN.md` promise 2). */
export const BookingRules = z.strictObject({
  /** Minutes between two bookings of one person, a multiple of 5. */
  gapMinutes: z.int().check(z.minimum(0), z.maximum(120), z.multipleOf(5)),
  maxInterviews: z.int().check(z.minimum(1), z.maximum(20)),
});
export type BookingRules = z.infer<typeof BookingRules>;
/** Bookings that one agenda ever holds, cancelled ones too: whoever books and cancels in a loop must not fill it, nor a mailbox. */
export const maxBookingsKept = 100;
export const defaultBookingRules: BookingRules = { gapMinutes: 10, maxInterviews: 3 };

/** Instants after which something closes or goes out; defaults from `season.json` → suggestedDeadlines, editable per visit. */
export const Deadlines = z.strictObject({
  /** New online interview bookings close. Default D-3 18:00. */
  bookingClosesAt: Instant,
  /** Employers get their list, and have decided on who applied. Default D-2 15:00. */
  listAt: Instant,
  /** The reminder that asks to confirm goes out. Default D-1 16:00. */
  reminderAt: Instant,
  /** The QR mail goes out. Default D-day 08:00. */
  ticketMailAt: Instant,
});
export type Deadlines = z.infer<typeof Deadlines>;

export const defaultDeadlines = (date: LocalDate): Deadlines => ({
  bookingClosesAt: instantOf(addDays(date, -3), LocalTime.parse("18:00")),
  listAt: instantOf(addDays(date, -2), LocalTime.parse("15:00")),
  reminderAt: instantOf(addDays(date, -1), LocalTime.parse("16:00")),
  ticketMailAt: instantOf(date, LocalTime.parse("08:00")),
});

/** Mail goes out from 08:00 and before 20:00 only (`messages.json` → legal: own rule), so that nobody is woken. */
export const isMailTime = (instant: Instant): boolean => {
  const minutes = minutesOfDay(seoulTimeOf(instant));
  return 8 * 60 <= minutes && minutes < 20 * 60;
};

/** A refusal by an employer is told from 10:00 and before 18:00 from Monday to Friday, when the centre can be asked about it. */
export const isOfficeTime = (instant: Instant): boolean => {
  const minutes = minutesOfDay(seoulTimeOf(instant));
  return isWeekday(seoulDateOf(instant)) && 10 * 60 <= minutes && minutes < 18 * 60;
};

/** Rules about a deadline look at it only once it is an instant at all; what is none is refused as such. */
const holdsIfGiven = (instant: Instant | undefined, rule: (instant: Instant) => boolean): boolean =>
  instant === undefined || !Instant.safeParse(instant).success || rule(instant);

/** The centre's buses are numbered. Of one that is named, a day is given to one visit only. */
export const BusNo = z.int().check(z.minimum(1), z.maximum(20));
export type BusNo = z.infer<typeof BusNo>;

/** What a manager writes to plan a visit. Hours are Asia/Seoul. */
export const VisitPlan = z
  .strictObject({
    date: LocalDate,
    startTime: LocalTime,
    endTime: LocalTime,
    placeId: PlaceId,
    bus: z.optional(BusNo),
    team: z.array(oneLine(60)).check(z.minLength(1, { error: "required" }), z.maxLength(12)),
    services: z.array(CentreService).check(z.maxLength(11)),
    desks: z.array(Desk).check(z.minLength(1, { error: "required" }), z.maxLength(20)),
    noteKo: z.optional(someLines(300)),
    noteEn: z.optional(someLines(300)),
    deadlines: z.optional(Deadlines),
    rules: z.optional(BookingRules),
  })
  .check(
    z.refine((plan) => minutesOfDay(plan.startTime) < minutesOfDay(plan.endTime), { path: ["endTime"], error: "end-before-start" }),
    z.refine((plan) => holdsIfGiven(plan.deadlines?.listAt, isMailTime), { path: ["deadlines", "listAt"], error: "mail-hours" }),
    z.refine((plan) => holdsIfGiven(plan.deadlines?.reminderAt, isMailTime), {
      path: ["deadlines", "reminderAt"],
      error: "mail-hours",
    }),
    z.refine((plan) => holdsIfGiven(plan.deadlines?.reminderAt, (at) => addDays(seoulDateOf(at), 1) === plan.date), {
      path: ["deadlines", "reminderAt"],
      error: "not-day-before-visit",
    }),
    z.refine((plan) => holdsIfGiven(plan.deadlines?.ticketMailAt, (at) => seoulDateOf(at) === plan.date), {
      path: ["deadlines", "ticketMailAt"],
      error: "not-on-visit-day",
    }),
    z.refine((plan) => holdsIfGiven(plan.deadlines?.ticketMailAt, isMailTime), {
      path: ["deadlines", "ticketMailAt"],
      error: "mail-hours",
    }),
    z.refine((plan) => new Set(plan.desks.map((desk) => desk.deskId)).size === plan.desks.length, { path: ["desks"], error: "twice" }),
    z.refine((plan) => new Set(plan.services).size === plan.services.length, { path: ["services"], error: "twice" }),
  );
export type VisitPlan = z.infer<typeof VisitPlan>;

export const Visit = z.strictObject({
  visitId: VisitId,
  /** Running number of the visit; it goes into the ticket token (unsigned 32-bit). */
  visitNo: z.int().check(z.minimum(1), z.maximum(4_294_967_295)),
  state: VisitState,
  date: LocalDate,
  startTime: LocalTime,
  endTime: LocalTime,
  placeId: PlaceId,
  /** Absent where none was named: then no day of a bus is kept for it. */
  bus: z.optional(BusNo),
  team: z.array(z.string()),
  services: z.array(CentreService),
  desks: z.array(Desk),
  noteKo: z.nullable(z.string()),
  noteEn: z.nullable(z.string()),
  deadlines: Deadlines,
  rules: BookingRules,
  /** Interview seats published so far. */
  interviewSeats: z.int(),
  plannedBy: AccountId,
  version: z.int(),
});
export type Visit = z.infer<typeof Visit>;

export const endOfVisit = (visit: Pick<Visit, "date" | "endTime">): Instant => instantOf(visit.date, visit.endTime);
