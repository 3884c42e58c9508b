import type { LeadId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { destroyedIdOf, destroyedInLedger } from "../ledger/destroyed-writes.ts";
import { noteForgotten } from "../ledger/forgotten-writes.ts";
import { type Doer, entryInLedger } from "../ledger/ledger-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { ContentionError, transact, type Write } from "../platform/transact.ts";
import { findLead, listLeadItems } from "./lead-reads.ts";
import { dropLead, dropLeadItem, dropLeadNumber } from "./lead-writes.ts";

/** As many as one transaction deletes with room to spare. */
const pageLength = 50;

const attempts = 3;

/**
 * Deletes a firm that was found: its contacts first, so that a run that breaks off can be done again; how far it came stays as a count. Undefined when there is
 * no such firm.
 */
export const forgetLead = async (
  { db }: Pick<LedgerDeps, "db">,
  leadId: LeadId,
  more: Record<string, Write> = {},
): Promise<"gone" | undefined> => {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const lead = await findLead(db, leadId);
    if (!lead) return attempt === 1 ? undefined : "gone";
    const others = (await listLeadItems(db, leadId)).filter(({ type }) => type !== "lead");
    for (let i = 0; i < others.length; i += pageLength)
      await transact<string>(db, Object.fromEntries(others.slice(i, i + pageLength).map((item, n) => [`${n}`, dropLeadItem(item)])));
    const { businessNumber } = lead.draft;
    const dropped = await transact<string>(db, {
      lead: dropLead(lead),
      ...(businessNumber && { number: dropLeadNumber(businessNumber) }),
      ...more,
    });
    if (dropped.ok) return "gone";
  }
  throw new ContentionError("The lead kept changing.");
};

/** The same on the firm's wish: who did it, and why, stays in the ledger. */
export const eraseLead = async (
  deps: LedgerDeps,
  { leadId, reason, by }: { leadId: LeadId; reason: string; by: Doer },
): Promise<Outcome<undefined>> => {
  const { ledger, clock, ids } = deps;
  const at = clock.now();
  const gone = await forgetLead(deps, leadId, {
    forgotten: noteForgotten(ledger, { what: "lead", leadId, at }),
    destroyed: destroyedInLedger(ledger, { at, category: "lead", what: "lead", count: 1 }, destroyedIdOf(["lead", leadId])),
    log: entryInLedger(ledger, { at, kind: "lead-erased", ...by, people: 1, reason }, ids.mint("log")),
  });
  return gone ? done(undefined) : refuse("not-found");
};
