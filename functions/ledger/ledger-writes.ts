import type { LookKind, Whose } from "../../shared/domain/access-log.ts";
import type { AccountId, EmployerId, PairingId } from "../../shared/domain/ids.ts";
import { addMinutes, type Instant } from "../../shared/domain/seoul-time.ts";
import type { StaffRole } from "../../shared/domain/states.ts";
import { type Db, putIfAbsent } from "../platform/db.ts";
import { expiresAt } from "../platform/keys.ts";
import { aboutPartition, byPartition, ledgerEntryKey, ledgerIndexes } from "../platform/ledger-keys.ts";

/** Who did it: staff in one of their roles, a member of an employer, an employer's device at its table. */
export type ByWhom = { accountId: AccountId; role?: StaffRole; employerId?: EmployerId } | { pairingId: PairingId; employerId: EmployerId };

/** What was done with personal data of others: ids and codes only, no names and no words about anybody (`DESIGN.md` promise 9). */
export type LedgerEntry = Partial<Whose> & {
  at: Instant;
  /** Until when the same look counts as this one. */
  until?: Instant;
  kind: LookKind;
  by: ByWhom;
  /** Tells sessions apart, and opens none. */
  session: string;
  /** The sender's address as the edge saw it. */
  ip: string;
  /** The phone that asked, where it says so. */
  deviceId?: string;
};

/** Two years (개인정보의 안전성 확보조치 기준 제8조); leap days are on the safe side. */
const keptDays = 2 * 366;

/** Adds an entry, unless one of this id stands there; answers whether it was added. An entry that cannot be added throws. */
export const addToLedger = (ledger: Db, entry: LedgerEntry, entryId: string): Promise<boolean> => {
  const index = { entryId, by: byPartition(entry.by), about: aboutPartition(entry) };
  return putIfAbsent(ledger, {
    ...{ ...ledgerEntryKey(entryId), ...ledgerIndexes(entry, index), type: "ledger-entry", entryId },
    ...{ ...entry, expiresAt: expiresAt(addMinutes(entry.at, keptDays * 24 * 60)) },
  });
};
