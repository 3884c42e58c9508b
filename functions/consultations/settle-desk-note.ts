import { heldAtProblem } from "../../shared/domain/consultation.ts";
import { DeskNoteRefusal, DeskNoteText } from "../../shared/domain/desk-note.ts";
import type { AccountId, ConsultationId, VisitId } from "../../shared/domain/ids.ts";
import { done, type Outcome, type Refusal, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { type DeskNoteItem, findDeskNote, keyOfNote, listRefusedOf } from "./desk-note-reads.ts";
import { refuseDeskNote, settleDeskNote, writeWalkInTalk } from "./desk-note-writes.ts";
import { writeConsultation } from "./write-consultation.ts";

/** Anybody can seal anything: whatever it holds, it is a note or it is none. */
const noteIn = (text: string | undefined): DeskNoteText | undefined => {
  try {
    return DeskNoteText.safeParse(JSON.parse(text ?? "")).data;
  } catch {
    return undefined;
  }
};

/** A refusal in the words of who mends it: by the field that it names, or by itself. */
const refusalOf = ({ reason, fields = [] }: Refusal): DeskNoteRefusal => {
  const codes = fields.map(({ code }) => code);
  if (codes.includes("talk-too-early")) return "too-early";
  if (codes.includes("unknown-field")) return "walk-in-next";
  return DeskNoteRefusal.safeParse(reason).data ?? "other";
};

/** Writes what a note says, once, or answers why it cannot be written. May be repeated. */
const write = async (deps: Deps, item: DeskNoteItem, { next, ...said }: DeskNoteText): Promise<Outcome<undefined>> => {
  if ("walkInId" in item.whom) {
    const planned = await findVisit(deps.db, item.visitId);
    if (!planned) return refuse("not-found");
    if (next) return refuse("invalid-fields", { fields: [{ pointer: "/next", code: "unknown-field" }] });
    if (said.heldAt > deps.clock.now()) return refuse("in-future");
    const early = heldAtProblem(said.heldAt, planned.visit.date, "walk-in");
    if (early) return refuse("invalid-fields", { fields: [{ pointer: "/heldAt", ...early }] });
    await transact(deps.db, { note: writeWalkInTalk(item, said) });
    return done(undefined);
  }
  const { visitId, consultationId, byId, whom } = item;
  const { registrationId } = whom;
  const written = await writeConsultation(deps, { visitId, registrationId, consultationId, byId }, { next, ...said, dueFrom: said.heldAt });
  if (!written.ok) return written;
  await transact(deps.db, { note: settleDeskNote(item, "written") });
  return done(undefined);
};

/**
 * Opens a note that came sealed and writes it where it belongs; `open` is given to who may use the visit's key only. What does not open, or cannot be written, is
 * kept for who wrote it. May be called any time, any number of times.
 */
export const openDeskNotes = async (
  deps: Deps,
  item: DeskNoteItem,
  open: (sealed: string) => Promise<string | undefined>,
): Promise<void> => {
  if (item.state !== "sealed" || item.sealed === undefined) return;
  const said = noteIn(await open(item.sealed));
  const written = said && !item.isDoubted ? await write(deps, item, said) : undefined;
  if (written?.ok) return;
  const why = !said ? "unreadable" : written ? refusalOf(written) : "device-revoked";
  deps.log.warn("desk-note.refused", { visitId: item.visitId, consultationId: item.consultationId, why });
  await transact(deps.db, { note: refuseDeskNote(item, why, said) });
};

type Own = { visitId: VisitId; consultationId: ConsultationId; byId: AccountId };

const findRefused = async ({ db }: Deps, { visitId, consultationId, byId }: Own): Promise<DeskNoteItem | undefined> => {
  const listed = (await listRefusedOf(db, byId)).find((one) => one.visitId === visitId && one.consultationId === consultationId);
  const item = listed && (await findDeskNote(db, keyOfNote(listed)));
  return item?.state === "refused" ? item : undefined;
};

/** Who wrote it has mended it. */
export const mendDeskNote = async (deps: Deps, own: Own, said: DeskNoteText): Promise<Outcome<undefined>> => {
  const item = await findRefused(deps, own);
  return item ? write(deps, item, said) : refuse("not-found");
};

/** Who wrote it drops it. */
export const dropDeskNote = async (deps: Deps, own: Own): Promise<Outcome<undefined>> => {
  const item = await findRefused(deps, own);
  if (!item) return refuse("not-found");
  await transact(deps.db, { note: settleDeskNote(item, "dropped") });
  return done(undefined);
};
