import type { PersonId } from "../../shared/domain/ids.ts";
import { phoneLikeness } from "../../shared/domain/same-person.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { type Doer, entryInLedger } from "../ledger/ledger-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { ContentionError, transact } from "../platform/transact.ts";
import { endReferral } from "../referrals/referral-ends-writes.ts";
import { listReferralsOf } from "../referrals/referral-reads.ts";
import { isDifference, mergeInto, separateFrom } from "../registrations/merge-writes.ts";
import { findPerson, likenessOf, oneOf, type PersonItem } from "../registrations/person-reads.ts";
import { attempts, type Found, findTwo, type Two } from "./find-two.ts";

/** Which is merged into which: whoever has others with them stays the one that the others lead to. Undefined where both have. */
const orderOf = ({ one, other }: Found): { into: PersonId; same: PersonId } | undefined => {
  const leads = (person: PersonItem): boolean => person.mergedInto !== undefined || (person.also?.size ?? 0) > 0;
  if (leads(one) && leads(other)) return undefined;
  return leads(other) ? { into: oneOf(other), same: one.personId } : { into: oneOf(one), same: other.personId };
};

/** Says that two records are of one person. The log entry stands in the transaction that makes it so: neither is there without the other. */
export const mergePeople = async (deps: LedgerDeps, two: Two, by: Doer): Promise<Outcome<undefined>> => {
  const { db, ledger, clock, ids } = deps;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const found = await findTwo(deps, two);
    if (!found) return refuse("not-found");
    if (oneOf(found.one) === oneOf(found.other)) return done(undefined);
    if (!phoneLikeness(likenessOf(found.one), likenessOf(found.other))) return refuse("people-differ");
    const order = orderOf(found);
    if (!order) return refuse("already-merged");
    const into = await findPerson(db, order.into);
    if (!into) continue;
    const entry = { at: clock.now(), kind: "people-merged", ...by, ...found.told, reason: two.reason } as const;
    const result = await transact<string>(db, {
      ...mergeInto(into, order.same),
      entry: entryInLedger(ledger, entry, ids.mint("log")),
    });
    if (result.ok) return done(undefined);
    if (result.refused.some(isDifference)) return refuse("said-different");
  }
  throw new ContentionError("Two people kept changing.");
};

/** What employers see under one record of what stands under the other, which will be somebody else's: taken back, as if they had. */
const hideMixedReferrals = async (deps: LedgerDeps, apart: PersonId): Promise<void> => {
  const isApart = (personId: PersonId): boolean => personId === apart;
  for (const item of await listReferralsOf(deps.db, apart)) {
    const { personId, enrolledAs = personId } = item;
    if (item.state !== "sent" || isApart(personId) === isApart(enrolledAs)) continue;
    const step = { at: deps.clock.now(), words: { kind: "records-separated" } } as const;
    const hidden = await transact<string>(deps.db, await endReferral(deps, item, step));
    if (!hidden.ok) throw new ContentionError("A referral kept changing.");
  }
};

/** Takes it back. Records that are apart already stay so. */
export const separatePeople = async (deps: LedgerDeps, two: Two, by: Doer): Promise<Outcome<undefined>> => {
  const { db, ledger, clock, ids } = deps;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const found = await findTwo(deps, two);
    if (!found) return refuse("not-found");
    if (oneOf(found.one) !== oneOf(found.other)) return done(undefined);
    // Of two that lead to a third the second goes.
    const [same, into] = found.other.mergedInto ? [found.other, found.other.mergedInto] : [found.one, found.other.personId];
    await hideMixedReferrals(deps, same.personId);
    const entry = { at: clock.now(), kind: "people-separated", ...by, ...found.told, reason: two.reason } as const;
    const result = await transact<string>(db, {
      ...separateFrom(into, same.personId),
      entry: entryInLedger(ledger, entry, ids.mint("log")),
    });
    if (result.ok) return done(undefined);
  }
  throw new ContentionError("Two people kept changing.");
};
