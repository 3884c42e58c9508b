import { csvOf } from "./csv.ts";
import { type SeoulRow, seoulColumnNames } from "./job-row.ts";
import { districtIn } from "./job-row-in.ts";
import type { Posting } from "./posting.ts";
import {
  seoulCareer,
  seoulCodeOf,
  seoulEducation,
  seoulEmployment,
  seoulInsurance,
  seoulNameOf,
  seoulWorkDays,
  seoulWorkHours,
} from "./seoul-codes.ts";
import { zones } from "./zones.ts";

const payNames = { H: "시급", D: "일급", M: "월급", Y: "연봉" } as const;

/** "월급 / 2450000원 ~ 2750000원" */
const wageOf = ({ type, min, max }: Posting["draft"]["pay"]): string => `${payNames[type]} / ${min}원${max === min ? "" : ` ~ ${max}원`}`;

const severanceOf = (severancePay: boolean | undefined): string => (severancePay === undefined ? "" : severancePay ? "퇴직금" : "해당없음");

/** An address says its district in front, by which it is found again. */
const workplaceOf = ({ districtCode, workplaceKo }: Posting["draft"]): string => {
  const name = zones.flatMap(({ districts }) => [...districts]).find(({ code }) => code === districtCode)?.ko ?? "";
  if (workplaceKo === undefined) return `서울 ${name}`;
  return districtIn(workplaceKo) === districtCode ? workplaceKo : `서울 ${name} ${workplaceKo}`;
};

/** What has no column of its own, one line each. */
const restOf = ({ contractKo, certificatesKo, preferredKo, legalCheckKo, benefitsKo, vehicleKo, accessKo }: Posting["draft"]): string =>
  Object.entries({
    ...{ 계약기간: contractKo, 자격: certificatesKo, 우대: preferredKo, 채용전확인: legalCheckKo, 복리후생: benefitsKo },
    ...{ 차량: vehicleKo, 근무환경: accessKo },
  })
    .flatMap(([name, text]) => (text === undefined ? [] : [`${name}: ${text}`]))
    .join("\n");

type Around = {
  firm: { nameKo: string; industryKo: string; roadAddress: string };
  /** The name of the occupation's group, for postings that name no closer one. */
  groupName: string;
  /** Who is asked about the posting: the centre, and nobody by name. */
  centre: { name: string; phone: string };
};

/** A posting as a row of Seoul's open data. */
export const rowOfPosting = (
  { postingId, employerId, draft, validFrom, source }: Posting,
  { firm, groupName, centre }: Around,
): SeoulRow => ({
  JO_REQST_NO: source?.requestNo ?? postingId,
  JO_REGIST_NO: source ? (source.registNo ?? "") : employerId,
  CMPNY_NM: firm.nameKo,
  BSNS_SUMRY_CN: firm.industryKo,
  RCRIT_JSSFC_CMMN_CODE_SE: draft.occupationCode ?? draft.occupation,
  JOBCODE_NM: draft.occupationNameKo ?? groupName,
  RCRIT_NMPR_CO: String(draft.headcount),
  ACDMCR_CMMN_CODE_SE: seoulCodeOf(seoulEducation, draft.education),
  ACDMCR_NM: seoulNameOf(seoulEducation, draft.education),
  EMPLYM_STLE_CMMN_CODE_SE: seoulCodeOf(seoulEmployment, draft.employmentType),
  EMPLYM_STLE_CMMN_MM: seoulNameOf(seoulEmployment, draft.employmentType),
  WORK_PARAR_BASS_ADRES_CN: workplaceOf(draft),
  SUBWAY_NM: draft.stationKo ?? "",
  DTY_CN: draft.tasksKo,
  CAREER_CND_CMMN_CODE_SE: seoulCodeOf(seoulCareer, draft.career),
  CAREER_CND_NM: seoulNameOf(seoulCareer, draft.career) + (draft.careerYears === undefined ? "" : `(${draft.careerYears}년 이상)`),
  HOPE_WAGE: wageOf(draft.pay),
  RET_GRANTS_NM: severanceOf(draft.severancePay),
  WORK_TIME_NM: draft.workTimeKo,
  WORK_TM_NM: seoulNameOf(seoulWorkHours, draft.workHours),
  HOLIDAY_NM: seoulNameOf(seoulWorkDays, draft.workDays),
  WEEK_WORK_HR: `주 ${draft.weeklyHours}시간`,
  JO_FEINSR_SBSCRB_NM: (draft.insurance ?? []).map((code) => seoulNameOf(seoulInsurance, code)).join(" "),
  RCEPT_CLOS_NM: draft.validUntil === undefined ? "" : `마감일 (${draft.validUntil})`,
  RCEPT_MTH_IEM_NM: "",
  MODEL_MTH_NM: "현장면접",
  RCEPT_MTH_NM: "일자리 버스에서 면접",
  PRESENTN_PAPERS_NM: draft.documentsKo ?? "",
  MNGR_NM: "",
  MNGR_PHON_NO: centre.phone,
  MNGR_INSTT_NM: centre.name,
  BASS_ADRES_CN: firm.roadAddress,
  JO_SJ: draft.titleKo,
  JO_REG_DT: validFrom ?? "",
  GUI_LN: restOf(draft),
});

/** Rows as the service answers them. */
export const seoulAnswerOf = (rows: readonly SeoulRow[]) => ({
  GetJobInfo: { list_total_count: rows.length, RESULT: { CODE: "INFO-000", MESSAGE: "정상 처리되었습니다" }, row: rows },
});

/** Rows as a file of comma-separated values with the same columns. */
export const seoulTableOf = (rows: readonly SeoulRow[]): string =>
  csvOf([seoulColumnNames, ...rows.map((row) => seoulColumnNames.map((column) => row[column]))]);
