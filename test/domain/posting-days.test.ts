import { describe, expect, test } from "vitest";
import { PostingDraft } from "../../shared/domain/posting.ts";
import { begunOn, isValidOn, lastDaysFrom } from "../../shared/domain/posting-days.ts";
import { postingGaps } from "../../shared/domain/posting-gaps.ts";
import { writtenPosting } from "../../shared/domain/posting-validity.ts";
import type { LocalDate } from "../../shared/domain/seoul-time.ts";
import { aDraft } from "../support/builders.ts";

const day = (text: string) => text as LocalDate;
const draft = (over: Record<string, unknown> = {}): PostingDraft => PostingDraft.parse(aDraft(over));

describe("a posting is valid", () => {
  test.for([
    ["2026-11-02", "2026-11-17", "2027-01-02"],
    ["2026-07-01", "2026-07-16", "2026-09-01"],
    // Of a month that is shorter, its last day.
    ["2026-12-31", "2027-01-15", "2027-02-28"],
  ] as const)("from %s until %s at the earliest and %s at the latest", ([from, earliest, latest]) =>
    expect(lastDaysFrom(day(from))).toEqual({ earliest, latest }),
  );

  test("to the end of its last day; one from before there was a validity always", () => {
    const until = { validUntil: day("2026-12-31") };
    expect([isValidOn(until, day("2026-12-31")), isValidOn(until, day("2027-01-01")), isValidOn({}, day("2030-01-01"))]).toEqual([
      ...[true, false, true],
    ]);
  });

  test("as long as may be unless said; another last day begins it anew, the same one does not", () => {
    const first = writtenPosting(draft(), undefined, day("2026-11-02")).written;
    expect(first).toMatchObject({ validFrom: "2026-11-02", draft: { validUntil: "2027-01-02" } });
    const changed = writtenPosting(draft({ titleKo: "조립원" }), first, day("2026-12-30"));
    expect(changed).toMatchObject({ faults: [], written: { validFrom: "2026-11-02", draft: { validUntil: "2027-01-02" } } });
    const renewed = writtenPosting(draft({ validUntil: "2027-01-20" }), first, day("2026-12-30"));
    expect(renewed).toMatchObject({ faults: [], written: { validFrom: "2026-12-30", draft: { validUntil: "2027-01-20" } } });
  });

  test.for([
    ["2026-11-16", "valid-too-short"],
    ["2027-01-03", "valid-too-long"],
  ] as const)("not until %s: %s", ([validUntil, code]) =>
    expect(writtenPosting(draft({ validUntil }), undefined, day("2026-11-02")).faults).toEqual([{ pointer: "/validUntil", code }]),
  );

  test("in another list from when it was registered there, or so that it is long enough", () => {
    const [until, today] = [day("2026-12-01"), day("2026-11-23")];
    expect(begunOn(until, day("2026-11-10"), today)).toBe("2026-11-10");
    expect(begunOn(until, undefined, today)).toBe("2026-11-16");
    expect(begunOn(undefined, day("2026-01-01"), today)).toBe(today);
    // Registered in the future is no day on which it could have begun.
    expect(begunOn(day("2026-12-31"), day("2026-12-01"), today)).toBe(today);
  });
});

describe("what a posting does not tell", () => {
  const whole = { workDays: "1", workplaceKo: "가상로 1", insurance: ["accident"], severancePay: true };
  test.for([
    [{}, ["workDays", "workplaceKo", "insurance", "severancePay"]],
    [whole, []],
    [{ ...whole, employmentType: "21" }, ["contractKo"]],
    [{ ...whole, employmentType: "21", contractKo: "6개월" }, []],
    [{ ...whole, insurance: ["pension"] }, ["insurance"]],
    // Below 15 hours a week none is due.
    [{ ...whole, severancePay: undefined, weeklyHours: 14 }, []],
  ] as const)("%j: %j", ([over, gaps]) => expect(postingGaps(draft(over))).toEqual(gaps));
});
