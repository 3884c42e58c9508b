import type * as z from "zod/mini";
import { importRow, type ReadList, readTable } from "./row-import.ts";
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

/** More than any field of a lead takes. */
export const mostInCell = 900;
export const LeadRow = importRow(leadColumns, mostInCell);
export type LeadRow = z.infer<typeof LeadRow>;
type LeadCells = LeadRow["cells"];

/** The rows of a list, by the names of its first line. */
export const readLeadList = (text: string): ReadList<LeadColumn> =>
  readTable(text, {
    ...{ needed: ["nameKo"], mostInCell },
    columnOf: (name) => leadColumns.find((column) => names[column].includes(name)),
  });

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
