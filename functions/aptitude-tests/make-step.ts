import { type AptitudeStep, stateAfter, takenOnProblem } from "../../shared/domain/aptitude-test.ts";
import type { AccountId, AptitudeTestId, PersonId } from "../../shared/domain/ids.ts";
import { type Instant, type LocalDate, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findFollowUp } from "../follow-ups/follow-up-reads.ts";
import { closeFollowUp } from "../follow-ups/follow-up-writes.ts";
import type { Deps } from "../platform/deps.ts";
import { transact, type Write } from "../platform/transact.ts";
import { whileKnown } from "../registrations/registration-writes.ts";
import { countAct } from "../reports/counted-act-writes.ts";
import { type AptitudeTestItem, findAptitudeTest, requestedAt } from "./aptitude-test-reads.ts";
import { addStep } from "./aptitude-test-writes.ts";

type Made = { personId: PersonId; testId: AptitudeTestId; byId: AccountId; step: AptitudeStep; seen: number };

/** With what its task leaves its owner's list, once nothing more comes. */
const endings = {
  explained: { how: "done", words: { kind: "test-explained" } },
  not_needed: { how: "done", words: { kind: "test-not-needed" } },
  withdrawn: { how: "given-up", words: { kind: "test-not-wanted" } },
} as const;

const taskClosed = async (
  { db }: Deps,
  { personId, followUpId }: AptitudeTestItem,
  ending: (typeof endings)[keyof typeof endings] | undefined,
  by: { at: Instant; byId: AccountId },
): Promise<Record<string, Write>> => {
  if (!ending) return {};
  const task = await findFollowUp(db, personId, followUpId);
  return task?.state === "open" ? { task: closeFollowUp(task, ending.how, { ...by, did: ending.how, words: ending.words }) } : {};
};

const isSameStep = ({ steps, kind, why }: AptitudeTestItem, step: AptitudeStep): boolean => {
  if (step.did === "found_needed") return step.kind === kind;
  if (step.did === "took") return step.on === undefined || step.on === steps.at(-1)?.on;
  return step.did !== "found_not_needed" || step.why === why;
};

/** The same step, sent again. */
const isMade = (item: AptitudeTestItem, { step, seen, byId }: Made): boolean => {
  const { version, steps, undoneBy } = item;
  const last = steps.at(-1);
  const isSame = undoneBy === undefined && isSameStep(item, step);
  return version === seen + 1 && last?.did === step.did && last.byId === byId && isSame;
};

/** Writes down the next step of a test; the one that ends it takes its task off the list, and that it was taken is counted: all or nothing. */
export const makeStep = async (deps: Deps, made: Made): Promise<Outcome<undefined>> => {
  const { db, clock } = deps;
  const { personId, testId, byId, step, seen } = made;
  const item = await findAptitudeTest(db, personId, testId);
  if (!item) return refuse("not-found");
  if (isMade(item, made)) return done(undefined);
  const state = stateAfter(item.state, step.did);
  if (item.version !== seen || !state) return refuse("aptitude-test-changed");
  const by = { at: clock.now(), byId };
  const today = seoulDateOf(by.at);
  const on: LocalDate | undefined = step.did === "took" ? (step.on ?? today) : undefined;
  const bad = on && takenOnProblem(on, { requestedOn: seoulDateOf(requestedAt(item)), today });
  if (bad) return refuse("invalid-fields", { fields: [{ pointer: "/step/on", code: bad }] });
  const ending = state in endings ? endings[state as keyof typeof endings] : undefined;
  const result = await transact<string>(db, {
    test: addStep(item, step, state, { ...by, ...(on && { on }) }),
    person: whileKnown(item.personId),
    ...(step.did === "took" && { counted: countAct(item.visitId, "tested", testId, item.registrationId, by.at) }),
    ...(await taskClosed(deps, item, ending, by)),
  });
  if (result.ok) return done(undefined);
  if (result.refused.includes("person")) return refuse("not-found");
  const now = await findAptitudeTest(db, personId, testId);
  return now && isMade(now, made) ? done(undefined) : refuse("aptitude-test-changed");
};
