import type { Consultation } from "../../shared/domain/consultation.ts";
import type { AccountId, ConsultationId, FollowUpId, PersonId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { type Db, findItem, type Item, queryItems, queryPartition } from "../platform/db.ts";
import { consultationKey, consultationPrefix, consultationsIndexPartition, personPartition } from "../platform/keys.ts";

/** The note of a talk (상담일지). Beside its person, so that it goes where they go. */
export type StoredConsultation = Consultation & {
  consultationId: ConsultationId;
  personId: PersonId;
  /** The registration with which they came to talk. */
  visitId: VisitId;
  registrationId: RegistrationId;
  byId: AccountId;
  writtenAt: Instant;
  /** What was to be done next, where something was. */
  followUpId?: FollowUpId;
};
export type ConsultationItem = Item & StoredConsultation;

export const findConsultation = (db: Db, personId: PersonId, id: ConsultationId): Promise<ConsultationItem | undefined> =>
  findItem<ConsultationItem>(db, consultationKey(personId, id));

/** A talk of a visit, as it is counted; with whom it was is known of nobody who came without a registration. */
export type TalkOfVisit = Pick<ConsultationItem, "kind" | "heldAt"> & { personId?: PersonId };

/** The talks of a visit, those with walk-ins too; a moment old. */
export const listTalksAt = (db: Db, visitId: VisitId): Promise<TalkOfVisit[]> =>
  queryItems<TalkOfVisit & Item>(db, {
    IndexName: "gsi1",
    KeyConditionExpression: "gsi1pk = :talks",
    ExpressionAttributeValues: { ":talks": consultationsIndexPartition(visitId) },
  });

export const listConsultationsOf = (db: Db, personId: PersonId): Promise<ConsultationItem[]> =>
  queryPartition<ConsultationItem>(db, personPartition(personId), consultationPrefix);
