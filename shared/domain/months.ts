import type { Locale } from "./locale.ts";
import { addDays, englishMonths, type LocalDate } from "./seoul-time.ts";

/** Months of Seoul's calendar, `YYYY-MM`; text order is time order. */
export const monthOf = (date: LocalDate): string => date.slice(0, 7);

export const firstDayOf = (month: string): LocalDate => `${month}-01` as LocalDate;

/** The month after. */
const nextMonth = (month: string): string => monthOf(addDays(firstDayOf(month), 31));

export const lastDayOf = (month: string): LocalDate => addDays(firstDayOf(nextMonth(month)), -1);

/** From one month to another, both included. */
export const monthsBetween = (from: string, to: string): string[] => {
  const months: string[] = [];
  for (let month = from; month <= to; month = nextMonth(month)) months.push(month);
  return months;
};

/** The same day of the month some months later; of a month that is shorter its last one. */
export const monthsLater = (date: LocalDate, months: number): LocalDate => {
  let month = monthOf(date);
  for (let n = 0; n < months; n++) month = nextMonth(month);
  const same = `${month}${date.slice(7)}` as LocalDate;
  const isThere = same <= lastDayOf(month);
  return isThere ? same : lastDayOf(month);
};

/** "2026년 11월", "November 2026". */
export const monthText = (month: string, locale: Locale): string => {
  const [year, number] = [month.slice(0, 4), Number(month.slice(5, 7))];
  return locale === "ko" ? `${year}년 ${number}월` : `${englishMonths[number - 1]} ${year}`;
};
