import * as z from "zod/mini";
import { cellMinutes } from "./day-grid.ts";
import { AccountId, BookingId, DeskId, PlaceId, PlanId, SlotId, VisitId } from "./ids.ts";
import { Instant, LocalDate, LocalTime, minutesOfDay } from "./seoul-time.ts";
import { PlanState } from "./states.ts";
import { oneLine } from "./text.ts";

/** What changes for people who already have a time: never at once, but as a plan that is looked at first and then runs to its end. */
export const PlanChange = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("cancel-visit") }),
  z
    .strictObject({
      kind: z.literal("move-visit"),
      date: LocalDate,
      startTime: LocalTime,
      endTime: LocalTime,
      placeId: PlaceId,
    })
    .check(
      z.refine((change) => minutesOfDay(change.startTime) < minutesOfDay(change.endTime), { path: ["endTime"], error: "end-before-start" }),
    ),
  /** The employer is late: times of a desk that have not begun move by some minutes. */
  z.strictObject({
    kind: z.literal("shift-desk"),
    deskId: DeskId,
    minutes: z.int().check(z.minimum(5), z.maximum(240), z.multipleOf(cellMinutes, { error: "five-minutes" })),
  }),
  /** The employer does not come, or has filled the job: times of a desk that have not begun are given up. */
  z.strictObject({ kind: z.literal("release-desk"), deskId: DeskId }),
  /** Times of a desk that have not begun are held at another. */
  z.strictObject({ kind: z.literal("reassign-desk"), deskId: DeskId, toDeskId: DeskId }),
]);
export type PlanChange = z.infer<typeof PlanChange>;

/** What becomes of one booking. */
export const BookingChoice = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("keep") }),
  z.strictObject({ do: z.literal("cancel") }),
  z.strictObject({ do: z.literal("rebook"), visitId: VisitId, slotId: SlotId }),
]);
export type BookingChoice = z.infer<typeof BookingChoice>;

export const PlanDraft = z.strictObject({
  change: PlanChange,
  /** Told to everybody whom it touches. */
  reason: oneLine(120),
  /** Where a person's booking shall not take the default. */
  choices: z.array(z.strictObject({ bookingId: BookingId, choice: BookingChoice })).check(z.maxLength(200)),
});
export type PlanDraft = z.infer<typeof PlanDraft>;

export const Plan = z.strictObject({
  planId: PlanId,
  visitId: VisitId,
  ...PlanDraft.shape,
  state: PlanState,
  madeBy: AccountId,
  madeAt: Instant,
  startedAt: z.nullable(Instant),
  doneAt: z.nullable(Instant),
  version: z.int(),
});
export type Plan = z.infer<typeof Plan>;

/** What became of a booking. */
export const PlanResult = z.enum(["kept", "cancelled", "rebooked"]);
export type PlanResult = z.infer<typeof PlanResult>;
