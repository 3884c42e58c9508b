import * as z from "zod/mini";
import { Employer, EmployerProfile } from "../domain/employer.ts";
import { EmployerId, PostingId, SlotRequestId } from "../domain/ids.ts";
import { Posting, PostingDraft } from "../domain/posting.ts";
import { Slot, SlotRequest, SlotRequestDraft } from "../domain/slot.ts";
import { operations } from "./operation.ts";
import { PublicVisit } from "./public.ts";

/** An employer's request with its visit and, once approved, its slots: how many seats are taken, not by whom. */
export const SlotRequestView = z.strictObject({
  request: SlotRequest,
  visit: PublicVisit,
  postingTitleKo: z.string(),
  deskLabels: z.array(z.string()),
  slots: z.array(Slot),
});
export type SlotRequestView = z.infer<typeof SlotRequestView>;

const onEmployer = z.strictObject({ employerId: EmployerId });

export const employerOperations = operations({
  "PUT /api/employers/{employerId}": {
    summary:
      "Register an employer, or change its profile. The caller mints the id; who registers it becomes a member. Only a first one can be registered without the second step.",
    who: "signed-in",
    params: onEmployer,
    body: EmployerProfile,
    answers: { 200: Employer, 201: Employer },
    problems: ["too-many-requests", "second-step-needed"],
  },
  "GET /api/employers/{employerId}": {
    summary: "My employer.",
    who: "employer-member",
    params: onEmployer,
    answers: { 200: Employer },
    problems: [],
  },
  "GET /api/employers/{employerId}/postings": {
    summary: "The employer's postings, newest first; at most 200.",
    who: "employer-member",
    params: onEmployer,
    answers: { 200: z.strictObject({ postings: z.array(Posting) }) },
    problems: [],
  },
  "PUT /api/employers/{employerId}/postings/{postingId}": {
    summary:
      "Write or change a posting; it is valid for 15 days to two months, as long as may be unless said. What a visit already shows stays as approved.",
    who: "employer-member",
    params: z.strictObject({ employerId: EmployerId, postingId: PostingId }),
    body: PostingDraft,
    answers: { 200: Posting, 201: Posting },
    problems: [],
  },
  "POST /api/employers/{employerId}/postings/{postingId}/renewal": {
    summary: "Make a posting valid anew from today, for two months, if it is still lawful. Sent again it answers the same.",
    who: "employer-member",
    params: z.strictObject({ employerId: EmployerId, postingId: PostingId }),
    answers: { 200: Posting },
    problems: ["posting-unlawful"],
  },
  "GET /api/employers/{employerId}/slot-requests": {
    summary: "What the employer asked for and the times that came of it, newest first; at most 100.",
    who: "employer-member",
    params: onEmployer,
    answers: { 200: z.strictObject({ requests: z.array(SlotRequestView) }) },
    problems: [],
  },
  "PUT /api/employers/{employerId}/slot-requests/{slotRequestId}": {
    summary: "Ask for interview times at a visit. May be changed until it is decided.",
    who: "employer-member",
    params: z.strictObject({ employerId: EmployerId, slotRequestId: SlotRequestId }),
    body: SlotRequestDraft,
    answers: { 200: SlotRequest, 201: SlotRequest },
    problems: [
      "employer-not-verified",
      "posting-unlawful",
      "posting-expired",
      "visit-not-open",
      "visit-over",
      "already-decided",
      "no-slots",
      "too-many-slots",
      "outside-visit",
      "desk-unknown",
    ],
  },
  "DELETE /api/employers/{employerId}/slot-requests/{slotRequestId}": {
    summary: "Withdraw a request, or its published times while nobody booked them. Sent again it answers the same.",
    who: "employer-member",
    params: z.strictObject({ employerId: EmployerId, slotRequestId: SlotRequestId }),
    answers: { 200: SlotRequest },
    problems: ["already-decided", "people-booked"],
  },
});
