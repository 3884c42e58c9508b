import * as z from "zod/mini";
import { CheckInEventId, DeviceId } from "../domain/check-in-event.ts";
import { Consultation } from "../domain/consultation.ts";
import { DeskNoteAbout, DeskNoteRefusal, DeskNoteText, SealedDeskNote } from "../domain/desk-note.ts";
import { AccountId, ConsultationId, RegistrationId, VisitId } from "../domain/ids.ts";
import { Instant, LocalDate } from "../domain/seoul-time.ts";
import { oneLine } from "../domain/text.ts";
import { deskStaff, operations } from "./operation.ts";

const counsellors = { staff: ["counsellor"] } as const;
/** Who may strike a note: who wrote it, and managers. */
const strikers = { staff: ["counsellor", "manager"] } as const;
const why = z.strictObject({ reason: oneLine(120) });
const onNote = z.strictObject({ visitId: VisitId, consultationId: ConsultationId });

/** A note that came sealed and could not be written; only who wrote it sees it. */
export const RefusedNote = z.strictObject({
  visitId: VisitId,
  consultationId: ConsultationId,
  visitOn: z.nullable(LocalDate),
  receivedAt: Instant,
  refusal: DeskNoteRefusal,
  /** Whom it is about: a name, the number of a walk-in; null where neither is known any more. */
  whom: z.nullable(z.string()),
  isWalkIn: z.boolean(),
  /** Null where it does not open. */
  said: z.nullable(DeskNoteText),
});
export type RefusedNote = z.infer<typeof RefusedNote>;

/** The note of a talk with somebody who came without a registration. */
export const WalkInConsultation = z.strictObject({
  ...Consultation.shape,
  consultationId: ConsultationId,
  /** Who counselled; null once they work here no more. */
  byName: z.nullable(z.string()),
  isMine: z.boolean(),
});
export type WalkInConsultation = z.infer<typeof WalkInConsultation>;

/** Notes of talks that were written at the bus (상담일지), sealed on the phone. */
export const deskNoteOperations = operations({
  "PUT /api/office/visits/{visitId}/desk-notes/{consultationId}": {
    summary:
      "Hand in a note that was sealed on a phone. Any staff of the visit may hand in what a counsellor of it wrote (`byId`); the id is the phone's, so that the same note sent twice is one. It is opened after that; what cannot be written then is kept for who wrote it.",
    who: deskStaff,
    params: onNote,
    body: z.strictObject({ about: DeskNoteAbout, byId: AccountId, deviceId: DeviceId, sealed: SealedDeskNote }),
    answers: { 200: null, 201: null },
    problems: ["id-taken", "not-a-counsellor", "note-too-late", "note-of-nobody"],
  },
  "GET /api/office/desk-notes": {
    summary: "Notes of one's own that came and could not be written, the oldest first. A look is logged.",
    who: { ...counsellors, atAnyVisit: true },
    answers: { 200: z.strictObject({ notes: z.array(RefusedNote) }) },
    problems: [],
  },
  "PUT /api/office/visits/{visitId}/desk-notes/{consultationId}/mended": {
    summary: "Write a note of one's own that was refused, as it is mended.",
    who: counsellors,
    params: onNote,
    body: DeskNoteText,
    answers: { 204: null },
    problems: ["id-taken", "in-future", "note-struck"],
  },
  "DELETE /api/office/visits/{visitId}/desk-notes/{consultationId}": {
    summary: "Drop a note of one's own that was refused: its words go.",
    who: counsellors,
    params: onNote,
    answers: { 204: null },
    problems: [],
  },
  "GET /api/office/visits/{visitId}/walk-ins/{walkInId}/consultations": {
    summary: "Notes of talks with somebody who came without a registration, the newest first. A look is logged.",
    who: counsellors,
    params: z.strictObject({ visitId: VisitId, walkInId: CheckInEventId }),
    answers: { 200: z.strictObject({ consultations: z.array(WalkInConsultation) }) },
    problems: [],
  },
  "POST /api/office/visits/{visitId}/people/{registrationId}/consultations/{consultationId}/striking": {
    summary:
      "Strike a note that was written about the wrong person, by who wrote it or a manager: it is gone from everywhere, with what is still to be done because of it, and a certificate of its talk is invalid. The same note sent again, by a page or from a phone, does not come back. Who and why is logged. Sent again it changes nothing.",
    who: strikers,
    params: z.strictObject({ visitId: VisitId, registrationId: RegistrationId, consultationId: ConsultationId }),
    body: why,
    answers: { 204: null },
    problems: [],
  },
  "POST /api/office/visits/{visitId}/walk-ins/{walkInId}/consultations/{consultationId}/striking": {
    summary: "The same for a note about somebody who came without a registration.",
    who: strikers,
    params: z.strictObject({ visitId: VisitId, walkInId: CheckInEventId, consultationId: ConsultationId }),
    body: why,
    answers: { 204: null },
    problems: [],
  },
});
