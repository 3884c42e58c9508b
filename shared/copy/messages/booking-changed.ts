import { type BookedVariables, bookingLink, calendarLine, whenAndWhere } from "./booked-parts.ts";
import { announced, type BookedItem, type BookingChange, changeStanzas, type EndedItem, endedStanzas, itemLines } from "./change-parts.ts";
import { closingLines } from "./closing-lines.ts";
import { fact, type MessageText } from "./mail-content.ts";
import { missedParts } from "./timed-parts.ts";

/** A booking moved, by the person or by the centre; several that moved together are told in one mail. */
export interface BookingChangedVariables
  extends Pick<BookedVariables, "centrePhone" | "name" | "link" | "calendarLink" | "reminder" | "ticket"> {
  readonly changes: readonly [BookingChange, ...BookingChange[]];
  /** What the same change could not keep. */
  readonly cancelled?: readonly BookedItem[] | undefined;
  /** Places in lists and applications that ended with it. */
  readonly ended?: readonly EndedItem[] | undefined;
  /** Why the centre moved it; none where the person did. */
  readonly reason?: string | undefined;
}

export const bookingChanged: MessageText<BookingChangedVariables> = {
  ko: (v) => ({
    subject: "예약이 바뀌었습니다",
    preview: whenAndWhere(v.changes[0].after, "ko"),
    stanzas: [
      [
        v.changes.length === 1
          ? `${v.name} 님, 예약이 아래와 같이 바뀌었습니다.`
          : `${v.name} 님, 예약 ${v.changes.length}건이 아래와 같이 바뀌었습니다.`,
      ],
      ...changeStanzas(v.changes, "ko"),
      ...announced("죄송합니다. 아래 예약은 취소되었습니다.", itemLines(v.cancelled ?? [], "ko")),
      ...endedStanzas(v.ended ?? [], "ko"),
      ...(v.reason === undefined ? [] : [[fact("이유", v.reason)]]),
      ["오시기 어려우면 다시 골라 주세요.", bookingLink("예약 보기·변경·취소", v), ...calendarLine("달력에 넣기", v)],
      ...missedParts(v, "ko"),
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: v.changes.length === 1 ? "Your booking has changed" : "Your bookings have changed",
    preview: whenAndWhere(v.changes[0].after, "en"),
    stanzas: [
      [v.changes.length === 1 ? `${v.name}, your booking has changed.` : `${v.name}, ${v.changes.length} of your bookings have changed.`],
      ...changeStanzas(v.changes, "en"),
      ...announced("We are sorry. These bookings are cancelled:", itemLines(v.cancelled ?? [], "en")),
      ...endedStanzas(v.ended ?? [], "en"),
      ...(v.reason === undefined ? [] : [[fact("Reason", v.reason)]]),
      [
        "If this does not suit you, please choose again.",
        bookingLink("See, change or cancel", v),
        ...calendarLine("Add to your calendar", v),
      ],
      ...missedParts(v, "en"),
      closingLines.en(v),
    ],
  }),
};
