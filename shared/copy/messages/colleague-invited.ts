import type { Locale } from "../../domain/locale.ts";
import { dateText, type Instant, seoulDateOf, seoulTimeOf, timeText } from "../../domain/seoul-time.ts";
import { type CentreLine, closingLines } from "./closing-lines.ts";
import { bareAction, fact, type MessageText } from "./mail-content.ts";

export interface ColleagueInvitedVariables extends CentreLine {
  readonly companyName: string;
  readonly usableUntil: Instant;
  readonly link: string;
}

const momentText = (at: Instant, locale: Locale): string => `${dateText(seoulDateOf(at), locale)} ${timeText(seoulTimeOf(at), locale)}`;

export const colleagueInvited: MessageText<ColleagueInvitedVariables> = {
  ko: (v) => ({
    subject: "일자리 정류장에서 함께 일하도록 초대받으셨습니다",
    preview: "채용 업무를 함께하자는 초대입니다.",
    stanzas: [
      [`${v.companyName}에서 채용 업무를 함께하자고 초대했습니다.`],
      [fact("기한", momentText(v.usableUntil, "ko"))],
      ["이 주소로 로그인한 뒤 받을 수 있습니다. 한 번만 쓸 수 있습니다.", bareAction("초대 보기", v.link)],
      ["모르는 회사라면 아무것도 하지 않으셔도 됩니다."],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "You are invited to work with a firm on Jobstop",
    preview: "An invitation to work on recruiting together.",
    stanzas: [
      [`${v.companyName} invites you to work on its hiring together.`],
      [fact("Until", momentText(v.usableUntil, "en"))],
      ["Sign in with this address to accept it. It can be used once:", bareAction("See the invitation", v.link)],
      ["If you do not know this firm, you need not do anything."],
      closingLines.en(v),
    ],
  }),
};
