import { dueUntil } from "../../shared/domain/retention.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { hasRights, listNewcomers } from "../accounts/account-reads.ts";
import { noLongerNew } from "../accounts/account-writes.ts";
import { destroyedIdOf, noteDestroyed } from "../ledger/destroyed-writes.ts";
import { writeIfHolds } from "../platform/transact.ts";
import { listPointersOf } from "../registrations/registration-reads.ts";
import type { Run } from "./destroy-items.ts";

/** Addresses of people who signed in once and never registered. Whoever did is kept by their visits; whoever works here, by their work. */
export const purgeAccounts = async (run: Run): Promise<number> => {
  const { db, ledger, clock } = run;
  const now = clock.now();
  let destroyed = 0;
  for (const account of await listNewcomers(db, dueUntil("unused-account", seoulDateOf(now)))) {
    const { accountId, personId, mail } = account;
    if (hasRights(account) || (await listPointersOf(db, personId)).length > 0) {
      await writeIfHolds(db, noLongerNew(accountId));
      continue;
    }
    const entry = { at: now, run: run.run, category: "unused-account", what: "account", count: 1 } as const;
    await noteDestroyed(ledger, entry, destroyedIdOf(["account", accountId]));
    await run.erase(run, { personId, mail, wantedBy: "retention" });
    destroyed += 1;
  }
  return destroyed;
};
