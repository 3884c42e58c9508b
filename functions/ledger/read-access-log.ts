import type { AccessLogRow } from "../../shared/contract/access-log.ts";
import type { LogKind } from "../../shared/domain/access-log.ts";
import type { AccountId, PersonId } from "../../shared/domain/ids.ts";
import { type LocalDate, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { describeEntries } from "./access-rows.ts";
import { listAccessTo } from "./access-to-person.ts";
import { byAccountList, listEntries, ofDay, ofKind } from "./ledger-reads.ts";

type Wanted = {
  day?: LocalDate | undefined;
  accountId?: AccountId | undefined;
  personId?: PersonId | undefined;
  kind?: LogKind | undefined;
  before?: string | undefined;
};

/** Rows of one page. */
const pageLength = 50;

/** A page of the log, newest first, and where the next one begins. */
export const readAccessLog = async (
  deps: LedgerDeps,
  { day, accountId, personId, kind, before }: Wanted,
): Promise<{ today: LocalDate; rows: AccessLogRow[]; next: string | null }> => {
  const { db, ledger, clock } = deps;
  const today = seoulDateOf(clock.now());
  const page = { before, limit: pageLength };
  const listOf = () => {
    if (accountId) return byAccountList(accountId);
    return kind ? ofKind(kind) : ofDay(day ?? today);
  };
  const entries = personId ? await listAccessTo(deps, personId, page) : await listEntries(ledger, listOf(), page);
  const next = entries.length === pageLength ? (entries.at(-1)?.atAndId ?? null) : null;
  return { today, rows: await describeEntries(db, entries), next };
};
