import { fromBase64Url } from "../../../../shared/domain/base64url.ts";
import type { DeskNoteAbout, DeskNoteText } from "../../../../shared/domain/desk-note.ts";
import type { AccountId, ConsultationId, VisitId } from "../../../../shared/domain/ids.ts";
import { importNotePublicKey, sealNote } from "../../../../shared/domain/sealed-note.ts";
import type { Instant } from "../../../../shared/domain/seoul-time.ts";
import { call, needsSignIn } from "../../platform/api.ts";
import type { KeptPack, OfflineDatabase } from "./database.ts";

/** A note of a talk that the server has not answered for: what it says is sealed, and nobody's name stands beside it. */
export type KeptNote = {
  id: ConsultationId;
  visitId: VisitId;
  about: DeskNoteAbout;
  /** What they are called by in the queue; null for somebody who was on the screen by name. */
  label: string | null;
  byId: AccountId;
  sealed: string;
  /** When it was written down here, by the server's clock as far as it is known. */
  at: Instant;
  /** Why the server did not take it, in the language of then. */
  problem?: { title: string; detail: string };
};

/** Seals a note to the visit's key and writes it down; on the disk when this resolves. False where there is no key to seal it to. */
export async function keepNote(
  db: OfflineDatabase,
  { said, ...note }: Omit<KeptNote, "sealed" | "problem"> & { said: DeskNoteText },
  pack: Pick<KeptPack, "noteKey"> | undefined,
): Promise<boolean> {
  if (!pack?.noteKey) return false;
  const publicKey = await importNotePublicKey(fromBase64Url(pack.noteKey));
  const sealed = await sealNote(JSON.stringify(said), { visitId: note.visitId, publicKey });
  const tx = await db.begin(["notes"], "readwrite", { durability: "strict" });
  await Promise.all([tx.store.put({ ...note, sealed }), tx.done]);
  return true;
}

/** The oldest first: ids sort by time. */
export const listNotes = (db: OfflineDatabase): Promise<KeptNote[]> => db.getAll("notes");

/** Says why it was not taken; what was dropped meanwhile stays dropped. */
const noteProblem = async (db: OfflineDatabase, id: ConsultationId, problem: NonNullable<KeptNote["problem"]>): Promise<void> => {
  const tx = await db.begin(["notes"], "readwrite", { durability: "strict" });
  const known = await tx.store.get(id);
  if (known) await tx.store.put({ ...known, problem });
  await tx.done;
};

export type NotesAnswer = { kind: "done" } | { kind: "sign-in" } | { kind: "unreachable"; retryAfterSeconds?: number | undefined };

/** After this long a note counts as not sent; what the server has of it, it knows again. Milliseconds. */
const giveUpAfterMs = 20_000;

/**
 * Hands in what waits, one by one. A note is forgotten only after the server has said that it has it; what is refused stays with why, and whatever else happens
 * (no network, no sign-in, a server in trouble) it stays as it is.
 */
export async function sendNotes(db: OfflineDatabase, deviceId: string): Promise<NotesAnswer> {
  for (const note of await listNotes(db)) {
    if (!navigator.onLine) return { kind: "unreachable" };
    const { id: consultationId, visitId, about, byId, sealed } = note;
    const answer = await call(
      "PUT /api/office/visits/{visitId}/desk-notes/{consultationId}",
      { params: { visitId, consultationId }, body: { about, byId, deviceId, sealed } },
      { signal: AbortSignal.timeout(giveUpAfterMs), quiet: true },
    );
    if (answer.ok) {
      await db.delete("notes", consultationId);
      continue;
    }
    const { status, code, retryAfterSeconds, title, detail } = answer.problem;
    if (needsSignIn(answer.problem)) return { kind: "sign-in" };
    if (status === 0 || status === 429 || status >= 500 || code === "unreachable") return { kind: "unreachable", retryAfterSeconds };
    await noteProblem(db, consultationId, { title, detail });
  }
  return { kind: "done" };
}
