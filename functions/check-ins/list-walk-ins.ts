import type { WalkIn } from "../../shared/contract/check-in.ts";
import type { AccountId, VisitId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { noteLook } from "../visits/visit-log-writes.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { listWalkIns } from "./walk-in-writes.ts";

/** Names and numbers of walk-ins: each look is logged, once a minute and person who looks (promise 9). */
export const showWalkIns = async (
  { db, clock }: Deps,
  { visitId, staffId }: { visitId: VisitId; staffId: AccountId },
): Promise<Outcome<{ walkIns: WalkIn[] }>> => {
  if (!(await findVisit(db, visitId))) return refuse("not-found");
  const walkIns = await listWalkIns(db, visitId);
  if (walkIns.length > 0) await noteLook(db, { visitId, staffId, did: "looked-at-walk-ins" }, clock.now());
  return done({ walkIns: walkIns.map(({ walkInId, note }) => ({ walkInId, note: note ?? null })) });
};
