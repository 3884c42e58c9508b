import * as z from "zod/mini";
import { addDays, Instant, type LocalDate, seoulDateOf } from "./seoul-time.ts";
import { someLines } from "./text.ts";

/**
 * Consultations (상담) and their notes (상담일지): kinds, channels and outcomes are those of the city's code list (`codes.json` → counselingKinds,
 * counselingChannels, counselingOutcomes); words for each are in `shared/copy/consultation.ts`.
 */
export const ConsultationKind = z.enum([
  "job_initial",
  "job_follow",
  "resume",
  "interview_prep",
  "aptitude",
  "training",
  "startup",
  "finance",
  "welfare_link",
  "info",
]);
export type ConsultationKind = z.infer<typeof ConsultationKind>;

export const ConsultationChannel = z.enum(["onsite", "center", "phone", "video", "text"]);
export type ConsultationChannel = z.infer<typeof ConsultationChannel>;

export const ConsultationOutcome = z.enum([
  "registered",
  "referred",
  "interview_booked",
  "training_referred",
  "agency_referred",
  "info_given",
  "follow_up",
  "closed",
]);
export type ConsultationOutcome = z.infer<typeof ConsultationOutcome>;

/** So many characters the words of a note have at most. */
export const noteLimit = 2000;

/** What a counsellor writes down of one talk, but for when it was; by itself, since pages that check it carry no schema of times. */
export const ConsultationSaid = z.strictObject({
  kind: ConsultationKind,
  channel: ConsultationChannel,
  /** What came of it: at least one, each once. */
  outcomes: z.array(ConsultationOutcome).check(
    z.minLength(1, { error: "required" }),
    z.maxLength(ConsultationOutcome.options.length),
    z.refine((outcomes) => new Set(outcomes).size === outcomes.length, { error: "twice" }),
  ),
  note: someLines(noteLimit),
});

export const Consultation = z.strictObject({
  ...ConsultationSaid.shape,
  /** When they talked; not when it was typed. */
  heldAt: Instant,
});
export type Consultation = z.infer<typeof Consultation>;

/**
 * So many days before a visit a talk may have been held that is noted, and counted, with it. People are counselled before they register, hence not from their
 * registration on; of who came without one nothing is known before the day.
 */
const earliestDays = { registered: 90, "walk-in": 0 } as const;

/** Why a talk cannot have been held then, with how many days before the visit it may have been; undefined when it can. In days of Seoul. */
export const heldAtProblem = (
  heldAt: Instant,
  visitOn: LocalDate,
  whom: keyof typeof earliestDays,
): { code: "talk-too-early"; limit: number } | undefined =>
  seoulDateOf(heldAt) < addDays(visitOn, -earliestDays[whom]) ? { code: "talk-too-early", limit: earliestDays[whom] } : undefined;
