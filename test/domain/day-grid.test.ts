import fc from "fast-check";
import { expect, test } from "vitest";
import { cellMinutes, cellsOf } from "../../shared/domain/day-grid.ts";
import { addMinutes, instantOf, LocalDate, LocalTime } from "../../shared/domain/seoul-time.ts";

const date = LocalDate.parse("2026-12-03");
const midnight = instantOf(date, LocalTime.parse("00:00"));
const span = (from: number, to: number) => ({ startsAt: addMinutes(midnight, from), endsAt: addMinutes(midnight, to) });

test("an interview holds the cells from its start up to its end, counted from midnight in Seoul", () => {
  expect(cellsOf(date, span(0, 5))).toEqual([0]);
  expect(cellsOf(date, span(600, 620))).toEqual([120, 121, 122, 123]);
  expect(cellsOf(date, span(1435, 1440))).toEqual([287]);
});

test("with a gap it wants the cells around it, too, but none of another day", () => {
  expect(cellsOf(date, span(600, 605), 10)).toEqual([118, 119, 120, 121, 122]);
  expect(cellsOf(date, span(5, 10), 10)).toEqual([0, 1, 2, 3]);
  expect(cellsOf(date, span(1430, 1440), 10)).toEqual([284, 285, 286, 287]);
});

test("what begins or ends off the grid holds every cell that it touches", () => {
  expect(cellsOf(date, span(601, 604))).toEqual([120]);
  expect(cellsOf(date, span(604, 606))).toEqual([120, 121]);
});

const aSpan = fc
  .tuple(fc.integer({ min: 0, max: 280 }), fc.integer({ min: 1, max: 24 }))
  .map(([start, length]) => [start * cellMinutes, Math.min(288, start + length) * cellMinutes] as const);

test("two times share a cell exactly when they are nearer than the gap", () => {
  fc.assert(
    fc.property(aSpan, aSpan, fc.integer({ min: 0, max: 24 }), (a, b, gapCells) => {
      const gap = gapCells * cellMinutes;
      const wanted = new Set(cellsOf(date, span(...a), gap));
      const isNear = a[0] < b[1] + gap && b[0] < a[1] + gap;
      expect(cellsOf(date, span(...b)).some((cell) => wanted.has(cell))).toBe(isNear);
    }),
  );
});
