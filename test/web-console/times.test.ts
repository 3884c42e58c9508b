import { describe, expect, it } from "vitest";
import type { SlotRequestView } from "../../shared/contract/employers.ts";
import { Instant, LocalTime } from "../../shared/domain/seoul-time.ts";
import type { Slot } from "../../shared/domain/slot.ts";
import { cellAfter, cellsBetween, drawnBy, drawnCells } from "../../web/src/console/draw-cells.ts";
import { freeTimes } from "../../web/src/console/employer/decide.ts";
import { comingFirst } from "../../web/src/console/employer/requests-page.tsx";
import { slotsAhead } from "../../web/src/console/slot-grid.tsx";

const hours = (from: string, to: string) => ({ from: LocalTime.parse(from), to: LocalTime.parse(to) });
const now = Instant.parse("2026-12-03T02:00:00.000Z");
const slot = (more: object): Slot =>
  ({
    slotId: "slt",
    mode: "screened",
    state: "open",
    deskId: "d1",
    startsAt: "2026-12-03T03:00:00.000Z",
    seats: 1,
    taken: 0,
    ...more,
  }) as Slot;
const view = (date: string, slots: Slot[] = []): SlotRequestView =>
  ({ visit: { date, startTime: "10:00", endTime: "17:00" }, slots }) as unknown as SlotRequestView;

describe("hours drawn on the day", () => {
  it("half hours, with shorter ones where the visit opens or closes within one", () => {
    expect(cellsBetween(hours("10:15", "12:10")).map(({ from, to }) => `${from}-${to}`)).toEqual([
      "10:15-10:30",
      "10:30-11:00",
      "11:00-11:30",
      "11:30-12:00",
      "12:00-12:10",
    ]);
  });

  it("go from the earlier cell to the later one, whichever was pressed first", () => {
    const cells = cellsBetween(hours("10:00", "12:00"));
    expect(drawnBy(cells, 3, 1)).toEqual(hours("10:30", "12:00"));
    expect(drawnBy(cells, 1, 1)).toEqual(hours("10:30", "11:00"));
  });

  it("mark every cell that they touch", () => {
    expect(drawnCells(cellsBetween(hours("10:00", "12:00")), hours("10:20", "11:00"))).toEqual([0, 1]);
  });

  it("are walked by arrow keys and never left by them", () => {
    expect([cellAfter("ArrowRight", 3, 4), cellAfter("ArrowUp", 1, 4), cellAfter("End", 0, 4), cellAfter("a", 0, 4)]).toEqual([
      3,
      0,
      3,
      undefined,
    ]);
  });
});

it("somebody is accepted only into a screened time that stands, has not begun and has a seat", () => {
  const free = slot({ slotId: "free" });
  const others = [slot({ taken: 1 }), slot({ state: "withdrawn" }), slot({ mode: "open" }), slot({ startsAt: "2026-12-03T01:00:00.000Z" })];
  const earlier = slot({ slotId: "earlier", startsAt: "2026-12-03T02:30:00.000Z" });
  expect(freeTimes([view("2026-12-03", [free, ...others]), view("2026-12-03", [earlier])], now).map(({ slotId }) => slotId)).toEqual([
    "earlier",
    "free",
  ]);
});

it("only times that have not begun can be changed at a desk", () => {
  const slots = [slot({ slotId: "a" }), slot({ startsAt: now }), slot({ deskId: "d2" }), slot({ state: "withdrawn" })];
  expect(slotsAhead(slots, "d1", now).map(({ slotId }) => slotId)).toEqual(["a"]);
});

it("requests: what is to come first by date, then what is over, the latest first", () => {
  const dates = ["2026-11-12", "2026-12-17", "2026-10-01", "2026-12-03"].map((date) => view(date));
  expect(comingFirst(dates, now).map(({ visit }) => visit.date)).toEqual(["2026-12-03", "2026-12-17", "2026-11-12", "2026-10-01"]);
});
