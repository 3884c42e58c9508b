import type { VisitId } from "../../shared/domain/ids.ts";
import { queryPartition } from "../platform/db.ts";
import { visitLogPartition, visitLogPrefix } from "../platform/keys.ts";
import { destroyItems, type Run } from "./destroy-items.ts";

/** What staff did for people at a visit, and why. */
export const purgeActs = async (run: Run, visitId: VisitId): Promise<number> =>
  destroyItems(run, await queryPartition(run.db, visitLogPartition(visitId), visitLogPrefix), { category: "acts", visitId });
