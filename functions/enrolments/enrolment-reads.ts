import type { Enrolment } from "../../shared/contract/enrolments.ts";
import { type EnrolmentDraft, enrolmentStanding } from "../../shared/domain/enrolment.ts";
import type { AccountId, PersonId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant, LocalDate } from "../../shared/domain/seoul-time.ts";
import type { EnrolmentState } from "../../shared/domain/states.ts";
import type { ItemConsent } from "../consents/consent-writes.ts";
import { type Db, findItems, type Item, queryItems } from "../platform/db.ts";
import { enrolmentKey, enrolmentsIndexPartition } from "../platform/keys.ts";
import { idsOfSame } from "../registrations/person-reads.ts";

/** What somebody looks for, beside its person, so that it goes where they go. Ended it has neither words nor consent. */
export type StoredEnrolment = {
  personId: PersonId;
  state: EnrolmentState;
  draft?: EnrolmentDraft | undefined;
  consent?: ItemConsent | undefined;
  writtenAt: Instant;
  /** The version that was on the screen when it was written; 0 where there was none. */
  writtenOver?: number | undefined;
  /** Who wrote it down for them, or accepted it. */
  byId?: AccountId | undefined;
  acceptedOn?: LocalDate | undefined;
  /** Its last day in Seoul. */
  validUntil?: LocalDate | undefined;
  /** The last day of which they were reminded. */
  remindedOf?: LocalDate | undefined;
  endedAt?: Instant | undefined;
  /** By which their mails are told of: where they were last accepted. */
  visitId?: VisitId | undefined;
  registrationId?: RegistrationId | undefined;
};
export type EnrolmentItem = Item & StoredEnrolment;
/** One that is not ended. */
export type LiveEnrolment = EnrolmentItem & { draft: EnrolmentDraft };

const isLive = (item: EnrolmentItem | undefined): item is LiveEnrolment => item?.draft !== undefined;

const over = ({ writtenOver = 0 }: EnrolmentItem): number => writtenOver;

/** Of what stands under several records of one person: a live one before one that ended, then the one written last. */
export const enrolmentThatCounts = (found: readonly (EnrolmentItem | undefined)[]): EnrolmentItem | undefined =>
  found
    .filter((item) => item !== undefined)
    .sort((a, b) => Number(isLive(b)) - Number(isLive(a)) || b.writtenAt.localeCompare(a.writtenAt) || over(b) - over(a))[0];

/** The enrolment of somebody, under whichever of their records. */
export const findEnrolmentOf = async (db: Db, personId: PersonId): Promise<EnrolmentItem | undefined> =>
  enrolmentThatCounts((await findItems(db, (await idsOfSame(db, personId)).map(enrolmentKey))) as (EnrolmentItem | undefined)[]);

export const findLiveEnrolment = async (db: Db, personId: PersonId): Promise<LiveEnrolment | undefined> => {
  const item = await findEnrolmentOf(db, personId);
  return isLive(item) ? item : undefined;
};

/** What somebody looks for by whom jobs may be proposed: accepted, and not over on this day. */
export const findRunningEnrolment = async (db: Db, personId: PersonId, today: LocalDate): Promise<LiveEnrolment | undefined> => {
  const item = await findLiveEnrolment(db, personId);
  return item && enrolmentStanding(item, today) === "accepted" ? item : undefined;
};

export const enrolmentOf = (item: LiveEnrolment, today: LocalDate): Enrolment => ({
  ...{ draft: item.draft, writtenAt: item.writtenAt, version: item.version },
  standing: enrolmentStanding(item, today) as Enrolment["standing"],
  ...{ acceptedOn: item.acceptedOn ?? null, validUntil: item.validUntil ?? null },
});

/** Enrolments that run and whose last day is between two days, both included. The index may be a moment old: what is done with one is conditional on it. */
export const listEnrolmentsEnding = (db: Db, from: LocalDate, to: LocalDate): Promise<EnrolmentItem[]> =>
  queryItems<EnrolmentItem>(db, {
    IndexName: "gsi1",
    KeyConditionExpression: "gsi1pk = :running AND gsi1sk BETWEEN :from AND :to",
    ExpressionAttributeValues: { ":running": enrolmentsIndexPartition, ":from": from, ":to": `${to}#~` },
  });
