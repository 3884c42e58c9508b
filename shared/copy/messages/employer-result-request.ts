import { dateText, type LocalDate } from "../../domain/seoul-time.ts";
import { type CentreLine, closingLines } from "./closing-lines.ts";
import { bareAction, type MessageText } from "./mail-content.ts";

export interface EmployerResultRequestVariables extends CentreLine {
  readonly companyName: string;
  readonly visitOn: LocalDate;
  /** Interviews without a result, at least one. */
  readonly count: number;
  readonly answerBy: LocalDate;
  readonly link: string;
}

/** Says how many, never who. */
export const employerResultRequest: MessageText<EmployerResultRequestVariables> = {
  ko: (v) => ({
    subject: "면접 결과를 입력해 주세요",
    preview: `${dateText(v.visitOn, "ko")} 현장면접, ${v.count}명`,
    stanzas: [
      [`${v.companyName} 담당자님, ${dateText(v.visitOn, "ko")} 현장면접에 와 주셔서 고맙습니다.`],
      [
        `면접하신 ${v.count}명의 결과를 ${dateText(v.answerBy, "ko")}까지 입력해 주세요. 1분이면 됩니다.`,
        bareAction("결과 입력하기", v.link),
      ],
      ["구직자에게 채용 여부를 알려 주는 것은 법에 따른 일이며, 센터가 대신 전해 드립니다."],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "Please enter the interview results",
    preview: `${dateText(v.visitOn, "en")}, ${v.count === 1 ? "one person" : `${v.count} people`}`,
    stanzas: [
      [`Dear ${v.companyName}, thank you for interviewing on ${dateText(v.visitOn, "en")}.`],
      [
        `Please enter the ${v.count === 1 ? "result of one person" : `results of ${v.count} people`} by ${dateText(v.answerBy, "en")}. It takes one minute.`,
        bareAction("Enter the results", v.link),
      ],
      ["Telling applicants the outcome is a legal duty; we pass it on for you."],
      closingLines.en(v),
    ],
  }),
};
