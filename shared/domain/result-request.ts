import { addDays, daysBetween, type Instant, instantOf, type LocalDate, type LocalTime, seoulDateOf } from "./seoul-time.ts";

/** Days after a visit on which an employer is asked for the results that it has not given; from the last on the centre calls. */
export const askDays = [1, 7, 12] as const;
export type AskDay = (typeof askDays)[number];
const callFromDay = 14;
/** Asia/Seoul. */
const askAt = "10:00" as LocalTime;

/** The days of visits of which employers are asked now; each on its own day from 10:00 on. A day that went by without is not made up for: the next one comes. */
export const askedVisitDays = (now: Instant): { day: AskDay; visitOn: LocalDate }[] => {
  const today = seoulDateOf(now);
  return now < instantOf(today, askAt) ? [] : askDays.map((day) => ({ day, visitOn: addDays(today, -day) }));
};

/** By when an answer is asked for: before the centre asks again, or calls. */
export const answerBy = (visitOn: LocalDate, asked: AskDay): LocalDate =>
  addDays(visitOn, askDays.find((day) => day > asked) ?? callFromDay);

/** Whether the centre calls whoever has not answered. */
export const isTimeToCall = (visitOn: LocalDate, now: Instant): boolean => daysBetween(visitOn, seoulDateOf(now)) >= callFromDay;
