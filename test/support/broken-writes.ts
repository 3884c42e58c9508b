import type { Db } from "../../functions/platform/db.ts";
import type { TestTable } from "./table.ts";

/** The process that writes has died: nothing more reaches the table. */
export class Died extends Error {
  override name = "Died";
}

/**
 * The same table, for a process that dies at its n-th write: `before` the engine has done it, or `after`, when only the answer is lost.
 *
 * @returns the way to the table, and how many writes were asked for
 */
export const dyingAt = ({ db }: TestTable, n: number, when: "before" | "after"): { db: Db; writes(): number } => {
  let writes = 0;
  const ask: Db["ask"] = async (operation, input) => {
    if (operation !== "TransactWriteItems") return db.ask(operation, input);
    if (writes >= n) throw new Died("dead");
    writes += 1;
    if (writes < n) return db.ask(operation, input);
    if (when === "after") await db.ask(operation, input);
    throw new Died(`died ${when} write ${n}`);
  };
  return { db: { ...db, ask }, writes: () => writes };
};
