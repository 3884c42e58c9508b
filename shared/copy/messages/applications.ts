/** What becomes of an application for an interview whose employer chooses whom to meet. */
import type { Locale } from "../../domain/locale.ts";
import { dateText, type LocalDate, type LocalTime, timeText } from "../../domain/seoul-time.ts";
import { type CentreLine, closingLines } from "./closing-lines.ts";
import { withParticle } from "./korean-particle.ts";
import { action, bareAction, fact, link, type MessageText, type Stanza } from "./mail-content.ts";

export interface ApplicationVariables extends CentreLine {
  readonly name: string;
  readonly companyName: string;
  readonly jobTitle: string;
  readonly visitOn: LocalDate;
}

export interface ApplicationReceivedVariables extends ApplicationVariables {
  /** Until when the employer may answer. */
  readonly decideByOn: LocalDate;
  readonly decideBy: LocalTime;
  readonly link: string;
}

export const applicationReceived: MessageText<ApplicationReceivedVariables> = {
  ko: (v) => ({
    subject: "면접 지원을 받았습니다",
    preview: dateText(v.visitOn, "ko"),
    stanzas: [
      [`${v.name} 님, 면접 지원을 받았습니다.`],
      applicationFacts.ko(v),
      [
        "아직 예약이 확정된 것은 아닙니다.",
        `기업은 ${dateText(v.decideByOn, "ko")} ${timeText(v.decideBy, "ko")}까지 답할 수 있습니다.`,
        "답이 오거나 그 시각이 지나면 전자우편으로 알려 드립니다.",
        action("지원 보기·취소", v.link),
      ],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "We received your application",
    preview: dateText(v.visitOn, "en"),
    stanzas: [
      [`${v.name}, we received your application.`],
      applicationFacts.en(v),
      [
        "Your interview is not booked yet.",
        `The employer can answer until ${timeText(v.decideBy, "en")} on ${dateText(v.decideByOn, "en")}.`,
        "We will write to you when there is an answer, or when that time has passed.",
        action("See or withdraw", v.link),
      ],
      closingLines.en(v),
    ],
  }),
};

export interface ApplicationDeclinedVariables extends Omit<ApplicationVariables, "visitOn"> {
  readonly visitsLink: string;
}

export const applicationDeclined: MessageText<ApplicationDeclinedVariables> = {
  ko: (v) => ({
    subject: "면접 지원 결과를 알려 드립니다",
    preview: "다른 면접과 상담은 그대로 예약할 수 있습니다.",
    stanzas: [
      [`${v.name} 님, ${v.companyName}의 ${v.jobTitle} 면접은 이번에 함께하지 못하게 되었습니다.`, "지원해 주셔서 고맙습니다."],
      otherInterviews.ko(v.visitsLink),
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "About your application",
    preview: "Other interviews and counselling are open to you.",
    stanzas: [
      [`${v.name}, the ${v.jobTitle} interview with ${v.companyName} will not take place this time.`, "Thank you for applying."],
      otherInterviews.en(v.visitsLink),
      closingLines.en(v),
    ],
  }),
};

export interface ApplicationToRebookVariables extends ApplicationVariables {
  /** The employer's times at this visit. */
  readonly link: string;
}

/** The times were full, or the person's other bookings stood in the way. */
export const applicationAcceptedButUnbookable: MessageText<ApplicationToRebookVariables> = {
  ko: (v) => ({
    subject: "면접 시각을 골라 주세요",
    preview: dateText(v.visitOn, "ko"),
    stanzas: [
      [`${v.name} 님, 기업이 면접 지원을 받아들였습니다.`, "다만 면접 시각을 아직 정하지 못했습니다."],
      applicationFacts.ko(v),
      ["정하려던 시각이 찼거나, 이미 하신 예약과 맞지 않았습니다."],
      ["이 기업의 다른 시각을 골라 주세요.", bareAction("시각 고르기", v.link)],
      [`맞는 시각이 없으면 ${withParticle(v.centrePhone, "으로/로")} 전화해 주세요. 함께 찾아보겠습니다.`],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "Please choose your interview time",
    preview: dateText(v.visitOn, "en"),
    stanzas: [
      [`${v.name}, the employer has accepted your application.`, "But we could not set a time for the interview yet."],
      applicationFacts.en(v),
      ["The time was already full, or it did not fit your other bookings."],
      ["Please choose another time of this employer:", bareAction("Choose a time", v.link)],
      [`If no time suits you, please call ${v.centrePhone}. We will look for one together.`],
      closingLines.en(v),
    ],
  }),
};

export interface ApplicationUndecidedVariables extends ApplicationVariables {
  readonly link: string;
  readonly visitsLink: string;
}

export const applicationUndecided: MessageText<ApplicationUndecidedVariables> = {
  ko: (v) => ({
    subject: "면접 지원 결과를 알려 드립니다",
    preview: "다른 면접과 상담은 그대로 예약할 수 있습니다.",
    stanzas: [
      [`${v.name} 님, 기업이 기한까지 답하지 않았습니다.`, "그래서 이 면접은 예약되지 않았습니다. 기다리게 해 드려 죄송합니다."],
      applicationFacts.ko(v),
      ["기업이 지원을 거절한 것은 아닙니다.", link("지원 보기", v.link)],
      otherInterviews.ko(v.visitsLink),
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "About your application",
    preview: "Other interviews and counselling are open to you.",
    stanzas: [
      [`${v.name}, the employer did not answer in time.`, "So this interview is not booked. We are sorry that you waited."],
      applicationFacts.en(v),
      ["The employer has not turned you down.", link("See the application", v.link)],
      otherInterviews.en(v.visitsLink),
      closingLines.en(v),
    ],
  }),
};

export interface ApplicationWithdrawnVariables extends ApplicationVariables {
  readonly visitsLink: string;
}

export const applicationWithdrawn: MessageText<ApplicationWithdrawnVariables> = {
  ko: (v) => ({
    subject: "면접 지원을 취소했습니다",
    preview: dateText(v.visitOn, "ko"),
    stanzas: [[`${v.name} 님, 면접 지원을 취소했습니다.`], applicationFacts.ko(v), otherInterviews.ko(v.visitsLink), closingLines.ko(v)],
  }),
  en: (v) => ({
    subject: "Your application is withdrawn",
    preview: dateText(v.visitOn, "en"),
    stanzas: [[`${v.name}, your application is withdrawn.`], applicationFacts.en(v), otherInterviews.en(v.visitsLink), closingLines.en(v)],
  }),
};

const applicationFacts: Record<Locale, (v: ApplicationVariables) => Stanza> = {
  ko: (v) => [fact("기업", v.companyName), fact("모집 직종", v.jobTitle), fact("방문일", dateText(v.visitOn, "ko"))],
  en: (v) => [fact("Employer", v.companyName), fact("Job", v.jobTitle), fact("Visit", dateText(v.visitOn, "en"))],
};

const otherInterviews: Record<Locale, (visitsLink: string) => Stanza> = {
  ko: (visitsLink) => ["다른 면접과 상담은 그대로 예약할 수 있습니다.", bareAction("방문 일정 보기", visitsLink)],
  en: (visitsLink) => ["Other interviews and counselling are open to you:", bareAction("See the visits", visitsLink)],
};
