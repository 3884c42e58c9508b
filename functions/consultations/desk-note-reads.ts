import type { CheckInEventId } from "../../shared/domain/check-in-event.ts";
import type { Consultation } from "../../shared/domain/consultation.ts";
import type { DeskNoteRefusal, DeskNoteState, DeskNoteText } from "../../shared/domain/desk-note.ts";
import type { AccountId, ConsultationId, PersonId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { type Db, findItem, type Item, queryItems, queryPartition } from "../platform/db.ts";
import { deskNoteKey, deskNotesIndexPartition, type Key, walkInPartition, walkInTalkKey, walkInTalkPrefix } from "../platform/keys.ts";

/** Whom a note is about: beside their person, or beside the walk-ins of the visit, so that it goes where they go. */
export type NotedPerson = { personId: PersonId; registrationId: RegistrationId } | { walkInId: CheckInEventId };

/** A note as a phone handed it in. Once it is written or dropped nothing of its words is here but what the walk-in's own note is. */
export type StoredDeskNote = {
  whom: NotedPerson;
  consultationId: ConsultationId;
  visitId: VisitId;
  byId: AccountId;
  uploadedBy: AccountId;
  receivedAt: Instant;
  /** SHA-256 of what was sealed, by which the same note is known again. */
  digest: string;
  state: DeskNoteState;
  sealed?: string;
  /** Its phone had been reported lost when it came: who wrote it says whether it is theirs. */
  isDoubted?: true;
  refusal?: DeskNoteRefusal;
  /** What it says, while it is refused. */
  said?: DeskNoteText;
};
export type DeskNoteItem = Item & StoredDeskNote;
/** The note of a talk with a walk-in, once it is written. */
export type WalkInTalkItem = DeskNoteItem & Consultation;

export const keyOfNote = ({ whom, visitId, consultationId }: Pick<StoredDeskNote, "whom" | "visitId" | "consultationId">): Key =>
  "walkInId" in whom ? walkInTalkKey(visitId, consultationId) : deskNoteKey(whom.personId, consultationId);

export const findDeskNote = (db: Db, key: Key): Promise<DeskNoteItem | undefined> => findItem<DeskNoteItem>(db, key);

/** What of somebody's could not be written; a moment old. */
export const listRefusedOf = (db: Db, byId: AccountId): Promise<DeskNoteItem[]> =>
  queryItems<DeskNoteItem>(db, {
    IndexName: "gsi1",
    KeyConditionExpression: "gsi1pk = :own",
    ExpressionAttributeValues: { ":own": deskNotesIndexPartition(byId) },
  });

/** Notes of talks with the walk-ins of a visit that are written. */
export const listWalkInTalks = async (db: Db, visitId: VisitId): Promise<WalkInTalkItem[]> =>
  (await queryPartition<WalkInTalkItem>(db, walkInPartition(visitId), walkInTalkPrefix)).filter(({ state }) => state === "written");
