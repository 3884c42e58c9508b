import * as z from "zod/mini";
import { ConcernCategory, ConcernCounts, ConcernDrafts, TalkContact } from "../domain/concern.ts";
import { AccountId, ConcernId, EmployerId, LeadId, TalkId, VisitId } from "../domain/ids.ts";
import { addDays, Instant, LocalDate } from "../domain/seoul-time.ts";
import { ConcernState } from "../domain/states.ts";
import { BusinessNumber, oneLine, someLines } from "../domain/text.ts";
import { operations } from "./operation.ts";

/** Who answers firms. */
const answerers = { staff: ["outreach", "manager"] } as const;

/** The version that was on the screen. */
const seen = z.int().check(z.minimum(1), z.maximum(100_000));

/** A visit to whose talk a firm comes; the day is null once nobody keeps it. */
const atVisit = { visitId: VisitId, visitOn: z.nullable(LocalDate) };

/** A concern as the firm sees it: who sees to it at the centre is no business of theirs. */
export const OwnConcern = z.strictObject({
  concernId: ConcernId,
  category: ConcernCategory,
  text: z.string(),
  state: ConcernState,
  answer: z.nullable(z.string()),
  answeredOn: z.nullable(LocalDate),
});
export type OwnConcern = z.infer<typeof OwnConcern>;

export const OwnTalk = z.strictObject({ ...atVisit, talkId: TalkId, contact: TalkContact, concerns: z.array(OwnConcern) });
export type OwnTalk = z.infer<typeof OwnTalk>;

export const Concern = z.strictObject({
  ...OwnConcern.shape,
  /** Null while nobody has it, and once its owner works here no more. */
  ownerId: z.nullable(AccountId),
  ownerName: z.nullable(z.string()),
  dueOn: z.nullable(LocalDate),
  isOverdue: z.boolean(),
  version: z.int(),
});
export type Concern = z.infer<typeof Concern>;

/** A firm at a CEO talk, with everything that it brought. */
export const Talk = z.strictObject({
  ...atVisit,
  talkId: TalkId,
  nameKo: z.string(),
  businessNumber: z.nullable(z.string()),
  /** Reads its answers in its console; null for a firm that has none: then the mail says them. */
  employerId: z.nullable(EmployerId),
  /** The firm that was found from which it was signed up; null for others, and once that is deleted. */
  leadId: z.nullable(LeadId),
  contact: TalkContact,
  signedUpAt: Instant,
  concerns: z.array(Concern),
  /** Grows with whatever is written of the firm or of a concern. */
  version: z.int(),
});
export type Talk = z.infer<typeof Talk>;

/** A concern as it stands in the list of all. */
export const ConcernRow = z.strictObject({ ...Concern.shape, ...atVisit, talkId: TalkId, nameKo: z.string() });
export type ConcernRow = z.infer<typeof ConcernRow>;

export const OwnTalkWish = z.strictObject({ visitId: VisitId, contact: TalkContact, concerns: ConcernDrafts });
export type OwnTalkWish = z.infer<typeof OwnTalkWish>;

/** A firm that staff sign up: with its business number it is found to be an employer, if it is one. `leadId`: from the page of a firm that was found. */
export const TalkWish = z.strictObject({
  ...{ ...OwnTalkWish.shape, nameKo: oneLine(60), businessNumber: z.optional(BusinessNumber), leadId: z.optional(LeadId) },
});
export type TalkWish = z.infer<typeof TalkWish>;

/** What was written down, as it is from now on. Concerns that are known by their ids are corrected, others are added, and those left out stay as they are. */
export const TalkCorrection = z.strictObject({ ...OwnTalkWish.shape, nameKo: oneLine(60), seen });
export type TalkCorrection = z.infer<typeof TalkCorrection>;

export const OwnerWish = z.strictObject({ ownerId: AccountId, dueOn: LocalDate, seen });
export const AnswerWish = z.strictObject({ answer: someLines(2000), seen });

const onTalk = z.strictObject({ talkId: TalkId });
const onConcern = z.strictObject({ talkId: TalkId, concernId: ConcernId });
const ofEmployer = z.strictObject({ employerId: EmployerId, talkId: TalkId });
const mostDays = 400;

