import * as z from "zod/mini";
import { LocalDate } from "./seoul-time.ts";
import { oneLine } from "./text.ts";

/**
 * Vocational aptitude tests (직업적성검사) as the law orders them: taken in, counselled whether one is needed, taken, explained (직업안정법 시행규칙 제6조). What is
 * kept is that it took place, and when; what it showed is talked about, and stands in no field. Nothing of a body is ever kept.
 */

/** Tests that the centre uses: the free ones of the Ministry of Employment and Labor for adults (고용24 직업심리검사). */
export const AptitudeTestKind = z.enum([
  "preference_short",
  "preference_long",
  "aptitude_adult",
  "values",
  "readiness",
  "startup",
  "midlife",
]);
export type AptitudeTestKind = z.infer<typeof AptitudeTestKind>;

export const AptitudeTestState = z.enum(["requested", "needed", "taken", "explained", "not_needed", "withdrawn"]);
export type AptitudeTestState = z.infer<typeof AptitudeTestState>;

/** What is written down of a test, one after the other. */
export const AptitudeStep = z.discriminatedUnion("did", [
  z.strictObject({ did: z.literal("found_needed"), kind: AptitudeTestKind }),
  z.strictObject({ did: z.literal("found_not_needed"), why: oneLine(200) }),
  /** `on`: the day in Seoul; today where it is left out. */
  z.strictObject({ did: z.literal("took"), on: z.optional(LocalDate) }),
  z.strictObject({ did: z.literal("explained") }),
  z.strictObject({ did: z.literal("withdrew") }),
]);
export type AptitudeStep = z.infer<typeof AptitudeStep>;
export type AptitudeAct = AptitudeStep["did"];

const steps: Record<AptitudeAct, { from: readonly AptitudeTestState[]; to: AptitudeTestState }> = {
  found_needed: { from: ["requested"], to: "needed" },
  found_not_needed: { from: ["requested"], to: "not_needed" },
  took: { from: ["needed"], to: "taken" },
  explained: { from: ["taken"], to: "explained" },
  withdrew: { from: ["requested", "needed", "taken"], to: "withdrawn" },
};

/** Where a step leads; undefined where it cannot follow. A test is not explained before it was taken, nor taken before somebody talked about it. */
export const stateAfter = (state: AptitudeTestState, did: AptitudeAct): AptitudeTestState | undefined =>
  steps[did].from.includes(state) ? steps[did].to : undefined;

/** Where a test stands by the last that was written down of it. */
export const stateBy = (last: "requested" | AptitudeAct): AptitudeTestState => (last === "requested" ? last : steps[last].to);

/** Why a test cannot have been taken on a day; undefined when it can. Days of Seoul: from the one on which it was asked for to today. */
export const takenOnProblem = (
  on: LocalDate,
  { requestedOn, today }: { requestedOn: LocalDate; today: LocalDate },
): "day-to-come" | "before-request" | undefined => (on > today ? "day-to-come" : on < requestedOn ? "before-request" : undefined);

/** Nothing more comes. */
export const isOver = (state: AptitudeTestState): boolean => state === "not_needed" || state === "explained" || state === "withdrawn";
