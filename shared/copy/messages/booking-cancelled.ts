import { dateText, type LocalDate, type LocalTime, timeText } from "../../domain/seoul-time.ts";
import { type CentreLine, closingLines } from "./closing-lines.ts";
import { bareAction, type MessageText } from "./mail-content.ts";

export interface BookingCancelledVariables extends CentreLine {
  readonly name: string;
  readonly visitOn: LocalDate;
  readonly slotTime: LocalTime;
  readonly visitsLink: string;
}

export const bookingCancelled: MessageText<BookingCancelledVariables> = {
  ko: (v) => ({
    subject: "예약을 취소했습니다",
    preview: `${dateText(v.visitOn, "ko")} ${timeText(v.slotTime, "ko")}`,
    stanzas: [
      [`${v.name} 님, ${dateText(v.visitOn, "ko")} ${timeText(v.slotTime, "ko")} 예약을 취소했습니다.`],
      ["다음 방문 일정에서 다시 예약할 수 있습니다.", bareAction("방문 일정 보기", v.visitsLink)],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "Your booking is cancelled",
    preview: `${dateText(v.visitOn, "en")} ${timeText(v.slotTime, "en")}`,
    stanzas: [
      [`${v.name}, your booking for ${dateText(v.visitOn, "en")} ${timeText(v.slotTime, "en")} is cancelled.`],
      ["You can book again for another visit:", bareAction("See the visits", v.visitsLink)],
      closingLines.en(v),
    ],
  }),
};
