import { comesAtOpening } from "../../domain/arrive-early.ts";
import type { Locale } from "../../domain/locale.ts";
import { type LocalTime, timeText } from "../../domain/seoul-time.ts";
import type { SlotKind } from "../../domain/states.ts";
import { centreName } from "./closing-lines.ts";

export interface CalendarWords {
  readonly summary: string;
  readonly description: string;
}

/** What an entry in somebody's calendar says of their booking. */
export interface CalendarWordsVariables {
  readonly bookingNo: string;
  readonly link: string;
  /** The entry takes a booking out of the calendar. */
  readonly isCancelled?: boolean | undefined;
  readonly times: OpeningTimes;
}

/** A time on the day of a visit, and when that opens. */
export type OpeningTimes = { readonly slotTime: LocalTime; readonly opensAt: LocalTime };

/** When to be there, by what is booked; nobody is asked to come before the bus opens. */
export const arriveWords = (kind: SlotKind, locale: Locale, times: OpeningTimes): string => {
  if (!comesAtOpening(kind, times)) return entryWords[kind][locale].arrive;
  const opens = timeText(times.opensAt, locale);
  return locale === "ko" ? `접수는 ${opens}부터입니다. 열리면 바로 와 주세요.` : `Check-in opens at ${opens}. Please come then.`;
};

type EntryWords = Record<Locale, { summary: string; arrive: string }>;

const entryWords: Record<SlotKind, EntryWords> = {
  interview: {
    ko: { summary: "현장면접", arrive: "20분 전까지 접수해 주세요." },
    en: { summary: "On-site interview", arrive: "Please check in 20 minutes before." },
  },
  counselling: {
    ko: { summary: "상담", arrive: "10분 전까지 와 주세요." },
    en: { summary: "Counselling", arrive: "Please come 10 minutes early." },
  },
  aptitude: {
    ko: { summary: "검사", arrive: "10분 전까지 와 주세요." },
    en: { summary: "Test", arrive: "Please come 10 minutes early." },
  },
  ceo_talk: {
    ko: { summary: "기업 상담", arrive: "10분 전까지 와 주세요." },
    en: { summary: "Talk for companies", arrive: "Please come 10 minutes early." },
  },
};

/**
 * No employer, no job and no need: calendars are shared with families and shown on locked screens. Answering "no" in the calendar
 * reaches nobody, and people would think that it cancels, so the entry says how to.
 */
export const calendarWords = (
  kind: SlotKind,
  locale: Locale,
  { bookingNo, link, isCancelled, times }: CalendarWordsVariables,
): CalendarWords => {
  const arrive = arriveWords(kind, locale, times);
  const { summary: what } = entryWords[kind][locale];
  const summary = `${what} (${centreName[locale]})`;
  if (isCancelled)
    return {
      summary,
      description:
        locale === "ko"
          ? `이 예약은 취소되었습니다.\n예약번호: ${bookingNo}\n내 예약: ${link}`
          : `This booking is cancelled.\nBooking number: ${bookingNo}\nMy bookings: ${link}`,
    };
  return {
    summary,
    description:
      locale === "ko"
        ? `${arrive}\n예약번호: ${bookingNo}\n변경·취소: ${link}\n달력에서 지우거나 거절해도 예약은 취소되지 않습니다.`
        : `${arrive}\nBooking number: ${bookingNo}\nChange or cancel: ${link}\nDeleting or declining this entry does not cancel your booking.`,
  };
};

export const reminderWords: Record<Locale, string> = { ko: "1시간 남았습니다", en: "In one hour" };
