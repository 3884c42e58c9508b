import { fromBase64Url } from "../../../../shared/domain/base64url.ts";
import { untold } from "../../../../shared/domain/check-in-event.ts";
import { importNotePublicKey, sealNote } from "../../../../shared/domain/sealed-note.ts";
import type { KeptPack } from "./database.ts";
import type { Said } from "./desk-events.ts";

/** What staff wrote about somebody, sealed at once to the visit's key; as it is where the visit has none, or this phone no pack: the reason is not lost. */
export async function sealedReason(reason: string, pack: Pick<KeptPack, "visitId" | "noteKey"> | undefined): Promise<Said> {
  if (!pack?.noteKey) return { reason };
  const publicKey = await importNotePublicKey(fromBase64Url(pack.noteKey));
  return { reason: untold, payload: await sealNote(reason, { visitId: pack.visitId, publicKey }) };
}
