import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { addToLedger } from "../../../functions/ledger/ledger-writes.ts";
import type { Item } from "../../../functions/platform/db.ts";
import type { LedgerDeps } from "../../../functions/platform/deps.ts";
import { openedCodes, type SupportKeys } from "../../../functions/support/support-reads.ts";
import { byteOrderMark, csvRow } from "../../../shared/domain/csv.ts";
import { pagesOf } from "../table-pages.ts";
import { aCountedFile, type CountedFile, type WrittenFile } from "./counted-file.ts";
import { kindOf, lineOf } from "./plain-item.ts";
import { type Described, type Shape, shapesText } from "./shapes-text.ts";
import { sheets } from "./sheets.ts";

export type Manifest = { at: string; rows: number; files: Record<string, WrittenFile> };
export type Exporting = {
  client: DynamoDBClient;
  deps: LedgerDeps;
  folder: string;
  /** Why, for the ledger. */
  reason: string;
  /** What opens what people need; without it that stays sealed. */
  keys?: SupportKeys | undefined;
  say: (words: string) => void;
};

/** The folder is not to be written into. */
export class ExportProblem extends Error {}

const manifestName = "manifest.json";
const parts = ["table", "ledger", "csv"] as const;
const ours: readonly string[] = [...parts, "README.md", "unfinished"];

/** An empty folder for the owner alone; what a broken-off export left there goes. @throws ExportProblem where something else is in it, or a whole export. */
const prepare = (folder: string): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const there = readdirSync(folder);
  if (there.includes(manifestName)) throw new ExportProblem(`${folder} holds a complete export already: choose another folder.`);
  if (there.length > 0 && (!existsSync(join(folder, "unfinished")) || there.some((name) => !ours.includes(name))))
    throw new ExportProblem(`${folder} is not empty: choose another folder.`);
  for (const name of there) rmSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, "unfinished"), "An export that was begun. Start it again, or delete this folder.\n", { mode: 0o600 });
  for (const part of parts) mkdirSync(join(folder, part), { mode: 0o700 });
};

/** One table, a file for each type. What is in memory is a page, and what of each type was seen. */
const exportTable = async (
  pages: AsyncGenerator<Item[]>,
  openFile: (type: string) => CountedFile,
  each: (item: Item) => Promise<Item>,
): Promise<{ described: Described[]; files: Map<string, CountedFile> }> => {
  const files = new Map<string, CountedFile>();
  const seen = new Map<string, { rows: number; shape: Shape }>();
  for await (const page of pages) {
    for (const stored of page) {
      const item = await each(stored);
      const known = seen.get(item.type) ?? { rows: 0, shape: new Map() };
      seen.set(item.type, known);
      known.rows += 1;
      for (const [field, value] of Object.entries(item)) known.shape.set(field, (known.shape.get(field) ?? new Set()).add(kindOf(value)));
      const file = files.get(item.type) ?? openFile(item.type);
      files.set(item.type, file);
      await file.add(`${lineOf(item)}\n`);
    }
  }
  return { described: [...seen].map(([type, one]) => ({ type, ...one })).sort((a, b) => (a.type < b.type ? -1 : 1)), files };
};

/**
 * Everything of both tables into a folder, for a city that leaves: by paged scans under the operator's own rights. That it was taken stands in the ledger before the
 * first record is read. Broken off, it is started again.
 */
export const exportAll = async ({ client, deps, folder, reason, keys, say }: Exporting): Promise<Manifest> => {
  prepare(folder);
  const at = deps.clock.now();
  await addToLedger(deps.ledger, { at, kind: "exported", by: { operator: true }, reason }, deps.ids.mint("log"));
  const opening = { opened: 0, leftSealed: 0 };
  const asSheets = new Map(
    Object.entries(sheets).map(([name, { head }]) => [
      name,
      aCountedFile(join(folder, "csv", `${name}.csv`), byteOrderMark + csvRow(head)),
    ]),
  );
  const each = async (item: Item): Promise<Item> => {
    for (const [name, { of, rows }] of Object.entries(sheets)) {
      if (of !== item.type || item.erasedAt !== undefined) continue;
      for (const row of rows(item)) await asSheets.get(name)?.add(csvRow(row));
    }
    if (!/^support-/.test(item.type)) return item;
    const opened = keys && openedCodes(keys, item);
    opening[opened ? "opened" : "leftSealed"] += 1;
    return opened ? { ...item, opened } : item;
  };
  const fileIn = (part: string) => (type: string) => aCountedFile(join(folder, part, `${type}.jsonl`));
  const table = await exportTable(pagesOf(client, deps.db.table), fileIn("table"), each);
  say(`${table.described.reduce((sum, { rows }) => sum + rows, 0)} records of the table, ${table.described.length} types`);
  const ledger = await exportTable(pagesOf(client, deps.ledger.table), fileIn("ledger"), async (item) => item);
  say(`${ledger.described.reduce((sum, { rows }) => sum + rows, 0)} records of the ledger`);
  const files: Manifest["files"] = {};
  for (const [part, some, ending] of [
    ["table", table.files, "jsonl"],
    ["ledger", ledger.files, "jsonl"],
    ["csv", asSheets, "csv"],
  ] as const)
    for (const [name, file] of [...some].sort(([a], [b]) => (a < b ? -1 : 1))) files[`${part}/${name}.${ending}`] = await file.close();
  const readme = shapesText({ at, table: table.described, ledger: ledger.described, opening });
  writeFileSync(join(folder, "README.md"), readme, { mode: 0o600 });
  const rows = [...table.described, ...ledger.described].reduce((sum, one) => sum + one.rows, 0);
  const manifest = { at, rows, files };
  writeFileSync(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  rmSync(join(folder, "unfinished"));
  return manifest;
};
