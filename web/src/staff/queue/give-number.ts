import { fromBase64Url } from "../../../../shared/domain/base64url.ts";
import type { CheckInEvent } from "../../../../shared/domain/check-in-event.ts";
import type { AccountId, DeskId, VisitId } from "../../../../shared/domain/ids.ts";
import { importNotePublicKey, sealNote } from "../../../../shared/domain/sealed-note.ts";
import { busOf } from "../offline/bus-of.ts";
import { walkInEvent } from "../offline/desk-events.ts";

export type WalkInEvent = Extract<CheckInEvent, { kind: "walk-in" }>;

type Giving = {
  visitId: VisitId;
  staffId: AccountId;
  deskId: DeskId;
  /** A `WalkInNote`; goes into the event sealed, and nowhere else. */
  note: unknown;
  /** The visit's key for notes; without one the number is given and nothing is written about the person. */
  noteKey: string | null;
};

/** Seals the note, gives the next number of this device and writes both down. Undefined when it could not be written. */
export async function giveNumber({ visitId, staffId, deskId, note, noteKey }: Giving): Promise<WalkInEvent | undefined> {
  try {
    const bus = await busOf();
    const payload =
      noteKey === null
        ? undefined
        : await sealNote(JSON.stringify(note), { visitId, publicKey: await importNotePublicKey(fromBase64Url(noteKey)) });
    const event = await bus?.admitWalkIn(visitId, staffId, (moment, number) => walkInEvent(moment, { number, deskId, payload }));
    return event?.kind === "walk-in" ? event : undefined;
  } catch {
    // Storage is full or gone, or no number is left: nobody has been given one.
    return undefined;
  }
}
