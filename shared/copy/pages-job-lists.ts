import type { JobColumn } from "../domain/job-row.ts";
import type { Locale } from "../domain/locale.ts";

/** Words of the page on which postings are taken in from Seoul's open data, and given out like it. */
const ko = {
  title: "구인공고 파일",
  lead: "서울시 열린데이터광장의 채용 정보와 같은 꼴로 구인공고를 들여오고 내보냅니다.",
  inTitle: "들여오기",
  inLead: "열린데이터광장에서 받은 파일을 그대로 올리세요. 구인신청번호가 같은 공고는 한 번만 들어갑니다.",
  inPrivate: "담당 상담사의 이름과 전화번호는 읽지 않습니다.",
  template: "빈 양식 내려받기",
  templateHint: "엑셀에서 열어 한 줄에 공고 하나씩 적습니다. 구인신청번호와 기업명칭은 꼭 있어야 합니다.",
  templateName: "구인공고-양식",
  inWhere:
    "사업자등록번호가 맞는 구인기업이 있으면 그 기업의 공고로, 없으면 발굴기업에 들어갑니다. 면접 시간을 승인하기 전에는 구직자에게 보이지 않습니다.",
  businessNumber: "사업자등록번호",
  businessNumberHint: "파일의 공고가 모두 한 기업의 것일 때만 적어 주세요.",
  done: (added: number, employers: number, known: number, refused: number) =>
    `새로 ${added}건(구인기업 ${employers}건, 발굴기업 ${added - employers}건), 이미 있던 ${known}건, 고칠 ${refused}건`,
  columnMissing: "구인신청번호와 기업명칭 칸을 찾지 못했습니다. 열린데이터광장의 칸 이름을 그대로 두어 주세요.",
  outTitle: "내보내기",
  outLead: "확인을 마친 기업의, 오늘 유효한 공고입니다. 사람 이름은 들어가지 않습니다.",
  which: "어떤 공고",
  whichShown: "방문에서 보인 공고(승인함)",
  whichValid: "유효한 공고 모두",
  format: "파일 형식",
  formatTable: "표(엑셀에서 열기)",
  formatData: "자료(열린데이터광장의 응답 꼴)",
  outStart: "내보내기",
  outRunning: (count: number) => `공고 ${count}건을 모았습니다`,
  outDone: (count: number) => `공고 ${count}건을 파일로 저장했습니다.`,
  outNone: "내보낼 공고가 없습니다.",
  fileName: "구인공고",
  columns: {
    ...{ JO_REQST_NO: "구인신청번호", JO_REGIST_NO: "구인등록번호", CMPNY_NM: "기업명칭", BSNS_SUMRY_CN: "사업요약내용" },
    ...{ RCRIT_JSSFC_CMMN_CODE_SE: "모집직종코드", JOBCODE_NM: "모집직종코드명", RCRIT_NMPR_CO: "모집인원수" },
    ...{ ACDMCR_CMMN_CODE_SE: "학력코드", ACDMCR_NM: "학력코드명", EMPLYM_STLE_CMMN_CODE_SE: "고용형태코드" },
    ...{ EMPLYM_STLE_CMMN_MM: "고용형태코드명", WORK_PARAR_BASS_ADRES_CN: "근무예정지주소", SUBWAY_NM: "인접전철역", DTY_CN: "직무내용" },
    ...{ CAREER_CND_CMMN_CODE_SE: "경력조건코드", CAREER_CND_NM: "경력조건코드명", HOPE_WAGE: "급여조건", RET_GRANTS_NM: "퇴직금구분" },
    ...{ WORK_TIME_NM: "근무시간", WORK_TM_NM: "근무형태", HOLIDAY_NM: "공휴일", WEEK_WORK_HR: "주당근무시간" },
    ...{ JO_FEINSR_SBSCRB_NM: "4대보험", RCEPT_CLOS_NM: "마감일", PRESENTN_PAPERS_NM: "제출서류", BASS_ADRES_CN: "기업주소" },
    ...{ JO_SJ: "구인제목", JO_REG_DT: "등록일", BIZRNO: "사업자등록번호" },
  } satisfies Record<JobColumn, string> as Record<JobColumn, string>,
};
export type JobListWords = typeof ko;

const en: JobListWords = {
  title: "Files of postings",
  lead: "Postings are taken in and given out in the shape of Seoul’s open data on jobs.",
  inTitle: "Take in",
  inLead: "Take the file as it comes from the open data site. A posting of one request number comes in once.",
  inPrivate: "Names and numbers of counsellors are not read.",
  template: "Download an empty list",
  templateHint:
    "Open it in a spreadsheet and write one posting a line. Its columns are in Korean, as Seoul’s files have them; the first (number of the posting) and the third (name of the firm) are needed.",
  templateName: "postings-empty",
  inWhere:
    "They become postings of the employer that has the business number, else of a firm that was found. No job seeker sees them before interview times are approved.",
  businessNumber: "Business registration number",
  businessNumberHint: "Only where every posting in the file is of one firm.",
  done: (added, employers, known, refused) =>
    `${added} new (${employers} of employers, ${added - employers} of firms that were found), ${known} known already, ${refused} to mend`,
  columnMissing: "There are no columns for the request number and the name of the firm. Please leave the columns named as they come.",
  outTitle: "Give out",
  outLead: "Postings of verified employers that are valid today. They name nobody.",
  which: "Which postings",
  whichShown: "Those that a visit has shown (approved)",
  whichValid: "All that are valid",
  format: "Kind of file",
  formatTable: "A table, for a spreadsheet",
  formatData: "Data, as the open data service answers",
  outStart: "Give out",
  outRunning: (count) => `${count} ${count === 1 ? "posting" : "postings"} so far`,
  outDone: (count) => `${count} ${count === 1 ? "posting is" : "postings are"} in the file.`,
  outNone: "There is no posting to give out.",
  fileName: "postings",
  columns: {
    ...{
      JO_REQST_NO: "Request number",
      JO_REGIST_NO: "Registration number",
      CMPNY_NM: "Name of the firm",
      BSNS_SUMRY_CN: "Line of business",
    },
    ...{ RCRIT_JSSFC_CMMN_CODE_SE: "Code of the occupation", JOBCODE_NM: "Occupation", RCRIT_NMPR_CO: "Openings" },
    ...{ ACDMCR_CMMN_CODE_SE: "Code of the education", ACDMCR_NM: "Education", EMPLYM_STLE_CMMN_CODE_SE: "Code of the kind of employment" },
    ...{ EMPLYM_STLE_CMMN_MM: "Kind of employment", WORK_PARAR_BASS_ADRES_CN: "Place of work", SUBWAY_NM: "Station", DTY_CN: "Tasks" },
    ...{ CAREER_CND_CMMN_CODE_SE: "Code of the experience", CAREER_CND_NM: "Experience", HOPE_WAGE: "Pay", RET_GRANTS_NM: "Severance pay" },
    ...{ WORK_TIME_NM: "Working times", WORK_TM_NM: "Time of day", HOLIDAY_NM: "Days", WEEK_WORK_HR: "Hours a week" },
    ...{
      JO_FEINSR_SBSCRB_NM: "Insurance",
      RCEPT_CLOS_NM: "Last day",
      PRESENTN_PAPERS_NM: "Papers to bring",
      BASS_ADRES_CN: "Address of the firm",
    },
    ...{ JO_SJ: "Title", JO_REG_DT: "Registered on", BIZRNO: "Business registration number" },
  },
};

export const jobListWords: Record<Locale, JobListWords> = { ko, en };
