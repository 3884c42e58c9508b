import { cellsOf } from "../../shared/domain/day-grid.ts";
import { type DeskId, type SlotRequestId, slotIdOf } from "../../shared/domain/ids.ts";
import type { LocalDate } from "../../shared/domain/seoul-time.ts";
import type { Slot } from "../../shared/domain/slot.ts";
import { type SlotPattern, spansOf } from "../../shared/domain/slot-times.ts";
import type { Write } from "../platform/transact.ts";
import { addSlot, holdDesk, holdHost } from "./slot-writes.ts";
import { addTimetable } from "./timetable-writes.ts";

type Publication = {
  slotRequestId: SlotRequestId;
  date: LocalDate;
  pattern: SlotPattern;
  what: Pick<Slot, "visitId" | "kind" | "employerId" | "postingId" | "service" | "mode">;
  /** Desks with who sits there, one after the other. */
  desks: readonly { deskId: DeskId; host: string }[];
};

/**
 * Everything that publishes times: each slot, and for each desk its timetable and the hold on desk and host for exactly those times (promise 11). Labels
 * say "desk 1", "host 1" and so on.
 */
export const publishSlots = ({
  slotRequestId,
  date,
  pattern,
  what,
  desks,
}: Publication): { slots: Slot[]; writes: Record<string, Write> } => {
  const spans = spansOf(date, pattern);
  const cells = spans.flatMap((span) => cellsOf(date, span));
  const byDesk = desks.map(({ deskId }, part) =>
    spans.map((span, i): Slot => {
      const slotId = slotIdOf(slotRequestId, String(part * spans.length + i).padStart(2, "0"));
      return { slotId, slotRequestId, ...what, deskId, ...span, seats: pattern.seats, taken: 0, held: 0, state: "open" };
    }),
  );
  const ofDesk = byDesk.flatMap((slots, part): [string, Write][] => {
    const { deskId, host } = desks[part] as (typeof desks)[number];
    return [
      [`desk ${part + 1}`, holdDesk(date, what.visitId, deskId, cells)],
      [`host ${part + 1}`, holdHost(date, what.employerId, host, cells)],
      [`timetable ${part + 1}`, addTimetable(slots, part)],
      ...slots.map((slot): [string, Write] => [slot.slotId, addSlot(slot, part, host)]),
    ];
  });
  return { slots: byDesk.flat(), writes: Object.fromEntries(ofDesk) };
};

/** Which hold was refused, of the labels above. */
export const holdRefusal = (refused: readonly string[]): "desk-busy" | "interviewer-busy" | undefined => {
  if (refused.some((label) => label.startsWith("desk "))) return "desk-busy";
  return refused.some((label) => label.startsWith("host ")) ? "interviewer-busy" : undefined;
};
