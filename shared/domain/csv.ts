/**
 * What a spreadsheet would take for the beginning of a formula or a command (OWASP, CSV injection): also behind blanks, since some programs cut those off, and in
 * full width, which some turn into the plain sign.
 */
const beginsFormula = /^\s*[=+\-@]|^[\t\r\n]/u;

/** A cell that a spreadsheet shows and never runs: text that might be a formula has an apostrophe before it. Numbers stay numbers. */
const cellOf = (value: string | number | null): string => {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = beginsFormula.test(value.normalize("NFKC")) ? `'${value}` : value;
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** By this mark Excel reads the file as UTF-8, and not as what the machine's language had before. */
export const byteOrderMark = "\uFEFF";

/** One row of such a file (RFC 4180). */
export const csvRow = (row: readonly (string | number | null)[]): string => `${row.map(cellOf).join(",")}\r\n`;

/** Rows as a file of comma-separated values (RFC 4180) that opens right in Excel. */
export const csvOf = (rows: readonly (readonly (string | number | null)[])[]): string => byteOrderMark + rows.map(csvRow).join("");
