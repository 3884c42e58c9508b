import * as z from "zod/mini";
import { AccountId, EmployerId, InvitationId } from "../domain/ids.ts";
import { Instant } from "../domain/seoul-time.ts";
import { MailAddress } from "../domain/text.ts";
import { operations } from "./operation.ts";

/** Somebody who may act for an employer. The owner, who registered it, invites and removes others. */
const EmployerMember = z.strictObject({
  accountId: AccountId,
  mail: z.string(),
  isOwner: z.boolean(),
  isYou: z.boolean(),
  /** Null for whoever was a member before that was kept. */
  since: z.nullable(Instant),
});
export type EmployerMember = z.infer<typeof EmployerMember>;

/** An invitation that can still be accepted. */
export const Invitation = z.strictObject({ invitationId: InvitationId, mail: z.string(), sentAt: Instant, usableUntil: Instant });
export type Invitation = z.infer<typeof Invitation>;

/** Whom to invite. */
export const InvitationForm = z.strictObject({ mail: MailAddress });

const onEmployer = z.strictObject({ employerId: EmployerId });
const onInvitation = z.strictObject({ employerId: EmployerId, invitationId: InvitationId });

export const memberOperations = operations({
  "GET /api/employers/{employerId}/members": {
    summary: "Who may act for the employer, and who is invited to.",
    who: "employer-member",
    params: onEmployer,
    answers: { 200: z.strictObject({ members: z.array(EmployerMember), invitations: z.array(Invitation) }) },
    problems: [],
  },
  "PUT /api/employers/{employerId}/invitations/{invitationId}": {
    summary:
      "Invite a colleague by mail address: once, for 7 days, for whoever signs in with that address. The caller mints the id. By the owner only. Sent again it answers the same.",
    who: "employer-member",
    params: onInvitation,
    body: InvitationForm,
    answers: { 200: Invitation, 201: Invitation },
    problems: ["not-allowed", "id-taken", "too-many-requests"],
  },
  "DELETE /api/employers/{employerId}/invitations/{invitationId}": {
    summary: "Take an invitation back. By the owner only. Sent again it answers the same.",
    who: "employer-member",
    params: onInvitation,
    answers: { 204: null },
    problems: ["not-allowed"],
  },
  "POST /api/employers/{employerId}/invitations/{invitationId}/acceptance": {
    summary: "Accept an invitation to the address that one is signed in with. Whoever has rights already proves the second step first.",
    who: "signed-in",
    params: onInvitation,
    answers: { 204: null },
    problems: ["invitation-unusable", "second-step-needed", "too-many-requests"],
  },
  "POST /api/employers/{employerId}/members/{accountId}/removal": {
    summary: "Take somebody's membership away, effective on their next request. By the owner; others may only leave themselves.",
    who: "employer-member",
    params: z.strictObject({ employerId: EmployerId, accountId: AccountId }),
    answers: { 204: null },
    problems: ["not-allowed"],
  },
});
