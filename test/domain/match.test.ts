import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  EnrolmentDraft as Enrolment,
  type EnrolmentDraft,
  enrolmentStanding,
  remindedLastDays,
  validUntilFrom,
} from "../../shared/domain/enrolment.ts";
import { MatchReason, ranked, reasonsFor, speaksAgainst } from "../../shared/domain/match.ts";
import { Education, EmploymentType, Occupation, PostingDraft } from "../../shared/domain/posting.ts";
import type { LocalDate } from "../../shared/domain/seoul-time.ts";
import { zones } from "../../shared/domain/zones.ts";
import { aDraft, anEnrolment } from "../support/builders.ts";

const wishes = (over: object = {}): EnrolmentDraft =>
  Enrolment.parse({ ...anEnrolment().draft, occupations: ["81"], districts: ["11545"], careers: [], ...over });
const posting = (over: object = {}): PostingDraft => PostingDraft.parse(aDraft(over));

const districts = zones.flatMap((zone) => zone.districts.map(({ code }) => code));
const codes = (of: readonly string[], most: number) => fc.uniqueArray(fc.constantFrom(...of), { maxLength: most });
const someWishes = fc
  .record({
    occupations: fc.uniqueArray(fc.constantFrom(...Occupation.options), { minLength: 1, maxLength: 3 }),
    districts: codes(districts, 3),
    employmentTypes: codes(EmploymentType.options, 6),
    careers: fc.constant([]),
    weeklyHours: fc.option(fc.integer({ min: 1, max: 52 }), { nil: undefined }),
    leastPay: fc.option(fc.record({ type: fc.constantFrom("H", "D", "M", "Y"), won: fc.integer({ min: 1, max: 9_000_000 }) }), {
      nil: undefined,
    }),
    education: fc.option(fc.constantFrom(...Education.options), { nil: undefined }),
  })
  .map((draft) => Enrolment.parse(draft));
const someJobs = fc.uniqueArray(
  fc
    .record({
      no: fc.integer({ min: 0, max: 99 }),
      day: fc.integer({ min: 10, max: 28 }),
      occupation: fc.constantFrom(...Occupation.options),
      districtCode: fc.constantFrom(...districts),
      employmentType: fc.constantFrom(...EmploymentType.options),
      weeklyHours: fc.integer({ min: 1, max: 52 }),
      education: fc.constantFrom(...Education.options),
    })
    .map(({ no, day, ...over }) => ({ postingId: `pst_${no}`, visitOn: `2026-12-${day}`, draft: posting(over) })),
  { maxLength: 12, selector: ({ postingId }) => postingId },
);

describe("why a job fits somebody", () => {
  test.each([
    ["the occupation that they wish", {}, {}, "occupation-same"],
    ["another of the same major group", {}, { occupation: "82" }, "occupation-near"],
    ["another occupation", {}, { occupation: "01" }, "occupation-other"],
    ["the district that they wish", {}, {}, "district-same"],
    ["another district of the zone", {}, { districtCode: "11500" }, "district-zone"],
    ["a district of another zone", {}, { districtCode: "11110" }, "district-other"],
    ["anywhere", { districts: [] }, { districtCode: "11110" }, "district-any"],
    [
      "a month's pay against the hours of it",
      { leastPay: { type: "H", won: 13_000 } },
      { pay: { type: "M", min: 2_500_000, max: 2_750_000 } },
      "pay-meets",
    ],
    [
      "a month's pay that is less",
      { leastPay: { type: "H", won: 13_200 } },
      { pay: { type: "M", min: 2_500_000, max: 2_750_000 } },
      "pay-below",
    ],
    ["no more hours than they wish", { weeklyHours: 40 }, {}, "hours-fit"],
    ["more hours", { weeklyHours: 39 }, {}, "hours-over"],
    ["a kind of contract that they wish", { employmentTypes: ["10"] }, {}, "type-same"],
    ["another", { employmentTypes: ["20"] }, {}, "type-other"],
    ["schooling that they have", { education: "03" }, { education: "03" }, "education-meets"],
    ["schooling that they lack", { education: "03" }, { education: "04" }, "education-above"],
    ["no schooling asked for", {}, { education: "00" }, "education-meets"],
  ])("%s", (_, wished, offered, reason) => {
    expect(reasonsFor(wishes(wished), posting(offered))).toContain(reason);
  });

  test("what they said nothing of is left out", () => {
    expect(reasonsFor(wishes({ districts: [] }), posting({ education: "03" }))).toEqual(["occupation-same", "district-any"]);
  });

  test("no reason is about the person: what they are is not among what can be said", () => {
    expect(MatchReason.options.filter((reason) => /age|sex|origin|group|need|gender|birth/.test(reason.replace("district", "")))).toEqual(
      [],
    );
    // Nor can it be handed in: the record of wishes refuses it.
    for (const field of ["birthYear", "sex", "origin", "groups", "needs"])
      expect(Enrolment.safeParse({ ...anEnrolment().draft, [field]: "x" }).success).toBe(false);
  });
});

describe("the list of jobs", () => {
  test("is the same in whatever order the jobs are handed in, with every job once", () => {
    fc.assert(
      fc.property(someWishes, someJobs, (wished, jobs) => {
        const list = ranked(wished, jobs);
        expect(ranked(wished, [...jobs].reverse())).toEqual(list);
        expect(list.map(({ postingId }) => postingId).sort()).toEqual(jobs.map(({ postingId }) => postingId).sort());
      }),
    );
  });

  test("puts what somebody has booked or applied for after everything else, and says so", () => {
    fc.assert(
      fc.property(someWishes, someJobs, (wished, jobs) => {
        const theirs = new Set(jobs.slice(0, 2).map(({ postingId }) => postingId));
        const list = ranked(wished, jobs, ({ postingId }) => theirs.has(postingId));
        const marked = list.map(({ reasons }) => reasons.includes("already-theirs"));
        expect(marked).toEqual(marked.toSorted((a, b) => Number(a) - Number(b)));
        expect(marked.filter(Boolean)).toHaveLength(jobs.filter(({ postingId }) => theirs.has(postingId)).length);
      }),
    );
  });

  test("puts no job before one that has all its reasons for it and more", () => {
    fc.assert(
      fc.property(someWishes, someJobs, (wished, jobs) => {
        const list = ranked(wished, jobs).map(({ reasons }) => reasons.filter((reason) => !speaksAgainst(reason)));
        for (const [i, before] of list.entries())
          for (const after of list.slice(i + 1)) {
            const isMore = after.length > before.length && before.every((reason) => after.includes(reason));
            expect(isMore).toBe(false);
          }
      }),
    );
  });
});

describe("the three months of an enrolment", () => {
  const day = (text: string) => text as LocalDate;
  test.each([
    ["2026-11-24", "2027-02-24"],
    ["2026-11-30", "2027-02-28"],
  ])("from %s last to %s", (from, until) => expect(validUntilFrom(day(from))).toBe(until));

  test("are over the day after, and reminded of a week before", () => {
    const enrolment = { state: "accepted", validUntil: day("2027-02-24") } as const;
    expect(enrolmentStanding(enrolment, day("2027-02-24"))).toBe("accepted");
    expect(enrolmentStanding(enrolment, day("2027-02-25"))).toBe("expired");
    expect(remindedLastDays(day("2027-02-17"))).toEqual({ from: "2027-02-17", to: "2027-03-03" });
  });
});
