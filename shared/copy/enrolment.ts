import type { EnrolmentStanding } from "../domain/enrolment.ts";
import type { Locale } from "../domain/locale.ts";
import type { MatchReason } from "../domain/match.ts";
import type { AnsweredBy } from "../domain/referral.ts";
import type { ReferralState } from "../domain/states.ts";

type Words = Readonly<Record<Locale, string>>;

/** Words of what somebody looks for, wherever it is written or read. Korean defines the keys. */
const ko = {
  title: "구직등록",
  occupation: (nth: number) => `희망 직종 ${nth}`,
  occupations: "희망 직종",
  occupationHint: "세 가지까지 고르실 수 있습니다. 첫째부터 차례로 골라 주세요.",
  district: (nth: number) => `일하고 싶은 곳 ${nth}`,
  districts: "일하고 싶은 곳",
  districtHint: "고르지 않으시면 서울 어디든 찾아봅니다.",
  anywhere: "서울 어디든",
  employmentTypes: "고용 형태",
  employmentTypesHint: "고르지 않으시면 모두 찾아봅니다.",
  any: "상관없음",
  weeklyHours: "일주일에 많아도 몇 시간",
  hours: (hours: number) => `${hours}시간까지`,
  payType: "받고 싶은 임금의 단위",
  payWon: "적어도 얼마(원)",
  leastPay: "받고 싶은 임금",
  atLeast: (pay: string) => `${pay} 이상`,
  career: (nth: number) => `해 본 일 ${nth}`,
  careerYears: (nth: number) => `해 본 일 ${nth}의 햇수`,
  careerHint: "예: 아파트 경비",
  careers: "해 본 일",
  careerLine: (what: string, years: number) => (years === 0 ? `${what} (1년 미만)` : `${what} ${years}년`),
  education: "학력",
  qualifications: "자격과 면허",
  qualificationsHint: "예: 지게차운전기능사, 1종 보통 운전면허",
  choose: "고르지 않음",
  save: "저장하기",
  agree: "위 내용에 동의합니다",
  agreeFirst: "동의하시면 이 칸을 눌러 표시해 주세요.",
};

const en: typeof ko = {
  title: "Job-seeker registration",
  occupation: (nth) => `Work you wish for ${nth}`,
  occupations: "Work you wish for",
  occupationHint: "Up to three, the first one first.",
  district: (nth) => `Where you would work ${nth}`,
  districts: "Where you would work",
  districtHint: "If you choose none, we look all over Seoul.",
  anywhere: "Anywhere in Seoul",
  employmentTypes: "Kind of contract",
  employmentTypesHint: "If you choose none, we look for all.",
  any: "Whichever",
  weeklyHours: "At most how many hours a week",
  hours: (hours) => `Up to ${hours} hours`,
  payType: "Pay is counted by",
  payWon: "At least how much (won)",
  leastPay: "Pay you wish for",
  atLeast: (pay) => `${pay} or more`,
  career: (nth) => `Work you have done ${nth}`,
  careerYears: (nth) => `Years of work ${nth}`,
  careerHint: "For example: guard of an apartment house",
  careers: "Work you have done",
  careerLine: (what, years) => (years === 0 ? `${what} (less than a year)` : `${what}, ${years} ${years === 1 ? "year" : "years"}`),
  education: "Education",
  qualifications: "Qualifications and licences",
  qualificationsHint: "For example: forklift operator, driving licence",
  choose: "None chosen",
  save: "Save",
  agree: "I agree to this",
  agreeFirst: "If you agree, please tick this box.",
};

export const enrolmentWords = { ko, en };

export const enrolmentStandingWords: Readonly<Record<EnrolmentStanding, Words>> = {
  submitted: { ko: "확인을 기다립니다", en: "Waits to be accepted" },
  accepted: { ko: "구직 중", en: "Looking for work" },
  expired: { ko: "기간이 끝남", en: "Its time is over" },
  ended: { ko: "그만둠", en: "Ended" },
};

/** Why a job fits, or does not. */
export const matchReasonWords: Readonly<Record<MatchReason, Words>> = {
  "already-theirs": { ko: "이미 면접을 예약했거나 지원한 일자리", en: "They have booked or applied for it already" },
  "occupation-same": { ko: "희망 직종과 같음", en: "The work they wish for" },
  "occupation-near": { ko: "희망 직종과 비슷한 일", en: "Work like the one they wish for" },
  "occupation-other": { ko: "희망 직종과 다름", en: "Other work than they wish for" },
  "district-same": { ko: "원하는 자치구", en: "In the district they wish for" },
  "district-zone": { ko: "원하는 자치구와 같은 권역", en: "In the same zone as the district they wish for" },
  "district-any": { ko: "서울 어디든 좋다고 함", en: "They would work anywhere in Seoul" },
  "district-other": { ko: "원하는 곳과 다른 권역", en: "In another zone than they wish for" },
  "pay-meets": { ko: "원하는 임금 이상", en: "The pay they wish for, or more" },
  "pay-below": { ko: "원하는 임금보다 적음", en: "Less pay than they wish for" },
  "hours-fit": { ko: "원하는 근무시간 안", en: "No more hours than they wish" },
  "hours-over": { ko: "원하는 시간보다 오래 일함", en: "More hours than they wish" },
  "type-same": { ko: "원하는 고용 형태", en: "The kind of contract they wish for" },
  "type-other": { ko: "원하는 고용 형태와 다름", en: "Another kind of contract than they wish for" },
  "education-meets": { ko: "학력 조건에 맞음", en: "Has the schooling that is asked for" },
  "education-above": { ko: "학력 조건보다 낮음", en: "Less schooling than is asked for" },
};

export const referralStateWords: Readonly<Record<ReferralState, Words>> = {
  proposed: { ko: "답을 기다립니다", en: "Waits for an answer" },
  declined: { ko: "원하지 않음", en: "Declined" },
  sent: { ko: "알선함", en: "Referred" },
  withdrawn: { ko: "거둠", en: "Taken back" },
};

export const answeredByWords: Readonly<Record<AnsweredBy, Words>> = {
  web: { ko: "누리집에서 직접", en: "On the website" },
  "in-person": { ko: "만나서", en: "In person" },
  telephone: { ko: "전화로", en: "By telephone" },
};
