import type { PostingDraft } from "./posting.ts";

/** Won an hour from 1 January of each year (최저임금법 제10조 고시). The manager's duty each August: add the next year's line. */
const hourlyByYear: Readonly<Record<number, number>> = { 2025: 10_030, 2026: 10_320 };
const firstYear = 2025;

/** The minimum wage of a year, won an hour; of a year not yet decreed the last one known, below which no year has gone. */
export const minimumWageOf = (year: number): number => {
  for (let known = year; known >= firstYear; known--) {
    const hourly = hourlyByYear[known];
    if (hourly !== undefined) return hourly;
  }
  return hourlyByYear[firstYear] as number;
};

/** Hours a week that count as ordinary ones (근로기준법 제50조); what goes beyond is paid apart. */
const ordinaryWeek = 40;
/** From so many hours a week on, one day of rest a week is paid (근로기준법 제18조, 제55조). */
const paidRestFrom = 15;

/** Hours that a month's pay is for, paid rest included: 209 for 40 hours a week (`codes.json` → minimumWage). */
export const paidHoursAMonth = (weeklyHours: number): number => {
  const worked = Math.min(weeklyHours, ordinaryWeek);
  const rest = worked >= paidRestFrom ? (worked / ordinaryWeek) * 8 : 0;
  return Math.round(((worked + rest) * 365) / 7 / 12);
};

/** Days a week that a day's pay is spread over at most: with more days each is shorter, so that nothing lawful is refused. */
const mostDaysAWeek = 6;

/** The least pay, in won of the posting's own unit, that reaches the minimum wage of a year (최저임금법 제6조). */
export const leastPay = ({ pay, weeklyHours }: Pick<PostingDraft, "pay" | "weeklyHours">, year: number): number => {
  const hours = {
    H: 1,
    D: Math.min(weeklyHours, ordinaryWeek) / mostDaysAWeek,
    M: paidHoursAMonth(weeklyHours),
    Y: 12 * paidHoursAMonth(weeklyHours),
  }[pay.type];
  return Math.ceil(minimumWageOf(year) * hours);
};
