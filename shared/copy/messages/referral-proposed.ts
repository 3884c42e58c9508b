import { dateText, type LocalDate } from "../../domain/seoul-time.ts";
import { type CentreLine, closingLines } from "./closing-lines.ts";
import { bareAction, fact, type MessageText } from "./mail-content.ts";

/** A counsellor proposes a job. The employer learns of nobody before they agree. */
export interface ReferralProposedVariables extends CentreLine {
  readonly name: string;
  readonly companyName: string;
  readonly jobTitle: string;
  readonly workPlace: string;
  readonly pay: string;
  readonly workTime: string;
  /** The visit at which the employer holds its interviews. */
  readonly visitOn: LocalDate;
  readonly placeName: string;
  /** Their own page, where they answer: opening it says nothing yet. */
  readonly link: string;
}

export const referralProposed: MessageText<ReferralProposedVariables> = {
  ko: (v) => ({
    subject: "추천하는 일자리가 있습니다",
    preview: "동의하시기 전에는 기업에 아무 정보도 주지 않습니다.",
    stanzas: [
      [`${v.name} 님께 맞는 일자리를 찾았습니다.`],
      [
        fact("직종", v.jobTitle),
        fact("기업", v.companyName),
        fact("근무지", v.workPlace),
        fact("임금", v.pay),
        fact("근무시간", v.workTime),
        fact("면접", `${dateText(v.visitOn, "ko")}, ${v.placeName}`),
      ],
      ["관심이 있으신지 알려 주세요. 동의하시기 전에는 기업에 아무 정보도 주지 않습니다.", bareAction("보고 답하기", v.link)],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "A job for you",
    preview: "We give the employer nothing until you agree.",
    stanzas: [
      [`${v.name}, we have found a job that may suit you.`],
      [
        fact("Job", v.jobTitle),
        fact("Employer", v.companyName),
        fact("Place of work", v.workPlace),
        fact("Pay", v.pay),
        fact("Hours", v.workTime),
        fact("Interviews", `${dateText(v.visitOn, "en")}, ${v.placeName}`),
      ],
      ["Please tell us if you are interested. We give the employer nothing until you agree.", bareAction("See it and answer", v.link)],
      closingLines.en(v),
    ],
  }),
};
