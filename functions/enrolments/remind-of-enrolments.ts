import { remindedLastDays } from "../../shared/domain/enrolment.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { isOfficeTime } from "../../shared/domain/visit.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { listEnrolmentsEnding } from "./enrolment-reads.ts";
import { putEnrolment } from "./enrolment-writes.ts";

/**
 * Notes on each enrolment that ends within two weeks that its person is to be reminded, once for each last day, in hours in which the centre can be asked about
 * it. The mail follows from the table's stream.
 */
export const remindOfEnrolments = async ({ db, clock, log }: Deps): Promise<number> => {
  const now = clock.now();
  if (!isOfficeTime(now)) return 0;
  const { from, to } = remindedLastDays(seoulDateOf(now));
  let reminded = 0;
  const failures: unknown[] = [];
  for (const enrolment of await listEnrolmentsEnding(db, from, to)) {
    const { personId, validUntil, remindedOf } = enrolment;
    if (remindedOf === validUntil) continue;
    try {
      const { ok } = await transact(db, { reminded: putEnrolment(personId, enrolment, { remindedOf: validUntil }) });
      if (ok) reminded += 1;
    } catch (error) {
      // One that fails keeps no other from being reminded.
      failures.push(error);
    }
  }
  log.info("enrolments.reminded", { reminded, failed: failures.length });
  if (failures.length > 0) throw new AggregateError(failures, "Some people could not be reminded.");
  return reminded;
};
