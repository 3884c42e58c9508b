import type { Agreement } from "../../shared/contract/leads.ts";
import type { AccountId, LeadId } from "../../shared/domain/ids.ts";
import { isValidOn } from "../../shared/domain/posting-days.ts";
import { writtenPosting } from "../../shared/domain/posting-validity.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { askRefusal } from "../../shared/domain/slot-asking.ts";
import { done, type FieldProblem, type Outcome, type Refusal, refuse } from "../../shared/problem/catalogue.ts";
import { findEmployer } from "../employers/employer-reads.ts";
import { addEmployer, noteEmployerNumber } from "../employers/employer-writes.ts";
import { invitationLimit, inviteByMail } from "../employers/member-writes.ts";
import type { Doer } from "../ledger/ledger-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { secondsLeftOf } from "../platform/limits.ts";
import { transact, type Write } from "../platform/transact.ts";
import { putPosting } from "../postings/posting-writes.ts";
import { putSlotRequest, requestedSlots } from "../slots/slot-writes.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { findLead, type LeadItem, type LeadPosting, listLeadPostings } from "./lead-reads.ts";
import { changeLead, dropLeadPosting } from "./lead-writes.ts";

type By = { leadId: LeadId; byId: AccountId; by: Doer };

const badFields = (fields: FieldProblem[]): Refusal => refuse("invalid-fields", { fields });
const notAChoice = (pointer: string): Refusal => badFields([{ pointer, code: "not-a-choice" }]);

/** The employer: made of the lead, with an invitation of its contact, or one that has the lead's business number already. */
const employerWrites = async (
  { db, clock, ledger, ids }: LedgerDeps,
  { draft }: LeadItem,
  { employer }: Agreement,
  { byId, by }: By,
): Promise<Outcome<Record<string, Write>>> => {
  const { employerId } = employer;
  if (employer.how === "new") {
    const { profile, invitationId } = employer;
    const sentAt = clock.now();
    const invitation = { employerId, invitationId, mail: profile.contact.mail, invitedBy: byId, sentAt };
    return done({
      employer: addEmployer(employerId, profile, sentAt),
      employerNumber: noteEmployerNumber(employerId, profile.businessNumber),
      ...inviteByMail({ ledger, ids }, invitation, by),
    });
  }
  const known = await findEmployer(db, employerId);
  if (!known || known.profile.businessNumber !== draft.businessNumber) return notAChoice("/employer/employerId");
  return known.state === "refused" ? refuse("employer-refused") : done({});
};

/** The first posting, judged as if the employer wrote it; one of those that came with a list goes on being valid as it was. */
const postingWrites = (
  { clock }: LedgerDeps,
  { employer: { employerId }, posting }: Agreement,
  listed: readonly LeadPosting[],
): Outcome<Record<string, Write>> => {
  if (!posting) return done({});
  const { postingId, draft } = posting;
  const known = listed.find((one) => one.postingId === postingId);
  const { written, faults } = writtenPosting(draft, known, seoulDateOf(clock.now()));
  if (faults.length > 0) return badFields(faults.map((fault) => ({ ...fault, pointer: `/posting/draft${fault.pointer}` })));
  return done({ posting: putPosting({ postingId, employerId, state: "submitted", ...written, source: known?.source }, 0) });
};

/** What came with lists goes with the firm while it is valid; the one that is the first posting is written as that. */
const listedWrites = (
  { clock }: LedgerDeps,
  { employer: { employerId }, posting }: Agreement,
  listed: readonly LeadPosting[],
): Record<string, Write> => {
  const today = seoulDateOf(clock.now());
  return Object.fromEntries(
    listed.flatMap(({ leadId, postingId, draft, validFrom, source }, i): [string, Write][] => {
      const isKept = isValidOn(draft, today) && postingId !== posting?.postingId;
      const kept = { postingId, employerId, state: "submitted", draft, validFrom, source } as const;
      return [
        [`listed ${i}`, dropLeadPosting(leadId, postingId)],
        ...(isKept ? ([[`kept ${i}`, putPosting(kept, 0)]] as [string, Write][]) : []),
      ];
    }),
  );
};

/** Interview times for it, asked for by the rule by which employers ask; that the employer is verified is asked when they are approved. */
const timesWrites = async (
  { db, clock }: LedgerDeps,
  { employer: { employerId }, posting, times }: Agreement,
): Promise<Outcome<Record<string, Write>>> => {
  if (!times) return done({});
  const { slotRequestId, draft } = times;
  if (!posting || draft.postingId !== posting.postingId) return notAChoice("/times/draft/postingId");
  const planned = await findVisit(db, draft.visitId);
  if (!planned) return notAChoice("/times/draft/visitId");
  const refusal = askRefusal(planned.visit, posting.draft, draft, clock.now());
  if (refusal) return refuse(refusal);
  const request = requestedSlots({ employerId, slotRequestId, draft, requestedAt: clock.now() });
  return done({ request: putSlotRequest(request, 0) });
};

/**
 * The firm becomes an employer, in one transaction with its posting and the times asked for: all of it or nothing. Sent again it answers the same.
 */
export const agreeWithFirm = async (deps: LedgerDeps, who: By, agreement: Agreement): Promise<Outcome<undefined>> => {
  const { db, clock } = deps;
  const { employerId } = agreement.employer;
  const lead = await findLead(db, who.leadId);
  if (!lead) return refuse("not-found");
  const isMade = (item: LeadItem | undefined): boolean => item?.stage === "agreed" && item.employerId === employerId;
  if (lead.stage === "agreed") return isMade(lead) ? done(undefined) : refuse("lead-agreed");
  if (lead.version !== agreement.seen) return refuse("lead-changed");
  const listed = await listLeadPostings(db, who.leadId);
  const parts = [
    await employerWrites(deps, lead, agreement, who),
    postingWrites(deps, agreement, listed),
    await timesWrites(deps, agreement),
    done(listedWrites(deps, agreement, listed)),
  ];
  const writes: Record<string, Write> = {};
  for (const part of parts) {
    if (!part.ok) return part;
    Object.assign(writes, part.value);
  }
  const now = clock.now();
  const today = seoulDateOf(now);
  const { next: _, closed: __, ...rest } = lead;
  const contactedOn = lead.contactedOn ?? today;
  const after = { ...rest, stage: "agreed", changedAt: now, employerId, contactedOn, agreedOn: today } as const;
  const made = await transact<string>(db, { ...changeLead(lead, after), ...writes });
  if (made.ok) return done(undefined);
  if (made.refused.includes("lead")) return isMade(made.before.lead as LeadItem | undefined) ? done(undefined) : refuse("lead-changed");
  if (made.refused.includes("limit")) return refuse("too-many-requests", { retryAfterSeconds: secondsLeftOf(invitationLimit, now) });
  return refuse("id-taken");
};
