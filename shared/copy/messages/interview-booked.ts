import { comesAtOpening } from "../../domain/arrive-early.ts";
import type { Locale } from "../../domain/locale.ts";
import { dateText, type LocalTime, timeText } from "../../domain/seoul-time.ts";
import { type BookedVariables, bookingLink, calendarLine, deskFact, whenAndWhere } from "./booked-parts.ts";
import { closingLines } from "./closing-lines.ts";
import { withParticle } from "./korean-particle.ts";
import { fact, type MessageText } from "./mail-content.ts";
import { missedParts } from "./timed-parts.ts";

export interface InterviewBookedVariables extends BookedVariables {
  /** When the visit opens. */
  readonly opensAt: LocalTime;
  readonly companyName: string;
  readonly jobTitle: string;
  /** How many are interviewed together, where it is more than one. */
  readonly together?: number | undefined;
  /** A seat given at the bus: the person goes there at once, and is neither early nor late. */
  readonly now?: { readonly deskLabel: string } | undefined;
}

/** In brackets behind the time. */
const whenToCheckIn = (v: Pick<InterviewBookedVariables, "slotTime" | "opensAt">, locale: Locale): string => {
  if (!comesAtOpening("interview", v)) return locale === "ko" ? "20분 전까지 접수해 주세요" : "please check in 20 minutes before";
  const opens = timeText(v.opensAt, locale);
  return locale === "ko" ? `접수는 ${opens}부터` : `check-in opens at ${opens}`;
};

export const interviewBooked: MessageText<InterviewBookedVariables> = {
  ko: (v) => ({
    subject: "현장면접 예약이 확정되었습니다",
    preview: whenAndWhere(v, "ko"),
    stanzas: [
      [`${v.name} 님, 현장면접 예약이 확정되었습니다.`, ...(v.now ? [`지금 ${withParticle(v.now.deskLabel, "으로/로")} 와 주세요.`] : [])],
      [
        fact("기업", v.companyName),
        fact("모집 직종", v.jobTitle),
        fact("날짜", dateText(v.visitOn, "ko")),
        fact("면접 시각", `${timeText(v.slotTime, "ko")}${v.now ? "" : ` (${whenToCheckIn(v, "ko")})`}`),
        fact("장소", v.placeName),
        ...deskFact("창구", v),
        ...(v.together === undefined ? [] : [fact("방식", `${v.together}명이 함께 하는 면접`)]),
        fact("예약번호", v.bookingNo),
      ],
      [
        `준비물: ${v.bring}`,
        "이력서가 없으면 현장에서 상담사와 함께 쓸 수 있습니다.",
        bookingLink("변경·취소", v),
        ...calendarLine("달력에 넣기", v),
      ],
      ...missedParts(v, "ko"),
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "Your on-site interview is booked",
    preview: whenAndWhere(v, "en"),
    stanzas: [
      [`${v.name}, your on-site interview is booked.`, ...(v.now ? [`Please come to ${v.now.deskLabel} now.`] : [])],
      [
        fact("Employer", v.companyName),
        fact("Job", v.jobTitle),
        fact("Date", dateText(v.visitOn, "en")),
        fact("Interview time", `${timeText(v.slotTime, "en")}${v.now ? "" : ` (${whenToCheckIn(v, "en")})`}`),
        fact("Place", v.placeName),
        ...deskFact("Desk", v),
        ...(v.together === undefined ? [] : [fact("Form", `group interview of ${v.together} people`)]),
        fact("Booking number", v.bookingNo),
      ],
      [
        `Please bring: ${v.bring}`,
        "No CV? A counsellor can help you write one on the bus.",
        bookingLink("Change or cancel", v),
        ...calendarLine("Add to your calendar", v),
      ],
      ...missedParts(v, "en"),
      closingLines.en(v),
    ],
  }),
};
