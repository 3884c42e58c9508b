import type { AccountId, ConsultationId, PersonId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { type FollowUpItem, listFollowUpsOf } from "../follow-ups/follow-up-reads.ts";
import { dropFollowUp } from "../follow-ups/follow-up-writes.ts";
import { findCertificateOf } from "../papers/certificate-reads.ts";
import { revokeCertificate } from "../papers/certificate-writes.ts";
import type { Deps } from "../platform/deps.ts";
import { walkInTalkKey } from "../platform/keys.ts";
import { ContentionError, transact, type Write } from "../platform/transact.ts";
import { whileKnown } from "../registrations/registration-writes.ts";
import { type ConsultationItem, findConsultation } from "./consultation-reads.ts";
import { dropConsultation } from "./consultation-writes.ts";
import { findDeskNote } from "./desk-note-reads.ts";
import { markStruck, strikeWalkInTalk } from "./desk-note-writes.ts";

type Struck = { at: Instant; byId?: AccountId; more?: Readonly<Record<string, Write>> };

/** How often it is begun anew when the note, or what hangs on it, changes in the same moment. */
const attempts = 4;

/** Why its certificate is invalid, for its person; in Korean, as such reasons are written. */
const reason = "잘못 적은 상담 기록이어서 지웠습니다";

/** What is still to be done because of a talk that was not held with them; what was settled is something that was done. */
const isOpenOf =
  ({ consultationId }: ConsultationItem) =>
  (task: FollowUpItem): boolean =>
    task.consultationId === consultationId && task.state === "open";

const strikeWrites = async ({ db }: Deps, note: ConsultationItem, { at, byId = note.byId }: Struck): Promise<Record<string, Write>> => {
  const { personId, consultationId } = note;
  const [tasks, certificate] = await Promise.all([listFollowUpsOf(db, personId), findCertificateOf(db, personId, consultationId)]);
  return {
    note: dropConsultation(note),
    mark: markStruck(note),
    person: whileKnown(personId),
    ...Object.fromEntries(tasks.filter(isOpenOf(note)).map((task, n) => [`task ${n}`, dropFollowUp(task)])),
    ...(certificate && !certificate.revoked && { certificate: revokeCertificate(certificate, { at, reason, mayRenew: false, byId }) }),
  };
};

/**
 * Deletes a note that is about somebody else, with what is still to be done because of it; that it was struck stays, so that it does not come back. Undefined when
 * there is no such note.
 */
export const forgetNote = async (
  deps: Deps,
  { personId, consultationId, ...struck }: { personId: PersonId; consultationId: ConsultationId } & Struck,
): Promise<"gone" | undefined> => {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const note = await findConsultation(deps.db, personId, consultationId);
    if (!note) return attempt === 1 ? undefined : "gone";
    if ((await transact<string>(deps.db, { ...(await strikeWrites(deps, note, struck)), ...struck.more })).ok) return "gone";
  }
  throw new ContentionError("The note kept changing.");
};

/** The same of a walk-in. */
export const forgetWalkInNote = async (
  { db }: Deps,
  { visitId, consultationId, more }: { visitId: VisitId; consultationId: ConsultationId } & Pick<Struck, "more">,
): Promise<"gone" | undefined> => {
  const note = await findDeskNote(db, walkInTalkKey(visitId, consultationId));
  if (note?.state !== "written") return undefined;
  // Once it is written nothing but this changes it.
  await transact<string>(db, { note: strikeWalkInTalk(note), ...more });
  return "gone";
};
