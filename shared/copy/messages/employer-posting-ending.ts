import { dateText, type LocalDate } from "../../domain/seoul-time.ts";
import { type CentreLine, closingLines } from "./closing-lines.ts";
import { bareAction, type MessageText } from "./mail-content.ts";

/** A week before a posting ends. */
export interface EmployerPostingEndingVariables extends CentreLine {
  readonly companyName: string;
  readonly jobTitle: string;
  /** Its last day. */
  readonly validUntil: LocalDate;
  /** The page where it is renewed: opening it renews nothing. */
  readonly link: string;
}

export const employerPostingEnding: MessageText<EmployerPostingEndingVariables> = {
  ko: (v) => ({
    subject: `구인공고가 곧 끝납니다: ${v.jobTitle}`,
    preview: `${dateText(v.validUntil, "ko")}까지`,
    stanzas: [
      [`${v.companyName} 담당자님, 구인공고 '${v.jobTitle}'이 ${dateText(v.validUntil, "ko")}에 끝납니다.`],
      ["계속 구하고 계시면 공고 화면에서 한 번만 눌러 주세요. 최대 두 달 연장됩니다.", bareAction("공고 보러 가기", v.link)],
      ["누르지 않으시면 그날 끝나고, 구직자에게 더는 추천하지 않습니다. 이미 잡힌 면접은 그대로 열립니다."],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "A posting of yours is about to end",
    preview: `Until ${dateText(v.validUntil, "en")}`,
    stanzas: [
      [`Dear ${v.companyName}, your posting “${v.jobTitle}” ends on ${dateText(v.validUntil, "en")}.`],
      ["If you are still hiring, press once on its page to extend it by up to two months.", bareAction("See the posting", v.link)],
      ["Otherwise it ends on that day and is proposed to nobody any more. Interviews that are booked take place."],
      closingLines.en(v),
    ],
  }),
};
