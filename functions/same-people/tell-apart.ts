import type { AccountId } from "../../shared/domain/ids.ts";
import { phoneLikeness } from "../../shared/domain/same-person.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { type Doer, entryInLedger } from "../ledger/ledger-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { ContentionError, transact } from "../platform/transact.ts";
import { findDifferent } from "../registrations/different-reads.ts";
import { dropDifferent, sayDifferent } from "../registrations/different-writes.ts";
import { idsOfSame, likenessOf, oneOf } from "../registrations/person-reads.ts";
import { attempts, findTwo, type Two } from "./find-two.ts";

/**
 * Says that two who are called the same are two people: they are not proposed again. Whoever is one already is taken apart first. Of this and a merge in the same
 * moment one holds, and the other is refused.
 */
export const tellApart = async (deps: LedgerDeps, two: Two, by: Doer, staffId: AccountId): Promise<Outcome<undefined>> => {
  const { db, ledger, clock, ids } = deps;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const found = await findTwo(deps, two);
    if (!found || !phoneLikeness(likenessOf(found.one), likenessOf(found.other))) return refuse("not-found");
    if (oneOf(found.one) === oneOf(found.other)) return refuse("already-merged");
    const { one, other, reason } = two;
    if ((await findDifferent(db, [one], [other])).length > 0) return done(undefined);
    const at = clock.now();
    const entry = { at, kind: "people-told-apart", ...by, ...found.told, reason } as const;
    const result = await transact<string>(db, {
      ...sayDifferent(found.one, found.other, { at, staffId, reason }),
      entry: entryInLedger(ledger, entry, ids.mint("log")),
    });
    if (result.ok) return done(undefined);
  }
  throw new ContentionError("Two people kept changing.");
};

/** Takes it back, under whichever of their ids it was said: they are proposed again. Of whom nothing was said stay so. */
export const proposeAgain = async (deps: LedgerDeps, two: Two, by: Doer): Promise<Outcome<undefined>> => {
  const { db, ledger, clock, ids } = deps;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const found = await findTwo(deps, two);
    if (!found) return refuse("not-found");
    const [own, others] = await Promise.all([two.one, two.other].map((personId) => idsOfSame(db, personId)));
    const said = await findDifferent(db, own ?? [], others ?? []);
    if (said.length === 0) return done(undefined);
    const entry = { at: clock.now(), kind: "people-proposed-again", ...by, ...found.told, reason: two.reason } as const;
    const result = await transact<string>(db, {
      ...Object.assign({}, ...said.map(({ personId, otherId }) => dropDifferent(personId, otherId))),
      entry: entryInLedger(ledger, entry, ids.mint("log")),
    });
    if (result.ok) return done(undefined);
  }
  throw new ContentionError("Two people kept changing.");
};
