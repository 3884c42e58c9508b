import type { Locale } from "../domain/locale.ts";
import type { AgeBand, ReportCounts, ReportPeople } from "../domain/report.ts";
import type { Grouping } from "../domain/report-groups.ts";

/** Words of the manager's page of reports, on the screen, on paper and in the file. Korean defines the keys. */
const ko = {
  title: "운영 결과",
  lead: "기간을 고르면 그동안의 방문을 더해 보여 드립니다. 오늘까지의 방문만 셉니다.",
  print: "인쇄하기",
  file: "표 내려받기",
  period: (from: string, to: string) => `${from} ~ ${to}`,
  none: "이 기간에 열린 방문이 없습니다",
  noneDetail: "다른 기간을 골라 주세요.",
  sumTitle: "모두 더한 수",
  casesTitle: "건수",
  peopleTitle: "실인원",
  peopleLead: "여러 번 오신 분도 한 번만 셉니다. 등록 없이 오신 분은 누구인지 알 수 없어 오실 때마다 셉니다.",
  agesTitle: "연령대",
  agesLead: "등록하고 오신 분만 셉니다. 5명보다 적은 수는 누구인지 짐작할 수 있어 적지 않습니다.",
  hidden: "적지 않음",
  groupsTitle: "나누어 보기",
  groupsLead: "막대는 방문 한 번에 오신 분의 수입니다. 건수를 더한 것이라, 여러 곳에 오신 분은 곳마다 셉니다.",
  by: "나누는 기준",
  groupings: { month: "달", quarter: "분기", zone: "권역", district: "자치구", place: "장소" } satisfies Record<Grouping, string> as Record<
    Grouping,
    string
  >,
  quarter: (year: string, n: string) => `${year}년 ${n}분기`,
  perVisit: (n: string) => `방문 한 번에 ${n}명`,
  visitsTitle: "방문마다",
  visits: "운영 횟수",
  date: "방문일",
  place: "장소",
  cancelled: "취소",
  times: (n: number) => `${n}회`,
  counts: {
    registered: "사전 등록",
    arrived: "등록하고 오신 분",
    walkIns: "등록 없이 오신 분",
    consultations: "상담",
    startUp: "창업·자금 상담",
    tests: "적성 검사",
    enrolments: "신규 구직등록",
    referrals: "알선",
    employers: "참여 기업",
    postings: "구인 등록",
    openings: "구인 인원",
    interviews: "현장면접",
    noShows: "미출석",
    placements: "취업",
    stayedThreeMonths: "3개월 고용 유지",
  } satisfies Record<keyof ReportCounts, string> as Record<keyof ReportCounts, string>,
  people: { visitors: "방문", consulted: "상담", referred: "알선", interviewed: "현장면접", placed: "취업" } satisfies Record<
    keyof ReportPeople,
    string
  > as Record<keyof ReportPeople, string>,
  ages: { u30: "29세 이하", "30s": "30대", "40s": "40대", "50s": "50대", "60p": "60세 이상" } satisfies Record<AgeBand, string> as Record<
    AgeBand,
    string
  >,
};

const en: typeof ko = {
  title: "Results",
  lead: "Choose a time: its visits are added up. Only visits up to today count.",
  print: "Print",
  file: "Download as a table",
  period: (from, to) => `${from} to ${to}`,
  none: "No visit took place in this time",
  noneDetail: "Please choose another.",
  sumTitle: "All together",
  casesTitle: "Cases",
  peopleTitle: "People",
  peopleLead:
    "Whoever came several times counts once. Whoever came without registering counts each time, since nobody knows who they were.",
  agesTitle: "Ages",
  agesLead: "Of those who had registered and came. Numbers below five are left out, since they may tell who somebody is.",
  hidden: "left out",
  groupsTitle: "Broken down",
  groupsLead: "The bar shows how many people came to one visit. These are cases: whoever came to several places counts at each.",
  by: "Broken down by",
  groupings: { month: "Month", quarter: "Quarter", zone: "Zone", district: "District", place: "Place" },
  quarter: (year, n) => `Quarter ${n} of ${year}`,
  perVisit: (n) => `${n} people a visit`,
  visitsTitle: "Visit by visit",
  visits: "Visits",
  date: "Date",
  place: "Place",
  cancelled: "cancelled",
  times: (n) => String(n),
  counts: {
    registered: "Registered",
    arrived: "Registered and came",
    walkIns: "Walk-ins",
    consultations: "Talks",
    startUp: "Start-up and money",
    tests: "Aptitude tests",
    enrolments: "New enrolments",
    referrals: "Referrals",
    employers: "Employers",
    postings: "Postings",
    openings: "Openings",
    interviews: "Interviews",
    noShows: "Did not come",
    placements: "Hired",
    stayedThreeMonths: "Still there after 3 months",
  },
  people: { visitors: "Visitors", consulted: "Talked with", referred: "Referred", interviewed: "Interviewed", placed: "Hired" },
  ages: { u30: "29 or younger", "30s": "30s", "40s": "40s", "50s": "50s", "60p": "60 or older" },
};

export const reportWords: Record<Locale, typeof ko> = { ko, en };
export type ReportWords = typeof ko;
