import type { ConcernDraft, ConcernStanding, TalkContact } from "../../shared/domain/concern.ts";
import type { AccountId, ConcernId, EmployerId, LeadId, TalkId, VisitId } from "../../shared/domain/ids.ts";
import { monthOf, monthsBetween } from "../../shared/domain/months.ts";
import { addDays, type Instant, instantOf, type LocalDate, LocalTime } from "../../shared/domain/seoul-time.ts";
import type { ConcernState } from "../../shared/domain/states.ts";
import type { BusinessNumber } from "../../shared/domain/text.ts";
import { type Db, findItem, findItems, type Item, queryItems, queryPartition } from "../platform/db.ts";
import {
  concernCountPartition,
  concernKey,
  concernsIndexPartition,
  employerPartition,
  employerTalkPrefix,
  talkKey,
  talkNumberKey,
  talkPartition,
  talksIndexPartition,
} from "../platform/keys.ts";

/** A firm at a CEO talk as it is kept. */
export type StoredTalk = {
  talkId: TalkId;
  visitId: VisitId;
  nameKo: string;
  businessNumber?: BusinessNumber;
  /** The firm that signs in, where it is one. */
  employerId?: EmployerId;
  /** The firm that was found from which it was signed up. */
  leadId?: LeadId;
  contact: TalkContact;
  signedUpAt: Instant;
  /** Who of the firm, or of the centre, signed it up. */
  byId: AccountId;
  /** When something was last written of it. */
  changedAt: Instant;
};
export type TalkItem = Item & StoredTalk;

export type StoredConcern = ConcernDraft & {
  talkId: TalkId;
  broughtOn: LocalDate;
  state: Exclude<ConcernState, "withdrawn">;
  ownerId?: AccountId;
  dueOn?: LocalDate;
  /** `edition`: it was written so many times; each is told. */
  answer?: { text: string; at: Instant; byId: AccountId; edition: number };
};
export type ConcernItem = Item & StoredConcern;

/** What is left of a concern when it is no longer kept; it names nobody. */
export type ConcernCountItem = Item & ConcernStanding & Pick<ConcernDraft, "concernId" | "category"> & { broughtOn: LocalDate };

export const findTalk = (db: Db, talkId: TalkId): Promise<TalkItem | undefined> => findItem<TalkItem>(db, talkKey(talkId));

/** Which sign-up for a visit has a business number. */
export const findTalkNumber = (db: Db, { businessNumber, visitId }: StoredTalk): Promise<(Item & { talkId: TalkId }) | undefined> =>
  businessNumber ? findItem<Item & { talkId: TalkId }>(db, talkNumberKey(businessNumber, visitId)) : Promise.resolve(undefined);

export const findTalks = async (db: Db, ids: readonly TalkId[]): Promise<Map<TalkId, TalkItem>> => {
  const items = ids.length > 0 ? ((await findItems(db, [...new Set(ids)].map(talkKey))) as (TalkItem | undefined)[]) : [];
  return new Map(items.flatMap((item) => (item ? [[item.talkId, item]] : [])));
};

export const findConcern = (db: Db, talkId: TalkId, concernId: ConcernId): Promise<ConcernItem | undefined> =>
  findItem<ConcernItem>(db, concernKey(talkId, concernId));

/** What a firm brought, in the order in which it did. */
export const listConcernsOf = async (db: Db, talkId: TalkId): Promise<ConcernItem[]> =>
  queryItems<ConcernItem>(db, {
    KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
    ExpressionAttributeValues: { ":pk": talkPartition(talkId), ":prefix": "CONCERN#" },
  });

/** At most so many talks of one firm are shown. */
const mostTalks = 100;

/** Talks of a firm that signs in, the newest first. */
export const listTalksOf = async (db: Db, employerId: EmployerId): Promise<TalkItem[]> => {
  const pointers = await queryItems<Item & { talkId: TalkId }>(
    db,
    {
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
      ExpressionAttributeValues: { ":pk": employerPartition(employerId), ":prefix": employerTalkPrefix },
    },
    mostTalks,
  );
  const talks = await findTalks(
    db,
    pointers.map(({ talkId }) => talkId),
  );
  return [...talks.values()].toSorted((a, b) => b.signedUpAt.localeCompare(a.signedUpAt));
};

/** A page of all concerns: without an answer those that nobody has first, then by day; answered ones the newest first; a moment old. */
export const listConcerns = (db: Db, list: "open" | "answered", after: string | undefined, limit: number): Promise<ConcernItem[]> => {
  const isOpen = list === "open";
  const beyond = isOpen ? "gsi1sk > :after" : "gsi1sk < :after";
  return queryItems<ConcernItem>(
    db,
    {
      IndexName: "gsi1",
      KeyConditionExpression: after === undefined ? "gsi1pk = :list" : `gsi1pk = :list AND ${beyond}`,
      ExpressionAttributeValues: { ":list": concernsIndexPartition(list), ...(after !== undefined && { ":after": after }) },
      ScanIndexForward: isOpen,
    },
    limit,
  );
};
/** What a concern is ordered by in its list. */
export const orderOf = ({ dueOn, answer }: Pick<StoredConcern, "dueOn" | "answer">): string => answer?.at ?? dueOn ?? "0";
export const placeOfConcern = (concern: Pick<StoredConcern, "dueOn" | "answer" | "concernId">): string =>
  `${orderOf(concern)}#${concern.concernId}`;

/** Talks of which nothing was written since a day; a moment old. */
export const listTalksUntil = (db: Db, until: LocalDate, limit: number): Promise<TalkItem[]> =>
  queryItems<TalkItem>(
    db,
    {
      IndexName: "gsi1",
      KeyConditionExpression: "gsi1pk = :talks AND gsi1sk < :end",
      ExpressionAttributeValues: { ":talks": talksIndexPartition, ":end": instantOf(addDays(until, 1), LocalTime.parse("00:00")) },
    },
    limit,
  );

/** Where the concerns stand that were brought from one day to another, month by month. */
export const listConcernCounts = async (db: Db, from: LocalDate, to: LocalDate): Promise<ConcernCountItem[]> => {
  const months = await Promise.all(
    monthsBetween(monthOf(from), monthOf(to)).map((month) => queryPartition<ConcernCountItem>(db, concernCountPartition(month), "2")),
  );
  return months.flat().filter(({ broughtOn }) => broughtOn >= from && broughtOn <= to);
};

/** Mails that tell of a concern's answer, one each time that it was written. */
export const answerMailId = ({ talkId, concernId }: Pick<StoredConcern, "talkId" | "concernId">, edition: number): string =>
  `${talkId}.${concernId}.answered.${edition}`;
