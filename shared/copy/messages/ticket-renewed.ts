import type { Locale } from "../../domain/locale.ts";
import { dateText, type LocalDate, type LocalTime, timeRangeText, timeText } from "../../domain/seoul-time.ts";
import { type CentreLine, closingLines } from "./closing-lines.ts";
import { fact, type Line, type MessageText } from "./mail-content.ts";
import { codeFact, type TicketPart, ticketStanzas } from "./timed-parts.ts";

export interface TicketRenewedVariables extends CentreLine, TicketPart {
  readonly name: string;
  readonly visitOn: LocalDate;
  readonly opensAt: LocalTime;
  readonly closesAt: LocalTime;
  readonly placeName: string;
  /** Times that they have booked, earliest first. */
  readonly times: readonly { readonly slotTime: LocalTime; readonly deskLabel: string }[];
}

/** "오전 10시 20분, 면접 1번 창구", one line each. */
const timeFacts = (v: TicketRenewedVariables, label: string, locale: Locale): readonly Line[] =>
  v.times.map(({ slotTime, deskLabel }) => fact(label, `${timeText(slotTime, locale)}, ${deskLabel}`));

export const ticketRenewed: MessageText<TicketRenewedVariables> = {
  ko: (v) => ({
    subject: "새 접수용 QR 코드를 보내 드립니다",
    preview: `${dateText(v.visitOn, "ko")}, ${v.placeName}`,
    stanzas: [
      [`${v.name} 님, 접수용 QR 코드를 새로 만들었습니다.`, "전에 받으신 QR 코드와 확인 코드는 이제 쓸 수 없습니다."],
      [
        fact("날짜", dateText(v.visitOn, "ko")),
        ...timeFacts(v, "예약", "ko"),
        fact("운영 시간", timeRangeText(v.opensAt, v.closesAt, "ko")),
        fact("장소", v.placeName),
        codeFact.ko(v.shortCode),
      ],
      ...ticketStanzas.ko(v, v.times.length > 0),
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "Your new QR code for check-in",
    preview: `${dateText(v.visitOn, "en")}, ${v.placeName}`,
    stanzas: [
      [
        `${v.name}, we made a new QR code for your check-in.`,
        "The one that you had before, and the code below it, cannot be used any more.",
      ],
      [
        fact("Date", dateText(v.visitOn, "en")),
        ...timeFacts(v, "Booking", "en"),
        fact("Hours", timeRangeText(v.opensAt, v.closesAt, "en")),
        fact("Place", v.placeName),
        codeFact.en(v.shortCode),
      ],
      ...ticketStanzas.en(v, v.times.length > 0),
      closingLines.en(v),
    ],
  }),
};
