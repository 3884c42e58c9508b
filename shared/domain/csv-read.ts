/**
 * Files of separated values as people hand them in: from Excel in UTF-8 with its mark, from an older Excel in Korean Windows code (CP949), with commas,
 * semicolons or tabs.
 */

/** The text of a file; undefined when it is neither UTF-8 nor CP949, such as a workbook. */
export const textOfFile = (bytes: Uint8Array): string | undefined => {
  // UTF-8 first: it is refused for almost any text of another code, while CP949 would read UTF-8 as nonsense. The mark at the beginning is taken away.
  for (const code of ["utf-8", "euc-kr"]) {
    try {
      const text = new TextDecoder(code, { fatal: true }).decode(bytes);
      if (!text.includes("\0")) return text;
    } catch {
      // Not in this code.
    }
  }
  return undefined;
};

const separators = [",", ";", "\t"] as const;

/** What the first line has most of. */
const separatorOf = (text: string): string => {
  const line = text.slice(0, text.search(/[\r\n]|$/));
  const counts = separators.map((separator) => line.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ",";
};

/** A row with its number as a spreadsheet shows it: the names of the columns are row 1, and a line break within a cell begins no other. */
export type TableRow = { line: number; cells: readonly string[] };

/** Rows of separated values (RFC 4180): quoted cells may hold separators, quotes and line breaks. Empty rows are counted and left out; cells are trimmed. */
export const tableOf = (text: string): TableRow[] => {
  const separator = separatorOf(text);
  const rows: TableRow[] = [];
  let [cells, cell, quoted, line] = [[] as string[], "", false, 1];
  const endCell = () => {
    cells.push(cell.trim());
    cell = "";
  };
  const endRow = () => {
    endCell();
    if (cells.some((one) => one !== "")) rows.push({ line, cells });
    cells = [];
    line += 1;
  };
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i] as string;
    const isBreak = sign === "\n" || (sign === "\r" && text[i + 1] !== "\n");
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[i + 1] === '"') {
        cell += sign;
        i += 1;
      } else quoted = false;
    } else if (sign === '"' && cell.trim() === "") [quoted, cell] = [true, ""];
    else if (sign === separator) endCell();
    else if (isBreak) endRow();
    else if (sign !== "\r") cell += sign;
  }
  endRow();
  return rows;
};
