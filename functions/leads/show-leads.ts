import type { DueLeadStep, Lead, LeadSummary } from "../../shared/contract/leads.ts";
import type { AccountId, LeadId } from "../../shared/domain/ids.ts";
import type { LeadStage } from "../../shared/domain/states.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findStaffNames } from "../accounts/account-reads.ts";
import type { Deps } from "../platform/deps.ts";
import {
  findLead,
  findLeads,
  listLeadContacts,
  listLeadPostings,
  listLeadSteps,
  listLeadsAt,
  placeOfLead,
  placeOfStep,
} from "./lead-reads.ts";

type Reading = Pick<Deps, "db">;
const pageLength = 50;

/** A page of the firms at a stage. */
export const listLeads = async (
  { db }: Reading,
  stage: LeadStage,
  before: string | undefined,
): Promise<{ leads: LeadSummary[]; next: string | null }> => {
  const items = await listLeadsAt(db, stage, before, pageLength);
  const names = await findStaffNames(db, [...new Set(items.map(({ ownerId }) => ownerId))]);
  const leads = items.map(
    ({ leadId, stage: now, draft, ownerId, next = null, changedAt }): LeadSummary => ({
      ...{ leadId, stage: now, nameKo: draft.nameKo, districtCode: draft.districtCode ?? null },
      ...{ ownerName: names.get(ownerId) ?? null, next, changedAt },
    }),
  );
  const last = items.at(-1);
  return { leads, next: last && items.length === pageLength ? placeOfLead(last) : null };
};

/** All that is known of a firm. */
export const showLead = async ({ db }: Reading, leadId: LeadId): Promise<Outcome<Lead>> => {
  const [item, contacts, postings] = await Promise.all([findLead(db, leadId), listLeadContacts(db, leadId), listLeadPostings(db, leadId)]);
  if (!item) return refuse("not-found");
  const { stage, draft, ownerId, foundOn, changedAt, next = null, closed = null, employerId = null, version } = item;
  const names = await findStaffNames(db, [...new Set([ownerId, ...contacts.flatMap(({ byId, team }) => [byId, ...team])])]);
  const nameOf = (id: AccountId): string | null => names.get(id) ?? null;
  return done({
    ...{ leadId, stage, draft, ownerId, ownerName: nameOf(ownerId), foundOn, changedAt, next, closed, employerId, version },
    contacts: contacts.map(({ contactId, kind, heldOn, outcome, note, team, next: step, byId, writtenAt }) => ({
      ...{ contactId, kind, heldOn, outcome, note, team, next: step, writtenAt },
      ...{ byName: nameOf(byId), teamNames: team.map(nameOf) },
    })),
    postings: postings.map(({ postingId, draft: job }) => ({ postingId, draft: job })),
  });
};

/** A page of what somebody has to do next with firms. */
export const listDueSteps = async (
  { db }: Reading,
  ownerId: AccountId,
  after: string | undefined,
): Promise<{ steps: DueLeadStep[]; next: string | null }> => {
  const items = await listLeadSteps(db, ownerId, after, pageLength);
  const leads = await findLeads(
    db,
    items.map(({ leadId }) => leadId),
  );
  const steps = items.flatMap(({ leadId, what, dueOn }): DueLeadStep[] => {
    const lead = leads.get(leadId);
    // Done, or deleted, in the moment that the index is old.
    if (lead?.next?.dueOn !== dueOn) return [];
    const { nameKo, contact } = lead.draft;
    return [{ leadId, what, dueOn, nameKo, contactName: contact?.name ?? null, phone: contact?.phone ?? null }];
  });
  const last = items.at(-1);
  return { steps, next: last && items.length === pageLength ? placeOfStep(last) : null };
};
