import * as z from "zod/mini";
import { BusinessStatus } from "../domain/business-status.ts";
import { EmployerProfile } from "../domain/employer.ts";
import { FunnelCounts } from "../domain/funnel.ts";
import {
  AccountId,
  EmployerId,
  InvitationId,
  LeadContactId,
  LeadId,
  LeadSourceId,
  PostingId,
  SlotRequestId,
  TalkId,
} from "../domain/ids.ts";
import { LeadCloseReason, LeadContactDraft, LeadDraft, LeadSourceDraft, LeadStep } from "../domain/lead.ts";
import { LeadRow } from "../domain/lead-import.ts";
import { PostingDraft } from "../domain/posting.ts";
import { mostRowsAtOnce } from "../domain/row-import.ts";
import { addDays, Instant, LocalDate } from "../domain/seoul-time.ts";
import { SlotRequestDraft } from "../domain/slot.ts";
import { EmployerState, LeadStage } from "../domain/states.ts";
import { BusinessNumber, oneLine } from "../domain/text.ts";
import { fieldProblems } from "../problem/catalogue.ts";
import { operations } from "./operation.ts";

/** Who finds firms. */
const finders = { staff: ["outreach", "manager"] } as const;

/** The version that was on the screen. */
const seen = z.int().check(z.minimum(1), z.maximum(100_000));
/** The place in a list after which a page begins: `next` of the page before. */
const place = z.optional(z.string().check(z.maxLength(80), z.regex(/^2[\w.:-]+#lea_[0-9A-Z]{26}$/, { error: "format" })));
/** Somebody of the centre; null once they work here no more. */
const name = z.nullable(z.string());

/** A lead as it stands in a list. */
export const LeadSummary = z.strictObject({
  leadId: LeadId,
  stage: LeadStage,
  nameKo: z.string(),
  districtCode: z.nullable(z.string()),
  ownerName: name,
  next: z.nullable(LeadStep),
  changedAt: Instant,
});
export type LeadSummary = z.infer<typeof LeadSummary>;

export const LeadContact = z.strictObject({
  ...LeadContactDraft.shape,
  contactId: LeadContactId,
  byName: name,
  teamNames: z.array(name),
  writtenAt: Instant,
});
export type LeadContact = z.infer<typeof LeadContact>;

/** Everything that is known of a lead. */
export const Lead = z.strictObject({
  leadId: LeadId,
  stage: LeadStage,
  draft: LeadDraft,
  ownerId: AccountId,
  ownerName: name,
  foundOn: LocalDate,
  changedAt: Instant,
  next: z.nullable(LeadStep),
  closed: z.nullable(z.strictObject({ reason: LeadCloseReason, words: z.string(), on: LocalDate })),
  /** The employer that it became. */
  employerId: z.nullable(EmployerId),
  version: z.int(),
  /** The newest first; at most 200. */
  contacts: z.array(LeadContact),
  /** What it offers, as lists of postings have it; at most 40. They are the employer's once it agrees. */
  postings: z.array(z.strictObject({ postingId: PostingId, draft: PostingDraft })),
  /** CEO talks for which it was signed up from here; the day is null once nobody keeps the visit. */
  talks: z.array(z.strictObject({ talkId: TalkId, visitOn: z.nullable(LocalDate) })),
  /** How its contact was invited to act for the employer, as long as nobody does: null otherwise. `usableUntil` is null once it cannot be used. */
  invitation: z.nullable(z.strictObject({ mail: z.string(), sentAt: z.nullable(Instant), usableUntil: z.nullable(Instant) })),
});
export type Lead = z.infer<typeof Lead>;

/** Something to be done next with a firm, with the number to call. */
export const DueLeadStep = z.strictObject({
  ...LeadStep.shape,
  leadId: LeadId,
  nameKo: z.string(),
  contactName: z.nullable(z.string()),
  phone: z.nullable(z.string()),
});
export type DueLeadStep = z.infer<typeof DueLeadStep>;

export const LeadSource = z.strictObject({
  ...LeadSourceDraft.shape,
  sourceId: LeadSourceId,
  lookerName: name,
  lookedOn: z.nullable(LocalDate),
  /** When it is to be looked through again; null when nobody does any more. */
  dueOn: z.nullable(LocalDate),
});
export type LeadSource = z.infer<typeof LeadSource>;

/** What became of a row; a refused one says of each column what to do. */
export const ImportedRow = z.strictObject({
  line: z.int(),
  how: z.enum(["added", "known", "refused"]),
  errors: z.array(z.strictObject({ column: z.string(), code: z.enum(fieldProblems), detail: z.string() })),
});
export type ImportedRow = z.infer<typeof ImportedRow>;

/** A lead as it is to be kept. */
export const LeadWish = z.strictObject({
  lead: LeadDraft,
  /** Who sees to it; the caller unless said. */
  ownerId: z.optional(AccountId),
  seen: z.optional(seen),
});

/** A firm that becomes an employer, or is one already, with what it wants to begin with. */
export const Agreement = z.strictObject({
  employer: z.discriminatedUnion("how", [
    z.strictObject({ how: z.literal("new"), employerId: EmployerId, invitationId: InvitationId, profile: EmployerProfile }),
    z.strictObject({ how: z.literal("known"), employerId: EmployerId }),
  ]),
  posting: z.optional(z.strictObject({ postingId: PostingId, draft: PostingDraft })),
  /** Asked for as an employer asks; the manager approves them once the employer is verified. */
  times: z.optional(z.strictObject({ slotRequestId: SlotRequestId, draft: SlotRequestDraft })),
  seen,
});
export type Agreement = z.infer<typeof Agreement>;

const onLead = z.strictObject({ leadId: LeadId });
const mostDays = 400;

/** Outreach (구인 개척): firms are found, called, visited, and become employers. */
export const leadOperations = operations({
  "GET /api/office/leads": {
    summary:
      "Firms at one stage, of one member of staff, or from one source, those with the newest entry first, in pages of 50. One of the three at most; without any those that were just found. A look is logged.",
    who: finders,
    query: z
      .strictObject({ stage: z.optional(LeadStage), owner: z.optional(AccountId), source: z.optional(LeadSourceId), before: place })
      .check(
        z.refine(({ stage, owner, source }) => [stage, owner, source].filter((one) => one !== undefined).length <= 1, {
          ...{ path: ["stage"], error: "one-filter" },
        }),
      ),
    answers: { 200: z.strictObject({ leads: z.array(LeadSummary), next: z.nullable(z.string()) }) },
    problems: [],
  },
  "GET /api/office/leads/{leadId}": {
    summary: "A firm that was found, and every contact with it. A look is logged.",
    who: finders,
    params: onLead,
    answers: { 200: Lead },
    problems: [],
  },
  "PUT /api/office/leads/{leadId}": {
    summary:
      "Write down a firm that was found, or with `seen` change what is known of it. The id is the client's, so that the same sent twice is one. A business number that another lead has is refused.",
    who: finders,
    params: onLead,
    body: LeadWish,
    answers: { 200: Lead, 201: Lead },
    problems: ["id-taken", "lead-known", "lead-changed"],
  },
  "PUT /api/office/leads/{leadId}/contacts/{contactId}": {
    summary:
      "Note a call, a visit or a message, and what is to be done next, in the place of the step before. Opens a lead again that was closed. Sent again it is the same note.",
    who: finders,
    params: z.strictObject({ leadId: LeadId, contactId: LeadContactId }),
    body: LeadContactDraft,
    answers: { 200: Lead, 201: Lead },
    problems: ["id-taken", "in-future"],
  },
  "POST /api/office/leads/{leadId}/closing": {
    summary: "Nothing comes of it, and why. Sent again it changes nothing.",
    who: finders,
    params: onLead,
    body: z.strictObject({ reason: LeadCloseReason, words: oneLine(200), seen }),
    answers: { 200: Lead },
    problems: ["lead-changed", "lead-agreed"],
  },
  "PUT /api/office/leads/{leadId}/agreement": {
    summary:
      "The firm becomes an employer, or is found to be one already, by its business number; its contact is invited by mail; with a first posting, and interview times at a visit, if they are known. All of it or nothing. Sent again it answers the same.",
    who: finders,
    params: onLead,
    body: Agreement,
    answers: { 200: Lead },
    problems: [
      ...(["id-taken", "lead-changed", "lead-agreed", "too-many-requests", "employer-refused", "visit-over"] as const),
      ...([
        "posting-unlawful",
        "posting-expired",
        "visit-not-open",
        "no-slots",
        "too-many-slots",
        "outside-visit",
        "desk-unknown",
      ] as const),
    ],
  },
  "PUT /api/office/leads/{leadId}/invitations/{invitationId}": {
    summary:
      "Invite the contact of a firm that agreed once more, where nobody acts for it yet: the link of before works no more, and a new mail goes out, so many a day. Sent again it is the same.",
    who: finders,
    params: z.strictObject({ leadId: LeadId, invitationId: InvitationId }),
    answers: { 200: Lead },
    problems: ["invitation-answered", "lead-not-agreed", "too-many-requests"],
  },
  "POST /api/office/leads/{leadId}/erasure": {
    summary: "Delete a firm that was found, with its contact and every note, when they ask for it. What became of it stays as a count.",
    who: finders,
    params: onLead,
    body: z.strictObject({ reason: oneLine(200) }),
    answers: { 204: null },
    problems: [],
  },
  "GET /api/office/lead-steps": {
    summary:
      "What is to be done next with firms, the most urgent first, in pages of 50: one's own, or for managers whosesoever. A look is logged.",
    who: finders,
    query: z.strictObject({ owner: z.optional(AccountId), after: place }),
    answers: { 200: z.strictObject({ today: LocalDate, steps: z.array(DueLeadStep), next: z.nullable(z.string()) }) },
    problems: [],
  },
  "GET /api/office/business-numbers/{businessNumber}": {
    summary: "Who has a business number already, and what the tax service says of it, as far as anybody asked it.",
    who: finders,
    params: z.strictObject({ businessNumber: BusinessNumber }),
    answers: {
      200: z.strictObject({
        lead: z.nullable(z.strictObject({ leadId: LeadId, nameKo: z.string(), stage: LeadStage })),
        employers: z.array(z.strictObject({ employerId: EmployerId, nameKo: z.string(), state: EmployerState })),
        status: BusinessStatus,
      }),
    },
    problems: [],
  },
  "GET /api/office/lead-team": {
    summary: "Who finds firms, by name: whom a lead or a source can be given to, and who goes along. A look is logged.",
    who: finders,
    answers: { 200: z.strictObject({ members: z.array(z.strictObject({ accountId: AccountId, name: z.string(), isYou: z.boolean() })) }) },
    problems: [],
  },
  "GET /api/office/lead-sources": {
    summary: "Where firms are looked for, by whom and how often; at most 200.",
    who: finders,
    answers: { 200: z.strictObject({ today: LocalDate, sources: z.array(LeadSource) }) },
    problems: [],
  },
  "PUT /api/office/lead-sources/{sourceId}": {
    summary: "Add a source to the watch list, or change it.",
    who: finders,
    params: z.strictObject({ sourceId: LeadSourceId }),
    body: LeadSourceDraft,
    answers: { 204: null },
    problems: ["too-many-requests"],
  },
  "POST /api/office/lead-sources/{sourceId}/look": {
    summary: "It was looked through today.",
    who: finders,
    params: z.strictObject({ sourceId: LeadSourceId }),
    answers: { 204: null },
    problems: [],
  },
  "POST /api/office/lead-imports": {
    summary:
      "Take in some rows of a list of firms. A row is known by what it says, so that the same row, in whichever file, is one lead. Rows that cannot be taken are explained and keep no other from being taken.",
    who: finders,
    body: z.strictObject({
      sourceId: z.optional(LeadSourceId),
      rows: z.array(LeadRow).check(z.minLength(1, { error: "required" }), z.maxLength(mostRowsAtOnce)),
    }),
    answers: { 200: z.strictObject({ rows: z.array(ImportedRow) }) },
    problems: [],
  },
  "GET /api/office/lead-funnel": {
    summary: "How far the firms came that were found in a time, all together and by source; both days count. Names nobody.",
    who: finders,
    query: z.strictObject({ from: LocalDate, to: LocalDate }).check(
      z.refine(({ from, to }) => from <= to, { path: ["to"], error: "end-before-start" }),
      z.refine(({ from, to }) => to <= addDays(from, mostDays), { path: ["to"], error: "day-too-far" }),
    ),
    answers: {
      200: z.strictObject({
        all: FunnelCounts,
        /** `nameKo` is null for those of no source. */
        sources: z.array(z.strictObject({ nameKo: z.nullable(z.string()), counts: FunnelCounts })),
      }),
    },
    problems: [],
  },
});
