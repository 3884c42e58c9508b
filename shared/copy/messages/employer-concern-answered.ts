import { type CentreLine, closingLines } from "./closing-lines.ts";
import { bareAction, fact, type MessageText } from "./mail-content.ts";

export interface EmployerConcernAnsweredVariables extends CentreLine {
  readonly companyName: string;
  /** What it is about, in the words of the list of categories. */
  readonly category: string;
  /** Where the firm reads the answer after signing in, or, for one that cannot, its lines, and where to ask more. */
  readonly where: { readonly link: string } | { readonly answer: readonly string[]; readonly askLink: string };
}

export const employerConcernAnswered: MessageText<EmployerConcernAnsweredVariables> = {
  ko: (v) => ({
    subject: "말씀해 주신 어려움에 답을 드립니다",
    preview: "CEO 현장대화에서 받은 내용입니다.",
    stanzas: [
      [`${v.companyName} 담당자님, CEO 현장대화에서 말씀해 주신 어려움에 센터가 답을 적었습니다.`],
      [fact("내용", v.category)],
      ...("link" in v.where
        ? [["로그인한 뒤 보실 수 있습니다.", bareAction("답 보기", v.where.link)]]
        : [v.where.answer, ["더 물어보실 것이 있으면 적어 주세요.", bareAction("문의하기", v.where.askLink)]]),
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "There is an answer to your concern",
    preview: "It is about what you brought to the CEO talk.",
    stanzas: [
      [`Dear ${v.companyName}, the centre has written an answer to what you brought to the CEO talk.`],
      [fact("About", v.category)],
      ...("link" in v.where
        ? [["You can read it once you have signed in.", bareAction("Read the answer", v.where.link)]]
        : [v.where.answer, ["If you would like to know more, please ask us.", bareAction("Ask us", v.where.askLink)]]),
      closingLines.en(v),
    ],
  }),
};
