import { keptAs, type LogKind, type Whose } from "../../shared/domain/access-log.ts";
import type { AccountId, EmployerId, PairingId } from "../../shared/domain/ids.ts";
import { keptUntil } from "../../shared/domain/retention.ts";
import { type Instant, instantOf, type LocalDate, LocalTime, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import type { StaffRole } from "../../shared/domain/states.ts";
import type { SignedIn } from "../platform/actor.ts";
import { type Db, putIfAbsent } from "../platform/db.ts";
import { expiresAt, type Key } from "../platform/keys.ts";
import { aboutPartition, accountPartition, ledgerEntryKey, ledgerIndexes, pairingPartition } from "../platform/ledger-keys.ts";
import { digestOf } from "../platform/limits.ts";
import type { Write } from "../platform/transact.ts";

/**
 * Who did it: staff in one of their roles, or a member of an employer; an employer's device at its table; whoever has rights on the table itself, at a terminal;
 * somebody with an address that opens nothing, told from others by a hash under the pepper.
 */
export type ByWhom =
  | { accountId: AccountId; role?: StaffRole; employerId?: EmployerId }
  | { pairingId: PairingId; employerId: EmployerId }
  | { operator: true }
  | { addressHash: string };

/** Who did it, and from where. */
export type Doer = {
  by: ByWhom;
  /** Tells sign-ins apart through all their sessions, and opens none. */
  session?: string;
  /** The sender's address as the edge saw it. */
  ip?: string;
};

/** What was done with personal data of others, or with rights to see them: ids and codes only, no names and no words about anybody (`DESIGN.md` promise 9). */
export type LedgerEntry = Doer &
  Partial<Whose> & {
    at: Instant;
    /** Until when the same again counts as this one. */
    until?: Instant;
    kind: LogKind;
    /** The phone that asked, where it says so. */
    deviceId?: string;
    /** Whose rights were changed: what they had, and what they have since. */
    accountId?: AccountId;
    before?: readonly string[];
    after?: readonly string[];
    /** The device at a table that it is about. */
    pairingId?: PairingId;
    /** Why somebody was not let in. */
    refusal?: string;
    /** Of an export or a month's review: what was said of it, and of which days it is. */
    reason?: string;
    days?: { from: LocalDate; to: LocalDate };
  };

export const byAccount = ({ actor, ip }: { actor: Pick<SignedIn, "accountId" | "session">; ip: string }, role?: StaffRole): Doer => ({
  by: { accountId: actor.accountId, ...(role && { role }) },
  session: digestOf(actor.session.signInId),
  ip,
});

const partitionOf = (by: ByWhom): string => {
  if ("accountId" in by) return accountPartition(by.accountId);
  if ("pairingId" in by) return pairingPartition(by.pairingId);
  return "addressHash" in by ? `ADDRESS#${by.addressHash}` : "OPERATOR";
};

const itemOf = (entry: LedgerEntry, entryId: string, key: Key = ledgerEntryKey(entryId)) => {
  const until = keptUntil(keptAs(entry.kind, "addressHash" in entry.by), seoulDateOf(entry.at));
  return {
    ...key,
    ...ledgerIndexes(entry, { entryId, by: partitionOf(entry.by), about: aboutPartition(entry) }),
    ...{ type: "ledger-entry", entryId, ...entry, expiresAt: expiresAt(instantOf(until, LocalTime.parse("23:59"))) },
  };
};

/** Adds an entry, unless one of this id stands there; answers whether it was added. An entry that cannot be added throws. */
export const addToLedger = (ledger: Db, entry: LedgerEntry, entryId: string): Promise<boolean> =>
  putIfAbsent(ledger, itemOf(entry, entryId));

/** The same under a key of its own, for what is done once. */
export const addOnce = <Entry extends LedgerEntry>(ledger: Db, entry: Entry, entryId: string, key: Key): Promise<boolean> =>
  putIfAbsent(ledger, itemOf(entry, entryId, key));

/** The same in one transaction with what it tells of: neither is there without the other. */
export const entryInLedger = (ledger: Db, entry: LedgerEntry, entryId: string): Write => ({
  Put: { TableName: ledger.table, Item: itemOf(entry, entryId), ConditionExpression: "attribute_not_exists(pk)" },
});
