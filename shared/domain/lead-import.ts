import * as z from "zod/mini";
import { type TableRow, tableOf } from "./csv-read.ts";
import { zones } from "./zones.ts";

/** Columns of a list of firms; only the name has to be there. */
export const leadColumns = [
  "nameKo",
  "businessNumber",
  "district",
  "address",
  "contactName",
  "phone",
  "mail",
  "jobTitle",
  "headcount",
  "note",
] as const;
export type LeadColumn = (typeof leadColumns)[number];

/** What a column may be called, without blanks, brackets and marks. */
const names: Record<LeadColumn, readonly string[]> = {
  nameKo: ["기업명", "회사명", "업체명", "상호", "상호명", "사업장명", "이름", "name", "company", "firm"],
  businessNumber: ["사업자등록번호", "사업자번호", "businessnumber"],
  district: ["자치구", "구", "지역", "district"],
  address: ["주소", "소재지", "도로명주소", "사업장주소", "address"],
  contactName: ["담당자", "담당자명", "담당자이름", "인사담당자", "contact"],
  phone: ["전화", "전화번호", "연락처", "담당자전화", "담당자연락처", "phone", "telephone"],
  mail: ["전자우편", "이메일", "메일", "email", "mail"],
  jobTitle: ["모집직종", "직종", "모집부문", "채용직무", "job", "jobtitle"],
  headcount: ["모집인원", "채용인원", "인원", "headcount", "howmanypeople"],
  note: ["비고", "메모", "참고", "note"],
};

/** Most characters of a cell that are sent: more than any field takes, so that the reader is told that it is too long. */
export const mostInCell = 900;
const cell = z.optional(z.string().check(z.maxLength(mostInCell)));
export const LeadCells = z.strictObject(Object.fromEntries(leadColumns.map((column) => [column, cell])) as Record<LeadColumn, typeof cell>);
export type LeadCells = z.infer<typeof LeadCells>;

/** A row of the file, by the line on which it begins. */
export const LeadRow = z.strictObject({ line: z.int().check(z.minimum(1), z.maximum(1_000_000)), cells: LeadCells });
export type LeadRow = z.infer<typeof LeadRow>;

/** Rows that one request takes. */
export const mostRowsAtOnce = 40;
/** A file has so many rows at most. */
const mostRows = 5000;

export type ReadList =
  | { ok: true; rows: LeadRow[] /** Columns of the file that nobody knows, as they are called there. */; unknown: string[] }
  | { ok: false; why: "empty" | "no-name-column" | "too-many-rows" };

const bare = (name: string): string =>
  name
    .normalize("NFKC")
    .replace(/\(.*?\)|[\s*·._-]/g, "")
    .toLowerCase();

/** Our own files put an apostrophe before what a spreadsheet would run; it is taken away again. */
const plain = (text: string): string => text.replace(/^'(?=\s*[=+\-@])/u, "");

const cellsOf = ({ cells }: TableRow, columns: readonly (LeadColumn | undefined)[]): LeadCells =>
  Object.fromEntries(
    columns.flatMap((column, n) => {
      const text = plain(cells[n] ?? "");
      // A dash alone stands for nothing.
      return column === undefined || /^[-–—]?$/u.test(text) ? [] : [[column, text.slice(0, mostInCell)]];
    }),
  );

/** The rows of a list, by the names of its first line. */
export const readLeadList = (text: string): ReadList => {
  const [head, ...rows] = tableOf(text);
  if (!head || rows.length === 0) return { ok: false, why: "empty" };
  const columns = head.cells.map((name) => leadColumns.find((column) => names[column].includes(bare(name))));
  if (!columns.includes("nameKo")) return { ok: false, why: "no-name-column" };
  if (rows.length > mostRows) return { ok: false, why: "too-many-rows" };
  return {
    ok: true,
    rows: rows.map((row) => ({ line: row.line, cells: cellsOf(row, columns) })),
    unknown: head.cells.filter((name, n) => name !== "" && columns[n] === undefined),
  };
};

/** What a spreadsheet would run, and no firm is called; a telephone number may begin with a plus. */
const runs = /^\s*[=@]|^\s*[+-]\s*[^\d\s(]/u;

/** Columns whose cell holds a formula in place of what it shows. */
export const formulasIn = (cells: LeadCells): LeadColumn[] =>
  leadColumns.filter((column) => runs.test((cells[column] ?? "").normalize("NFKC")));

const districtCodeOf = (text: string): string =>
  zones
    .flatMap(({ districts }) => [...districts])
    .find(({ code, ko, en }) => code === text || ko === text || ko.slice(0, -1) === text || en.toLowerCase() === text.toLowerCase())
    ?.code ?? text;

/** Where a field of the lead stands in the row. */
export const columnAt: Readonly<Record<string, LeadColumn>> = {
  "/nameKo": "nameKo",
  "/businessNumber": "businessNumber",
  "/districtCode": "district",
  "/address": "address",
  "/contact/name": "contactName",
  "/contact/phone": "phone",
  "/contact/mail": "mail",
  "/job/titleKo": "jobTitle",
  "/job/headcount": "headcount",
  "/note": "note",
};

/** A row as the draft of a lead; the schema judges it. */
export const draftOfCells = (cells: LeadCells) => {
  const { nameKo, businessNumber, district, address, contactName, phone, mail, jobTitle, headcount, note } = cells;
  const count = headcount?.replace(/[\s,명]/g, "");
  const contact = { ...(contactName && { name: contactName }), ...(phone && { phone }), ...(mail && { mail }) };
  const job = { ...(jobTitle && { titleKo: jobTitle }), ...(count && { headcount: /^\d+$/.test(count) ? Number(count) : count }) };
  return {
    nameKo: nameKo ?? "",
    ...(businessNumber && { businessNumber }),
    ...(district && { districtCode: districtCodeOf(district) }),
    ...(address && { address }),
    ...(Object.keys(contact).length > 0 && { contact }),
    ...(Object.keys(job).length > 0 && { job }),
    ...(note && { note }),
  };
};
