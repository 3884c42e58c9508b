import { AsyncLocalStorage } from "node:async_hooks";
import { type EntryName, tableCalls } from "../../infra/constructs/function-calls.ts";
import type { TestTable } from "./table.ts";

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

/** As which function what runs here runs. */
const role = new AsyncLocalStorage<EntryName>();

/** Runs something as a function does, under the role that it has on AWS. */
export const asFunction = <T>(entry: EntryName, run: () => T): T => role.run(entry, run);

/** Refuses what the role does not allow of whoever asks, as AWS refuses it; tests themselves have none, and may ask for everything. */
export const judgeRoles = ({ wire, ledger }: Pick<TestTable, "wire" | "ledger">): void => {
  wire.tap(async ({ operation, input }, next) => {
    const entry = role.getStore();
    const allowed: readonly string[] | undefined = entry && tableCalls[entry];
    const denied = allowed && callsIn(operation, input, (table) => table === ledger.table).find((call) => !allowed.includes(call));
    if (!denied) return next();
    const message = `The role of the function ${entry} does not allow: ${denied}`;
    return { status: 400, body: JSON.stringify({ __type: "com.amazon.coral.service#AccessDeniedException", message }) };
  });
};
