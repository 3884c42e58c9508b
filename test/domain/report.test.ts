import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ageBandOf, noCounts } from "../../shared/domain/report.ts";
import { type Grouping, groupedVisits, visitorsIn } from "../../shared/domain/report-groups.ts";
import { masked, shownGroups } from "../../shared/domain/report-traits.ts";
import type { LocalDate } from "../../shared/domain/seoul-time.ts";

describe("numbers about groups", () => {
  test.each([
    ["all are large enough", { a: 5, b: 12, c: 0 }, { a: 5, b: 12, c: 0 }],
    ["two are too small", { a: 1, b: 4, c: 9 }, { a: null, b: null, c: 9 }],
    ["one alone is too small: the next goes with it, or the sum would tell", { a: 3, b: 7, c: 20 }, { a: null, b: null, c: 20 }],
    ["one is too small and in another is nobody: that is hidden, too", { a: 3, b: 0, c: 20 }, { a: null, b: null, c: 20 }],
    ["two that are hidden could only be four each", { a: 4, b: 4, c: 9, d: 12 }, { a: null, b: null, c: null, d: 12 }],
    ["there is one group alone", { a: 2, b: 0 }, { a: null, b: null }],
    ["nobody came", { a: 0, b: 0 }, { a: 0, b: 0 }],
  ])("are shown as far as they tell of nobody, where %s", (_, counts, shown) => {
    expect(masked<string>(counts)).toEqual(shown);
  });

  test("beside their sum never tell a number from one to four: whatever is hidden could be something else that looks the same", () => {
    const most = 9;
    const looksOf = (counts: readonly number[]) =>
      JSON.stringify([counts.reduce((a, b) => a + b, 0), Object.values(masked(Object.fromEntries(counts.entries())))]);
    /** Every way in which so many groups can be filled, by how it looks. */
    const byLooks = new Map<string, number[][]>();
    for (const n of [2, 3, 4])
      for (let code = 0; code < (most + 1) ** n; code++) {
        const counts = Array.from({ length: n }, (_, i) => Math.floor(code / (most + 1) ** i) % (most + 1));
        const looks = looksOf(counts);
        byLooks.set(looks, [...(byLooks.get(looks) ?? []), counts]);
      }
    fc.assert(
      fc.property(fc.array(fc.nat(most), { minLength: 2, maxLength: 4 }), (counts) => {
        const alike = byLooks.get(looksOf(counts)) ?? [];
        for (const [i, n] of counts.entries()) if (n > 0 && n < 5) expect(new Set(alike.map((other) => other[i])).size).toBeGreaterThan(1);
      }),
      { numRuns: 2000 },
    );
  });

  test("in two reports of which one holds the other never tell a difference from one to four", () => {
    const most = 60;
    const byLooks = new Map<string, Set<number>>();
    const looksOf = (whole: number, part: number) =>
      JSON.stringify([whole, part].map((n) => Object.values(shownGroups({ this: n, other: most }))[0]));
    for (let whole = 0; whole <= most; whole++)
      for (let part = 0; part <= whole; part++) {
        const looks = looksOf(whole, part);
        byLooks.set(looks, (byLooks.get(looks) ?? new Set()).add(whole - part));
      }
    for (let whole = 0; whole <= most - 5; whole++)
      for (let part = Math.max(0, whole - 4); part < whole; part++)
        expect(byLooks.get(looksOf(whole, part))?.size, `${whole} ${part}`).toBeGreaterThan(1);
  });

  test.each([
    [1997, "u30"],
    [1996, "30s"],
    [1967, "50s"],
    [1966, "60p"],
  ] as const)("whoever was born in %s belongs to %s in 2026", (born, band) => {
    expect(ageBandOf(born, 2026)).toBe(band);
  });
});

describe("a report broken down", () => {
  const visit = (date: string, districtCode: string, placeNameKo: string, arrived: number, state = "open") => ({
    ...{ date: date as LocalDate, districtCode, placeNameKo, state },
    counts: { ...noCounts, arrived, walkIns: 1, placements: 1 },
  });
  const visits = [
    visit("2026-03-05", "11545", "패션아일랜드", 9),
    visit("2026-04-02", "11620", "신림역", 19),
    visit("2026-04-09", "11170", "서울역광장", 29),
    visit("2026-04-16", "11170", "서울역광장", 9),
    visit("2026-07-16", "11170", "용산역", 5, "cancelled"),
  ];
  const shown = (by: Grouping) => groupedVisits(visits, by).map(({ key, visits: held, counts }) => [key, held, visitorsIn(counts)]);

  test("by time stands in its order, and leaves out what was cancelled", () => {
    expect(shown("month")).toEqual([
      ["2026-03", 1, 10],
      ["2026-04", 3, 60],
    ]);
    expect(shown("quarter")).toEqual([
      ["2026-Q1", 1, 10],
      ["2026-Q2", 3, 60],
    ]);
  });

  test("by where it was begins where most people came to one visit", () => {
    expect(shown("zone")).toEqual([
      ["dosim", 2, 40],
      ["seonam", 2, 30],
    ]);
    expect(shown("district").map(([key]) => key)).toEqual(["11170", "11620", "11545"]);
    expect(shown("place").map(([key]) => key)).toEqual(["서울역광장", "신림역", "패션아일랜드"]);
  });

  test("adds up every figure", () => {
    expect(groupedVisits(visits, "zone")[0]?.counts).toEqual({ ...noCounts, arrived: 38, walkIns: 2, placements: 2 });
  });
});
