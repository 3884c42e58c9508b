import type { AccountId, BookingId, EmployerId, PairingId, RegistrationId, SlotId, VisitId } from "../../shared/domain/ids.ts";
import { epochMsOf, type Instant, instantAt } from "../../shared/domain/seoul-time.ts";
import type { Db } from "../platform/db.ts";
import { visitLogKey } from "../platform/keys.ts";
import { transact, type Write } from "../platform/transact.ts";

/** Staff, or an employer by its device at a table. */
type ByWhom = { staffId: AccountId } | { pairingId: PairingId; employerId: EmployerId };

/** What staff and employers did for, or about, somebody: who, when, whose, why (`DESIGN.md` promises 4 and 9). */
export type VisitLogEntry = ByWhom & {
  visitId: VisitId;
  at: Instant;
  did:
    | "registered"
    | "withdrew"
    | "corrected"
    | "looked-at-details"
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
    | "renewed-ticket"
    | "gave-table-code"
    | "ended-table-pairing"
    | "looked-at-interviewee";
  /** Ids only, no words about anybody. */
  registrationId?: RegistrationId;
  bookingId?: BookingId;
  slotId?: SlotId;
  mailId?: string;
  employerId?: EmployerId;
  pairingId?: PairingId;
  reason?: string;
};

/** Only ever added; `id` keeps entries of one moment apart. */
export const addToVisitLog = (entry: VisitLogEntry, id: string): Write => ({
  Put: {
    Item: { ...visitLogKey(entry.visitId, entry.at, id), type: "visit-log", version: 1, ...entry },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

type Look = ByWhom & Pick<VisitLogEntry, "visitId" | "registrationId"> & { did: Extract<VisitLogEntry["did"], `looked-at-${string}`> };

const minuteOf = (now: Instant): Instant => instantAt(Math.floor(epochMsOf(now) / 60_000) * 60_000);

/** Promise 9: a look at names or numbers is in the log, once a minute, list or person, and who looks. */
export const noteLook = async (db: Db, look: Look, now: Instant): Promise<void> => {
  const who = "staffId" in look ? look.staffId : look.pairingId;
  const id = [look.did, who, ...(look.registrationId ? [look.registrationId] : [])].join("#");
  // Refused when this minute's look is there already.
  await transact(db, { log: addToVisitLog({ ...look, at: minuteOf(now) }, id) });
};
