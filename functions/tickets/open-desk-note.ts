import type { VisitId } from "../../shared/domain/ids.ts";
import { importNotePrivateKey, openNote } from "../../shared/domain/sealed-note.ts";
import type { Db } from "../platform/db.ts";
import type { KeyWrap } from "./key-wrap.ts";
import { findVisitKey, noteKid } from "./ticket-reads.ts";

/**
 * The text that a phone sealed to the visit's key; undefined when it does not open, or when the visit has no keys (any more). Rejects only where the key could
 * not be asked for: that is to be tried again, a note that does not open never does.
 */
export const openDeskNote = async (db: Db, wrap: KeyWrap, visitId: VisitId, note: string): Promise<string | undefined> => {
  const key = await findVisitKey(db, visitId, noteKid);
  if (!key?.wrappedPrivateKey) return undefined;
  const privateKey = await importNotePrivateKey(await wrap.unwrap(visitId, key.wrappedPrivateKey));
  return openNote(note, { visitId, privateKey }).catch(() => undefined);
};
