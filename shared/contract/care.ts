import * as z from "zod/mini";
import { Consultation } from "../domain/consultation.ts";
import { FollowUpCause, NextStep } from "../domain/follow-up.ts";
import { FollowUpTask, FollowUpWords } from "../domain/follow-up-told.ts";
import { AccountId, ConsultationId, FollowUpId, RegistrationId, VisitId } from "../domain/ids.ts";
import { StayMonth } from "../domain/placement.ts";
import { Instant, LocalDate } from "../domain/seoul-time.ts";
import { FollowUpState } from "../domain/states.ts";
import { oneLine } from "../domain/text.ts";
import { operations } from "./operation.ts";

const atPerson = { visitId: VisitId, registrationId: RegistrationId };

/** Who counsels and reads what was counselled. */
const counsellors = { staff: ["counsellor"] } as const;
/** Who sees to it that something comes of it. */
const followers = { staff: ["counsellor", "manager"] } as const;

/** A note as it stands. */
export const WrittenConsultation = z.strictObject({
  ...Consultation.shape,
  consultationId: ConsultationId,
  /** Who counselled; null once they work here no more. */
  byName: z.nullable(z.string()),
  isMine: z.boolean(),
  /** The day of the visit at which, or after which, they talked. */
  visitOn: z.nullable(LocalDate),
  writtenAt: Instant,
  /** Grows with each correction; a correction names the one that it corrects. */
  version: z.int(),
  /** What was to be done next, as it stands now. */
  next: z.nullable(
    z.strictObject({
      ...NextStep.shape,
      what: FollowUpTask,
      followUpId: FollowUpId,
      state: FollowUpState,
      /** What came of it; null as long as it is open. */
      result: z.nullable(FollowUpWords),
    }),
  ),
});
export type WrittenConsultation = z.infer<typeof WrittenConsultation>;

/** `closed`: how many there are that take a reason to be read. */
const Notes = z.strictObject({ name: z.string(), consultations: z.array(WrittenConsultation), closed: z.int() });
export type Notes = z.infer<typeof Notes>;

/** Something to be done for somebody by a day. */
export const FollowUp = z.strictObject({
  ...NextStep.shape,
  what: FollowUpTask,
  followUpId: FollowUpId,
  cause: FollowUpCause,
  /** After so many months it asks whether they are still at work; null for anything else. */
  stayMonth: z.nullable(StayMonth),
  openedAt: Instant,
  version: z.int(),
  /** Whom it is about: with their number, since most follow-ups are calls. */
  person: z.strictObject({ ...atPerson, name: z.string(), phone: z.nullable(z.string()), hasMail: z.boolean() }),
});
export type FollowUp = z.infer<typeof FollowUp>;

const onFollowUp = z.strictObject({ ...atPerson, followUpId: FollowUpId });
/** The version that was on the screen. */
const seen = z.int().check(z.minimum(1), z.maximum(10_000));

/** The care of people beyond the day: notes of talks, and what is to be done next until there is a result. */
export const careOperations = operations({
  "GET /api/staff/visits/{visitId}/people/{registrationId}/consultations": {
    summary:
      "What was talked about with somebody, at every visit, the newest first; at most 100. Whoever neither has a time with them nor wrote a note or has a follow-up of theirs is told how many there are, and opens them with a reason. A look is logged.",
    who: counsellors,
    params: z.strictObject(atPerson),
    answers: { 200: Notes },
    problems: [],
  },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/consultations/opening": {
    summary: "The same for a counsellor who is not theirs, with a reason, which is logged. Sent again it answers the same.",
    who: counsellors,
    params: z.strictObject(atPerson),
    body: z.strictObject({ reason: oneLine(120) }),
    answers: { 200: Notes },
    problems: [],
  },
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/consultations/{consultationId}": {
    summary:
      "Write the note of a talk, with the next step if there is one; the id is the client's, so that the same note sent twice is one. With `seen` it corrects one's own.",
    who: counsellors,
    params: z.strictObject({ ...atPerson, consultationId: ConsultationId }),
    body: z.strictObject({ ...Consultation.shape, next: z.nullable(NextStep), seen: z.optional(seen) }),
    answers: { 200: WrittenConsultation, 201: WrittenConsultation },
    problems: ["id-taken", "consultation-changed", "in-future", "note-struck"],
  },
  "GET /api/staff/follow-ups": {
    summary:
      "What somebody has to do next, the most urgent first, in pages of 50: one's own, or for managers whosesoever. `after` is `next` of the page before. A look is logged.",
    who: { ...followers, atAnyVisit: true },
    query: z.strictObject({
      owner: z.optional(AccountId),
      after: z.optional(z.string().check(z.maxLength(60), z.regex(/^2[\d-]{9}#fup_[0-9A-Z]{26}$/, { error: "format" }))),
    }),
    answers: {
      200: z.strictObject({ today: LocalDate, followUps: z.array(FollowUp), next: z.nullable(z.string()) }),
    },
    problems: [],
  },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/follow-ups/{followUpId}/closing": {
    summary:
      "Say what came of it; with a next step where it goes on. Nothing leaves the list without words. Sent again it changes nothing.",
    who: followers,
    params: onFollowUp,
    body: z.strictObject({
      how: z.enum(["done", "given-up"]),
      result: oneLine(200),
      next: z.nullable(NextStep),
      /** Whether they are still at work: asked of a stay check that is done, and of nothing else. */
      stays: z.optional(z.boolean()),
      seen,
    }),
    answers: { 204: null },
    problems: ["follow-up-changed"],
  },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/follow-ups/{followUpId}/postponement": {
    summary: "Put it off to another day, or to somebody else's turn, with a reason.",
    who: followers,
    params: onFollowUp,
    body: z.strictObject({ dueOn: LocalDate, waitingFor: NextStep.shape.waitingFor, reason: oneLine(200), seen }),
    answers: { 204: null },
    problems: ["follow-up-changed"],
  },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/follow-ups/{followUpId}/handing": {
    summary: "Give it to somebody else who works for the centre, with a reason.",
    who: followers,
    params: onFollowUp,
    body: z.strictObject({ to: AccountId, reason: oneLine(200), seen }),
    answers: { 204: null },
    problems: ["follow-up-changed", "cannot-follow-up"],
  },
});
