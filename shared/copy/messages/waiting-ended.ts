import { type EndedItem, endedStanzas } from "./change-parts.ts";
import { type CentreLine, closingLines } from "./closing-lines.ts";
import { bareAction, fact, type MessageText } from "./mail-content.ts";

/** The centre changed a desk: no booking of the person is touched, but what they waited or had applied for. */
export interface WaitingEndedVariables extends CentreLine {
  readonly name: string;
  readonly ended: readonly [EndedItem, ...EndedItem[]];
  readonly reason: string;
  readonly rebookLink: string;
}

export const waitingEnded: MessageText<WaitingEndedVariables> = {
  ko: (v) => ({
    subject: "기다리시던 면접·상담이 바뀌었습니다",
    preview: "대기와 지원 안내",
    stanzas: [
      [`${v.name} 님, 죄송합니다. 기다리시던 면접·상담에 바뀐 것이 있습니다.`],
      ...endedStanzas(v.ended, "ko"),
      [fact("이유", v.reason)],
      ["다른 시간을 보실 수 있습니다.", bareAction("다른 시간 보기", v.rebookLink)],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "A change to what you are waiting for",
    preview: "Waiting list and applications",
    stanzas: [
      [`${v.name}, we are sorry. Something that you are waiting for has changed.`],
      ...endedStanzas(v.ended, "en"),
      [fact("Reason", v.reason)],
      ["You can look at other times:", bareAction("See other times", v.rebookLink)],
      closingLines.en(v),
    ],
  }),
};
