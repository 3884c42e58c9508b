import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMinutes,
  dateText,
  daysBetween,
  Instant,
  instantAt,
  instantOf,
  LocalDate,
  LocalTime,
  minutesBetween,
  minutesOfDay,
  minutesUntil,
  seoulDateOf,
  seoulTimeOf,
  timeOfMinutes,
  timeRangeText,
  timeText,
} from "../../shared/domain/seoul-time.ts";

const date = (text: string) => LocalDate.parse(text);
const time = (text: string) => LocalTime.parse(text);
const instant = (text: string) => Instant.parse(text);

describe("what is not a date or a time is refused", () => {
  test.each(["2026-02-30", "2026-02-29", "2100-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01", "2026-11-26 ", ""])(
    "date %j",
    (text) => {
      expect(LocalDate.safeParse(text).success).toBe(false);
    },
  );
  test.each(["24:00", "10:60", "9:00", "10:00:00", "오전 10시", ""])("time %j", (text) => {
    expect(LocalTime.safeParse(text).success).toBe(false);
  });
  test.each(["2026-11-26T01:00:00Z", "2026-11-26T01:00:00.000", "2026-11-26T10:00:00.000+09:00", "2026-02-30T01:00:00.000Z", "2026-11-26"])(
    "instant %j",
    (text) => {
      expect(Instant.safeParse(text).success).toBe(false);
    },
  );
  test("a leap day is a date", () => {
    expect(LocalDate.safeParse("2028-02-29").success).toBe(true);
  });
});

describe("between Seoul and UTC", () => {
  test("10:00 in Seoul is 01:00 UTC", () => {
    expect(instantOf(date("2026-11-26"), time("10:00"))).toBe("2026-11-26T01:00:00.000Z");
  });
  test("the early morning in Seoul is still yesterday in UTC", () => {
    const early = instantOf(date("2027-01-01"), time("08:00"));
    expect(early).toBe("2026-12-31T23:00:00.000Z");
    expect(seoulDateOf(early)).toBe("2027-01-01");
    expect(seoulTimeOf(early)).toBe("08:00");
  });
  test("seconds are cut off, not rounded", () => {
    expect(seoulTimeOf(instant("2026-11-26T14:59:59.999Z"))).toBe("23:59");
  });
  test("there and back, for every minute from 2020 to 2099, as the time-zone database of this machine says too", () => {
    const shown = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Seoul", dateStyle: "short", timeStyle: "short" });
    const minutes = fc.integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2099, 11, 31) / 60_000 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const when = instant(new Date(minute * 60_000).toISOString());
        expect(instantOf(seoulDateOf(when), seoulTimeOf(when))).toBe(when);
        expect(`${seoulDateOf(when)} ${seoulTimeOf(when)}`).toBe(shown.format(new Date(when)));
      }),
    );
  });
});

describe("counting", () => {
  test("days over the end of a month, a year and a leap February", () => {
    expect(addDays(date("2026-12-31"), 1)).toBe("2027-01-01");
    expect(addDays(date("2028-03-01"), -1)).toBe("2028-02-29");
    expect(daysBetween(date("2026-11-26"), date("2026-11-23"))).toBe(-3);
    expect(daysBetween(date("2020-01-01"), date("2026-11-26"))).toBe(2521);
  });
  test("minutes over midnight", () => {
    expect(addMinutes(instant("2026-11-26T14:50:00.000Z"), 20)).toBe("2026-11-26T15:10:00.000Z");
    expect(minutesBetween(instant("2026-11-26T15:10:00.000Z"), instant("2026-11-26T14:50:00.000Z"))).toBe(-20);
    expect(minutesOfDay(time("14:20"))).toBe(860);
    expect(timeOfMinutes(860)).toBe("14:20");
    expect(() => timeOfMinutes(1440)).toThrow(RangeError);
  });
  test("counted in whole minutes, whatever the seconds: passed ones are over, and what is waited for has come", () => {
    fc.assert(
      fc.property(fc.nat(7_200_000), fc.nat(7_200_000), (from, length) => {
        const [start, end] = [instantAt(from), instantAt(from + length)];
        const [passed, left] = [minutesBetween(start, end), minutesUntil(end, start)];
        expect([passed, left].every(Number.isInteger)).toBe(true);
        expect(addMinutes(start, passed) <= end && addMinutes(start, left) >= end).toBe(true);
        expect(left - passed).toBe(length % 60_000 === 0 ? 0 : 1);
        expect(minutesUntil(start, end)).toBe(0);
      }),
    );
  });
  test("milliseconds, in years that an instant can tell", () => {
    expect(instantAt(0)).toBe("1970-01-01T00:00:00.000Z");
    expect(() => instantAt(Date.UTC(10_000, 0, 1))).toThrow(RangeError);
    expect(() => instantAt(Number.NaN)).toThrow(RangeError);
  });
});

describe("words for people", () => {
  test("dates", () => {
    expect(dateText(date("2026-11-26"), "ko")).toBe("11월 26일(목)");
    expect(dateText(date("2026-11-26"), "en")).toBe("Thursday 26 November");
    expect(dateText(date("2027-01-03"), "ko")).toBe("1월 3일(일)");
  });
  test.each([
    ["10:00", "오전 10시", "10 am"],
    ["14:20", "오후 2시 20분", "2:20 pm"],
    ["09:05", "오전 9시 5분", "9:05 am"],
    ["12:00", "낮 12시", "12 noon"],
    ["12:30", "낮 12시 30분", "12:30 pm"],
    ["00:00", "오전 0시", "12 midnight"],
    ["00:10", "오전 0시 10분", "12:10 am"],
  ])("%s", (text, korean, english) => {
    expect(timeText(time(text), "ko")).toBe(korean);
    expect(timeText(time(text), "en")).toBe(english);
  });
  test("hours of a visit", () => {
    expect(timeRangeText(time("10:00"), time("17:00"), "ko")).toBe("오전 10시~오후 5시");
    expect(timeRangeText(time("10:00"), time("17:00"), "en")).toBe("10 am to 5 pm");
  });
});
