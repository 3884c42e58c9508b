import PDFDocument from "pdfkit";
import QRCode from "qrcode";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { PaperFonts } from "./paper-fonts.ts";
import { printable } from "./printable.ts";

/** Points, 1/72 inch; A4 is 595 by 842. */
const margin = 56;
const ink = "#111111";
const faint = "#555555";
const rule = "#9a9a9a";
const shade = "#f1f3f5";

type Words = { ko: string; en?: string | undefined };
export type Row = { label: Words; value: string; note?: string | undefined };
type Line = { size: number; weight?: "regular" | "bold"; align?: "left" | "center" | "right"; colour?: "ink" | "faint"; gap?: number };

/** A paper while it is written, from the top down. */
export type Paper = {
  line(text: string, line: Line): void;
  gap(points: number): void;
  /** Labels and values, two columns with lines around them. */
  rows(rows: readonly Row[]): void;
  /** A list with its head; columns by their share of the width. What does not fit goes on to the next page, under the same head. `isDense`: of numbers, in low rows. */
  table(head: readonly string[], shares: readonly number[], rows: readonly (readonly string[])[], how?: { isDense: boolean }): void;
  /** Goes on to the next page unless so much of this one is left. */
  room(points: number): void;
  page(): void;
  /** A QR code with lines beside it, at the foot of the page. */
  foot(code: string, lines: readonly (Line & { text: string })[]): void;
};

/**
 * Writes a paper, A4 upright, as PDF. Its title, its file and whatever else stands around the page name nobody: a paper lies in folders that others see.
 */
export const writePaper = (
  fonts: PaperFonts,
  { title, at }: { title: string; at: Instant },
  write: (paper: Paper) => void,
): Promise<Uint8Array> => {
  const doc = new PDFDocument({
    ...{ size: "A4", margin, font: "", lang: "ko", displayTitle: true, autoFirstPage: false },
    info: { Title: title, Author: "일자리 정류장", CreationDate: new Date(at) },
  });
  const parts: Uint8Array[] = [];
  const written = new Promise<Uint8Array>((resolve, reject) => {
    doc.on("data", (part: Uint8Array) => parts.push(part));
    doc.on("end", () => resolve(new Uint8Array(Buffer.concat(parts))));
    doc.on("error", reject);
  });
  doc.registerFont("regular", fonts.read("regular"));
  doc.registerFont("bold", fonts.read("bold"));
  doc.addPage();
  write(paperOn(doc, fonts));
  doc.end();
  return written;
};