/** CEO talks (CEO 현장대화): firms bring what troubles them to a visit, and are answered. */
export const talkOperations = operations({
  "GET /api/office/employers/{employerId}/talks": {
    summary: "What the firm brought to CEO talks, the newest first, with the answers. A look is logged.",
    who: "employer-member",
    params: z.strictObject({ employerId: EmployerId }),
    answers: { 200: z.strictObject({ talks: z.array(OwnTalk) }) },
    problems: [],
  },
  "PUT /api/office/employers/{employerId}/talks/{talkId}": {
    summary:
      "Sign up for the CEO talk of an open visit, with one to five concerns. The ids are the client's, so that the same sent twice is one.",
    who: "employer-member",
    params: ofEmployer,
    body: OwnTalkWish,
    answers: { 204: null },
    problems: ["id-taken", "visit-not-open", "visit-over", "employer-refused", "too-many-requests"],
  },
  "POST /api/office/employers/{employerId}/talks/{talkId}/withdrawal": {
    summary: "Take the sign-up back: everything of it is deleted but how many concerns there were. Sent again it changes nothing.",
    who: "employer-member",
    params: ofEmployer,
    answers: { 204: null },
    problems: [],
  },
  "GET /api/office/concerns": {
    summary:
      "Concerns of firms in pages of 50: without an answer those that nobody has first, then by the day that they are due; answered ones the newest first. A look is logged.",
    who: answerers,
    query: z.strictObject({
      list: z.optional(z.enum(["open", "answered"])),
      /** The place in the list after which a page begins: `next` of the page before. */
      after: z.optional(z.string().check(z.maxLength(80), z.regex(/^[02][\w.:-]*#ccn_[0-9A-Z]{26}$/, { error: "format" }))),
    }),
    answers: { 200: z.strictObject({ today: LocalDate, concerns: z.array(ConcernRow), next: z.nullable(z.string()) }) },
    problems: [],
  },
  "GET /api/office/talks/{talkId}": {
    summary: "A firm at a CEO talk, whom to ask for there, and what it brought. A look is logged.",
    who: answerers,
    params: onTalk,
    answers: { 200: Talk },
    problems: [],
  },
  "PUT /api/office/talks/{talkId}": {
    summary:
      "Sign up a firm that has no account, or on behalf of one that has: then it reads its answers in its console. Also for a visit that was, but from a firm that was found only for one to come; the two then lead to each other. A business number is signed up once for a visit. The ids are the client's, so that the same sent twice is one.",
    who: answerers,
    params: onTalk,
    body: TalkWish,
    answers: { 200: Talk, 201: Talk },
    problems: ["id-taken", "visit-not-open", "visit-over", "firm-signed-up", "lead-changed"],
  },
  "PUT /api/office/talks/{talkId}/correction": {
    summary:
      "Correct what was written down of a firm: its name, the visit, who spoke for it, and its concerns, to which others may be added, up to five in all. On the version that was seen; sent again it is the same.",
    who: answerers,
    params: onTalk,
    body: TalkCorrection,
    answers: { 200: Talk },
    problems: ["talk-changed", "visit-not-open", "firm-signed-up"],
  },
  "PUT /api/office/talks/{talkId}/concerns/{concernId}/owner": {
    summary: "Who sees to a concern, and by when. Sent again it is the same.",
    who: answerers,
    params: onConcern,
    body: OwnerWish,
    answers: { 200: Talk },
    problems: ["concern-changed"],
  },
  "PUT /api/office/talks/{talkId}/concerns/{concernId}/answer": {
    summary:
      "The answer to the firm, which is told by mail that there is one, or by telephone where it has no address. Written anew it is told anew. Sent again it is the same.",
    who: answerers,
    params: onConcern,
    body: AnswerWish,
    answers: { 200: Talk },
    problems: ["concern-changed"],
  },
  "POST /api/office/talks/{talkId}/erasure": {
    summary:
      "Delete a firm, with its contact and what it brought, when they ask for it. How many concerns there were stays as a count. Is logged.",
    who: answerers,
    params: onTalk,
    body: z.strictObject({ reason: oneLine(200) }),
    answers: { 204: null },
    problems: [],
  },
  "GET /api/office/concern-counts": {
    summary:
      "How many concerns were brought in a time and where they stand today, all together and by category; both days count. Names nobody.",
    who: answerers,
    query: z.strictObject({ from: LocalDate, to: LocalDate }).check(
      z.refine(({ from, to }) => from <= to, { path: ["to"], error: "end-before-start" }),
      z.refine(({ from, to }) => to <= addDays(from, mostDays), { path: ["to"], error: "day-too-far" }),
    ),
    answers: {
      200: z.strictObject({
        all: ConcernCounts,
        /** Those of which there was any. */
        categories: z.array(z.strictObject({ category: ConcernCategory, counts: ConcernCounts })),
      }),
    },
    problems: [],
  },
});
