import { csvOf } from "../../../../../shared/domain/csv.ts";
import type { Sheet } from "./report-sheets.ts";

/** One sheet below the other, each under its name. */
export const csvFile = (sheets: readonly Sheet[]): string =>
  csvOf(sheets.flatMap(({ name, head, rows }, i) => [...(i > 0 ? [[]] : []), [name], head, ...rows]));

/** Characters across: Korean letters are twice as wide. */
const widthOf = (cell: Sheet["rows"][number][number] | undefined): number =>
  Array.from(String(cell ?? "")).reduce((sum, letter) => sum + (letter > "\u1100" ? 2 : 1), 0);
const mostWide = 40;

/**
 * A workbook of the Office Open XML kind, a sheet for each table, its head bold and kept in sight. Text goes in as text, so that nothing in it is taken for a formula.
 * The library is fetched when it is asked for.
 */
export const xlsxFile = async (sheets: readonly Sheet[]): Promise<Blob> => {
  const { default: write } = await import("write-excel-file/universal");
  return write(
    sheets.map(({ name, head, rows }) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: head.map((title, i) => ({ width: Math.min(mostWide, Math.max(...[title, ...rows.map((row) => row[i])].map(widthOf)) + 2) })),
      data: [
        head.map((title) => ({ type: String, value: title, fontWeight: "bold" as const, wrap: true })),
        ...rows.map((row) =>
          head.map((_, i) => {
            const cell = row[i] ?? null;
            return cell === null ? null : typeof cell === "number" ? { type: Number, value: cell } : { type: String, value: cell };
          }),
        ),
      ],
    })),
  ).toBlob();
};
