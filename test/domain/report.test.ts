import { describe, expect, test } from "vitest";
import { ageBandOf, masked } from "../../shared/domain/report.ts";

describe("numbers about groups", () => {
  test.each([
    ["all are large enough", { a: 5, b: 12, c: 0 }, { a: 5, b: 12, c: 0 }],
    ["two are too small", { a: 1, b: 4, c: 9 }, { a: null, b: null, c: 9 }],
    ["one alone is too small: the next goes with it, or the total would tell", { a: 3, b: 7, c: 20 }, { a: null, b: null, c: 20 }],
    ["there is one group alone", { a: 2, b: 0 }, { a: null, b: 0 }],
    ["nobody came", { a: 0, b: 0 }, { a: 0, b: 0 }],
  ])("are shown as far as they tell of nobody, where %s", (_, counts, shown) => {
    expect(masked<string>(counts)).toEqual(shown);
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
