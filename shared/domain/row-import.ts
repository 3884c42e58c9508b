import * as z from "zod/mini";
import { type TableRow, tableOf } from "./csv-read.ts";

/** Lists that people hand in row by row: what any of them needs, whatever its rows are of (`lead-import.ts`, `job-row.ts`). */

/** Rows that one request takes. */
export const mostRowsAtOnce = 40;
/** A file has so many rows at most. */
const mostRows = 5000;

export type Cells<Column extends string> = { readonly [K in Column]?: string | undefined };
/** A row of the file, by its number as a spreadsheet shows it; of a file without lines, by its place from 1. */
export type ImportRow<Column extends string> = { line: number; cells: Cells<Column> };

/** A row as a request carries it. */
export const importRow = <Column extends string>(columns: readonly Column[], mostInCell: number) => {
  const cell = z.optional(z.string().check(z.maxLength(mostInCell)));
  return z.strictObject({
    line: z.int().check(z.minimum(1), z.maximum(1_000_000)),
    cells: z.strictObject(Object.fromEntries(columns.map((column) => [column, cell])) as Record<Column, typeof cell>),
  });
};

export type ReadList<Column extends string> =
  | { ok: true; rows: ImportRow<Column>[] /** Columns of the file that nobody knows, as they are called there. */; unknown: string[] }
  | { ok: false; why: FileTrouble };
/** Why a file cannot be taken: it is no text or not what it begins as, it has no rows, it lacks a column, it is too long. */
export type FileTrouble = "unreadable" | "empty" | "column-missing" | "too-many-rows";

/** What a list's columns are called and which has to be there. */
export type Layout<Column extends string> = {
  /** The column of a bare name (`bareName`). */
  columnOf: (bareName: string) => Column | undefined;
  needed: readonly Column[];
  /** Most characters of a cell that are sent: more than any field takes, so that the reader is told that it is too long. */
  mostInCell: number;
};

/** The name of a column as it is compared: without blanks, brackets and marks. */
export const bareName = (name: string): string =>
  name
    .normalize("NFKC")
    .replace(/\(.*?\)|[\s*·._-]/g, "")
    .toLowerCase();

/** Our own files put an apostrophe before what a spreadsheet would run; it is taken away again. */
const plain = (text: string): string => text.replace(/^'(?=\s*[=+\-@])/u, "");

/** What a cell says; undefined when that is nothing: a dash alone stands for nothing. */
const saidIn = (cell: string, { mostInCell }: Pick<Layout<string>, "mostInCell">): string | undefined => {
  const text = plain(cell);
  return /^[-–—]?$/u.test(text) ? undefined : text.slice(0, mostInCell);
};

/** Rows of names and texts as rows of known columns. */
export const listOf = <Column extends string>(
  rows: readonly { line: number; named: readonly (readonly [name: string, cell: string])[] }[],
  layout: Layout<Column>,
): ReadList<Column> => {
  const columns = new Map<string, Column | undefined>();
  for (const { named } of rows) for (const [name] of named) if (!columns.has(name)) columns.set(name, layout.columnOf(bareName(name)));
  if (rows.length === 0) return { ok: false, why: "empty" };
  const there = new Set(columns.values());
  if (!layout.needed.every((column) => there.has(column))) return { ok: false, why: "column-missing" };
  if (rows.length > mostRows) return { ok: false, why: "too-many-rows" };
  return {
    ok: true,
    rows: rows.map(({ line, named }) => ({
      line,
      cells: Object.fromEntries(
        named.flatMap(([name, cell]) => {
          const [column, text] = [columns.get(name), saidIn(cell, layout)];
          return column === undefined || text === undefined ? [] : [[column, text]];
        }),
      ) as Cells<Column>,
    })),
    unknown: [...columns].filter(([name, column]) => name !== "" && column === undefined).map(([name]) => name),
  };
};

/** The rows of separated values, by the names of their first line. */
export const readTable = <Column extends string>(text: string, layout: Layout<Column>): ReadList<Column> => {
  const [head, ...rows] = tableOf(text);
  const named = (row: TableRow) => (head?.cells ?? []).map((name, n) => [name, row.cells[n] ?? ""] as const);
  return listOf(
    rows.map((row) => ({ line: row.line, named: named(row) })),
    layout,
  );
};

/** What a spreadsheet would run, and nothing is called; a telephone number may begin with a plus. */
const runs = /^\s*[=@]|^\s*[+-]\s*[^\d\s(]/u;

/** Columns whose cell holds a formula in place of what it shows. */
export const formulasIn = <Column extends string>(columns: readonly Column[], cells: Cells<Column>): Column[] =>
  columns.filter((column) => runs.test((cells[column] ?? "").normalize("NFKC")));
