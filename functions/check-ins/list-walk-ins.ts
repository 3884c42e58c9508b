import type { WalkIn } from "../../shared/contract/check-in.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { listWalkIns } from "./walk-in-writes.ts";

/** Names and numbers of walk-ins. */
export const showWalkIns = async ({ db }: Pick<Deps, "db">, visitId: VisitId): Promise<Outcome<{ walkIns: WalkIn[] }>> => {
  if (!(await findVisit(db, visitId))) return refuse("not-found");
  const walkIns = await listWalkIns(db, visitId);
  return done({ walkIns: walkIns.map(({ walkInId, note }) => ({ walkInId, note: note ?? null })) });
};
