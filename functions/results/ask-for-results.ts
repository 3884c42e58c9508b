import { askedVisitDays } from "../../shared/domain/result-request.ts";
import { isMailTime } from "../../shared/domain/visit.ts";
import { askForResultsOf } from "../employers/employer-news-writes.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { listVisitsBetween } from "../visits/visit-reads.ts";
import { countUnanswered } from "./unanswered-reads.ts";

/**
 * Asks employers for the results that they owe, one, seven and twelve days after a visit: each of them once a day of asking, whoever runs this and however often.
 * The mail follows from the table's stream.
 */
export const askForResults = async ({ db, clock, log }: Deps): Promise<number> => {
  const now = clock.now();
  if (!isMailTime(now)) return 0;
  let asked = 0;
  const failures: unknown[] = [];
  for (const { day, visitOn } of askedVisitDays(now)) {
    for (const { visit } of await listVisitsBetween(db, visitOn, visitOn)) {
      if (visit.state !== "open") continue;
      const { visitId } = visit;
      for (const employerId of (await countUnanswered(db, visitId)).keys()) {
        try {
          const result = await transact(db, { asked: askForResultsOf({ visitId, employerId }, day) });
          if (result.ok) asked += 1;
        } catch (error) {
          // One that fails keeps no other from being asked.
          failures.push(error);
        }
      }
    }
  }
  log.info("results.asked", { asked, failed: failures.length });
  if (failures.length > 0) throw new AggregateError(failures, "Some employers could not be asked.");
  return asked;
};
