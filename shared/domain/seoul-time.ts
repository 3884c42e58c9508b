/**
 * Time as the service uses it: instants are stored in UTC, people read and plan in Asia/Seoul. Seoul has been at +09:00 all
 * year since 8 October 1988 (tzdata, zone Asia/Seoul), so local time is an addition and needs no time-zone database; the
 * same code gives the same answer in Node and in every browser. Nothing here reads the clock.
 */
import * as z from "zod/mini";
import type { Locale } from "./locale.ts";

/** ISO 8601 instant in UTC with milliseconds, for example `2026-11-26T01:00:00.000Z`. Text order is time order. */
export const Instant = z.iso.datetime({ precision: 3 }).brand("Instant");
export type Instant = z.infer<typeof Instant>;

/** Calendar date in Asia/Seoul, `YYYY-MM-DD`; a date that does not exist (30 February) is refused. */
export const LocalDate = z.iso.date().brand("LocalDate");
export type LocalDate = z.infer<typeof LocalDate>;

/** Time of day in Asia/Seoul, `HH:mm`, from 00:00 to 23:59. */
export const LocalTime = z.iso.time({ precision: -1 }).brand("LocalTime");
export type LocalTime = z.infer<typeof LocalTime>;

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const seoulOffsetMs = 9 * 60 * minuteMs;

/** The instant at which a clock in Seoul shows this date and time. */
export function instantOf(date: LocalDate, time: LocalTime): Instant {
  return instantAt(Date.parse(`${date}T${time}:00+09:00`));
}

/**
 * The instant of a number of milliseconds since 1970, as `Date.now()` counts. Throws outside the years 0000 to 9999. It asks no schema: pages count
 * times too, and carry none.
 */
export function instantAt(epochMs: number): Instant {
  const text = new Date(epochMs).toISOString();
  if (text.length !== "2026-11-26T01:00:00.000Z".length) throw new RangeError(`not within the years 0000 to 9999: ${text}`);
  return text as Instant;
}

export function epochMsOf(instant: Instant): number {
  return Date.parse(instant);
}

/** The date that a calendar in Seoul shows at this instant. */
export function seoulDateOf(instant: Instant): LocalDate {
  return seoulClockAt(instant).slice(0, 10) as LocalDate;
}

/** The year of a date: 2026. */
export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

/** The time that a clock in Seoul shows at this instant; seconds are cut off. */
export function seoulTimeOf(instant: Instant): LocalTime {
  return seoulClockAt(instant).slice(11, 16) as LocalTime;
}

export function addMinutes(instant: Instant, minutes: number): Instant {
  return instantAt(epochMsOf(instant) + minutes * minuteMs);
}

/** Whole minutes that have passed from one instant to another, a minute that has begun not counted; negative when `to` is earlier. */
export function minutesBetween(from: Instant, to: Instant): number {
  return Math.floor((epochMsOf(to) - epochMsOf(from)) / minuteMs);
}

/** Whole minutes from now until something is sure to have come, a minute that has begun counted; 0 once it has. */
export function minutesUntil(instant: Instant, now: Instant): number {
  return Math.max(0, Math.ceil((epochMsOf(instant) - epochMsOf(now)) / minuteMs));
}

export function addDays(date: LocalDate, days: number): LocalDate {
  // A date by construction; a schema here would travel to every page that counts days.
  return new Date(midnightUtcOf(date) + days * dayMs).toISOString().slice(0, 10) as LocalDate;
}

/** Days from one date to another: 1 from today to tomorrow, negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (midnightUtcOf(to) - midnightUtcOf(from)) / dayMs;
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(date: LocalDate): number {
  return new Date(midnightUtcOf(date)).getUTCDay();
}

/** From Monday to Friday. */
export function isWeekday(date: LocalDate): boolean {
  return weekdayOf(date) % 6 !== 0;
}

/** Minutes since midnight, 0 to 1439. */
export function minutesOfDay(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** Inverse of `minutesOfDay`. Throws when the minutes are not whole or not within one day. */
export function timeOfMinutes(minutes: number): LocalTime {
  if (!Number.isInteger(minutes) || minutes < 0 || minutes >= 24 * 60) throw new RangeError(`not a minute of a day: ${minutes}`);
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0"));
  return `${hour}:${minute}` as LocalTime;
}

/** For people: "11월 26일(목)", "Thursday 26 November". The year is left out: every visit is within the season. */
export function dateText(date: LocalDate, locale: Locale): string {
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  if (locale === "ko") return `${month}월 ${day}일(${koreanWeekdays[weekdayOf(date)]})`;
  return `${englishWeekdays[weekdayOf(date)]} ${day} ${englishMonths[month - 1]}`;
}

/**
 * For people: "오전 10시", "오후 2시 20분", "낮 12시"; "10 am", "2:20 pm", "12 noon". Noon and midnight are named,
 * because "12 pm" and "오후 12시" are read both ways. Not `Intl`: Node's ko-KR prints "AM 10:00", browsers differ.
 */
export function timeText(time: LocalTime, locale: Locale): string {
  const minutes = minutesOfDay(time);
  const hour = Math.floor(minutes / 60);
  return locale === "ko" ? koreanTime(hour, minutes % 60) : englishTime(hour, minutes % 60);
}

/** For people: "오전 10시~오후 5시", "10 am to 5 pm". */
export function timeRangeText(from: LocalTime, to: LocalTime, locale: Locale): string {
  return `${timeText(from, locale)}${locale === "ko" ? "~" : " to "}${timeText(to, locale)}`;
}

const koreanWeekdays = ["일", "월", "화", "수", "목", "금", "토"];
const englishWeekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
export const englishMonths = "January February March April May June July August September October November December".split(" ");

function koreanTime(hour: number, minute: number): string {
  const part = hour < 12 ? "오전" : hour === 12 ? "낮" : "오후";
  const shown = hour > 12 ? hour - 12 : hour;
  return minute === 0 ? `${part} ${shown}시` : `${part} ${shown}시 ${minute}분`;
}

function englishTime(hour: number, minute: number): string {
  const shown = hour % 12 === 0 ? 12 : hour % 12;
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? "12 midnight" : "12 noon";
  const clock = minute === 0 ? `${shown}` : `${shown}:${String(minute).padStart(2, "0")}`;
  return `${clock} ${hour < 12 ? "am" : "pm"}`;
}

/** ISO text whose date and time part read as the wall clock in Seoul; not an instant. */
function seoulClockAt(instant: Instant): string {
  return new Date(epochMsOf(instant) + seoulOffsetMs).toISOString();
}

function midnightUtcOf(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}
