import { dateText, timeText } from "../../domain/seoul-time.ts";
import type { CancelledBooking } from "./booking-cancelled-by-centre.ts";
import { afterClosing, type CentreLine, closingLines } from "./closing-lines.ts";
import { bareAction, fact, type MessageText } from "./mail-content.ts";

export interface BookingCancelledVariables extends CentreLine, CancelledBooking {
  readonly name: string;
  readonly placeName: string;
  readonly visitsLink: string;
  /** The visit takes no more bookings online. */
  readonly isClosed?: boolean | undefined;
}

export const bookingCancelled: MessageText<BookingCancelledVariables> = {
  ko: (v) => ({
    subject: "예약을 취소했습니다",
    preview: `${dateText(v.visitOn, "ko")} ${timeText(v.slotTime, "ko")}`,
    stanzas: [
      [`${v.name} 님, ${dateText(v.visitOn, "ko")} ${timeText(v.slotTime, "ko")} 예약을 취소했습니다.`],
      [fact("예약", v.what), fact("장소", v.placeName), fact("예약번호", v.bookingNo)],
      v.isClosed
        ? afterClosing.ko(v.visitsLink)
        : ["다음 방문 일정에서 다시 예약할 수 있습니다.", bareAction("방문 일정 보기", v.visitsLink)],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "Your booking is cancelled",
    preview: `${dateText(v.visitOn, "en")} ${timeText(v.slotTime, "en")}`,
    stanzas: [
      [`${v.name}, your booking for ${dateText(v.visitOn, "en")} ${timeText(v.slotTime, "en")} is cancelled.`],
      [fact("Booking", v.what), fact("Place", v.placeName), fact("Booking number", v.bookingNo)],
      v.isClosed ? afterClosing.en(v.visitsLink) : ["You can book again for another visit:", bareAction("See the visits", v.visitsLink)],
      closingLines.en(v),
    ],
  }),
};
