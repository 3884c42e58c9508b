import { describe, expect, test } from "vitest";
import { PublicSlot } from "../../shared/contract/public.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { byHour, freeSlots } from "../../web/src/seeker/visit/free-times.ts";

const ids = "0123456789ABCDEFGHJK";
const slot = (index: number, startsAt: string, more: Partial<PublicSlot> = {}): PublicSlot => ({
  ...PublicSlot.parse({
    slotId: `slt_0000000000000000000000000${ids[index]}`,
    startsAt,
    endsAt: startsAt.replace(":00.000Z", ":00.000Z"),
    seats: 1,
    free: 1,
    state: "open",
  }),
  ...more,
});
const ten = slot(0, "2026-11-26T01:00:00.000Z");
const tenForty = slot(1, "2026-11-26T01:40:00.000Z", { free: 0 });
const noon = slot(2, "2026-11-26T03:00:00.000Z");
const withdrawn = slot(3, "2026-11-26T03:20:00.000Z", { state: "withdrawn" });
const all = [noon, ten, tenForty, withdrawn];

describe("the times of a posting", () => {
  test("stand under the hour that a clock in Seoul shows, in order; withdrawn ones are not there", () => {
    expect(byHour(all)).toEqual([
      { hour: "10:00", slots: [ten, tenForty] },
      { hour: "12:00", slots: [noon] },
    ]);
  });

  test("are free when open, with a seat left, and still to come", () => {
    expect(freeSlots(all, "2026-11-25T00:00:00.000Z" as Instant)).toEqual([noon, ten]);
    expect(freeSlots(all, "2026-11-26T01:00:00.000Z" as Instant)).toEqual([noon]);
  });
});
