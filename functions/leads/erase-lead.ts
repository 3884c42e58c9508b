import type { LeadId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { type Doer, entryInLedger } from "../ledger/ledger-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { ContentionError, transact } from "../platform/transact.ts";
import { findLead, listLeadItems } from "./lead-reads.ts";
import { dropLead, dropLeadItem, dropLeadNumber } from "./lead-writes.ts";

/** As many as one transaction deletes with room to spare. */
const pageLength = 50;

const attempts = 3;

/** Deletes a firm that was found, on its wish: its contacts first, so that a run that breaks off can be done again; how far it came stays as a count. */
export const eraseLead = async (
  { db, ledger, clock, ids }: LedgerDeps,
  { leadId, reason, by }: { leadId: LeadId; reason: string; by: Doer },
): Promise<Outcome<undefined>> => {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const lead = await findLead(db, leadId);
    if (!lead) return attempt === 1 ? refuse("not-found") : done(undefined);
    const others = (await listLeadItems(db, leadId)).filter(({ type }) => type !== "lead");
    for (let i = 0; i < others.length; i += pageLength)
      await transact<string>(db, Object.fromEntries(others.slice(i, i + pageLength).map((item, n) => [`${n}`, dropLeadItem(item)])));
    const { businessNumber } = lead.draft;
    const dropped = await transact<string>(db, {
      lead: dropLead(lead),
      ...(businessNumber && { number: dropLeadNumber(businessNumber) }),
      log: entryInLedger(ledger, { at: clock.now(), kind: "lead-erased", ...by, people: 1, reason }, ids.mint("log")),
    });
    if (dropped.ok) return done(undefined);
  }
  throw new ContentionError("The lead kept changing.");
};
