import { type CentreLine, closingLines } from "./closing-lines.ts";
import { bareAction, fact, type MessageText } from "./mail-content.ts";

export interface InquiryAnsweredVariables extends CentreLine {
  /** In the words of the list of topics. */
  readonly topic: string;
  /** Lines of the answer, as staff wrote it. */
  readonly answer: readonly string[];
  /** Where to ask more. */
  readonly askLink: string;
}

/** What was asked is not repeated: whoever wrote it knows, and whoever else reads the mail need not. */
export const inquiryAnswered: MessageText<InquiryAnsweredVariables> = {
  ko: (v) => ({
    subject: "문의에 답을 드립니다",
    preview: "일자리 정류장에 남기신 문의입니다.",
    stanzas: [
      ["문의해 주셔서 고맙습니다. 센터에서 답을 드립니다.", fact("내용", v.topic)],
      v.answer,
      ["이 전자우편에는 답장하실 수 없습니다.", "더 물어보실 것이 있으면 다시 적어 주세요.", bareAction("문의하기", v.askLink)],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "The answer to your inquiry",
    preview: "It is about what you asked us.",
    stanzas: [
      ["Thank you for asking. This is the centre’s answer.", fact("About", v.topic)],
      v.answer,
      ["Replies to this mail are not read.", "If you would like to know more, please ask again.", bareAction("Ask us", v.askLink)],
      closingLines.en(v),
    ],
  }),
};
