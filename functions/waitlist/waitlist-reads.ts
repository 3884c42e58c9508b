import type { OfferId, RegistrationId, VisitId, WaitId } from "../../shared/domain/ids.ts";
import type { Instant, LocalDate } from "../../shared/domain/seoul-time.ts";
import type { ListName } from "../../shared/domain/slot.ts";
import { byApplication, type WaitlistEntry } from "../../shared/domain/waitlist.ts";
import { type Db, findItem, findItems, type Item, queryItems, queryPartition } from "../platform/db.ts";
import {
  offersIndexPartition,
  waitlistEntryKey,
  waitlistEntryPrefix,
  waitlistKey,
  waitlistPartition,
  waitlistsIndexPartition,
} from "../platform/keys.ts";
import type { AgendaWait } from "../registrations/registration-reads.ts";

/** How the last offer of an entry ended, if it was not taken. `withdrawn`: its time is not to be had any more, or is another. */
export type EndedOffer = { offerId: OfferId; how: "expired" | "declined" | "withdrawn" };
export type WaitlistEntryItem = Item & { visitId: VisitId; registrationId: RegistrationId; entry: WaitlistEntry; ended?: EndedOffer };
type WaitlistItem = Item & { visitId: VisitId; list: ListName };

/** Whether a list stands: once it does, for ever. */
export const hasList = async (db: Db, visitId: VisitId, list: ListName): Promise<boolean> =>
  (await findItem(db, waitlistKey(visitId, list))) !== undefined;

/** Everybody in a list, in order of application. */
export const listEntries = (db: Db, visitId: VisitId, list: ListName): Promise<WaitlistEntryItem[]> =>
  queryPartition<WaitlistEntryItem>(db, waitlistPartition(visitId, list), waitlistEntryPrefix);

export const findEntry = (
  db: Db,
  visitId: VisitId,
  waitId: WaitId,
  { list, appliedAt }: AgendaWait,
): Promise<WaitlistEntryItem | undefined> => findItem<WaitlistEntryItem>(db, waitlistEntryKey(visitId, list, appliedAt, waitId));

/** A person's entries that are open, in one batch. */
export const findEntriesOf = async (
  db: Db,
  visitId: VisitId,
  waits: Readonly<Record<WaitId, AgendaWait>>,
): Promise<WaitlistEntryItem[]> => {
  const open = (Object.entries(waits) as [WaitId, AgendaWait][]).filter(([, wait]) => !wait.closed);
  const items = await findItems(
    db,
    open.map(([waitId, { list, appliedAt }]) => waitlistEntryKey(visitId, list, appliedAt, waitId)),
  );
  return (items as (WaitlistEntryItem | undefined)[]).filter((item) => item !== undefined);
};

/** Lists in which somebody has waited, of visits from a date on. */
export const listWaitlists = (db: Db, from: LocalDate): Promise<WaitlistItem[]> =>
  queryItems<WaitlistItem>(db, {
    IndexName: "gsi1",
    KeyConditionExpression: "gsi1pk = :lists AND gsi1sk >= :from",
    ExpressionAttributeValues: { ":lists": waitlistsIndexPartition, ":from": from },
  });

/** Everybody who waits at a visit, in order of application. */
export const listEntriesOfVisit = async (db: Db, visitId: VisitId, date: LocalDate): Promise<WaitlistEntryItem[]> => {
  const lists = await queryItems<WaitlistItem>(db, {
    IndexName: "gsi1",
    KeyConditionExpression: "gsi1pk = :lists AND begins_with(gsi1sk, :visit)",
    ExpressionAttributeValues: { ":lists": waitlistsIndexPartition, ":visit": `${date}#${visitId}#` },
  });
  const entries = await Promise.all(lists.map(({ list }) => listEntries(db, visitId, list)));
  return entries.flat().sort((a, b) => byApplication(a.entry, b.entry));
};

/** Entries whose offer has ended by now, the oldest first. As the index has them: what is done about one names its offer. */
export const listOverdueOffers = (db: Db, now: Instant): Promise<WaitlistEntryItem[]> =>
  queryItems<WaitlistEntryItem>(db, {
    IndexName: "gsi1",
    KeyConditionExpression: "gsi1pk = :offers AND gsi1sk < :after",
    // "~" is after every id
    ExpressionAttributeValues: { ":offers": offersIndexPartition, ":after": `${now}#~` },
  });
