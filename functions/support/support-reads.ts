import type { BookingId, EmployerId, PersonId, VisitId } from "../../shared/domain/ids.ts";
import { type Need, Needs, type SupportGroup, SupportGroups } from "../../shared/domain/support.ts";
import type { ItemConsent } from "../consents/consent-writes.ts";
import { type Db, findItem, type Item, queryItems, queryPartition } from "../platform/db.ts";
import { type Key, needsKey, needsShareKey, needsSharePrefix, supportGroupsKey, supportPartition } from "../platform/keys.ts";
import { keyFor, openText } from "../platform/seal-text.ts";

/** Answers sealed, with what was agreed to for them. */
export type SupportItem = Item & ItemConsent & { personId: PersonId; sealed: string };
export type ShareItem = SupportItem & { visitId: VisitId; bookingId: BookingId; employerId: EmployerId };

/** `now` seals what people need. `before` did, drawn from the secret that seals tickets: what it sealed opens until it is said anew. */
export type SupportKeys = { now: Uint8Array; before: Uint8Array };

export const supportKeysOf = ({
  supportSealKey,
  ticketSealKey,
}: {
  supportSealKey: Uint8Array;
  ticketSealKey: Uint8Array;
}): SupportKeys => ({ now: keyFor(supportSealKey, "jobstop/support/v2"), before: keyFor(ticketSealKey, "jobstop/support/v1") });

/** Stands before what is sealed under the key of now; no sealed text has such a sign in it. */
export const sealedNow = "2.";

/** Where something sealed belongs: copied to another person, or from groups to needs, it does not open. */
export const placeOf = ({ pk, sk }: Key): string => `${pk}|${sk}`;

const openCodes = ({ now, before }: SupportKeys, item: SupportItem): unknown => {
  const { sealed } = item;
  const isOfNow = sealed.startsWith(sealedNow);
  return JSON.parse(openText(isOfNow ? now : before, placeOf(item), isOfNow ? sealed.slice(sealedNow.length) : sealed));
};

export type Answer<T> = { codes: T[]; givenAt: SupportItem["givenAt"]; textVersion: string };
const answerOf = <T>(item: SupportItem, codes: T[]): Answer<T> => ({ codes, givenAt: item.givenAt, textVersion: item.textVersion });

export const findNeeds = async (db: Db, keys: SupportKeys, personId: PersonId): Promise<Answer<Need> | undefined> => {
  const item = await findItem<SupportItem>(db, needsKey(personId));
  return item && answerOf(item, Needs.parse(openCodes(keys, item)));
};

export const findGroups = async (db: Db, keys: SupportKeys, personId: PersonId): Promise<Answer<SupportGroup> | undefined> => {
  const item = await findItem<SupportItem>(db, supportGroupsKey(personId));
  return item && answerOf(item, SupportGroups.parse(openCodes(keys, item)));
};

export type Share = { visitId: VisitId; employerId: EmployerId; bookingId: BookingId; codes: Need[] };
const shareOf = (keys: SupportKeys, item: ShareItem): Share => ({
  ...{ visitId: item.visitId, employerId: item.employerId, bookingId: item.bookingId },
  codes: Needs.parse(openCodes(keys, item)),
});

export const findShare = async (
  db: Db,
  keys: SupportKeys,
  { personId, visitId, bookingId }: { personId: PersonId; visitId: VisitId; bookingId: BookingId },
): Promise<Share | undefined> => {
  const item = await findItem<ShareItem>(db, needsShareKey(personId, visitId, bookingId));
  return item && shareOf(keys, item);
};

export const listShares = async (db: Db, keys: SupportKeys, personId: PersonId): Promise<Share[]> =>
  (await queryPartition<ShareItem>(db, supportPartition(personId), needsSharePrefix)).map((item) => shareOf(keys, item));

/** What was agreed to for answers and shares, without opening them. */
export const listSupportItems = (db: Db, personId: PersonId): Promise<(SupportItem | ShareItem)[]> =>
  queryItems<SupportItem | ShareItem>(db, {
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": supportPartition(personId) },
  });

/** The codes in an item of these types, for the person whose they are; undefined of any other. */
export const openedCodes = (keys: SupportKeys, item: Item): unknown =>
  item.type === "support-needs" || item.type === "support-groups" || item.type === "support-share"
    ? openCodes(keys, item as SupportItem)
    : undefined;
