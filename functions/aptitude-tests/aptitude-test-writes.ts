import type { AptitudeStep, AptitudeTestState } from "../../shared/domain/aptitude-test.ts";
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
  by: Pick<StoredAptitudeTest["steps"][number], "at" | "byId">,
): Write =>
  upsert(
    aptitudeTestKey(personId, testId),
    "aptitude-test",
    {
      state,
      steps: [...steps, { did: step.did, ...by }],
      ...(step.did === "found_needed" && { kind: step.kind }),
      ...(step.did === "found_not_needed" && { why: step.why }),
    },
    { expression: "version = :seen", values: { ":seen": version } },
  );
