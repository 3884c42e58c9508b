import { isDeepStrictEqual } from "node:util";
import { dueProblem } from "../../shared/domain/follow-up.ts";
import type { AccountId, LeadContactId, LeadId } from "../../shared/domain/ids.ts";
import type { LeadContactDraft } from "../../shared/domain/lead.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import type { LeadStage } from "../../shared/domain/states.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findStaffNames } from "../accounts/account-reads.ts";
import type { Deps } from "../platform/deps.ts";
import { ContentionError, transact } from "../platform/transact.ts";
import { findLead, findLeadContact, type LeadContactItem, type LeadItem, type StoredLead } from "./lead-reads.ts";
import { addLeadContact, changeLead } from "./lead-writes.ts";

type Which = { leadId: LeadId; contactId: LeadContactId; byId: AccountId };

const isSame = ({ kind, heldOn, outcome, note, team, next, byId }: LeadContactItem, draft: LeadContactDraft, by: AccountId): boolean =>
  byId === by && isDeepStrictEqual({ kind, heldOn, outcome, note, team, next }, draft);

const stageAfter = ({ stage, visitedOn }: LeadItem, isVisit: boolean): LeadStage =>
  stage === "agreed" ? "agreed" : isVisit || visitedOn ? "visited" : "contacted";

/** The lead after a contact; one that was closed is open again. */
const afterContact = (known: LeadItem, { kind, heldOn, next }: LeadContactDraft, changedAt: StoredLead["changedAt"]): StoredLead => {
  const { next: _, closed: __, ...rest } = known;
  const isVisit = kind === "visit";
  return {
    ...{ ...rest, changedAt, stage: stageAfter(known, isVisit), contactedOn: known.contactedOn ?? heldOn },
    ...(isVisit && { visitedOn: known.visitedOn ?? heldOn }),
    ...(next && { next }),
  };
};

/** How often a note is tried while others write on the same lead: it only adds to it. */
const tries = 5;

/** Notes a call, a visit or a message, and what is to be done next: both or neither. Sent again it is the same note. */
export const noteLeadContact = async (
  deps: Deps,
  { leadId, contactId, byId }: Which,
  draft: LeadContactDraft,
): Promise<Outcome<{ isNew: boolean }>> => {
  const { db, clock } = deps;
  const now = clock.now();
  const today = seoulDateOf(now);
  if (draft.heldOn > today) return refuse("in-future");
  const names = await findStaffNames(db, draft.team);
  const stranger = draft.team.findIndex((id) => !names.has(id));
  if (stranger >= 0) return refuse("invalid-fields", { fields: [{ pointer: `/team/${stranger}`, code: "not-a-choice" }] });
  for (let n = 0; n < tries; n += 1) {
    const [known, noted] = await Promise.all([findLead(db, leadId), findLeadContact(db, leadId, contactId)]);
    if (!known) return refuse("not-found");
    if (noted) return isSame(noted, draft, byId) ? done({ isNew: false }) : refuse("id-taken");
    const bad = draft.next && dueProblem(draft.next.dueOn, today);
    if (bad) return refuse("invalid-fields", { fields: [{ pointer: "/next/dueOn", code: bad }] });
    const written = await transact<string>(db, {
      contact: addLeadContact({ ...draft, leadId, contactId, byId, writtenAt: now }),
      ...changeLead(known, afterContact(known, draft, now)),
    });
    if (written.ok) return done({ isNew: true });
  }
  throw new ContentionError("Others write on the lead all the time.");
};
