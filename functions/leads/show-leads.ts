import type { DueLeadStep, Lead, LeadSummary } from "../../shared/contract/leads.ts";
import type { AccountId, EmployerId, LeadId } from "../../shared/domain/ids.ts";
import { isUsable } from "../../shared/domain/invitation.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findStaffNames } from "../accounts/account-reads.ts";
import { findEmployer } from "../employers/employer-reads.ts";
import { listInvitations, listMembers } from "../employers/member-reads.ts";
import type { Deps } from "../platform/deps.ts";
import { findVisits } from "../visits/visit-reads.ts";
import {
  findLead,
  findLeads,
  type LeadFilter,
  listLeadContacts,
  listLeadPlaces,
  listLeadPostings,
  listLeadSteps,
  listLeadTalks,
  placeOfStep,
} from "./lead-reads.ts";

type Reading = Pick<Deps, "db">;
const pageLength = 50;

/** A page of the firms at a stage, of somebody or of a source. */
export const listLeads = async (
  { db }: Reading,
  filter: LeadFilter,
  before: string | undefined,
): Promise<{ leads: LeadSummary[]; next: string | null }> => {
  const places = await listLeadPlaces(db, filter, before, pageLength);
  const found = await findLeads(
    db,
    places.map(({ leadId }) => leadId),
  );
  // Deleted in the moment that the index is old.
  const items = places.flatMap(({ leadId }) => found.get(leadId) ?? []);
  const names = await findStaffNames(db, [...new Set(items.map(({ ownerId }) => ownerId))]);
  const leads = items.map(
    ({ leadId, stage, draft, ownerId, next = null, changedAt }): LeadSummary => ({
      ...{ leadId, stage, nameKo: draft.nameKo, districtCode: draft.districtCode ?? null },
      ...{ ownerName: names.get(ownerId) ?? null, next, changedAt },
    }),
  );
  return { leads, next: places.length === pageLength ? (places.at(-1)?.gsi1sk ?? null) : null };
};

/** The invitation of the contact of a firm that became an employer, until somebody accepts one; null once somebody acts for it. */
const invitationOf = async ({ db, clock }: Pick<Deps, "db" | "clock">, employerId: EmployerId | null): Promise<Lead["invitation"]> => {
  if (!employerId) return null;
  const [employer, members, invitations] = await Promise.all([
    findEmployer(db, employerId),
    listMembers(db, employerId),
    listInvitations(db, employerId),
  ]);
  if (!employer || members.length > 0 || employer.state === "refused") return null;
  const [last] = invitations.toSorted((a, b) => b.sentAt.localeCompare(a.sentAt));
  return {
    ...{ mail: employer.profile.contact.mail, sentAt: last?.sentAt ?? null },
    usableUntil: last && isUsable(last, clock.now()) ? last.usableUntil : null,
  };
};

/** All that is known of a firm. */
export const showLead = async (deps: Pick<Deps, "db" | "clock">, leadId: LeadId): Promise<Outcome<Lead>> => {
  const { db } = deps;
  const [item, contacts, postings, talks] = await Promise.all([
    findLead(db, leadId),
    listLeadContacts(db, leadId),
    listLeadPostings(db, leadId),
    listLeadTalks(db, leadId),
  ]);
  if (!item) return refuse("not-found");
  const { stage, draft, ownerId, foundOn, changedAt, next = null, closed = null, employerId = null, version } = item;
  const names = await findStaffNames(db, [...new Set([ownerId, ...contacts.flatMap(({ byId, team }) => [byId, ...team])])]);
  const [invitation, visits] = await Promise.all([
    invitationOf(deps, employerId),
    findVisits(db, [...new Set(talks.map(({ visitId }) => visitId))]),
  ]);
  const nameOf = (id: AccountId): string | null => names.get(id) ?? null;
  return done({
    ...{ leadId, stage, draft, ownerId, ownerName: nameOf(ownerId), foundOn, changedAt, next, closed, employerId, version, invitation },
    talks: talks.map(({ talkId, visitId }) => ({ talkId, visitOn: visits.get(visitId)?.visit.date ?? null })),
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
