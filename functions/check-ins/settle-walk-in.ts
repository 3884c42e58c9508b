import type { CheckInEvent } from "../../shared/domain/check-in-event.ts";
import { WalkInNote } from "../../shared/domain/walk-in.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { addWalkIn } from "./walk-in-writes.ts";

/**
 * Keeps what a phone sealed about a walk-in, once it has been handed in; `open` is given to who may use the visit's key only. What does not open or read
 * stays in the event as it came; the place in the queue stands all the same.
 */
export const openWalkIn = async (
  { db, log }: Pick<Deps, "db" | "log">,
  { id, visitId, payload }: Extract<CheckInEvent, { kind: "walk-in" }>,
  open: (payload: string) => Promise<string>,
): Promise<void> => {
  if (payload === undefined) return;
  const note = await open(payload).then(
    (text) => WalkInNote.safeParse(JSON.parse(text)).data,
    () => undefined,
  );
  if (!note) return log.warn("walk-in.unreadable", { visitId, eventId: id });
  // The same event again finds it there.
  await transact(db, { walkIn: addWalkIn(visitId, id, note) });
};
