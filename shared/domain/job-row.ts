import type * as z from "zod/mini";
import { bareName, importRow, type Layout, listOf, type ReadList, readTable } from "./row-import.ts";

/**
 * A posting as a row of Seoul's open data: service `GetJobInfo` (서울시 일자리플러스센터 채용 정보, OA-13341), with the names that its columns have there and in its files.
 */
// biome-ignore format: a table of names reads better in rows
const seoulColumns = {
  JO_REQST_NO: "구인신청번호", JO_REGIST_NO: "구인등록번호", CMPNY_NM: "기업명칭", BSNS_SUMRY_CN: "사업요약내용",
  RCRIT_JSSFC_CMMN_CODE_SE: "모집직종코드", JOBCODE_NM: "모집직종코드명", RCRIT_NMPR_CO: "모집인원수",
  ACDMCR_CMMN_CODE_SE: "학력코드", ACDMCR_NM: "학력코드명", EMPLYM_STLE_CMMN_CODE_SE: "고용형태코드", EMPLYM_STLE_CMMN_MM: "고용형태코드명",
  WORK_PARAR_BASS_ADRES_CN: "근무예정지주소", SUBWAY_NM: "인접전철역", DTY_CN: "직무내용", CAREER_CND_CMMN_CODE_SE: "경력조건코드",
  CAREER_CND_NM: "경력조건코드명", HOPE_WAGE: "급여조건", RET_GRANTS_NM: "퇴직금구분", WORK_TIME_NM: "근무시간", WORK_TM_NM: "근무형태",
  HOLIDAY_NM: "공휴일", WEEK_WORK_HR: "주당근무시간", JO_FEINSR_SBSCRB_NM: "4대보험", RCEPT_CLOS_NM: "마감일",
  RCEPT_MTH_IEM_NM: "전형장소", MODEL_MTH_NM: "전형방법", RCEPT_MTH_NM: "접수방법", PRESENTN_PAPERS_NM: "제출서류",
  MNGR_NM: "담당상담사명", MNGR_PHON_NO: "담당상담사전화번호", MNGR_INSTT_NM: "담당상담사소속기관명", BASS_ADRES_CN: "기업주소",
  JO_SJ: "구인제목", JO_REG_DT: "등록일", GUI_LN: "모집요강",
} as const;
export type SeoulColumn = keyof typeof seoulColumns;
export const seoulColumnNames = Object.keys(seoulColumns) as SeoulColumn[];

/** A row as it is given out: every column, empty where there is nothing to say. */
export type SeoulRow = Record<SeoulColumn, string>;

/**
 * Columns that are not read: who saw to the posting there, by name and number, stays where it is; how to apply there is nothing that holds here.
 */
const unread = ["RCEPT_MTH_IEM_NM", "MODEL_MTH_NM", "RCEPT_MTH_NM", "MNGR_NM", "MNGR_PHON_NO", "MNGR_INSTT_NM", "GUI_LN"] as const;
type Unread = (typeof unread)[number];
/** A column of our own, by the standard term of public data: whose posting it is. Seoul's files have no such column. */
const businessNumberColumn = "BIZRNO";

export type JobColumn = Exclude<SeoulColumn, Unread> | typeof businessNumberColumn;
const jobColumns: readonly JobColumn[] = [
  ...seoulColumnNames.filter((column): column is Exclude<SeoulColumn, Unread> => !unread.some((one) => one === column)),
  businessNumberColumn,
];

/** The first line of a list that somebody fills in by hand: the columns that are read, as Seoul's files call them. */
export const jobListHead = jobColumns.map((column) => (column === businessNumberColumn ? "사업자등록번호" : seoulColumns[column]));

/** More than any field of a posting takes. */
const mostInCell = 1600;
export const JobRow = importRow(jobColumns, mostInCell);
export type JobRow = z.infer<typeof JobRow>;
export type JobCells = JobRow["cells"];

/** A column by its name in either language, as a file of separated values or an answer in JSON has it. */
const byName = new Map<string, SeoulColumn | JobColumn>([
  ...seoulColumnNames.flatMap((column) => [column, seoulColumns[column]].map((name) => [bareName(name), column] as const)),
  ...[businessNumberColumn, "사업자등록번호", "사업자번호"].map((name) => [bareName(name), businessNumberColumn] as const),
]);

const layout: Layout<JobColumn> = {
  columnOf: (name) => jobColumns.find((column) => column === byName.get(name)),
  needed: ["JO_REQST_NO", "CMPNY_NM"],
  mostInCell,
};

/** Columns that are left out on purpose are no unknown ones. */
const withoutUnread = (list: ReadList<JobColumn>): ReadList<JobColumn> =>
  list.ok ? { ...list, unknown: list.unknown.filter((name) => !byName.has(bareName(name))) } : list;

type Json = { [name: string]: unknown };
const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

/** The rows of an answer of the service, of its inner part or of a bare list. */
const rowsIn = (json: unknown): Json[] => {
  if (Array.isArray(json)) return json.filter(isObject);
  if (!isObject(json)) return [];
  const row = json.GetJobInfo ?? json.row;
  if (row === undefined) return [];
  // One row alone is no list in some of its answers.
  return isObject(row) && row.row === undefined && json.row !== undefined ? [row] : rowsIn(row);
};

const cellOf = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value).trim() : "");

/** Whether a file holds an answer of the service, and no lines. */
export const isData = (text: string): boolean => /^\s*[[{]/.test(text);

/** Postings of a file: the service's answer in JSON, or separated values with the same columns. Of JSON, `line` is the place in the list. */
export const readJobList = (text: string): ReadList<JobColumn> => {
  if (!isData(text)) return withoutUnread(readTable(text, layout));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, why: "unreadable" };
  }
  const rows = rowsIn(json).map((row, i) => ({
    line: i + 1,
    named: Object.entries(row).map(([name, value]) => [name, cellOf(value)] as const),
  }));
  return withoutUnread(listOf(rows, layout));
};
