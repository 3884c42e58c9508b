import type { LeadCloseReason, LeadContactKind, LeadOutcome, LeadSourceKind } from "../domain/lead.ts";
import type { LeadStage } from "../domain/states.ts";
import type { Labels } from "./codes.ts";

export const leadStageLabels: Labels<LeadStage> = {
  found: { ko: "발굴 후보", en: "Found" },
  contacted: { ko: "연락함", en: "Contacted" },
  visited: { ko: "방문 완료", en: "Visited" },
  agreed: { ko: "구인기업이 됨", en: "Became an employer" },
  closed: { ko: "그만둠", en: "Closed" },
};

export const leadContactKindLabels: Labels<LeadContactKind> = {
  call: { ko: "전화", en: "Call" },
  visit: { ko: "기업 방문", en: "Visit to the firm" },
  message: { ko: "문자나 전자우편", en: "Message or mail" },
};

export const leadOutcomeLabels: Labels<LeadOutcome> = {
  no_answer: { ko: "연결되지 않음", en: "No answer" },
  call_back: { ko: "다시 연락하기로 함", en: "To be called again" },
  visit_set: { ko: "방문 약속", en: "Visit agreed" },
  interested: { ko: "관심 있음", en: "Interested" },
  not_now: { ko: "지금은 어려움", en: "Not now" },
  declined: { ko: "거절", en: "Declined" },
};

export const leadCloseReasonLabels: Labels<LeadCloseReason> = {
  declined: { ko: "기업이 거절함", en: "The firm declined" },
  no_need: { ko: "뽑을 사람이 없음", en: "Nobody to hire" },
  unreachable: { ko: "연락이 닿지 않음", en: "Cannot be reached" },
  gone: { ko: "폐업이나 휴업", en: "Out of business" },
  refused: { ko: "센터가 구인을 받지 않음", en: "The centre does not take its postings" },
  other: { ko: "그 밖의 까닭", en: "Another reason" },
};

export const leadSourceKindLabels: Labels<LeadSourceKind> = {
  work24: { ko: "고용24", en: "Work24" },
  portal: { ko: "민간 채용 누리집", en: "Job site" },
  district: { ko: "자치구 추천", en: "District office" },
  street: { ko: "현장 방문", en: "On the street" },
  asked: { ko: "기업 신청", en: "Asked by firms" },
  other: { ko: "그 밖", en: "Other" },
};
