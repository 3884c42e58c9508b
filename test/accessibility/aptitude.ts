import type { AptitudeTest, RegisterRow, Tests } from "../../shared/contract/aptitude-tests.ts";
import { AptitudeTestId, RegistrationId } from "../../shared/domain/ids.ts";
import { Instant, LocalDate } from "../../shared/domain/seoul-time.ts";
import { anId } from "../support/builders.ts";

const at = Instant.parse("2026-11-26T01:10:00.000Z");
const by = { at, on: null, byName: "권도경" };
const visitOn = LocalDate.parse("2026-11-26");
const aTest = (over: Pick<AptitudeTest, "state" | "kind" | "steps"> & Partial<AptitudeTest>): AptitudeTest => ({
  ...{ testId: AptitudeTestId.parse(anId("apt")), why: null, visitOn, version: over.steps.length },
  ...over,
});
const asked = { did: "requested", ...by } as const;

/** Somebody's tests at every stage. */
export const someTests: Tests = {
  name: "김하늘",
  tests: [
    aTest({ state: "requested", kind: null, steps: [asked] }),
    aTest({ state: "needed", kind: "values", steps: [asked, { did: "found_needed", ...by }] }),
    aTest({
      state: "taken",
      kind: "aptitude_adult",
      steps: [asked, { did: "found_needed", ...by }, { did: "took", at, on: LocalDate.parse("2026-11-25"), byName: null }],
    }),
    aTest({ state: "not_needed", kind: null, why: "하고 싶은 일이 분명하심", steps: [asked, { did: "found_not_needed", ...by }] }),
  ],
};

const aRow = (name: string, over: Pick<RegisterRow, "state" | "kind">): RegisterRow => ({
  ...{ registrationId: RegistrationId.parse(anId("reg")), testId: AptitudeTestId.parse(anId("apt")), name, requestedAt: at },
  ...over,
});
export const aRegister = {
  rows: [
    aRow("김하늘", { state: "requested", kind: null }),
    aRow("오순자", { state: "needed", kind: "midlife" }),
    aRow("박나래", { state: "explained", kind: "preference_short" }),
  ],
  expected: [
    {
      registrationId: RegistrationId.parse(anId("reg")),
      name: "이가람",
      startsAt: Instant.parse("2026-11-26T03:00:00.000Z"),
      hasArrived: true,
    },
  ],
};
