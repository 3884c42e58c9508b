import type { AccountId, BookingId, EmployerId, PairingId, RegistrationId, SlotId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { visitLogKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";

/** Staff, or an employer by its device at a table. */
type ByWhom = { staffId: AccountId } | { pairingId: PairingId; employerId: EmployerId };

/** What staff and employers did for, or about, somebody: who, when, whose, why (`DESIGN.md` promise 4). What they looked at is in the ledger. */
export type VisitLogEntry = ByWhom & {
  visitId: VisitId;
  at: Instant;
  did:
    | "registered"
    | "registered-at-kiosk"
    | "withdrew"
    | "withdrew-consent"
    | "exported"
    | "erased"
    | "corrected"
    | "set-address"
    | "wrote-needs"
    | "took-back-needs"
    | "took-back-groups"
    | "shared-needs"
    | "took-back-share"
    | "confirmed"
    | "booked"
    | "moved"
    | "cancelled"
    | "gave-seat"
    | "noted-no-show"
    | "gave-seat-out-of-turn"
    | "sent-mail-again"
    | "called-instead-of-mail"
    | "revoked-device"
    | "renewed-ticket"
    | "gave-table-code"
    | "ended-table-pairing";
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
