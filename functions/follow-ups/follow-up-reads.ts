import type { FollowUpCause, NextStep } from "../../shared/domain/follow-up.ts";
import type { FollowUpTask, FollowUpWords } from "../../shared/domain/follow-up-told.ts";
import type {
  AccountId,
  BookingId,
  ConsultationId,
  FollowUpId,
  PersonId,
  ReferralId,
  RegistrationId,
  VisitId,
} from "../../shared/domain/ids.ts";
import type { StayMonth } from "../../shared/domain/placement.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { FollowUpState } from "../../shared/domain/states.ts";
import { type Db, findItem, type Item, queryItems, queryPartition } from "../platform/db.ts";
import { followUpKey, followUpPrefix, followUpsIndexPartition, personPartition } from "../platform/keys.ts";

/** One change of a follow-up, with its words; only ever added to the list. By nobody where it follows from what its person did. */
export type FollowUpStep = {
  at: Instant;
  byId?: AccountId;
  did: "postponed" | "handed" | "done" | "given-up" | "reopened";
  words: FollowUpWords;
};

export type StayOf = { month: StayMonth } & ({ bookingId: BookingId } | { referralId: ReferralId });

export type StoredFollowUp = Omit<NextStep, "what"> & {
  what: FollowUpTask;
  followUpId: FollowUpId;
  personId: PersonId;
  /** The registration by which they are found on the staff's pages. */
  visitId: VisitId;
  registrationId: RegistrationId;
  cause: FollowUpCause;
  consultationId?: ConsultationId;
  referralId?: ReferralId;
  /** Of which hire, after an interview or by a referral, it is asked whether it lasts, and after how many months. */
  stay?: StayOf;
  ownerId: AccountId;
  state: FollowUpState;
  openedAt: Instant;
  steps: FollowUpStep[];
};
export type FollowUpItem = Item & StoredFollowUp;

export const findFollowUp = (db: Db, personId: PersonId, followUpId: FollowUpId): Promise<FollowUpItem | undefined> =>
  findItem<FollowUpItem>(db, followUpKey(personId, followUpId));

/** Everything that was or is to be done for somebody. */
export const listFollowUpsOf = (db: Db, personId: PersonId): Promise<FollowUpItem[]> =>
  queryPartition<FollowUpItem>(db, personPartition(personId), followUpPrefix);

/** What somebody of the centre has to do, by day; a moment old. `after`: the place in the list after which to begin. */
export const listOpenFollowUps = (db: Db, ownerId: AccountId, after: string | undefined, limit: number): Promise<FollowUpItem[]> =>
  queryItems<FollowUpItem>(
    db,
    {
      IndexName: "gsi1",
      KeyConditionExpression: after === undefined ? "gsi1pk = :owner" : "gsi1pk = :owner AND gsi1sk > :after",
      ExpressionAttributeValues: { ":owner": followUpsIndexPartition(ownerId), ...(after !== undefined && { ":after": after }) },
    },
    limit,
  );

export const placeInList = ({ dueOn, followUpId }: Pick<FollowUpItem, "dueOn" | "followUpId">): string => `${dueOn}#${followUpId}`;
