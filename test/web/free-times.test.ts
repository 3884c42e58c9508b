import { describe, expect, test } from "vitest";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { Timetable, type TimetableSlot, timetableSlots } from "../../shared/domain/timetable.ts";
import { byHour, freeSlots, ownAmong, spanOf } from "../../web/src/seeker/visit/free-times.ts";

const timetable = (mode: "open" | "screened", times: [no: string, at: string, free: number][]): TimetableSlot[] =>
  timetableSlots("2026-11-26" as never, [
    Timetable.parse({
      slotRequestId: "srq_01MDMGN700DFZ8AXNY2C152KX9",
      kind: "interview",
      mode,
      postingId: "pst_01MDMGN700DFZ8AXNY2C152KX9",
      service: null,
      minutes: 20,
      seats: 1,
      times: times.map(([no, at, free]) => ({ no, at, free })),
    }),
  ]);
const all = timetable("open", [
  ["02", "12:00", 1],
  ["00", "10:00", 1],
  ["01", "10:40", 0],
]);
const at = (index: number) => all[index] as TimetableSlot;

describe("the times of a posting", () => {
  test("stand under the hour that a clock in Seoul shows, in order; full ones too", () => {
    expect(byHour(all)).toEqual([
      { hour: "10:00", slots: [at(0), at(1)] },
      { hour: "12:00", slots: [at(2)] },
    ]);
  });

  test("are free with a seat left, and still to come", () => {
    expect(freeSlots(all, "2026-11-25T00:00:00.000Z" as Instant)).toEqual([at(0), at(2)]);
    expect(freeSlots(all, "2026-11-26T01:00:00.000Z" as Instant)).toEqual([at(2)]);
  });

  test("are not free to book where the employer chooses whom to meet", () => {
    expect(freeSlots(timetable("screened", [["00", "10:00", 1]]), "2026-11-25T00:00:00.000Z" as Instant)).toEqual([]);
  });

  test("are mine where I have a live booking of one", () => {
    const bookingOf = (slot: TimetableSlot, state: string) => ({ booking: { slotId: slot.slotId, state } }) as never;
    const bookings = [bookingOf(at(1), "confirmed"), bookingOf(at(2), "cancelled_by_person")];
    expect(ownAmong(all, { bookings }).map(({ slotId }) => slotId)).toEqual([at(1).slotId]);
    expect(ownAmong(all, undefined)).toEqual([]);
  });

  test("span from the first start to the last end", () => {
    expect(spanOf(all)).toEqual({ startsAt: "2026-11-26T01:00:00.000Z", endsAt: "2026-11-26T03:20:00.000Z" });
    expect(spanOf([])).toBeUndefined();
  });
});
