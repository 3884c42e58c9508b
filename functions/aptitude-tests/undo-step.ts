import type { AccountId, AptitudeTestId, PersonId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findFollowUp } from "../follow-ups/follow-up-reads.ts";
import { dropFollowUp, reopenFollowUp } from "../follow-ups/follow-up-writes.ts";
import type { Deps } from "../platform/deps.ts";
import { transact, type Write } from "../platform/transact.ts";
import { whileKnown } from "../registrations/registration-writes.ts";
import { uncountAct } from "../reports/counted-act-writes.ts";
import { addToVisitLog } from "../visits/visit-log-writes.ts";
import { type AptitudeTestItem, findAptitudeTest } from "./aptitude-test-reads.ts";
import { dropAptitudeTest, dropStep } from "./aptitude-test-writes.ts";

type Undone = { personId: PersonId; testId: AptitudeTestId; byId: AccountId; seen: number; reason: string };

/** The same, sent again. */
const isUndone = ({ version, undoneBy }: AptitudeTestItem, { seen, byId }: Undone): boolean => version === seen + 1 && undoneBy === byId;

/** Its task is on its owner's list again where this step took it off, and gone with a test that nobody asked for. What somebody settled there stays settled. */
const taskAgain = async (
  { db }: Deps,
  { personId, followUpId, steps }: AptitudeTestItem,
  by: { at: Instant; byId: AccountId },
): Promise<Record<string, Write>> => {
  const task = await findFollowUp(db, personId, followUpId);
  if (!task) return {};
  if (task.state === "open") return steps.length === 1 ? { task: dropFollowUp(task) } : {};
  if (task.steps.at(-1)?.at !== steps.at(-1)?.at) return {};
  return { task: reopenFollowUp(task, { ...by, did: "reopened", words: { kind: "test-step-undone" } }) };
};

/** Takes back the last step that was written down by mistake, with all that followed from it; who and why stands in the log of the visit: all or nothing. */
export const undoStep = async (deps: Deps, undone: Undone): Promise<Outcome<undefined>> => {
  const { db, clock, ids } = deps;
  const { personId, testId, byId, seen, reason } = undone;
  const item = await findAptitudeTest(db, personId, testId);
  if (!item) return refuse("not-found");
  if (isUndone(item, undone)) return done(undefined);
  if (item.version !== seen) return refuse("aptitude-test-changed");
  const { visitId, registrationId, steps } = item;
  const at = clock.now();
  const entry = { visitId, registrationId, at, did: "undid-aptitude-step", staffId: byId, reason } as const;
  const result = await transact<string>(db, {
    test: steps.length === 1 ? dropAptitudeTest(item) : dropStep(item, byId),
    person: whileKnown(item.personId),
    log: addToVisitLog(entry, ids.mint("log")),
    ...(steps.at(-1)?.did === "took" && { counted: uncountAct(visitId, "tested", testId) }),
    ...(await taskAgain(deps, item, { at, byId })),
  });
  if (result.ok) return done(undefined);
  if (result.refused.includes("person")) return refuse("not-found");
  const now = await findAptitudeTest(db, personId, testId);
  return now && isUndone(now, undone) ? done(undefined) : refuse("aptitude-test-changed");
};
