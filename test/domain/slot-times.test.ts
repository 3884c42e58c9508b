import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMinutes, LocalDate, LocalTime, minutesOfDay, seoulTimeOf, timeOfMinutes } from "../../shared/domain/seoul-time.ts";
import { patternRefusal, SlotPattern, spansOf } from "../../shared/domain/slot-times.ts";

const date = LocalDate.parse("2026-12-03");
const aPattern = (over: object = {}) => SlotPattern.parse({ from: "10:00", to: "12:00", minutes: 30, breaks: [], seats: 1, ...over });
const timesOf = (pattern: SlotPattern): string[] =>
  spansOf(date, pattern).map(({ startsAt, endsAt }) => `${seoulTimeOf(startsAt)}-${seoulTimeOf(endsAt)}`);

test("interviews follow each other, and the last one ends in time", () => {
  expect(timesOf(aPattern())).toEqual(["10:00-10:30", "10:30-11:00", "11:00-11:30", "11:30-12:00"]);
  expect(timesOf(aPattern({ minutes: 50 }))).toEqual(["10:00-10:50", "10:50-11:40"]);
});

test("one that would run into a break begins after it", () => {
  const breaks = [{ from: "10:50", to: "11:05" }];
  expect(timesOf(aPattern({ breaks }))).toEqual(["10:00-10:30", "11:05-11:35"]);
});

test("breaks may touch, overlap and come in any order", () => {
  const breaks = [
    { from: "11:00", to: "11:30" },
    { from: "10:30", to: "11:00" },
    { from: "10:45", to: "11:15" },
  ];
  expect(timesOf(aPattern({ breaks }))).toEqual(["10:00-10:30", "11:30-12:00"]);
});

const grid = fc.integer({ min: 0, max: 287 }).map((cell) => timeOfMinutes(cell * 5));
const aSpan = fc
  .tuple(grid, grid)
  .filter(([from, to]) => minutesOfDay(from) < minutesOfDay(to))
  .map(([from, to]) => ({ from, to }));
const anyPattern = fc
  .record({ span: aSpan, minutes: fc.integer({ min: 1, max: 24 }).map((n) => n * 5), breaks: fc.array(aSpan, { maxLength: 8 }) })
  .map(({ span, minutes, breaks }) => aPattern({ ...span, minutes, breaks }));

test("whatever is asked for, every interview lies within the hours, in no break and in no other interview", () => {
  fc.assert(
    fc.property(anyPattern, (pattern) => {
      const spans = spansOf(date, pattern);
      const within = (time: LocalTime) => time >= pattern.from && (time <= pattern.to || time === "00:00");
      for (const [i, span] of spans.entries()) {
        const [start, end] = [seoulTimeOf(span.startsAt), seoulTimeOf(span.endsAt)];
        expect(addMinutes(span.startsAt, pattern.minutes)).toBe(span.endsAt);
        expect(within(start) && within(end)).toBe(true);
        for (const pause of pattern.breaks) expect(end <= pause.from || start >= pause.to).toBe(true);
        const next = spans[i + 1];
        if (next) expect(span.endsAt <= next.startsAt).toBe(true);
      }
    }),
  );
});

describe("when a pattern meets the hours of a visit", () => {
  const visit = { date, startTime: LocalTime.parse("10:00"), endTime: LocalTime.parse("17:00") };
  test.for([
    ["its hours to the minute", { from: "10:00", to: "17:00" }, undefined],
    ["five minutes too early", { from: "09:55" }, "outside-visit"],
    ["five minutes too late", { to: "17:05" }, "outside-visit"],
    ["room for none", { to: "10:25" }, "no-slots"],
  ] as const)("%s", ([, over, refused]) => {
    expect(patternRefusal(visit, aPattern(over))).toBe(refused);
  });

  test("84 interviews are taken, 85 are not; twelve hours are taken, more are not", () => {
    const allDay = { ...visit, startTime: LocalTime.parse("00:00"), endTime: LocalTime.parse("23:55") };
    const of = (from: string, to: string, minutes: number) => patternRefusal(allDay, aPattern({ from, to, minutes }));
    expect(of("10:00", "17:00", 5)).toBeUndefined();
    expect(of("10:00", "17:05", 5)).toBe("too-many-slots");
    expect(of("06:00", "18:00", 120)).toBeUndefined();
    expect(of("06:00", "20:00", 120)).toBe("too-many-slots");
  });
});
