import type { EmployerTime } from "../../shared/contract/table.ts";
import type { EmployerId, VisitId } from "../../shared/domain/ids.ts";
import { done, type Outcome } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { findSharedNeeds } from "../support/shared-needs-reads.ts";
import type { SupportKeys } from "../support/support-reads.ts";
import { listTableTimes } from "./table-times.ts";

/** An employer's times in its console: of those that are not over, also whether their person let it know of anything they need. What that is takes a look of its own. */
export const listInterviews = async (
  deps: Pick<Deps, "db" | "clock"> & { keys: SupportKeys },
  whose: { visitId: VisitId; employerId: EmployerId },
): Promise<Outcome<{ times: EmployerTime[] }>> => {
  const listed = await listTableTimes(deps, whose);
  if (!listed.ok) return listed;
  const now = deps.clock.now();
  const times = listed.value.times.map(async ({ interview, ...time }): Promise<EmployerTime> => {
    if (!interview) return { ...time, interview };
    const shared = time.endsAt > now ? await findSharedNeeds(deps, { ...whose, ...interview }) : undefined;
    return { ...time, interview: { ...interview, sharesNeeds: shared !== undefined } };
  });
  return done({ times: await Promise.all(times) });
};
