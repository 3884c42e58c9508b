import { endingPostings } from "../../shared/domain/posting-days.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { isOfficeTime } from "../../shared/domain/visit.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { listPostingsEnding } from "./posting-reads.ts";
import { remindOfEnd } from "./posting-writes.ts";

/**
 * Notes on each posting that ends within a week that its employer is to be reminded, once for each last day, in hours in which the centre can be asked about it.
 * The mail follows from the table's stream.
 */
export const remindOfPostings = async ({ db, clock, log }: Deps): Promise<number> => {
  const now = clock.now();
  if (!isOfficeTime(now)) return 0;
  const { from, to } = endingPostings(seoulDateOf(now));
  let reminded = 0;
  const failures: unknown[] = [];
  for (const { posting, remindedOf } of await listPostingsEnding(db, from, to)) {
    const { employerId, postingId, draft } = posting;
    if (!draft.validUntil || remindedOf === draft.validUntil) continue;
    try {
      const { ok } = await transact(db, { reminded: remindOfEnd(employerId, postingId, draft.validUntil) });
      if (ok) reminded += 1;
    } catch (error) {
      // One that fails keeps no other from being reminded.
      failures.push(error);
    }
  }
  log.info("postings.reminded", { reminded, failed: failures.length });
  if (failures.length > 0) throw new AggregateError(failures, "Some employers could not be reminded.");
  return reminded;
};
