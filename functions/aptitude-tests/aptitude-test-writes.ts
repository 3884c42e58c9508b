import { type AptitudeStep, type AptitudeTestState, stateBy } from "../../shared/domain/aptitude-test.ts";
import type { AccountId } from "../../shared/domain/ids.ts";
import { aptitudeTestKey, aptitudeTestsIndex } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";
import { type AptitudeTestItem, requestedAt, type StoredAptitudeTest } from "./aptitude-test-reads.ts";

/** Somebody asks for a test, once. */
export const addAptitudeTest = (test: StoredAptitudeTest): Write => ({
  Put: {
    Item: {
      ...aptitudeTestKey(test.personId, test.testId),
      ...aptitudeTestsIndex(test.visitId, requestedAt(test), test.testId),
      ...{ type: "aptitude-test", version: 1, ...test },
    },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

/** Another step; refused when another was made since it was read. */
export const addStep = (
  { personId, testId, steps, version }: AptitudeTestItem,
  step: AptitudeStep,
  state: AptitudeTestState,
  by: Omit<StoredAptitudeTest["steps"][number], "did">,
): Write =>
  upsert(
    aptitudeTestKey(personId, testId),
    "aptitude-test",
    {
      state,
      undoneBy: undefined,
      steps: [...steps, { did: step.did, ...by }],
      ...(step.did === "found_needed" && { kind: step.kind }),
      ...(step.did === "found_not_needed" && { why: step.why }),
    },
    { expression: "version = :seen", values: { ":seen": version } },
  );

/** Without its last step, and what that said; refused when another was made since it was read. */
export const dropStep = ({ personId, testId, steps, version }: AptitudeTestItem, byId: AccountId): Write => {
  const left = steps.slice(0, -1);
  const did = left.map((step) => step.did);
  return upsert(
    aptitudeTestKey(personId, testId),
    "aptitude-test",
    {
      ...{ state: stateBy(did.at(-1) ?? "requested"), steps: left, undoneBy: byId, why: undefined },
      ...(!did.includes("found_needed") && { kind: undefined }),
    },
    { expression: "version = :seen", values: { ":seen": version } },
  );
};

/** Nobody asked for it; refused when a step was made since it was read. */
export const dropAptitudeTest = ({ personId, testId, version }: AptitudeTestItem): Write => ({
  Delete: {
    Key: aptitudeTestKey(personId, testId),
    ConditionExpression: "version = :seen",
    ExpressionAttributeValues: { ":seen": version },
  },
});
