import type { Locale } from "../../domain/locale.ts";
import { type LocalTime, timeRangeText, timeText } from "../../domain/seoul-time.ts";
import { type CentreLine, closingLines } from "./closing-lines.ts";
import { fact, type MessageText } from "./mail-content.ts";
import { codeFact, type TicketPart, ticketStanzas } from "./timed-parts.ts";

export interface DayOfTicketVariables extends CentreLine, TicketPart {
  readonly name: string;
  readonly placeName: string;
  /** Times of the person's bookings, earliest first; empty for somebody who registered and booked nothing. */
  readonly slotTimes: readonly LocalTime[];
  /** Hours of the visit, said to whoever has no time of their own. */
  readonly opensAt: LocalTime;
  readonly closesAt: LocalTime;
}

/** "오전 10시, 오후 2시 20분", or the hours of the visit. */
const timesText = (v: DayOfTicketVariables, locale: Locale): string =>
  v.slotTimes.length > 0 ? v.slotTimes.map((time) => timeText(time, locale)).join(", ") : timeRangeText(v.opensAt, v.closesAt, locale);

export const dayOfTicket: MessageText<DayOfTicketVariables> = {
  ko: (v) => ({
    subject: "오늘 접수용 QR 코드를 보내 드립니다",
    preview: `${timesText(v, "ko")}, ${v.placeName}`,
    stanzas: [
      [`${v.name} 님, 오늘 뵙겠습니다.`],
      [fact("시각", timesText(v, "ko")), fact("장소", v.placeName), codeFact.ko(v.shortCode)],
      ...ticketStanzas.ko(v, v.slotTimes.length > 0),
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "Your QR code for today",
    preview: `${timesText(v, "en")}, ${v.placeName}`,
    stanzas: [
      [`${v.name}, see you today.`],
      [fact("Time", timesText(v, "en")), fact("Place", v.placeName), codeFact.en(v.shortCode)],
      ...ticketStanzas.en(v, v.slotTimes.length > 0),
      closingLines.en(v),
    ],
  }),
};
