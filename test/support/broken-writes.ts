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
  const doc = new Proxy(db.doc, {
    get: (target, name) => {
      if (name !== "send") return Reflect.get(target, name);
      return async (command: Parameters<typeof target.send>[0]) => {
        if (command.constructor.name !== "TransactWriteCommand") return target.send(command);
        if (writes >= n) throw new Died("dead");
        writes += 1;
        if (writes < n) return target.send(command);
        if (when === "after") await target.send(command);
        throw new Died(`died ${when} write ${n}`);
      };
    },
  });
  return { db: { ...db, doc }, writes: () => writes };
};
