import type { VisitId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { noteForgotten } from "../ledger/forgotten-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { listVisitKeys, newestKey, noteKid } from "./ticket-reads.ts";
import { wantKey } from "./ticket-writes.ts";

/** What asks the signer for the visit's next key: the API itself may not make one. */
export type KeyRotation = { visitId: VisitId; kid: number };

/** Asks for a new key for tickets, where the one of now may be known to others. Asking again before it is made changes nothing. */
export const askForRotation = async (
  { db, ledger, clock }: Pick<LedgerDeps, "db" | "ledger" | "clock">,
  visitId: VisitId,
): Promise<Outcome<{ kid: number }>> => {
  if (!(await findVisit(db, visitId))) return refuse("not-found");
  const newest = newestKey(await listVisitKeys(db, visitId));
  if (!newest?.wrappedPrivateKey) return refuse("visit-over");
  const kid = newest.kid + 1;
  // A ticket names its key in one byte.
  if (kid >= noteKid) return refuse("too-many-requests");
  await transact(db, {
    rotation: wantKey(visitId, kid),
    forgotten: noteForgotten(ledger, { what: "visit-key", visitId, kid: newest.kid, at: clock.now() }),
  });
  return done({ kid });
};