const paperOn = (doc: PDFKit.PDFDocument, { canPrint }: PaperFonts): Paper => {
  const { width: pageWidth, height: pageHeight } = doc.page;
  const width = pageWidth - 2 * margin;
  const bottom = pageHeight - margin;
  const shown = (text: string): string => printable(text, canPrint);
  const put = (text: string, x: number, y: number, within: number, { size, weight = "regular", align = "left", colour = "ink" }: Line) =>
    doc
      .font(weight)
      .fontSize(size)
      .fillColor(colour === "ink" ? ink : faint)
      .text(shown(text), x, y, { width: within, align });
  const heightOf = (text: string, within: number, { size, weight = "regular" }: Line): number =>
    text === "" ? 0 : doc.font(weight).fontSize(size).heightOfString(shown(text), { width: within });
  const box = (x: number, y: number, w: number, h: number, fill?: string) => {
    if (fill) doc.rect(x, y, w, h).fill(fill);
    doc.rect(x, y, w, h).lineWidth(0.6).stroke(rule);
  };

  const pad = 7;
  const labelWidth = 128;
  const [label, small, value] = [{ size: 11, weight: "bold" }, { size: 8, colour: "faint" }, { size: 12.5 }] as const satisfies Line[];

  const row = ({ label: words, value: text, note = "" }: Row): void => {
    const [left, right] = [labelWidth - 2 * pad, width - labelWidth - 2 * pad];
    const labelHeight = heightOf(words.ko, left, label) + heightOf(words.en ?? "", left, small);
    const valueHeight = heightOf(text, right, value) + heightOf(note, right, small);
    const height = Math.max(labelHeight, valueHeight) + 2 * pad;
    if (doc.y + height > bottom) doc.addPage();
    const top = doc.y;
    box(margin, top, labelWidth, height, shade);
    box(margin + labelWidth, top, width - labelWidth, height);
    put(words.ko, margin + pad, top + (height - labelHeight) / 2, left, label);
    if (words.en) put(words.en, margin + pad, doc.y, left, small);
    put(text, margin + labelWidth + pad, top + (height - valueHeight) / 2, right, value);
    if (note) put(note, margin + labelWidth + pad, doc.y, right, small);
    doc.y = top + height;
  };

  const cell = { size: 10 } as const;
  const cellPad = 6;
  type TableRow = { widths: readonly number[]; line: Line; least: number; around: number };
  const highRows = { least: 18, around: 10 };
  const lowRows = { least: 0, around: 6 };
  const rowHeight = (cells: readonly string[], { widths, line, least, around }: TableRow): number =>
    Math.max(least, ...cells.map((text, i) => heightOf(text, (widths[i] ?? 0) - 2 * cellPad, line))) + around;
  const tableRow = (cells: readonly string[], row: TableRow, fill?: string): void => {
    const { widths, line } = row;
    const inside = (i: number) => (widths[i] ?? 0) - 2 * cellPad;
    const height = rowHeight(cells, row);
    const top = doc.y;
    let x = margin;
    cells.forEach((text, i) => {
      box(x, top, widths[i] ?? 0, height, fill);
      put(text, x + cellPad, top + (height - heightOf(text, inside(i), line)) / 2, inside(i), line);
      x += widths[i] ?? 0;
    });
    doc.y = top + height;
  };

  return {
    line: (text, line) => {
      put(text, margin, doc.y, width, line);
      doc.y += line.gap ?? 0;
    },
    gap: (points) => {
      doc.y += points;
    },
    rows: (rows) => rows.forEach(row),
    table: (head, shares, rows, { isDense } = { isDense: false }) => {
      const row = { widths: shares.map((share) => share * width), line: cell, ...(isDense ? lowRows : highRows) };
      const headRow = { ...row, line: { ...cell, weight: "bold" } as const };
      const [first] = rows;
      // A head stays with the first of its rows.
      if (doc.y + rowHeight(head, headRow) + (first ? rowHeight(first, row) : 0) > bottom) doc.addPage();
      tableRow(head, headRow, shade);
      for (const cells of rows) {
        if (doc.y + rowHeight(cells, row) > bottom) {
          doc.addPage();
          tableRow(head, headRow, shade);
        }
        tableRow(cells, row);
      }
    },
    room: (points) => {
      if (doc.y + points > bottom) doc.addPage();
    },
    page: () => {
      doc.addPage();
    },
    foot: (code, lines) => {
      const side = 92;
      const top = bottom - side - 12;
      if (doc.y > top) doc.addPage();
      doc
        .moveTo(margin, top)
        .lineTo(margin + width, top)
        .lineWidth(0.6)
        .stroke(rule);
      drawQr(doc, code, { x: margin, y: top + 12, side });
      doc.y = top + 16;
      for (const { text, ...line } of lines) {
        put(text, margin + side + 16, doc.y, width - side - 16, line);
        doc.y += line.gap ?? 0;
      }
    },
  };
};

/** Modules as rectangles, so that it stays sharp at any size; the white of the paper around it is its quiet zone. */
const drawQr = (doc: PDFKit.PDFDocument, text: string, { x, y, side }: { x: number; y: number; side: number }): void => {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const step = side / modules.size;
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) doc.rect(x + column * step, y + row * step, step, step);
  doc.fill("#000000");
};
