/** Instants in words, in the time of Seoul, whatever the time zone of the device. */
import type { Locale } from "../../../shared/domain/locale.ts";
import {
  dateText,
  type Instant,
  type LocalDate,
  type LocalTime,
  seoulDateOf,
  seoulTimeOf,
  timeRangeText,
  timeText,
  yearOf,
} from "../../../shared/domain/seoul-time.ts";
import { instantNow } from "./clock.ts";

export type Span = { startsAt: Instant; endsAt: Instant };

/** "오전 10시 20분", "10:20 am" */
export const clockText = (instant: Instant, locale: Locale): string => timeText(seoulTimeOf(instant), locale);

/** "11월 26일(목)", "Thursday 26 November" */
export const dayText = (instant: Instant, locale: Locale): string => dateText(seoulDateOf(instant), locale);

/** "오전 10시~10시 20분", "오전 11시 50분~낮 12시 10분", "10 am to 10:20 am"; Korean does not say the half of the day twice. */
export function spanText(span: Span, locale: Locale): string {
  const [from, to] = [seoulTimeOf(span.startsAt), seoulTimeOf(span.endsAt)];
  const text = timeRangeText(from, to, locale);
  const half = timeText(from, locale).split(" ")[0] ?? "";
  return locale === "ko" ? text.replace(`~${half} `, "~") : text;
}

/** A day, and what follows it: English sets a comma, lest "26 November 10 am" be read in one. */
export const afterDay = (day: string, rest: string, locale: Locale): string => `${day}${locale === "ko" ? " " : ", "}${rest}`;

/** "11월 26일(목) 오전 10시", "Thursday 26 November, 10 am" */
export const momentText = (instant: Instant, locale: Locale): string =>
  afterDay(dayText(instant, locale), clockText(instant, locale), locale);

/** A date that may be years away: "2027년 11월 26일(금)", "Friday 26 November 2027" */
export const dateWithYear = (date: LocalDate, locale: Locale): string =>
  locale === "ko" ? `${yearOf(date)}년 ${dateText(date, "ko")}` : `${dateText(date, "en")} ${yearOf(date)}`;

/** A moment that may be years ago: "2026년 11월 26일(목) 오전 10시", "Thursday 26 November 2026, 10 am" */
export const momentWithYear = (instant: Instant, locale: Locale): string =>
  afterDay(dateWithYear(seoulDateOf(instant), locale), clockText(instant, locale), locale);

/** A moment that is hardly of another year, and says so where it is. */
export const momentOfYear = (instant: Instant, locale: Locale): string =>
  yearOf(seoulDateOf(instant)) === yearOf(seoulDateOf(instantNow())) ? momentText(instant, locale) : momentWithYear(instant, locale);

/** "11월 26일(목) 오전 10시~오후 5시", "Thursday 26 November, 10 am to 5 pm" */
export const hoursText = (visit: { date: LocalDate; startTime: LocalTime; endTime: LocalTime }, locale: Locale): string =>
  afterDay(dateText(visit.date, locale), timeRangeText(visit.startTime, visit.endTime, locale), locale);
