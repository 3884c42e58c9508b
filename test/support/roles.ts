import type { Db } from "../../functions/platform/db.ts";
import type { LedgerDeps } from "../../functions/platform/deps.ts";
import { TableError } from "../../functions/platform/table-wire.ts";
import { type EntryName, tableCalls } from "../../infra/constructs/function-calls.ts";

type Of = { TableName?: string; IndexName?: string };
type Input = Of & { RequestItems?: Record<string, unknown>; TransactItems?: Record<string, Of>[] };

const actionOfPart: Readonly<Record<string, string>> = {
  Put: "PutItem",
  Update: "UpdateItem",
  Delete: "DeleteItem",
  ConditionCheck: "ConditionCheckItem",
};

/** What one request asks of the tables, in the words of `function-calls.ts`: AWS asks for the permission of each. */
export const callsIn = (operation: string, input: object, isLedger: (table: string) => boolean): string[] => {
  const { TableName = "", IndexName, RequestItems, TransactItems } = input as Input;
  const of = (table: string) => (isLedger(table) ? "ledger" : "main");
  if (RequestItems) return Object.keys(RequestItems).map((table) => `${operation} ${of(table)}`);
  if (TransactItems)
    return TransactItems.flatMap((item) =>
      Object.entries(item).map(([part, { TableName: table = "" }]) => `${actionOfPart[part]} ${of(table)}`),
    );
  return [`${operation} ${of(TableName)}${IndexName ? `/${IndexName}` : ""}`];
};

/** What the role of a function does not allow; empty when it may ask. */
export const deniedCalls = (entry: EntryName, calls: readonly string[]): string[] =>
  calls.filter((call) => !(tableCalls[entry] as readonly string[]).includes(call));

/** The same for one function, under its role: what that does not allow is refused as AWS refuses it. Each has a memory of its own, too. */
export const underRole = <T extends LedgerDeps>(deps: T, entry: EntryName): T => {
  const judged = (db: Db): Db => ({
    ...db,
    ask: (operation, input) => {
      const [denied] = deniedCalls(
        entry,
        callsIn(operation, input, (table) => table === deps.ledger.table),
      );
      if (denied) throw new TableError("AccessDeniedException", `The role of the function ${entry} does not allow: ${denied}`, 400);
      return db.ask(operation, input);
    },
  });
  return { ...deps, db: judged(deps.db), ledger: judged(deps.ledger) };
};
