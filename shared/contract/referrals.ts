import * as z from "zod/mini";
import { EmployerId, PostingId, ReferralId, RegistrationId, VisitId } from "../domain/ids.ts";
import { MatchReason } from "../domain/match.ts";
import { HiredByReferral } from "../domain/placement.ts";
import { PostingDraft } from "../domain/posting.ts";
import { AnsweredBy, ReferredSummary } from "../domain/referral.ts";
import { Instant, LocalDate } from "../domain/seoul-time.ts";
import { InterviewOutcome, ReferralState } from "../domain/states.ts";
import { oneLine } from "../domain/text.ts";
import { operations } from "./operation.ts";
import { AgreedVersion } from "./support.ts";

const counsellors = { staff: ["counsellor"] } as const;
const atPerson = { visitId: VisitId, registrationId: RegistrationId };

/** A job of a visit, in the words that the visit shows. */
const job = {
  visitId: VisitId,
  postingId: PostingId,
  visitOn: LocalDate,
  placeNameKo: z.string(),
  placeNameEn: z.nullable(z.string()),
  employerId: EmployerId,
  employerNameKo: z.string(),
  employerNameEn: z.nullable(z.string()),
  draft: PostingDraft,
};

/** A job that may suit somebody, and why. */
export const FoundMatch = z.strictObject({ ...job, reasons: z.array(MatchReason) });
export type FoundMatch = z.infer<typeof FoundMatch>;

/** What came of it, as the outcome of the interview and the placement have it; null while no interview is booked. */
const interview = z.nullable(z.strictObject({ startsAt: Instant, outcome: z.nullable(InterviewOutcome), isPlaced: z.boolean() }));

/** A referral as its person and their counsellors see it. */
export const Referral = z.strictObject({
  ...job,
  referralId: ReferralId,
  state: ReferralState,
  proposedAt: Instant,
  /** The counsellor; null once they work here no more. */
  byName: z.nullable(z.string()),
  /** Why it was proposed, in the counsellor's words. */
  why: z.nullable(z.string()),
  answeredAt: z.nullable(Instant),
  answeredBy: z.nullable(AnsweredBy),
  /** Whether it can still be agreed to: the visit is open and not over. */
  isOpen: z.boolean(),
  /** What the employer sees or would see. */
  summary: z.nullable(ReferredSummary),
  interview,
  /** That the employer hired them without an interview at the bus; its person is told of it by the employer. */
  hire: z.nullable(HiredByReferral),
});
export type Referral = z.infer<typeof Referral>;

/** Somebody whom the centre referred, as the employer sees them: what they agreed to, in order of application. */
export const ReferredRow = z.strictObject({
  referralId: ReferralId,
  postingId: PostingId,
  titleKo: z.string(),
  sentAt: Instant,
  name: z.string(),
  summary: ReferredSummary,
  byName: z.nullable(z.string()),
  interview: z.nullable(z.strictObject({ startsAt: Instant, outcome: z.nullable(InterviewOutcome) })),
});
export type ReferredRow = z.infer<typeof ReferredRow>;

const onReferral = z.strictObject({ ...atPerson, referralId: ReferralId });
const mine = z.strictObject({ referralId: ReferralId });
/** A yes names the text that was read. */
const answer = { agrees: z.boolean(), consentVersion: z.optional(AgreedVersion) };
const answerProblems = ["referral-changed", "consent-outdated", "not-enrolled", "visit-not-open", "visit-over", "job-ended"] as const;

/** Referral (알선): proposed by a counsellor, sent once the seeker agrees that this employer receives their details, hidden at once when they take it back. */
export const referralOperations = operations({
  "GET /api/staff/visits/{visitId}/people/{registrationId}/matches": {
    summary: "Jobs of visits to come that may suit somebody, the best first, with reasons; at most 30. A look is logged.",
    who: counsellors,
    params: z.strictObject(atPerson),
    answers: { 200: z.strictObject({ name: z.string(), matches: z.array(FoundMatch) }) },
    problems: ["not-enrolled"],
  },
  "GET /api/staff/visits/{visitId}/people/{registrationId}/referrals": {
    summary: "What was proposed to somebody, and what came of it; the newest first. A look is logged.",
    who: counsellors,
    params: z.strictObject(atPerson),
    answers: { 200: z.strictObject({ name: z.string(), referrals: z.array(Referral) }) },
    problems: [],
  },
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/referrals/{referralId}": {
    summary: "Propose a job to somebody. It opens a follow-up of the counsellor. The id is the client's: sent twice it is one.",
    who: counsellors,
    params: onReferral,
    body: z.strictObject({ at: z.strictObject({ visitId: VisitId, postingId: PostingId }), why: z.optional(oneLine(200)) }),
    answers: { 200: Referral, 201: Referral },
    problems: ["not-enrolled", "already-referred", "already-theirs", "visit-not-open", "visit-over", "posting-expired", "id-taken"],
  },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/referrals/{referralId}/answer": {
    summary: "Write down what somebody answered, after the consent was read to them; a yes sends it. Sent again it changes nothing.",
    who: counsellors,
    params: onReferral,
    body: z.strictObject({ ...answer, told: z.enum(["in-person", "telephone"]) }),
    answers: { 200: Referral },
    problems: answerProblems,
  },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/referrals/{referralId}/withdrawal": {
    summary:
      "Take it back, for somebody who asks for it or since it was a mistake; the employer sees it no more. Again it changes nothing.",
    who: counsellors,
    params: onReferral,
    answers: { 200: Referral },
    problems: ["referral-changed"],
  },
  "GET /api/me/referrals": {
    summary: "Jobs that my counsellor proposed to me, the newest first.",
    who: "signed-in",
    answers: { 200: z.strictObject({ referrals: z.array(Referral) }) },
    problems: [],
  },
  "POST /api/me/referrals/{referralId}/answer": {
    summary: "Agree, consenting that this employer receives my details, or decline. Sent again it changes nothing.",
    who: "signed-in",
    params: mine,
    body: z.strictObject(answer),
    answers: { 200: Referral },
    problems: answerProblems,
  },
  "POST /api/me/referrals/{referralId}/withdrawal": {
    summary: "Take back what I agreed to: the employer sees it no more. Again it changes nothing.",
    who: "signed-in",
    params: mine,
    answers: { 200: Referral },
    problems: ["referral-changed"],
  },
  "GET /api/employers/{employerId}/visits/{visitId}/referrals": {
    summary: "Whom the centre referred to the employer for a visit, in order of application. A look is logged.",
    who: "employer-member",
    params: z.strictObject({ employerId: EmployerId, visitId: VisitId }),
    answers: { 200: z.strictObject({ visitOn: LocalDate, employerNameKo: z.string(), referrals: z.array(ReferredRow) }) },
    problems: [],
  },
});
