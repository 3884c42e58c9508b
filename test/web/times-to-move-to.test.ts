import { expect, test } from "vitest";
import type { Booking } from "../../shared/domain/booking.ts";
import type { Instant, LocalDate } from "../../shared/domain/seoul-time.ts";
import { Timetable, timetableSlots } from "../../shared/domain/timetable.ts";
import { earlierTimes, timesToMoveTo } from "../../web/src/seeker/mine/times-to-move-to.ts";

const date = "2026-11-26" as LocalDate;
const dayBefore = "2026-11-25T00:00:00.000Z" as Instant;
const ulid = "01MDMGN700DFZ8AXNY2C152KX";
const timetable = (index: number, of: Partial<Timetable>, ...ats: [at: string, free: number][]) =>
  Timetable.parse({
    ...{ slotRequestId: `srq_${ulid}${index}`, kind: "interview", mode: "open", postingId: null, service: null, minutes: 20, seats: 1 },
    ...{ times: ats.map(([at, free], i) => ({ no: `0${i}`, at, free })), ...of },
  });
const slots = timetableSlots(date, [
  timetable(1, { postingId: `pst_${ulid}1` as never }, ["10:00", 0], ["10:20", 1], ["11:00", 1], ["12:00", 0]),
  timetable(2, { postingId: `pst_${ulid}2` as never }, ["10:00", 1], ["14:00", 1]),
  timetable(3, { kind: "counselling", service: "resume" }, ["13:00", 1]),
]);
const bookingOf = (slot: (typeof slots)[number] | undefined, bookingId: string) =>
  ({ ...slot, bookingId, state: "confirmed", sequence: 0 }) as unknown as Booking;
const at = (clock: string, posting: number) =>
  slots.find(
    ({ startsAt, postingId }) => startsAt === new Date(`${date}T${clock}:00+09:00`).toISOString() && postingId === `pst_${ulid}${posting}`,
  );
const mine = bookingOf(at("12:00", 1), "bkg_1");
const clocks = (some: typeof slots) =>
  some.map(({ startsAt }) => new Date(Date.parse(startsAt) + 9 * 3_600_000).toISOString().slice(11, 16));
const day = (...bookings: Booking[]) => ({ date, bookings, rules: { gapMinutes: 10, maxInterviews: 3 } });

test("a booking moves to free times of its own job first, and of other interviews", () => {
  const { same, others, leftOut } = timesToMoveTo(slots, mine, day(mine), dayBefore);
  expect(clocks(same)).toEqual(["10:20", "11:00"]);
  expect(clocks(others)).toEqual(["10:00", "14:00"]);
  expect(leftOut).toBe(false);
});

test("times too close to another booking are left out, and that is said", () => {
  const other = bookingOf(at("10:00", 2), "bkg_2");
  const { same, others, leftOut } = timesToMoveTo(slots, mine, day(mine, other), dayBefore);
  expect(clocks(same)).toEqual(["11:00"]);
  expect(clocks(others)).toEqual(["14:00"]);
  expect(leftOut).toBe(true);
});

test("an earlier time is to be had at once, to wait for, or neither, as long as it is to come", () => {
  expect(earlierTimes(slots, mine, day(mine), dayBefore)).toBe("free");
  expect(earlierTimes(slots, bookingOf(at("10:20", 1), "bkg_1"), day(), dayBefore)).toBe("full");
  expect(earlierTimes(slots, bookingOf(at("10:00", 1), "bkg_1"), day(), dayBefore)).toBe("none");
  expect(earlierTimes(slots, mine, day(mine), "2026-11-26T02:00:00.000Z" as Instant)).toBe("none");
});

test("an earlier time that is free, but too close to another booking, is not to be had", () => {
  const others = [bookingOf(at("10:20", 1), "bkg_2"), bookingOf(at("11:00", 1), "bkg_3")];
  expect(earlierTimes(slots, mine, day(mine, ...others), dayBefore)).toBe("full");
});
