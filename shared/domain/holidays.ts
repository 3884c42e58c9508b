import type { Locale } from "./locale.ts";
import type { LocalDate } from "./seoul-time.ts";

/** What each is called, Korean first. */
const names = {
  "1월 1일": "New Year’s Day",
  "설날 전날": "Day before Seollal",
  설날: "Seollal (Lunar New Year)",
  "설날 다음 날": "Day after Seollal",
  "3ㆍ1절": "Independence Movement Day",
  노동절: "Labour Day",
  어린이날: "Children’s Day",
  "부처님 오신 날": "Buddha’s Birthday",
  전국동시지방선거: "Local elections",
  현충일: "Memorial Day",
  제헌절: "Constitution Day",
  광복절: "Liberation Day",
  "추석 전날": "Day before Chuseok",
  추석: "Chuseok",
  "추석 다음 날": "Day after Chuseok",
  개천절: "National Foundation Day",
  한글날: "Hangeul Day",
  기독탄신일: "Christmas Day",
} as const;

type DayName = keyof typeof names;
type HolidayName = DayName | `대체공휴일(${DayName})`;

/**
 * Public holidays of Korea by year, substitute ones (대체공휴일) included. Source: the official almanac (월력요항) in the gazette, by way of
 * `@hyunbinseo/holidays-kr` 5.2027.1; 2026 with Constitution Day and Labour Day as public holidays. Each year is published in the summer before it:
 * a year that is not here is not guessed. Add it as it stands in the gazette.
 */
const ofYears: Readonly<Record<number, Readonly<Record<string, HolidayName>>>> = {
  2026: {
    "01-01": "1월 1일",
    "02-16": "설날 전날",
    "02-17": "설날",
    "02-18": "설날 다음 날",
    "03-01": "3ㆍ1절",
    "03-02": "대체공휴일(3ㆍ1절)",
    "05-01": "노동절",
    "05-05": "어린이날",
    "05-24": "부처님 오신 날",
    "05-25": "대체공휴일(부처님 오신 날)",
    "06-03": "전국동시지방선거",
    "06-06": "현충일",
    "07-17": "제헌절",
    "08-15": "광복절",
    "08-17": "대체공휴일(광복절)",
    "09-24": "추석 전날",
    "09-25": "추석",
    "09-26": "추석 다음 날",
    "10-03": "개천절",
    "10-05": "대체공휴일(개천절)",
    "10-09": "한글날",
    "12-25": "기독탄신일",
  },
  2027: {
    "01-01": "1월 1일",
    "02-06": "설날 전날",
    "02-07": "설날",
    "02-08": "설날 다음 날",
    "02-09": "대체공휴일(설날)",
    "03-01": "3ㆍ1절",
    "05-01": "노동절",
    "05-03": "대체공휴일(노동절)",
    "05-05": "어린이날",
    "05-13": "부처님 오신 날",
    "06-06": "현충일",
    "07-17": "제헌절",
    "07-19": "대체공휴일(제헌절)",
    "08-15": "광복절",
    "08-16": "대체공휴일(광복절)",
    "09-14": "추석 전날",
    "09-15": "추석",
    "09-16": "추석 다음 날",
    "10-03": "개천절",
    "10-04": "대체공휴일(개천절)",
    "10-09": "한글날",
    "10-11": "대체공휴일(한글날)",
    "12-25": "기독탄신일",
    "12-27": "대체공휴일(기독탄신일)",
  },
};

/** Years whose holidays are known, in order. */
export const holidayYears: readonly number[] = Object.keys(ofYears).map(Number);

/** Whether the holidays of the year of a date are known. */
export const knowsHolidaysOf = (date: LocalDate): boolean => Number(date.slice(0, 4)) in ofYears;

const nameIn = (name: HolidayName, locale: Locale): string => {
  if (locale === "ko") return name;
  const substituted = /^대체공휴일\((.+)\)$/.exec(name)?.[1];
  return substituted ? `Substitute holiday (${names[substituted as DayName]})` : names[name as DayName];
};

/**
 * The public holiday on a date in Seoul, by its name; undefined on any other day.
 *
 * @throws RangeError for a year whose holidays are not known: silence would pass for "no holiday"
 */
export const holidayOn = (date: LocalDate, locale: Locale): string | undefined => {
  const days = ofYears[Number(date.slice(0, 4))];
  if (!days) throw new RangeError(`The holidays of ${date.slice(0, 4)} are not known.`);
  const name = days[date.slice(5)];
  return name && nameIn(name, locale);
};

/** The college entrance exam (대학수학능력시험): traffic is kept from the roads until the morning is over, so the bus begins later. Source: Ministry of Education. */
export const entranceExamDays = ["2026-11-19", "2027-11-18"] as readonly string[] as readonly LocalDate[];
