import { isDeepStrictEqual } from "node:util";
import type { AccountId, LeadId } from "../../shared/domain/ids.ts";
import type { LeadCloseReason, LeadDraft } from "../../shared/domain/lead.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findsFirms } from "../accounts/account-reads.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { findLead, type LeadItem } from "./lead-reads.ts";
import { addLead, changeLead } from "./lead-writes.ts";
import { findLeadSource } from "./source-reads.ts";

type Wish = { leadId: LeadId; lead: LeadDraft; byId: AccountId; ownerId?: AccountId | undefined; seen?: number | undefined };

const notAChoice = (pointer: string) => refuse("invalid-fields", { fields: [{ pointer, code: "not-a-choice" }] });

/** Writes down a firm that was found, or with `seen` changes what is known of it. Sent again it is the same. */
export const writeLead = async (
  deps: Deps,
  { leadId, lead: draft, byId, ownerId = byId, seen }: Wish,
): Promise<Outcome<{ isNew: boolean }>> => {
  const { db, clock } = deps;
  const [known, source] = await Promise.all([findLead(db, leadId), draft.sourceId && findLeadSource(db, draft.sourceId)]);
  if (draft.sourceId && !source) return notAChoice("/lead/sourceId");
  if (ownerId !== byId && ownerId !== known?.ownerId && !(await findsFirms(db, ownerId))) return notAChoice("/ownerId");
  const now = clock.now();
  const isSame = (item: LeadItem | undefined): boolean => item?.ownerId === ownerId && isDeepStrictEqual(item.draft, draft);

  if (seen === undefined) {
    if (known) return isSame(known) ? done({ isNew: false }) : refuse("id-taken");
    const added = await transact<string>(
      db,
      addLead({ leadId, stage: "found", draft, ownerId, foundOn: seoulDateOf(now), changedAt: now }),
    );
    if (added.ok) return done({ isNew: true });
    if (!added.refused.includes("lead")) return refuse("lead-known");
    return isSame(added.before.lead as LeadItem | undefined) ? done({ isNew: false }) : refuse("id-taken");
  }

  if (!known) return refuse("not-found");
  if (known.version !== seen) return known.version === seen + 1 && isSame(known) ? done({ isNew: false }) : refuse("lead-changed");
  const changed = await transact<string>(db, changeLead(known, { ...known, draft, ownerId, changedAt: now }));
  if (changed.ok) return done({ isNew: false });
  return refuse(changed.refused.includes("lead") ? "lead-changed" : "lead-known");
};

/** Nothing comes of it, and why; the next step leaves its owner's list. Sent again it changes nothing. */
export const closeLead = async (
  { db, clock }: Deps,
  { leadId, reason, words, seen }: { leadId: LeadId; reason: LeadCloseReason; words: string; seen: number },
): Promise<Outcome<undefined>> => {
  const known = await findLead(db, leadId);
  if (!known) return refuse("not-found");
  if (known.stage === "agreed") return refuse("lead-agreed");
  const isClosed = (item: LeadItem | undefined): boolean => item?.closed?.reason === reason && item.closed.words === words;
  if (known.version !== seen) return isClosed(known) ? done(undefined) : refuse("lead-changed");
  const now = clock.now();
  const { next: _, ...rest } = known;
  const after = { ...rest, stage: "closed", changedAt: now, closed: { reason, words, on: seoulDateOf(now) } } as const;
  const closed = await transact<string>(db, changeLead(known, after));
  if (closed.ok) return done(undefined);
  return isClosed(closed.before.lead as LeadItem | undefined) ? done(undefined) : refuse("lead-changed");
};
