import { describe, expect, test } from "vitest";
import { DeskId, SlotId } from "../../shared/domain/ids.ts";
import type { PlanChange } from "../../shared/domain/plan.ts";
import { movesOf } from "../../shared/domain/plan-moves.ts";
import { addMinutes, Instant, LocalDate, LocalTime } from "../../shared/domain/seoul-time.ts";

const visit = { date: LocalDate.parse("2026-12-03"), startTime: LocalTime.parse("10:00"), endTime: LocalTime.parse("11:00") };
const ten = Instant.parse("2026-12-03T01:00:00.000Z");
const deskId = DeskId.parse("d1");
const slots = [0, 20, 40].map((from, n) => ({
  slotId: SlotId.parse(`slt_0000000000000000000000000A-0${n}`),
  startsAt: addMinutes(ten, from),
  endsAt: addMinutes(ten, from + 20),
  deskId,
  state: "open" as const,
}));
const moved = (change: PlanChange, minutes: number) =>
  movesOf(change, visit, slots, addMinutes(ten, minutes)).map(
    ({ slotId, to }) => `${slotId.slice(-2)} ${to?.startsAt.slice(14, 16) ?? "gone"}`,
  );

describe("when the employer is late, twelve minutes into the first time", () => {
  test("who stands there moves with the others, and what would pass the end is given up", () => {
    expect(moved({ kind: "shift-desk", deskId, minutes: 20 }, 12)).toEqual(["00 20", "01 40", "02 gone"]);
  });
  test("also by less than what has passed, while the time is not over", () => {
    expect(moved({ kind: "shift-desk", deskId, minutes: 5 }, 12)).toEqual(["00 05", "01 25", "02 gone"]);
  });
  test("who stands there is told when the employer does not come", () => {
    expect(moved({ kind: "release-desk", deskId }, 12)).toEqual(["00 gone", "01 gone", "02 gone"]);
  });
  test("a time that is over is left alone", () => {
    expect(moved({ kind: "release-desk", deskId }, 20)).toEqual(["01 gone", "02 gone"]);
  });
});

test("a visit is cancelled for what has not begun", () => {
  expect(moved({ kind: "cancel-visit" }, 12)).toEqual(["01 gone", "02 gone"]);
});
