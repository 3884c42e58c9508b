import { dateText, type LocalDate } from "../../domain/seoul-time.ts";
import { type CentreLine, closingLines } from "./closing-lines.ts";
import { bareAction, type MessageText } from "./mail-content.ts";

/** Some days before an enrolment ends. */
export interface EnrolmentEndingVariables extends CentreLine {
  readonly name: string;
  /** Its last day. */
  readonly validUntil: LocalDate;
  /** The page where it is renewed: opening it renews nothing. */
  readonly link: string;
}

export const enrolmentEnding: MessageText<EnrolmentEndingVariables> = {
  ko: (v) => ({
    subject: "구직등록 기간이 곧 끝납니다",
    preview: `${dateText(v.validUntil, "ko")}까지`,
    stanzas: [
      [`${v.name} 님, 구직등록이 ${dateText(v.validUntil, "ko")}에 끝납니다.`],
      ["계속 일자리를 찾고 계시면 한 번만 눌러 주세요. 3개월 연장됩니다.", bareAction("연장하러 가기", v.link)],
      ["누르지 않으시면 그날 끝나고, 더는 일자리를 추천해 드리지 않습니다.", "취업하셨다면 같은 곳에서 등록을 그만두실 수 있습니다."],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "Your job-seeker registration is about to end",
    preview: `Until ${dateText(v.validUntil, "en")}`,
    stanzas: [
      [`${v.name}, your job-seeker registration ends on ${dateText(v.validUntil, "en")}.`],
      ["If you are still looking for work, press once to extend it by three months.", bareAction("Extend it", v.link)],
      ["Otherwise it ends on that day, and we propose no more jobs. If you have found one, you can end it on the same page."],
      closingLines.en(v),
    ],
  }),
};
