/** Instants in words, in the time of Seoul, whatever the time zone of the device. */
import type { Locale } from "../../../shared/domain/locale.ts";
import { dateText, type Instant, seoulDateOf, seoulTimeOf, timeRangeText, timeText } from "../../../shared/domain/seoul-time.ts";

export type Span = { startsAt: Instant; endsAt: Instant };

/** "오전 10시 20분", "10:20 a.m." */
export const clockText = (instant: Instant, locale: Locale): string => timeText(seoulTimeOf(instant), locale);

/** "11월 26일(목)", "Thursday 26 November" */
export const dayText = (instant: Instant, locale: Locale): string => dateText(seoulDateOf(instant), locale);

/** "오전 10시~오전 10시 20분", "10 a.m. to 10:20 a.m." */
export const spanText = (span: Span, locale: Locale): string =>
  timeRangeText(seoulTimeOf(span.startsAt), seoulTimeOf(span.endsAt), locale);

/** "11월 26일(목) 오전 10시", "Thursday 26 November, 10 a.m." */
export const momentText = (instant: Instant, locale: Locale): string =>
  `${dayText(instant, locale)}${locale === "ko" ? " " : ", "}${clockText(instant, locale)}`;

/** What the clock of this device says. `toISOString` has the form of an Instant by definition; no schema is needed to know. */
export const instantNow = (): Instant => new Date().toISOString() as Instant;
