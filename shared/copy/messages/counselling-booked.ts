import { dateText, timeText } from "../../domain/seoul-time.ts";
import { type BookedVariables, bookingLink, calendarLine, whenAndWhere } from "./booked-parts.ts";
import { closingLines } from "./closing-lines.ts";
import { fact, type MessageText } from "./mail-content.ts";
import { missedParts } from "./timed-parts.ts";

export interface CounsellingBookedVariables extends BookedVariables {
  readonly serviceName: string;
}

export const counsellingBooked: MessageText<CounsellingBookedVariables> = {
  ko: (v) => ({
    subject: "상담 예약이 확정되었습니다",
    preview: whenAndWhere(v, "ko"),
    stanzas: [
      [`${v.name} 님, 상담 예약이 확정되었습니다.`],
      [
        fact("날짜", dateText(v.visitOn, "ko")),
        fact("시각", `${timeText(v.slotTime, "ko")} (10분 전까지 와 주세요)`),
        fact("장소", v.placeName),
        fact("상담", v.serviceName),
        fact("예약번호", v.bookingNo),
      ],
      [`준비물: ${v.bring}`, bookingLink("약도와 일정 변경·취소", v), ...calendarLine("달력에 넣기", v)],
      ["못 오시게 되면 미리 취소해 주세요. 기다리는 다른 분이 이용할 수 있습니다."],
      ...missedParts(v, "ko"),
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "Your counselling is booked",
    preview: whenAndWhere(v, "en"),
    stanzas: [
      [`${v.name}, your counselling is booked.`],
      [
        fact("Date", dateText(v.visitOn, "en")),
        fact("Time", `${timeText(v.slotTime, "en")} (please come 10 minutes early)`),
        fact("Place", v.placeName),
        fact("Service", v.serviceName),
        fact("Booking number", v.bookingNo),
      ],
      [`Please bring: ${v.bring}`, bookingLink("Map, change or cancel", v), ...calendarLine("Add to your calendar", v)],
      ["If you cannot come, please cancel so that somebody who is waiting can use the time."],
      ...missedParts(v, "en"),
      closingLines.en(v),
    ],
  }),
};
