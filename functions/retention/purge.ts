import type { VisitId } from "../../shared/domain/ids.ts";
import { dueUntil, type RetentionCategory } from "../../shared/domain/retention.ts";
import { addDays, type Instant, type LocalDate, minutesBetween, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { isMailTime } from "../../shared/domain/visit.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { firstDay } from "../registrations/registration-reads.ts";
import { listVisitsBetween } from "../visits/visit-reads.ts";
import type { Erase, Run } from "./destroy-items.ts";
import { endSight } from "./end-sight.ts";
import { purgeAccounts } from "./purge-accounts.ts";
import { purgeActs } from "./purge-acts.ts";
import { purgeCheckIns } from "./purge-check-ins.ts";
import { purgeInquiries } from "./purge-inquiries.ts";
import { purgeLeads } from "./purge-leads.ts";
import { purgeLockedForms } from "./purge-locked-forms.ts";
import { purgePeople } from "./purge-people.ts";
import { purgeTalks } from "./purge-talks.ts";
import { findPurgeCursor, movePurgeCursor } from "./retention-writes.ts";

type VisitPurge = (run: Run, visitId: VisitId, visitOn: LocalDate) => Promise<number>;
type Walk = {
  category: RetentionCategory;
  /** Looked at from the day on which its limit is over, if not from the category's own. */
  from?: RetentionCategory;
  /** Tells people by mail: not at night. */
  byDay?: true;
  purge: VisitPurge;
};

/** What is found by visit. Check-ins go before people: their tickets lead to them. */
const walks: readonly Walk[] = [
  // Whoever was decided on goes before the rest of their visit is due.
  { category: "employer-sight-open", from: "employer-sight-decided", purge: endSight },
  { category: "check-in", purge: purgeCheckIns },
  { category: "seeker-record", byDay: true, purge: purgePeople },
  { category: "acts", purge: purgeActs },
];

/** A phone may hand something in late: visits are looked at again for so many days after they were purged. */
const againDays = 35;
/** The function that runs it has a minute; what is left the next run takes up. */
const budgetMinutes = 0.6;

const isSpent = ({ clock }: LedgerDeps, startedAt: Instant): boolean => minutesBetween(startedAt, clock.now()) > budgetMinutes;

const walk = async (run: Run, { category, from, byDay, purge }: Walk, startedAt: Instant): Promise<number> => {
  const { db, clock } = run;
  if (byDay && !isMailTime(clock.now())) return 0;
  const today = seoulDateOf(clock.now());
  const doneUntil = await findPurgeCursor(db, category);
  const [lastWhole, last] = [dueUntil(category, today), dueUntil(from ?? category, today)];
  const first = doneUntil ? addDays(doneUntil, -againDays) : firstDay;
  if (first > last) return 0;
  let purged = 0;
  for (const { visit } of await listVisitsBetween(db, first, last)) {
    if (isSpent(run, startedAt)) return purged;
    purged += await purge(run, visit.visitId, visit.date);
    if (visit.date < lastWhole) await transact(db, { cursor: movePurgeCursor(category, visit.date) });
  }
  await transact(db, { cursor: movePurgeCursor(category, lastWhole) });
  return purged;
};

/**
 * Destroys what is kept no longer (`retention.ts`), category by category and visit by visit, by date; each page of it is logged before it goes. Runs every
 * hour; a repeated run finds nothing, and one that is broken off is gone on with.
 */
export const purge = async (deps: LedgerDeps, erase: Erase): Promise<Record<string, number>> => {
  const run: Run = { ...deps, run: deps.ids.mint("run"), erase };
  const startedAt = deps.clock.now();
  const purged: Record<string, number> = {};
  const failures: unknown[] = [];
  const steps: [name: string, step: () => Promise<number>][] = [
    ...walks.map((one): [string, () => Promise<number>] => [one.category, () => walk(run, one, startedAt)]),
    ["unused-account", () => purgeAccounts(run)],
    ["lead", () => purgeLeads(run)],
    ["talk", () => purgeTalks(run)],
    ["inquiry", () => purgeInquiries(run)],
    ["locked-form", () => purgeLockedForms(run)],
  ];
  for (const [name, step] of steps) {
    try {
      purged[name] = await step();
    } catch (error) {
      // One that fails keeps no other waiting.
      failures.push(error);
    }
  }
  deps.log.info("data.purged", { run: run.run, ...purged, failed: failures.length });
  if (failures.length > 0) throw new AggregateError(failures, "Some data could not be purged; the next run takes them up.");
  return purged;
};
