import type { Deps } from "../platform/deps.ts";
import { writeIfHolds } from "../platform/transact.ts";
import { forgetSlot, rememberSlot, type SlotItem } from "./slot-reads.ts";
import { forgetTimetables } from "./timetable-reads.ts";
import { noteTime } from "./timetable-writes.ts";

/** After each change of a slot: what it leaves free goes into the timetable that lists read. Repeated or late news change nothing. */
export const noteTimes = async ({ db, clock }: Deps, before: SlotItem | undefined, after: SlotItem): Promise<void> => {
  // A new slot stands in its timetable from the start.
  if (!before) return;
  await writeIfHolds(db, noteTime(after));
  forgetTimetables(db, after.facts.visitId);
  if (after.state === "open") rememberSlot(db, clock.now(), after);
  else forgetSlot(db, after.facts.visitId, after.facts.slotId);
};
