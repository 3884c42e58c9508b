import { dateText, type LocalDate, type LocalTime, timeRangeText } from "../../domain/seoul-time.ts";
import { type CentreLine, closingLines } from "./closing-lines.ts";
import { action, fact, link, type MessageText } from "./mail-content.ts";
import { codeFact, type TicketPart, ticketStanzas } from "./timed-parts.ts";

export interface VisitRegisteredVariables extends CentreLine {
  readonly name: string;
  readonly visitOn: LocalDate;
  readonly opensAt: LocalTime;
  readonly closesAt: LocalTime;
  readonly placeName: string;
  readonly bring: string;
  /** The person's page: book, change, cancel. */
  readonly link: string;
  /** Given when the day-of mail is already out. Before that neither QR nor code is shown, so that no old print turns up. */
  readonly ticket?: TicketPart | undefined;
}

export const visitRegistered: MessageText<VisitRegisteredVariables> = {
  ko: (v) => ({
    subject: "사전 등록을 마쳤습니다",
    preview: `${dateText(v.visitOn, "ko")} ${timeRangeText(v.opensAt, v.closesAt, "ko")}, ${v.placeName}`,
    stanzas: [
      [`${v.name} 님, 사전 등록을 마쳤습니다.`],
      [
        fact("날짜", dateText(v.visitOn, "ko")),
        fact("운영 시간", timeRangeText(v.opensAt, v.closesAt, "ko")),
        fact("장소", v.placeName),
        ...(v.ticket ? [codeFact.ko(v.ticket.shortCode)] : []),
      ],
      [
        `준비물: ${v.bring}`,
        "상담은 예약 없이도 받을 수 있지만, 예약하신 분을 먼저 안내합니다.",
        v.ticket ? link("예약·변경·취소", v.link) : action("예약·변경·취소", v.link),
      ],
      ...(v.ticket ? ticketStanzas.ko(v.ticket, false) : [["접수용 QR 코드는 방문 당일 오전 8시에 전자우편으로 보내 드립니다."]]),
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "You are registered for the visit",
    preview: `${dateText(v.visitOn, "en")} ${timeRangeText(v.opensAt, v.closesAt, "en")}, ${v.placeName}`,
    stanzas: [
      [`${v.name}, you are registered for the visit.`],
      [
        fact("Date", dateText(v.visitOn, "en")),
        fact("Hours", timeRangeText(v.opensAt, v.closesAt, "en")),
        fact("Place", v.placeName),
        ...(v.ticket ? [codeFact.en(v.ticket.shortCode)] : []),
      ],
      [
        `Please bring: ${v.bring}`,
        "You can have counselling without a booking, but people with a booking come first.",
        v.ticket ? link("Book, change or cancel", v.link) : action("Book, change or cancel", v.link),
      ],
      ...(v.ticket ? ticketStanzas.en(v.ticket, false) : [["We will mail you the QR code for check-in at 8 am on the day of the visit."]]),
      closingLines.en(v),
    ],
  }),
};
