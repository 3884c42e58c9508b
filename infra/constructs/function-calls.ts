import type { ledgerShape, tableShape } from "../../shared/wiring.ts";

/** The entries of the functions, by the names of their files in `functions/entry`. */
export type EntryName =
  | "api"
  | "second-step"
  | "office"
  | "papers"
  | "sign-in-mail"
  | "changes"
  | "mail-events"
  | "timed"
  | "feeds"
  | "canary";

type Read = "BatchGetItem" | "GetItem" | "Query";
/** A transaction needs the permission of each of its parts. */
type Write = "ConditionCheckItem" | "DeleteItem" | "PutItem" | "UpdateItem";
/** Never Scan: no request path may need one (DESIGN, shape). What stands in the ledger nobody changes or deletes: time does (promise 9). */
export type TableCall =
  | `${Read | Write} main`
  | `Query main/${typeof tableShape.index.name}`
  | "PutItem ledger"
  | "Query ledger"
  | `Query ledger/${(typeof ledgerShape.indexes)[number]}`;

/**
 * What each function asks of the tables, and hence what its role allows: an action, and the table or the index. `test/cloud/permissions.test.ts` derives the same
 * from the code, and fails when a line is missing or is one too many.
 */
export const tableCalls: Readonly<Record<EntryName, readonly TableCall[]>> = {
  api: [
    "BatchGetItem main",
    "ConditionCheckItem main",
    "DeleteItem main",
    "GetItem main",
    "PutItem ledger",
    "PutItem main",
    "Query ledger/aboutWhom",
    "Query main",
    "Query main/gsi1",
    "UpdateItem main",
  ],
  "second-step": [
    "BatchGetItem main",
    "DeleteItem main",
    "GetItem main",
    "PutItem ledger",
    "PutItem main",
    "Query main",
    "UpdateItem main",
  ],
  office: [
    "BatchGetItem main",
    "ConditionCheckItem main",
    "DeleteItem main",
    "GetItem main",
    "PutItem ledger",
    "PutItem main",
    "Query ledger",
    "Query ledger/aboutWhom",
    "Query ledger/byWhom",
    "Query ledger/ofKind",
    "Query ledger/onDay",
    "Query main",
    "Query main/gsi1",
    "UpdateItem main",
  ],
  papers: [
    "BatchGetItem main",
    "ConditionCheckItem main",
    "GetItem main",
    "PutItem ledger",
    "PutItem main",
    "Query main",
    "Query main/gsi1",
    "UpdateItem main",
  ],
  "sign-in-mail": ["BatchGetItem main", "DeleteItem main", "PutItem main", "UpdateItem main"],
  changes: [
    "BatchGetItem main",
    "ConditionCheckItem main",
    "DeleteItem main",
    "GetItem main",
    "PutItem main",
    "Query main",
    "Query main/gsi1",
    "UpdateItem main",
  ],
  "mail-events": ["GetItem main", "UpdateItem main"],
  timed: [
    "BatchGetItem main",
    "ConditionCheckItem main",
    "DeleteItem main",
    "GetItem main",
    "PutItem ledger",
    "PutItem main",
    "Query main",
    "Query main/gsi1",
    "UpdateItem main",
  ],
  feeds: ["GetItem main", "Query main", "Query main/gsi1", "UpdateItem main"],
  // It goes in by the front door, like everybody.
  canary: [],
};
