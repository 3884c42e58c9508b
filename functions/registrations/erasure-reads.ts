import type { Booking } from "../../shared/domain/booking.ts";
import type { AccountId, PersonId, VisitId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import type { Instant, LocalDate } from "../../shared/domain/seoul-time.ts";
import { type Db, findItem, type Item, queryItems, queryPartition } from "../platform/db.ts";
import { erasureKey, erasuresIndexPartition, lockedFormPartition, lockedFormPrefix } from "../platform/keys.ts";

/** Who wanted it: the person, staff for somebody who cannot themselves, or the end of the time for which data are kept. */
export type ErasedFor = "person" | "centre" | "retention";

/**
 * That somebody is being erased. It is put in the moment in which nobody finds them by name any more, holds what is needed to go on after a crash and to tell
 * them by mail, and is gone with the last step.
 */
export type Erasure = {
  personId: PersonId;
  at: Instant;
  wantedBy: ErasedFor;
  /** Of the form that is locked apart; random, so that it leads nowhere. */
  lockId: string;
  name?: string;
  birthYear?: number;
  locale?: Locale;
  mail?: string;
  /** Staff wrote the address down, and nobody proved it: the mail there names nobody. */
  isUnproven?: true;
  /** The account, where it is erased with its person; whoever works for the centre or an employer keeps theirs. */
  accountId?: AccountId;
  /** Who the person is, too: erased with them. */
  others?: PersonId[];
  /** Interviews that were cancelled with it, as they were; told with it. */
  cancelled: { visitId: VisitId; booking: Booking }[];
  /** Of a table that was restored: they were told then. */
  isTold?: true;
};
export type ErasureItem = Item & Erasure;

export const findErasure = (db: Db, personId: PersonId): Promise<ErasureItem | undefined> =>
  findItem<ErasureItem>(db, erasureKey(personId));

/** Erasures that are not done, the oldest first; a moment old. */
export const listErasures = (db: Db): Promise<ErasureItem[]> =>
  queryItems<ErasureItem>(db, {
    IndexName: "gsi1",
    KeyConditionExpression: "gsi1pk = :erasures",
    ExpressionAttributeValues: { ":erasures": erasuresIndexPartition },
  });

/** The application form of somebody who was erased, which the law makes the centre keep for a year; apart, and under a key that nothing else names. */
export type LockedForm = {
  lockId: string;
  lockedOn: LocalDate;
  keptUntil: LocalDate;
  name: string;
  birthYear: number;
  registrations: { registeredOn: LocalDate; visitOn: LocalDate }[];
};

/** Forms that were locked in a month, `YYYY-MM`. */
export const listLockedForms = (db: Db, month: string): Promise<(Item & LockedForm)[]> =>
  queryPartition<Item & LockedForm>(db, lockedFormPartition(month), lockedFormPrefix);
