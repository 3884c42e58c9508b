import { payIn } from "./job-ad.ts";
import type { JobCells, JobColumn } from "./job-row.ts";
import { Occupation } from "./posting.ts";
import {
  codeOf,
  codesIn,
  seoulCareer,
  seoulEducation,
  seoulEmployment,
  seoulInsurance,
  seoulWorkDays,
  seoulWorkHours,
} from "./seoul-codes.ts";
import { zones } from "./zones.ts";

/** Where a field of a posting, or of its firm, stands in the row. */
// biome-ignore format: a table of names reads better in rows
const columns: Readonly<Record<string, JobColumn>> = {
  titleKo: "JO_SJ", occupation: "RCRIT_JSSFC_CMMN_CODE_SE", occupationCode: "RCRIT_JSSFC_CMMN_CODE_SE", occupationNameKo: "JOBCODE_NM",
  headcount: "RCRIT_NMPR_CO", employmentType: "EMPLYM_STLE_CMMN_CODE_SE", weeklyHours: "WEEK_WORK_HR", workTimeKo: "WORK_TIME_NM",
  workHours: "WORK_TM_NM", workDays: "HOLIDAY_NM", pay: "HOPE_WAGE", insurance: "JO_FEINSR_SBSCRB_NM", severancePay: "RET_GRANTS_NM",
  education: "ACDMCR_CMMN_CODE_SE", career: "CAREER_CND_CMMN_CODE_SE", careerYears: "CAREER_CND_NM", tasksKo: "DTY_CN",
  districtCode: "WORK_PARAR_BASS_ADRES_CN", workplaceKo: "WORK_PARAR_BASS_ADRES_CN", stationKo: "SUBWAY_NM",
  documentsKo: "PRESENTN_PAPERS_NM", validUntil: "RCEPT_CLOS_NM", nameKo: "CMPNY_NM", address: "BASS_ADRES_CN", note: "BSNS_SUMRY_CN",
  businessNumber: "BIZRNO",
};

/** The column of a refused field, by its pointer. */
export const columnOf = (pointer: string): JobColumn => columns[pointer.split("/")[1] ?? ""] ?? "JO_REQST_NO";

const elsewhere = /^(?:경기|인천|부산|대구|광주|대전|울산|세종|강원|충[북남청]|전[북남라]|경[북남상]|제주)/u;

/** The district of Seoul that an address lies in, by its name; other cities have districts of the same names. */
export const districtIn = (address: string): string | undefined => {
  if (elsewhere.test(address.trim())) return undefined;
  const place = address.trim().replace(/^서울(?:특별시|시)?\s*/u, "");
  const districts = zones.flatMap((zone) => [...zone.districts]);
  // "서울 도봉구802호": what follows the district may stand close to it.
  return districts.find(({ ko }) => place.startsWith(ko))?.code;
};

/** A day as files write it: "마감일 (2026-12-31)", "채용시까지 26-12-31", "20261231". */
const dayIn = (text: string): string | undefined => {
  const found = /(?<!\d)(20\d\d|\d\d)[-./]?(\d\d)[-./]?(\d\d)(?!\d)/u.exec(text);
  return found ? `${(found[1] as string).padStart(4, "20")}-${found[2]}-${found[3]}` : undefined;
};

const numberIn = (text: string): number | string => {
  const found = /\d+(?:\.\d+)?/u.exec(text.replace(/(?<=\d),(?=\d{3})/g, ""));
  return found ? Number(found[0]) : text;
};

/** Until somebody is found: valid for as long as may be. */
const untilFound = /^(?:채용\s*시|상시|수시)/u;

/** Middle group and number of an occupation: Work24 numbers have the group in front. */
const occupationOf = (number: string | undefined) => {
  if (number === undefined) return {};
  const digits = number.replace(/\s/g, "");
  const group = Occupation.options.find((code) => code === digits.slice(0, 2));
  if (!group || !/^\d{2,6}$/.test(digits)) return { occupation: number };
  return { occupation: group, ...(digits.length > 2 && { occupationCode: digits }) };
};

