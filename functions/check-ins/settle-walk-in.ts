import { type CheckInEvent, type CheckInEventId, liveEvents } from "../../shared/domain/check-in-event.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { WalkInNote } from "../../shared/domain/walk-in.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { listEventsAbout } from "./event-reads.ts";
import { addWalkIn, dropWalkIn } from "./walk-in-writes.ts";

type WalkInEvent = Extract<CheckInEvent, { kind: "walk-in" }>;

const findLive = async (db: Deps["db"], visitId: VisitId, walkInId: CheckInEventId): Promise<WalkInEvent | undefined> =>
  liveEvents(await listEventsAbout(db, visitId, walkInId)).find((event): event is WalkInEvent => event.kind === "walk-in");

/** People write it and anybody can seal it: whatever it holds, it is a note or it is none. */
const noteIn = (text: string | undefined): WalkInNote | undefined => {
  try {
    return WalkInNote.safeParse(JSON.parse(text ?? "")).data;
  } catch {
    return undefined;
  }
};

/**
 * Keeps what a phone sealed about a walk-in for as long as their coming stands, and nothing of whoever was taken back; `open` is given to who may use the
 * visit's key only. What does not open or read is noted as such: the place in the queue stands, and the lead sees that the note is lost. May be called any
 * time, any number of times.
 */
export const settleWalkIn = async (
  { db, log }: Pick<Deps, "db" | "log">,
  visitId: VisitId,
  walkInId: CheckInEventId,
  open: (payload: string) => Promise<string | undefined>,
): Promise<void> => {
  const walkIn = await findLive(db, visitId, walkInId);
  if (walkIn) {
    if (walkIn.payload === undefined) return;
    const note = noteIn(await open(walkIn.payload));
    if (!note) log.warn("walk-in.unreadable", { visitId, eventId: walkInId });
    await transact(db, { walkIn: addWalkIn(walkIn, note) });
    // Taken back in this moment: of the two who look, the later one finds both.
    if (await findLive(db, visitId, walkInId)) return;
  }
  await transact(db, { walkIn: dropWalkIn(visitId, walkInId) });
};
