import type { AccountId, EmployerId } from "../../shared/domain/ids.ts";
import type { LeadDraft } from "../../shared/domain/lead.ts";
import type { PostingDraft } from "../../shared/domain/posting.ts";
import { type Instant, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import type { BusinessNumber } from "../../shared/domain/text.ts";
import { findEmployer, listEmployersWith } from "../employers/employer-reads.ts";
import { leadIdOf } from "../leads/lead-id.ts";
import { findLead, findLeadWith, type LeadItem, type StoredLead } from "../leads/lead-reads.ts";
import type { Db } from "../platform/db.ts";

/** Whose a posting of a list is: an employer's, or a firm's that is none yet, known already or new. */
export type RowFirm = { at: "employer"; employerId: EmployerId } | { at: "lead"; lead: LeadItem } | { at: "new-lead"; lead: StoredLead };

const employerWith = async (db: Db, businessNumber: BusinessNumber): Promise<EmployerId | undefined> => {
  const firms = (await listEmployersWith(db, businessNumber)).filter(({ state }) => state !== "refused");
  // Several may say that they have a number; the right one is that which the manager verified.
  const verified = firms.filter(({ state }) => state === "verified");
  const [one, another] = verified.length > 0 ? verified : firms;
  return one && !another ? one.employerId : undefined;
};

/**
 * Whose the posting of a row is. By its business number alone an employer is found: names are shared, and nobody's posting is put in the name of another firm. Without
 * one it is the firm's as a lead, which is the employer's once the firm has agreed.
 */
export const firmOfRow = async (
  db: Db,
  firm: LeadDraft,
  { job, byId, now }: { job: PostingDraft; byId: AccountId; now: Instant },
): Promise<RowFirm> => {
  const { businessNumber } = firm;
  const employerId = businessNumber && (await employerWith(db, businessNumber));
  if (employerId) return { at: "employer", employerId };
  const leadId = leadIdOf(firm);
  const lead = (businessNumber && (await findLeadWith(db, businessNumber))) ?? (await findLead(db, leadId));
  if (!lead) {
    const { titleKo, occupation, headcount, pay, workTimeKo } = job;
    const draft = { ...firm, job: { titleKo, occupation, headcount, pay, workTimeKo } };
    return { at: "new-lead", lead: { leadId, stage: "found", draft, ownerId: byId, foundOn: seoulDateOf(now), changedAt: now } };
  }
  const agreed = lead.employerId && (await findEmployer(db, lead.employerId));
  return agreed && agreed.state !== "refused" ? { at: "employer", employerId: agreed.employerId } : { at: "lead", lead };
};
