import { dateText, type LocalDate, type LocalTime, timeText } from "../../domain/seoul-time.ts";
import { type CentreLine, closingLines } from "./closing-lines.ts";
import { fact, type Line, type MessageText } from "./mail-content.ts";
import { type ReminderPart, reminderStanzas } from "./timed-parts.ts";

export interface BookedTime {
  readonly slotTime: LocalTime;
  readonly bookingNo: string;
}

export interface ReminderOfTomorrowVariables extends CentreLine, ReminderPart {
  readonly name: string;
  readonly visitOn: LocalDate;
  readonly placeName: string;
  /** All bookings of the person that day, earliest first: one person gets one reminder. */
  readonly bookings: readonly [BookedTime, ...BookedTime[]];
}

export const reminderOfTomorrow: MessageText<ReminderOfTomorrowVariables> = {
  ko: (v) => ({
    subject: "내일 예약을 확인해 주세요",
    preview: `${dateText(v.visitOn, "ko")} ${timeText(v.bookings[0].slotTime, "ko")}, ${v.placeName}`,
    stanzas: [
      [`${v.name} 님, 내일 예약이 있습니다.`],
      [
        ...v.bookings.map(({ slotTime }): Line => fact("시각", `${dateText(v.visitOn, "ko")} ${timeText(slotTime, "ko")}`)),
        fact("장소", v.placeName),
        fact("예약번호", v.bookings.map(({ bookingNo }) => bookingNo).join(", ")),
      ],
      ...reminderStanzas.ko(v),
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "Please confirm your booking for tomorrow",
    preview: `${dateText(v.visitOn, "en")} ${timeText(v.bookings[0].slotTime, "en")}, ${v.placeName}`,
    stanzas: [
      [v.bookings.length === 1 ? `${v.name}, you have a booking tomorrow.` : `${v.name}, you have bookings tomorrow.`],
      [
        ...v.bookings.map(({ slotTime }): Line => fact("Time", `${dateText(v.visitOn, "en")} ${timeText(slotTime, "en")}`)),
        fact("Place", v.placeName),
        fact("Booking number", v.bookings.map(({ bookingNo }) => bookingNo).join(", ")),
      ],
      ...reminderStanzas.en(v),
      closingLines.en(v),
    ],
  }),
};
