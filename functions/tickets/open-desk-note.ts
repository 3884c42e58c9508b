import type { VisitId } from "../../shared/domain/ids.ts";
import { importNotePrivateKey, openNote } from "../../shared/domain/sealed-note.ts";
import type { Db } from "../platform/db.ts";
import type { KeyWrap } from "./key-wrap.ts";
import { findVisitKey, noteKid } from "./ticket-reads.ts";

/** The text that a phone sealed to the visit's key. Rejects when it does not open, or when the visit has no keys (any more). */
export const openDeskNote = async (db: Db, wrap: KeyWrap, visitId: VisitId, note: string): Promise<string> => {
  const key = await findVisitKey(db, visitId, noteKid);
  if (!key?.wrappedPrivateKey) throw new Error(`Visit ${visitId} has no key for notes (any more).`);
  return openNote(note, { visitId, privateKey: await importNotePrivateKey(await wrap.unwrap(visitId, key.wrappedPrivateKey)) });
};
