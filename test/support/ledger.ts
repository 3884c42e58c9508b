import type { LedgerEntry } from "../../functions/ledger/ledger-writes.ts";
import type { World } from "./world.ts";

/** What stands in the ledger of one kind, in order of time. */
export const entriesOf = async ({ table }: Pick<World, "table">, kind: LedgerEntry["kind"]): Promise<LedgerEntry[]> =>
  ((await table.allEntries()) as unknown as LedgerEntry[]).filter((entry) => entry.kind === kind).sort((a, b) => a.at.localeCompare(b.at));
