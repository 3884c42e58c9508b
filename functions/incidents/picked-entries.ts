import type { Choice, Selection as Shown } from "../../shared/contract/incidents.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { entriesOfDays, type StoredEntry } from "../ledger/ledger-reads.ts";
import type { Db } from "../platform/db.ts";

type Selection = Omit<Shown, "removed">;

const isOf = ({ by, session, ip, deviceId, pairingId }: StoredEntry, choice: Choice): boolean => {
  switch (choice.by) {
    case "account":
      return "accountId" in by && by.accountId === choice.accountId;
    case "session":
      // What a page shows of it is its beginning.
      return session?.startsWith(choice.session) ?? false;
    case "ip":
      return ip === choice.ip;
    case "device":
      return [deviceId, pairingId, "pairingId" in by ? by.pairingId : undefined].includes(choice.deviceId as never);
  }
};

/** Whether a look, which may go on for its hour, falls into the time that was picked. */
const isWithin = ({ at, until = at }: StoredEntry, { from, to }: Selection): boolean => at <= to && until >= from;

/** Entries of the log that were picked, each once. */
export const pickEntries = async (ledger: Db, selections: readonly Selection[]): Promise<StoredEntry[]> => {
  const picked = new Map<string, StoredEntry>();
  for (const selection of selections) {
    const entries = await entriesOfDays(ledger, seoulDateOf(selection.from), seoulDateOf(selection.to));
    for (const entry of entries) if (isWithin(entry, selection) && isOf(entry, selection.choice)) picked.set(entry.entryId, entry);
  }
  return [...picked.values()];
};
