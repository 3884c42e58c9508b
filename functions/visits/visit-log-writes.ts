import type { AccountId, BookingId, EmployerId, PairingId, RegistrationId, SlotId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { VisitAct } from "../../shared/domain/visit-act.ts";
import { visitLogKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";

/** Staff, or an employer by its device at a table. */
type ByWhom = { staffId: AccountId } | { pairingId: PairingId; employerId: EmployerId };

/** What staff and employers did for, or about, somebody: who, when, whose, why (`DESIGN.md` promise 4). What they looked at is in the ledger. */
export type VisitLogEntry = ByWhom & {
  visitId: VisitId;
  at: Instant;
  did: VisitAct;
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
