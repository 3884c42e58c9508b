import { dateText, type LocalDate } from "../../domain/seoul-time.ts";
import { type EndedItem, endedStanzas } from "./change-parts.ts";
import { type CentreLine, closingLines } from "./closing-lines.ts";
import { bareAction, fact, type MessageText } from "./mail-content.ts";

/** What a person waited or had applied for is gone: the times were withdrawn, or the centre changed a desk. No booking of theirs is touched, which is said. */
export interface WaitingEndedVariables extends CentreLine {
  readonly name: string;
  readonly visitOn: LocalDate;
  readonly ended: readonly [EndedItem, ...EndedItem[]];
  /** Why, where the centre said so. */
  readonly reason?: string | undefined;
  readonly rebookLink: string;
}

export const waitingEnded: MessageText<WaitingEndedVariables> = {
  ko: (v) => ({
    subject: "기다리시던 면접·상담이 바뀌었습니다",
    preview: dateText(v.visitOn, "ko"),
    stanzas: [
      [`${v.name} 님, 죄송합니다. 기다리시던 면접·상담에 바뀐 것이 있습니다.`],
      ...endedStanzas(v.ended, "ko"),
      [fact("날짜", dateText(v.visitOn, "ko")), ...(v.reason ? [fact("이유", v.reason)] : [])],
      ["예약과 다른 대기는 그대로입니다.", "다른 시간을 보실 수 있습니다.", bareAction("다른 시간 보기", v.rebookLink)],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "A change to what you are waiting for",
    preview: dateText(v.visitOn, "en"),
    stanzas: [
      [`${v.name}, we are sorry. Something that you are waiting for has changed.`],
      ...endedStanzas(v.ended, "en"),
      [fact("Date", dateText(v.visitOn, "en")), ...(v.reason ? [fact("Reason", v.reason)] : [])],
      [
        "Your bookings and other places in lists stay as they are.",
        "You can look at other times:",
        bareAction("See other times", v.rebookLink),
      ],
      closingLines.en(v),
    ],
  }),
};
