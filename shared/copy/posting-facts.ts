import type { Locale } from "../domain/locale.ts";
import type { PostingGap } from "../domain/posting-gaps.ts";

/** What the facts of a posting are called, for whoever writes, approves or reads it. Korean defines the keys; English must have the same ones. */
const ko = {
  occupationName: "세부 직종",
  contract: "계약 기간",
  workDays: "일하는 날",
  workHours: "일하는 시간대",
  insurance: "4대보험",
  severance: "퇴직급여",
  severanceYes: "있음(퇴직금 또는 퇴직연금)",
  severanceNo: "없음(법에 따라 주지 않아도 될 때)",
  careerYears: "필요한 경력",
  years: (count: number) => `${count}년 이상`,
  certificates: "자격증·면허",
  preferred: "우대",
  legalCheck: "채용 전 법정 확인",
  welfare: "복리후생",
  vehicle: "차량",
  access: "일터의 편의",
  address: "일하는 곳 주소",
  station: "가까운 역",
  documents: "면접 때 가져올 것",
  validUntil: "유효기간",
  until: (day: string) => `${day}까지`,
  gaps: {
    contractKo: "계약 기간",
    workDays: "일하는 날",
    workplaceKo: "일하는 곳 주소",
    insurance: "4대보험(산재보험은 꼭 듭니다)",
    severancePay: "퇴직급여",
  } satisfies Record<PostingGap, string> as Record<PostingGap, string>,
};
export type PostingFactWords = typeof ko;

const en: PostingFactWords = {
  occupationName: "Occupation in detail",
  contract: "Length of the contract",
  workDays: "Days",
  workHours: "Time of day",
  insurance: "Social insurance",
  severance: "Severance",
  severanceYes: "Severance pay or a retirement pension",
  severanceNo: "None, where the law asks for none",
  careerYears: "Experience needed",
  years: (count) => (count === 1 ? "1 year or more" : `${count} years or more`),
  certificates: "Certificates and licences",
  preferred: "Preferred",
  legalCheck: "Checks before hiring",
  welfare: "Benefits",
  vehicle: "Vehicle",
  access: "Access and arrangements",
  address: "Address of work",
  station: "Station nearby",
  documents: "What to bring to the interview",
  validUntil: "Valid",
  until: (day) => `until ${day}`,
  gaps: {
    contractKo: "length of the contract",
    workDays: "days",
    workplaceKo: "address of work",
    insurance: "social insurance (accidents at work are always insured)",
    severancePay: "severance",
  },
};

export const postingFactWords: Record<Locale, PostingFactWords> = { ko, en };
