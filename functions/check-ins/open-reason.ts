import { DeskReason } from "../../shared/domain/check-in-event.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { type CheckInEventItem, noteSaid } from "./check-in-writes.ts";
import { readEvent } from "./event-reads.ts";

/**
 * Opens why somebody was let in, or an admission taken back, where a phone has sealed it; `open` is given to who may use the visit's key only. What does not open
 * or read is left: the event counts without it. May be called any time, any number of times.
 */
export const openReason = async (
  { db, log }: Pick<Deps, "db" | "log">,
  item: CheckInEventItem,
  open: (payload: string) => Promise<string | undefined>,
): Promise<void> => {
  const event = readEvent(item);
  if (item.said !== undefined || !event || (event.kind !== "override" && event.kind !== "undo") || event.payload === undefined) return;
  const said = DeskReason.safeParse(await open(event.payload)).data;
  if (said === undefined) return log.warn("check-in-event.reason-unreadable", { visitId: event.visitId, eventId: event.id });
  await transact(db, { said: noteSaid(event, said) });
};
