import { dateText, type LocalDate, timeText } from "../../domain/seoul-time.ts";
import { type BookedItem, type EndedItem, endedStanzas } from "./change-parts.ts";
import { afterClosing, type CentreLine, closingLines } from "./closing-lines.ts";
import { bareAction, fact, type MessageText } from "./mail-content.ts";

export interface CancelledBooking extends BookedItem {
  readonly visitOn: LocalDate;
}

export interface BookingCancelledByCentreVariables extends CentreLine {
  readonly name: string;
  readonly cancelled: readonly [CancelledBooking, ...CancelledBooking[]];
  readonly reason: string;
  /** They asked for it themselves. */
  readonly isOwnWish?: boolean | undefined;
  /** Places in lists and applications that ended with it. */
  readonly ended?: readonly EndedItem[] | undefined;
  readonly rebookLink: string;
  /** The visit takes no more bookings online. */
  readonly isClosed?: boolean | undefined;
}

export const bookingCancelledByCentre: MessageText<BookingCancelledByCentreVariables> = {
  ko: (v) => ({
    subject: "예약이 취소되었습니다",
    preview: `${dateText(v.cancelled[0].visitOn, "ko")} ${timeText(v.cancelled[0].slotTime, "ko")}`,
    stanzas: [
      [
        v.isOwnWish
          ? `${v.name} 님, 말씀하신 대로 예약을 취소했습니다.`
          : `${v.name} 님, 죄송합니다. 예약${v.cancelled.length === 1 ? "이" : ` ${v.cancelled.length}건이`} 취소되었습니다.`,
      ],
      ...v.cancelled.map(({ visitOn, slotTime, what, bookingNo }) => [
        fact("예약", what),
        fact("시각", `${dateText(visitOn, "ko")} ${timeText(slotTime, "ko")}`),
        fact("예약번호", bookingNo),
      ]),
      ...endedStanzas(v.ended ?? [], "ko"),
      [fact("이유", v.reason)],
      v.isClosed ? afterClosing.ko(v.rebookLink) : ["다른 시간으로 다시 예약하실 수 있습니다.", bareAction("다른 시간 보기", v.rebookLink)],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: v.cancelled.length === 1 ? "Your booking has been cancelled" : "Your bookings have been cancelled",
    preview: `${dateText(v.cancelled[0].visitOn, "en")} ${timeText(v.cancelled[0].slotTime, "en")}`,
    stanzas: [
      [
        v.isOwnWish
          ? `${v.name}, your booking has been cancelled as you asked.`
          : v.cancelled.length === 1
            ? `${v.name}, we are sorry. Your booking has been cancelled.`
            : `${v.name}, we are sorry. ${v.cancelled.length} of your bookings have been cancelled.`,
      ],
      ...v.cancelled.map(({ visitOn, slotTime, what, bookingNo }) => [
        fact("Booking", what),
        fact("Time", `${dateText(visitOn, "en")} ${timeText(slotTime, "en")}`),
        fact("Booking number", bookingNo),
      ]),
      ...endedStanzas(v.ended ?? [], "en"),
      [fact("Reason", v.reason)],
      v.isClosed ? afterClosing.en(v.rebookLink) : ["You can book another time:", bareAction("See other times", v.rebookLink)],
      closingLines.en(v),
    ],
  }),
};
