import type { EmployerId, VisitId } from "../../shared/domain/ids.ts";
import { addMinutes } from "../../shared/domain/seoul-time.ts";
import { endOfVisit, isMailTime, isOfficeTime, type Visit } from "../../shared/domain/visit.ts";
import { remindOfApplications } from "../employers/employer-news-writes.ts";
import type { Db } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { transact, type Write } from "../platform/transact.ts";
import { findVisits, type PlannedVisit } from "../visits/visit-reads.ts";
import { type ApplicationItem, listWaitingApplications } from "./application-reads.ts";
import { endApplication, leaveUndecided, noteTold } from "./application-writes.ts";

/** Employers are reminded so long before the deadline. */
const remindMinutesBefore = 24 * 60;
/** Most visits that one batch reads. */
const batchSize = 100;

const findAllVisits = async (db: Db, ids: readonly VisitId[]): Promise<Map<VisitId, PlannedVisit>> => {
  const batches = Array.from({ length: Math.ceil(ids.length / batchSize) }, (_, i) => ids.slice(i * batchSize, (i + 1) * batchSize));
  const found = await Promise.all(batches.map((batch) => findVisits(db, batch)));
  return new Map(found.flatMap((visits) => [...visits]));
};

/** What is due for an application that waits; undefined when nothing is. */
const settlingOf = (
  { visitId, registrationId, application }: ApplicationItem,
  visit: Visit,
  now: Parameters<typeof isMailTime>[0],
): Record<string, Write> | undefined => {
  const { employerId, applicationId, state } = application;
  const place = { visitId, employerId, registrationId, applicationId };
  if (state === "declined") return isOfficeTime(now) ? { told: noteTold(place, state, now) } : undefined;
  // A plan ends what it finds. What was sent in that very moment ends here, once the plan has surely told everybody.
  if (visit.state === "cancelled") return endOfVisit(visit) <= now ? endApplication(place) : undefined;
  if (state === "applied" && visit.deadlines.listAt <= now) return leaveUndecided(place, isMailTime(now) ? now : undefined);
  return state === "undecided" && isMailTime(now) ? { told: noteTold(place, state, now) } : undefined;
};

/**
 * Keeps applications from waiting in silence: reminds employers once before the deadline, shows what they left open as undecided, and tells people at
 * decent hours. Every write says what it believed, so that a repeated or a broken-off run is harmless.
 */
export const settleApplications = async ({ db, clock, log }: Deps): Promise<void> => {
  const now = clock.now();
  const items = await listWaitingApplications(db);
  const visits = await findAllVisits(db, [...new Set(items.map(({ visitId }) => visitId))]);
  const reminders = new Map<string, { visitId: VisitId; employerId: EmployerId }>();
  let settled = 0;
  for (const item of items) {
    const visit = visits.get(item.visitId)?.visit;
    if (!visit) continue;
    const { visitId } = item;
    const { employerId, state } = item.application;
    const writes = settlingOf(item, visit, now);
    if (writes) {
      const result = await transact(db, writes);
      if (result.ok) settled += 1;
    } else if (state === "applied" && visit.state === "open" && addMinutes(visit.deadlines.listAt, -remindMinutesBefore) <= now) {
      reminders.set(`${visitId} ${employerId}`, { visitId, employerId });
    }
  }
  if (isMailTime(now)) for (const whom of reminders.values()) await transact(db, { reminder: remindOfApplications(whom, now) });
  log.info("applications.settled", { waiting: items.length, settled, reminders: reminders.size });
};
