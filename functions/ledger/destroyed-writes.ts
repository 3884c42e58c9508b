import { createHash } from "node:crypto";
import type { VisitId } from "../../shared/domain/ids.ts";
import { keptUntil, type RetentionCategory } from "../../shared/domain/retention.ts";
import { type Instant, instantOf, LocalTime, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { type Db, putIfAbsent } from "../platform/db.ts";
import { expiresAt } from "../platform/keys.ts";
import { destroyedKey, destroyedList } from "../platform/ledger-keys.ts";
import type { Write } from "../platform/transact.ts";

/** That data were destroyed: which, how many, and when. Nobody whose they were. */
export type Destroyed = {
  at: Instant;
  /** In which run of the task, where their time was over; absent where it was wished. */
  run?: string;
  category: RetentionCategory;
  /** Type of the items, or what was taken out of them. */
  what: string;
  count: number;
  /** Of which visit, where they belonged to one. */
  visitId?: VisitId;
};

/** Names what is about to be destroyed, so that a run which goes on after a crash does not count it twice. */
export const destroyedIdOf = (parts: readonly string[]): string =>
  createHash("sha256")
    .update(["jobstop/destroyed/v1", ...parts].join("\0"))
    .digest("base64url")
    .slice(0, 27);

const itemOf = (destroyed: Destroyed, id: string) => ({
  ...{ ...destroyedKey(id), ...destroyedList(destroyed.at, id), type: "destroyed", ...destroyed },
  expiresAt: expiresAt(instantOf(keptUntil("forgotten", seoulDateOf(destroyed.at)), LocalTime.parse("23:59"))),
});

/** Put before it is done: what was destroyed and not logged would be worse than what is logged and destroyed a moment later. */
export const noteDestroyed = (ledger: Db, destroyed: Destroyed, id: string): Promise<boolean> => putIfAbsent(ledger, itemOf(destroyed, id));

/** The same in one transaction with what destroys it; the same again changes nothing. */
export const destroyedInLedger = (ledger: Db, destroyed: Destroyed, id: string): Write => ({
  Put: { TableName: ledger.table, Item: itemOf(destroyed, id) },
});