const workDaysOf = (holidays: string | undefined, form: string | undefined) => {
  const said = [holidays, form].filter((text) => text !== undefined);
  const found = said.flatMap((text) => codesIn(seoulWorkDays, text))[0];
  return found ?? (holidays === undefined ? undefined : "9");
};

/** A code, or else what stands there, which the schema refuses. */
const coded = (code: string | undefined, ...cells: readonly (string | undefined)[]): string | undefined =>
  code ?? cells.find((cell) => cell !== undefined);

const given = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;

/** A row as the draft of a posting; the schema judges it. */
export const draftOfJob = (cells: JobCells) => {
  const { HOPE_WAGE: wage, CAREER_CND_NM: careerName, RCEPT_CLOS_NM: closing, WORK_PARAR_BASS_ADRES_CN: workplace } = cells;
  const career = codeOf(seoulCareer, cells.CAREER_CND_CMMN_CODE_SE, careerName?.replace(/[\s(].*$/u, ""));
  const years = career === "E" ? /(\d+)\s*년/u.exec(careerName ?? "")?.[1] : undefined;
  const insurance = cells.JO_FEINSR_SBSCRB_NM;
  const everyInsurance = insurance !== undefined && /4대/u.test(insurance);
  const severance = cells.RET_GRANTS_NM;
  return given({
    titleKo: cells.JO_SJ ?? cells.JOBCODE_NM,
    ...occupationOf(cells.RCRIT_JSSFC_CMMN_CODE_SE),
    occupationNameKo: cells.JOBCODE_NM,
    headcount: cells.RCRIT_NMPR_CO === undefined ? undefined : numberIn(cells.RCRIT_NMPR_CO),
    employmentType: coded(
      codeOf(seoulEmployment, cells.EMPLYM_STLE_CMMN_CODE_SE, cells.EMPLYM_STLE_CMMN_MM),
      cells.EMPLYM_STLE_CMMN_CODE_SE,
      cells.EMPLYM_STLE_CMMN_MM,
    ),
    weeklyHours: cells.WEEK_WORK_HR === undefined ? undefined : numberIn(cells.WEEK_WORK_HR),
    workTimeKo: cells.WORK_TIME_NM?.replace(/^\(근무시간\)\s*/u, ""),
    workHours: codeOf(seoulWorkHours, undefined, cells.WORK_TM_NM),
    workDays: workDaysOf(cells.HOLIDAY_NM, cells.WORK_TM_NM),
    pay: wage === undefined ? undefined : (payIn(wage) ?? wage),
    insurance:
      insurance === undefined ? undefined : everyInsurance ? seoulInsurance.map(({ code }) => code) : codesIn(seoulInsurance, insurance),
    severancePay: severance === undefined ? undefined : /퇴직/u.test(severance),
    education: coded(codeOf(seoulEducation, cells.ACDMCR_CMMN_CODE_SE, cells.ACDMCR_NM), cells.ACDMCR_CMMN_CODE_SE, cells.ACDMCR_NM),
    career: coded(career, cells.CAREER_CND_CMMN_CODE_SE, careerName),
    careerYears: years === undefined ? undefined : Number(years),
    tasksKo: cells.DTY_CN,
    // What is not in Seoul is refused as no district.
    districtCode: workplace === undefined ? undefined : (districtIn(workplace) ?? workplace),
    workplaceKo: workplace,
    stationKo: cells.SUBWAY_NM,
    documentsKo: cells.PRESENTN_PAPERS_NM,
    validUntil: closing === undefined || (untilFound.test(closing) && !dayIn(closing)) ? undefined : (dayIn(closing) ?? closing),
  });
};

/** The day on which a posting was registered where it comes from, or what stands there in place of one; undefined when nothing does. */
export const registeredOn = ({ JO_REG_DT: day }: JobCells): string | undefined => (day === undefined ? undefined : (dayIn(day) ?? day));

/** What is known of the firm of a row, as the draft of a lead. */
export const firmOfJob = ({ CMPNY_NM: nameKo = "", BASS_ADRES_CN: address, BSNS_SUMRY_CN: note, BIZRNO: businessNumber }: JobCells) =>
  given({ nameKo, businessNumber, address, note, districtCode: address === undefined ? undefined : districtIn(address) });
