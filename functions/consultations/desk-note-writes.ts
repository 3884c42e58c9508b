import type { Consultation } from "../../shared/domain/consultation.ts";
import type { DeskNoteRefusal, DeskNoteText } from "../../shared/domain/desk-note.ts";
import type { ConsultationId, PersonId } from "../../shared/domain/ids.ts";
import { consultationsIndex, deskNoteKey, deskNotesIndex } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";
import type { StoredConsultation } from "./consultation-reads.ts";
import { type DeskNoteItem, keyOfNote, type StoredDeskNote } from "./desk-note-reads.ts";

const typeOf = ({ whom }: StoredDeskNote) => ("walkInId" in whom ? "walk-in-consultation" : "desk-note");

/** A note as it came, once. */
export const addDeskNote = (note: StoredDeskNote): Write => ({
  Put: { Item: { ...keyOfNote(note), type: typeOf(note), version: 1, ...note }, ConditionExpression: "attribute_not_exists(pk)" },
});

/** Refused when it has changed since it was read. */
const change = (item: DeskNoteItem, attributes: Readonly<Record<string, unknown>>): Write =>
  upsert(keyOfNote(item), typeOf(item), attributes, { expression: "version = :seen", values: { ":seen": item.version } });

const closed = { sealed: undefined, refusal: undefined, said: undefined, gsi1pk: undefined, gsi1sk: undefined };

/** The note of somebody registered is written where their notes are: nothing of it is left here. */
export const settleDeskNote = (item: DeskNoteItem, state: "written" | "dropped"): Write => change(item, { ...closed, state });

/** That of a walk-in stands here, and is counted among the talks of the visit. */
export const writeWalkInTalk = (item: DeskNoteItem, { kind, channel, outcomes, note, heldAt }: Consultation): Write =>
  change(item, {
    ...{ ...closed, state: "written", kind, channel, outcomes, note, heldAt },
    ...consultationsIndex(item.visitId, heldAt, item.consultationId),
  });

/** That of a walk-in is none: that it came and was struck stays, and none of its words. */
export const strikeWalkInTalk = (item: DeskNoteItem): Write =>
  change(item, {
    ...{ ...closed, state: "struck", kind: undefined, channel: undefined, outcomes: undefined, note: undefined, heldAt: undefined },
  });

/** That a note of somebody registered was struck, whether it came by a phone or not: so that it is known when it comes again. */
export const markStruck = ({ personId, registrationId, visitId, consultationId, byId, writtenAt }: StoredConsultation): Write => {
  const mark: StoredDeskNote = {
    ...{ whom: { personId, registrationId }, consultationId, visitId, byId, uploadedBy: byId, receivedAt: writtenAt },
    ...{ digest: "", state: "struck" },
  };
  return upsert(keyOfNote(mark), typeOf(mark), { ...closed, ...mark });
};

/** A condition: this note was not struck. */
export const unlessStruck = (personId: PersonId, consultationId: ConsultationId): Write => ({
  ConditionCheck: {
    Key: deskNoteKey(personId, consultationId),
    ConditionExpression: "attribute_not_exists(pk) OR #state <> :struck",
    ExpressionAttributeNames: { "#state": "state" },
    ExpressionAttributeValues: { ":struck": "struck" },
  },
});

/** Waits for who wrote it, with what it says where it opens; what does not open stays sealed. */
export const refuseDeskNote = (item: DeskNoteItem, refusal: DeskNoteRefusal, said: DeskNoteText | undefined): Write =>
  change(item, {
    ...{ state: "refused", refusal, said, ...(said && { sealed: undefined }) },
    ...deskNotesIndex(item.byId, item.receivedAt, item.consultationId),
  });
