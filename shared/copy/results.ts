import type { ConfirmedBy, ResultStanding, SeekerResult } from "../domain/placement.ts";
import type { Labels } from "./codes.ts";

/** What somebody says came of their interview, in the words of staff. */
export const seekerResultWords: Labels<SeekerResult> = {
  hired: { ko: "채용됨", en: "Hired" },
  second_interview: { ko: "2차 면접", en: "Second interview" },
  waiting: { ko: "답을 기다림", en: "Waiting for an answer" },
  not_hired: { ko: "채용 안 됨", en: "Not hired" },
  declined: { ko: "본인이 그만둠", en: "They declined" },
};

/** How the centre knows of a placement. */
export const confirmedByWords: Labels<ConfirmedBy> = {
  person: { ko: "본인에게 들었습니다", en: "They told us" },
  employer: { ko: "기업에게 들었습니다", en: "The employer told us" },
  document: { ko: "서류를 보았습니다", en: "We saw a document" },
};

/** Whether somebody who was placed is still at work there. */
export const stayWords: Labels<"stays" | "left"> = {
  stays: { ko: "재직 중", en: "Still at work" },
  left: { ko: "그만두셨음", en: "Has left" },
};

/** Where an interview stands, and what somebody has to do about it. */
export const standingWords: Record<ResultStanding, { ko: Standing; en: Standing }> = {
  doubted: {
    ko: { title: "확정한 뒤에 채용이 아니라는 말이 있었습니다", next: "어느 쪽이 맞는지 알아보고, 채용이 아니면 취업 확정을 거두세요." },
    en: {
      title: "Confirmed, and then said not to be a hire",
      next: "Find out what is right. If there is no hire, take the placement back.",
    },
  },
  differs: {
    ko: { title: "두 쪽의 말이 다릅니다", next: "두 쪽에 전화해서 어느 쪽이 맞는지 알아보세요." },
    en: { title: "They say different things", next: "Call both sides and find out which of them is right." },
  },
  "to-confirm": {
    ko: { title: "취업을 확정해 주세요", next: "첫 출근일을 물어보고 확정하세요." },
    en: { title: "Confirm the placement", next: "Ask for the first day at work, then confirm it." },
  },
  asked: {
    ko: { title: "아직 아무도 알려 주지 않았습니다", next: "전화해서 결과를 물어보세요." },
    en: { title: "Nobody has said anything yet", next: "Call and ask what came of it." },
  },
  open: {
    ko: { title: "아직 진행 중입니다", next: "며칠 뒤에 다시 물어보세요." },
    en: { title: "Still going on", next: "Ask again in a few days." },
  },
  placed: {
    ko: { title: "취업이 확정되었습니다", next: "재직 확인은 ‘내 할 일’에 나옵니다." },
    en: { title: "Placements", next: "Asking whether they are still there is on the list of what there is to do." },
  },
  ended: {
    ko: { title: "채용 없이 끝났습니다", next: "본인이 아직 결과를 모르시면 전화로 알려 드리세요." },
    en: { title: "Ended without a hire", next: "Call whoever does not know yet." },
  },
};
type Standing = { title: string; next: string };
