import type { EmployerConsent } from "../../shared/domain/booking.ts";
import type { AccountId, EmployerId, PersonId, PostingId, ReferralId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { HiredByReferral } from "../../shared/domain/placement.ts";
import type { PostingDraft } from "../../shared/domain/posting.ts";
import type { AnsweredBy, ReferredSummary } from "../../shared/domain/referral.ts";
import type { Instant, LocalDate } from "../../shared/domain/seoul-time.ts";
import type { ReferralState } from "../../shared/domain/states.ts";
import { type Db, findItem, findItems, type Item, queryItems, queryPartition } from "../platform/db.ts";
import { personPartition, referralKey, referralPrefix, referralsIndexPartition } from "../platform/keys.ts";
import { idsOfSame } from "../registrations/person-reads.ts";

/** A job of a visit, with the words that it had when it was proposed: what somebody agreed to does not change under them. */
export type ReferredJob = {
  visitId: VisitId;
  postingId: PostingId;
  visitOn: LocalDate;
  placeNameKo: string;
  placeNameEn: string | null;
  employerId: EmployerId;
  employerNameKo: string;
  employerNameEn: string | null;
  draft: PostingDraft;
};

/** A referral, beside its person, so that it goes where they go. What the employer sees is there as long as they may. */
export type StoredReferral = {
  referralId: ReferralId;
  personId: PersonId;
  /** The registration by which their counsellor found them. */
  from: { visitId: VisitId; registrationId: RegistrationId };
  job: ReferredJob;
  why?: string | undefined;
  byId: AccountId;
  state: ReferralState;
  proposedAt: Instant;
  answeredAt?: Instant | undefined;
  answeredBy?: AnsweredBy | undefined;
  summary?: ReferredSummary | undefined;
  /** Under which of their records the enrolment stands that the summary is of. */
  enrolledAs?: PersonId | undefined;
  consent?: EmployerConsent | undefined;
  /** The consent once it is taken back, for its person to see what they agreed to. */
  formerConsent?: (EmployerConsent & { endedAt: Instant }) | undefined;
  /** The employer hired them without an interview at the bus, as the centre confirmed it. */
  hired?: (HiredByReferral & { confirmedAt: Instant; byId: AccountId }) | undefined;
  /** Everything that was agreed to for the employer ended with it. */
  endedWith?: "consent" | undefined;
  /** In a table that was restored: everybody was told then. */
  isTold?: true | undefined;
};
export type ReferralItem = Item & StoredReferral;

/** By person, or by any of their records. */
export const findReferralOf = async (db: Db, personId: PersonId, referralId: ReferralId): Promise<ReferralItem | undefined> => {
  for (const id of await idsOfSame(db, personId)) {
    const item = await findItem<ReferralItem>(db, referralKey(id, referralId));
    if (item) return item;
  }
  return undefined;
};

/** Everything that was proposed to somebody, under each of their records, the newest first. */
export const listReferralsOf = async (db: Db, personId: PersonId): Promise<ReferralItem[]> => {
  const ids = await idsOfSame(db, personId);
  const lists = await Promise.all(ids.map((id) => queryPartition<ReferralItem>(db, personPartition(id), referralPrefix)));
  return lists.flat().sort((a, b) => b.proposedAt.localeCompare(a.proposedAt) || b.referralId.localeCompare(a.referralId));
};

type SentReferral = ReferralItem & { summary: ReferredSummary; answeredAt: Instant };
const isSent = (item: ReferralItem | undefined): item is SentReferral =>
  item?.state === "sent" && item.consent !== undefined && item.summary !== undefined;

/** Whether what it shows is of its person: two records that were taken for one may be of two by now. */
const isTheirs = async (db: Db, { personId, enrolledAs = personId }: ReferralItem): Promise<boolean> =>
  enrolledAs === personId || (await idsOfSame(db, personId)).includes(enrolledAs);

/**
 * Who is referred to an employer for a visit, in order of application. The index says whom to look for and may be a moment old; whether they are still to be seen
 * is read from the items themselves (promise 8).
 */
export const listReferredTo = async (db: Db, visitId: VisitId, employerId: EmployerId): Promise<SentReferral[]> => {
  const found = await queryItems<Item>(db, {
    IndexName: "gsi1",
    KeyConditionExpression: "gsi1pk = :sent",
    ExpressionAttributeValues: { ":sent": referralsIndexPartition(visitId, employerId) },
  });
  const items = (await findItems(db, found)) as (ReferralItem | undefined)[];
  const sent = items.filter(isSent).filter(({ job }) => job.visitId === visitId && job.employerId === employerId);
  const areTheirs = await Promise.all(sent.map((item) => isTheirs(db, item)));
  return sent.filter((_, i) => areTheirs[i]);
};
