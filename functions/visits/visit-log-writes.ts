import type { AccountId, BookingId, RegistrationId, SlotId, VisitId } from "../../shared/domain/ids.ts";
import { epochMsOf, type Instant, instantAt } from "../../shared/domain/seoul-time.ts";
import type { Db } from "../platform/db.ts";
import { visitLogKey } from "../platform/keys.ts";
import { transact, type Write } from "../platform/transact.ts";

/** What staff did for, or about, somebody: who, when, whose, why (`DESIGN.md` promises 4 and 9). */
export type VisitLogEntry = {
  visitId: VisitId;
  at: Instant;
  staffId: AccountId;
  did:
    | "registered"
    | "confirmed"
    | "booked"
    | "moved"
    | "cancelled"
    | "gave-seat"
    | "noted-no-show"
    | "gave-seat-out-of-turn"
    | "looked-at-unconfirmed"
    | "looked-at-undelivered"
    | "sent-mail-again"
    | "called-instead-of-mail"
    | "looked-at-walk-ins"
    | "looked-at-found"
    | "revoked-device"
    | "renewed-ticket";
  /** Ids only, no words about anybody. */
  registrationId?: RegistrationId;
  bookingId?: BookingId;
  slotId?: SlotId;
  mailId?: string;
  reason?: string;
};

/** Only ever added; `id` keeps entries of one moment apart. */
export const addToVisitLog = (entry: VisitLogEntry, id: string): Write => ({
  Put: {
    Item: { ...visitLogKey(entry.visitId, entry.at, id), type: "visit-log", version: 1, ...entry },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

type Look = Pick<VisitLogEntry, "visitId" | "staffId"> & { did: Extract<VisitLogEntry["did"], `looked-at-${string}`> };

const minuteOf = (now: Instant): Instant => instantAt(Math.floor(epochMsOf(now) / 60_000) * 60_000);

/** Promise 9: a look at names or numbers is in the log, once a minute, list and person who looks. */
export const noteLook = async (db: Db, { visitId, staffId, did }: Look, now: Instant): Promise<void> => {
  // Refused when this minute's look is there already.
  await transact(db, { log: addToVisitLog({ visitId, at: minuteOf(now), staffId, did }, `${did}#${staffId}`) });
};
