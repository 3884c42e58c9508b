import { cellsOf } from "../../shared/domain/day-grid.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import type { SlotMove } from "../../shared/domain/plan-moves.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { deskDayKey, hostDayKey, type Key } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import type { SlotItem } from "../slots/slot-reads.ts";
import { holdCells } from "../slots/slot-writes.ts";

/** Cells of one desk or host on one day that a plan needs beyond those held, and that it will not need any more. */
type HostDay = { who: "desk" | "host"; key: Key; gains: number[]; losses: number[] };

/**
 * Promise 11, Hosts, through a plan: what the moved times need is worked out for each desk and host together, so that times of one desk may follow each other
 * into each other's place. It is held before anything moves; what is not needed any more is freed when all is done.
 */
export const hostDaysOf = (visitId: VisitId, moves: readonly SlotMove[], slots: readonly SlotItem[]): HostDay[] => {
  const bySlot = new Map(slots.map((slot) => [slot.facts.slotId, slot]));
  const days = new Map<string, { who: HostDay["who"]; key: Key; before: Set<number>; after: Set<number> }>();
  const note = (who: HostDay["who"], key: Key, when: "before" | "after", cells: readonly number[]): void => {
    const name = `${key.pk} ${key.sk}`;
    const day = days.get(name) ?? { who, key, before: new Set(), after: new Set() };
    for (const cell of cells) day[when].add(cell);
    days.set(name, day);
  };
  for (const { slotId, from, to } of moves) {
    const slot = bySlot.get(slotId);
    for (const [spot, when] of [
      [from, "before"],
      [to, "after"],
    ] as const) {
      if (!spot || !slot) continue;
      const date = seoulDateOf(spot.startsAt);
      const cells = cellsOf(date, spot);
      note("desk", deskDayKey(date, visitId, spot.deskId), when, cells);
      note("host", hostDayKey(date, slot.facts.employerId, slot.host), when, cells);
    }
  }
  return [...days.values()].map(({ who, key, before, after }) => ({
    who,
    key,
    gains: [...after].filter((cell) => !before.has(cell)).sort((a, b) => a - b),
    losses: [...before].filter((cell) => !after.has(cell)).sort((a, b) => a - b),
  }));
};

/** Most desks and hosts that the start of a plan holds beside what else it writes. */
export const mostHolds = 95;

/** Most cells that one condition can ask about. */
const mostCells = 140;

/** Holds what is needed; labels as `holdRefusal` reads them. More cells than one condition takes are held only where nothing is held yet. */
export const holdsFor = (days: readonly HostDay[]): Record<string, Write> =>
  Object.fromEntries(
    days
      .filter(({ gains }) => gains.length > 0)
      .map(({ who, key, gains }, i) => {
        const hold = holdCells(key, gains);
        if (gains.length <= mostCells || !("Update" in hold)) return [`${who} ${i + 1}`, hold];
        const { ":type": type, ":cells": cells, ":one": one } = hold.Update.ExpressionAttributeValues ?? {};
        const ExpressionAttributeValues = { ":type": type, ":cells": cells, ":one": one };
        return [
          `${who} ${i + 1}`,
          { Update: { ...hold.Update, ConditionExpression: "attribute_not_exists(busy)", ExpressionAttributeValues } },
        ];
      }),
  );
