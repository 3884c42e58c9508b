import { readSeason } from "../../../infra/local/season/season-file.ts";

/** Assumed, since nothing of it can be metered on one machine; each is named in `docs/COSTS.md`. */
export const assumed = {
  /** Of who looks, one in so many registers. */
  lookersARegistration: 10,
  /** Codes that are asked for by whoever registers. */
  signInsARegistration: 2,
  /** How often a person looks at their own page and code. */
  looksAtOwnPage: 4,
  /** Share of bookings that are cancelled. */
  cancelled: 0.15,
  /** Phones at the bus, the minutes between two looks at the day, and hours that they do so. */
  phones: 3,
  minutesBetweenLooks: 1,
  hours: 7,
  /** Looks of each employer at its list. */
  looksAtInterviews: 20,
  /** Bytes of a page with its script, fonts and pictures, to somebody who comes for the first time; from the byte budgets. */
  bytesAFirstVisit: 120_000,
  /** Files of such a visit. */
  filesAFirstVisit: 10,
  /** Gigabytes in the tables at the end of a season, recovery of the same size, of the built site with earlier releases, and of logs kept for three months. */
  tableGigabytes: 0.5,
  siteGigabytes: 0.2,
  logGigabytes: 1,
  /** Requests of one walk of the canary. */
  canaryRequests: 10,
  /** Codes with which bookings are refused in a month: each is a metric of its own. */
  refusalCodes: 12,
  /** Requests that one act of the metered season stands for. */
  requestsAnAct: 2,
  /** Billed milliseconds of one run of a timed task that has nothing to do, and gigabytes of its function. */
  taskMilliseconds: 60,
  taskGigabytes: 0.5,
  taskLogBytes: 600,
} as const;

type Season = { months: number; visits: number; held: number; times: Record<string, number> };

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const daysAMonth = 365.25 / 12;

/**
 * How often each act happens in the season of 88 visits: the counts of the 36 that were held, for as many as are planned.
 */
export const countSeason = (): Season => {
  const season = readSeason();
  const results = season.flatMap(({ result }) => (result ? [result] : []));
  const [first, last] = [season[0], season.at(-1)];
  if (!first || !last) throw new Error("The season is empty.");
  const perVisit = (of: (result: (typeof results)[number]) => number): number => sum(results.map(of)) / results.length;
  const visits = season.length;
  const all = (of: (result: (typeof results)[number]) => number): number => visits * perVisit(of);
  // Whoever comes is registered beforehand, or has an interview: as the season of `npm run season` has it.
  const registrations = all(({ newRegistrations, interviewsDone, noShows }) => Math.max(newRegistrations, interviewsDone) + noShows);
  const employers = all(({ employersOnSite }) => employersOnSite);
  const booked = all(({ interviewsBooked }) => interviewsBooked);
  const looksADay = (assumed.phones * assumed.hours * 60) / assumed.minutesBetweenLooks;
  return {
    months: (Date.parse(last.date) - Date.parse(first.date)) / 86_400_000 / daysAMonth,
    visits,
    held: results.length,
    times: {
      "plan a visit, with an employer, a posting and its times": visits,
      "another employer's times": Math.max(0, employers - visits),
      "look at visits and one visit's times": registrations * assumed.lookersARegistration,
      "ask for a code to sign in": registrations * assumed.signInsARegistration,
      register: registrations,
      "book an interview": booked * (1 + assumed.cancelled),
      "cancel an interview": booked * assumed.cancelled,
      "look at one's own page and code": registrations * assumed.looksAtOwnPage,
      "reminder of the day before": registrations,
      "code of the day by mail": registrations,
      "a phone loads its pack": visits * assumed.phones,
      "check in": all(({ visitors }) => visitors),
      "the desk looks at the day": visits * looksADay,
      "write a consultation": all(({ consultations }) => consultations),
      "enrol somebody": all(({ newRegistrations }) => newRegistrations),
      "propose a job": all(({ referrals }) => referrals),
      "an employer looks at its interviews": employers * assumed.looksAtInterviews,
      "an employer tells a result": all(({ interviewsDone }) => interviewsDone),
    },
  };
};
