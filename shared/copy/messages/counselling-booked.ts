import type { Locale } from "../../domain/locale.ts";
import { dateText, timeText } from "../../domain/seoul-time.ts";
import { type BookedVariables, bookingLink, calendarLine, deskFact, whenAndWhere } from "./booked-parts.ts";
import { closingLines } from "./closing-lines.ts";
import { fact, type Line, type MessageText, type Stanza } from "./mail-content.ts";
import { missedParts } from "./timed-parts.ts";

/** Counselling of every kind, and the aptitude test. */
export interface CounsellingBookedVariables extends BookedVariables {
  readonly serviceName: string;
}

export const counsellingBooked: MessageText<CounsellingBookedVariables> = {
  ko: (v) => ({
    subject: "상담 예약이 확정되었습니다",
    preview: whenAndWhere(v, "ko"),
    stanzas: [
      [`${v.name} 님, 상담 예약이 확정되었습니다.`],
      bookedFacts.ko(v, [fact("내용", v.serviceName)]),
      [`준비물: ${v.bring}`, bookingLink("변경·취소", v), ...calendarLine("달력에 넣기", v)],
      cancelLines.ko,
      ...missedParts(v, "ko"),
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "Your counselling is booked",
    preview: whenAndWhere(v, "en"),
    stanzas: [
      [`${v.name}, your counselling is booked.`],
      bookedFacts.en(v, [fact("Service", v.serviceName)]),
      [`Please bring: ${v.bring}`, bookingLink("Change or cancel", v), ...calendarLine("Add to your calendar", v)],
      cancelLines.en,
      ...missedParts(v, "en"),
      closingLines.en(v),
    ],
  }),
};

/** The subject says no more than counselling: that somebody asks for money is nobody's business who sees the screen. */
export const startupBooked: MessageText<CounsellingBookedVariables> = {
  ko: (v) => ({
    subject: "상담 예약이 확정되었습니다",
    preview: whenAndWhere(v, "ko"),
    stanzas: [
      [`${v.name} 님, 창업·자금 상담 예약이 확정되었습니다.`],
      bookedFacts.ko(v, [fact("내용", v.serviceName)]),
      [`있으면 가져오세요: ${v.bring}`, "없어도 상담할 수 있습니다.", bookingLink("변경·취소", v), ...calendarLine("달력에 넣기", v)],
      cancelLines.ko,
      ...missedParts(v, "ko"),
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "Your counselling is booked",
    preview: whenAndWhere(v, "en"),
    stanzas: [
      [`${v.name}, your start-up and funding counselling is booked.`],
      bookedFacts.en(v, [fact("Service", v.serviceName)]),
      [
        `Bring if you have them: ${v.bring}`,
        "You may come without.",
        bookingLink("Change or cancel", v),
        ...calendarLine("Add to your calendar", v),
      ],
      cancelLines.en,
      ...missedParts(v, "en"),
      closingLines.en(v),
    ],
  }),
};

/** For the head of a firm who comes to tell of its difficulties. */
export const ceoTalkBooked: MessageText<BookedVariables> = {
  ko: (v) => ({
    subject: "CEO 현장대화 예약이 확정되었습니다",
    preview: whenAndWhere(v, "ko"),
    stanzas: [
      [`${v.name} 님, CEO 현장대화 예약이 확정되었습니다.`],
      bookedFacts.ko(v, []),
      [
        "기업을 꾸리며 겪으시는 어려움을 편하게 말씀해 주세요.",
        `있으면 가져오세요: ${v.bring}`,
        bookingLink("변경·취소", v),
        ...calendarLine("달력에 넣기", v),
      ],
      cancelLines.ko,
      ...missedParts(v, "ko"),
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "Your CEO talk is booked",
    preview: whenAndWhere(v, "en"),
    stanzas: [
      [`${v.name}, your CEO talk is booked.`],
      bookedFacts.en(v, []),
      [
        "Please feel free to tell us what is difficult for your firm.",
        `Bring if you have them: ${v.bring}`,
        bookingLink("Change or cancel", v),
        ...calendarLine("Add to your calendar", v),
      ],
      cancelLines.en,
      ...missedParts(v, "en"),
      closingLines.en(v),
    ],
  }),
};

const bookedFacts: Record<Locale, (v: BookedVariables, about: readonly Line[]) => Stanza> = {
  ko: (v, about) => [
    ...about,
    fact("날짜", dateText(v.visitOn, "ko")),
    fact("시각", `${timeText(v.slotTime, "ko")} (10분 전까지 와 주세요)`),
    fact("장소", v.placeName),
    ...deskFact("창구", v),
    fact("예약번호", v.bookingNo),
  ],
  en: (v, about) => [
    ...about,
    fact("Date", dateText(v.visitOn, "en")),
    fact("Time", `${timeText(v.slotTime, "en")} (please come 10 minutes early)`),
    fact("Place", v.placeName),
    ...deskFact("Desk", v),
    fact("Booking number", v.bookingNo),
  ],
};

const cancelLines: Record<Locale, Stanza> = {
  ko: ["못 오시게 되면 미리 취소해 주세요. 기다리는 다른 분이 이용할 수 있습니다."],
  en: ["If you cannot come, please cancel so that somebody who is waiting can use the time."],
};
