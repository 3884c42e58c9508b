import type { Locale } from "../../domain/locale.ts";
import { centreName } from "./closing-lines.ts";

export interface CalendarWords {
  readonly summary: string;
  readonly description: string;
}

/** What an entry in somebody's calendar says of their booking. */
export interface CalendarWordsVariables {
  readonly bookingNo: string;
  readonly link: string;
}

/**
 * No employer and no job: calendars are shared with families and shown on locked screens. Answering "no" in the calendar
 * reaches nobody, and people would think that it cancels, so the entry says how to.
 */
export const interviewWords: Record<Locale, (variables: CalendarWordsVariables) => CalendarWords> = {
  ko: ({ bookingNo, link }) => ({
    summary: `현장면접 (${centreName.ko})`,
    description: `20분 전까지 접수해 주세요.\n예약번호: ${bookingNo}\n변경·취소: ${link}\n달력에서 지우거나 거절해도 예약은 취소되지 않습니다.`,
  }),
  en: ({ bookingNo, link }) => ({
    summary: `On-site interview (${centreName.en})`,
    description: `Please check in 20 minutes before.\nBooking number: ${bookingNo}\nChange or cancel: ${link}\nDeleting or declining this entry does not cancel your booking.`,
  }),
};

export const reminderWords: Record<Locale, string> = { ko: "1시간 남았습니다", en: "In one hour" };
