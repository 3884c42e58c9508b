/**
 * A season of visits by rule. Pure: the same rules and the same visits give the same proposals. It is used by the console, and nothing is stored before the
 * manager publishes.
 */
import { holidayOn, knowsHolidaysOf } from "./holidays.ts";
import type { PlaceId } from "./ids.ts";
import type { Place } from "./place.ts";
import { addDays, daysBetween, type LocalDate, type LocalTime, weekdayOf } from "./seoul-time.ts";
import { DistrictBook } from "./visit-counts.ts";
import type { DistrictCode, Zone } from "./zones.ts";

/** A place as far as planning looks at it. */
export type PlanPlace = Pick<Place, "placeId" | "zone" | "districtCode" | "indoorWaiting">;

/** A visit that is there already and not cancelled, of whatever bus. */
export type TakenDay = { date: LocalDate; placeId: PlaceId; zone: Zone; districtCode: DistrictCode; bus: number | null };

/** Days on which the centre is closed, both included, and why. */
export type Closing = { from: LocalDate; to: LocalDate; why: string };

export type SeasonRules = {
  from: LocalDate;
  to: LocalDate;
  /** 0 is Sunday, 6 is Saturday. */
  weekdays: readonly number[];
  /** The zones in the order in which they take turns; a zone that is left out is not visited. */
  rotation: readonly Zone[];
  /** Months, 1 to 12, in which only places with room to wait indoors are visited. */
  indoorMonths: readonly number[];
  closings: readonly Closing[];
  /** Days of exams, on which the bus begins later. */
  examDays: readonly LocalDate[];
  startTime: LocalTime;
  examStartTime: LocalTime;
  endTime: LocalTime;
  /** Number of the bus: one visit a day. */
  bus: number;
};

/** Why there is no visit on a day of the rule; `why` is the name of the holiday in Korean or the manager's word. */
export type NoVisit = { date: LocalDate; because: "holiday" | "closed" | "taken" | "no-place"; why: string };
export type ProposedVisit = { date: LocalDate; placeId: PlaceId };
export type SeasonProposal = { visits: ProposedVisit[]; none: NoVisit[] };

/** At most so many days in one season: a year and a half. */
const longestSeasonDays = 550;

/** Visits of at most so many days are listed at once: the season, and the years before it that count for its districts. */
export const longestListDays = 3 * 366;

export type SeasonRefusal = "end-before-start" | "season-too-long" | "no-weekday" | "no-zone" | "year-unknown" | "hours-in-reverse";

/** What is wrong with the rules; undefined when nothing is. */
export const refusalOf = ({ from, to, weekdays, rotation, startTime, examStartTime, endTime }: SeasonRules): SeasonRefusal | undefined => {
  if (to < from) return "end-before-start";
  if (daysBetween(from, to) > longestSeasonDays) return "season-too-long";
  if (weekdays.length === 0) return "no-weekday";
  if (rotation.length === 0) return "no-zone";
  if (endTime <= startTime || endTime <= examStartTime) return "hours-in-reverse";
  return knowsHolidaysOf(from) && knowsHolidaysOf(to) ? undefined : "year-unknown";
};

/** Whether a place may be visited on a date by the rule for hot and cold months. */
export const fitsSeason = (place: Pick<PlanPlace, "indoorWaiting">, date: LocalDate, indoorMonths: readonly number[]): boolean =>
  place.indoorWaiting || !indoorMonths.includes(Number(date.slice(5, 7)));

/** Why the centre or the country is closed on a day; undefined on a day that is open. The year must be known. */
export const closedOn = (date: LocalDate, closings: readonly Closing[]): { because: "holiday" | "closed"; why: string } | undefined => {
  const holiday = holidayOn(date, "ko");
  if (holiday) return { because: "holiday", why: holiday };
  const closing = closings.find(({ from, to }) => from <= date && date <= to);
  return closing && { because: "closed", why: closing.why };
};

/** Every date from one to another that falls on the weekdays. */
const datesOf = ({ from, to, weekdays }: SeasonRules): LocalDate[] => {
  const dates: LocalDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) if (weekdays.includes(weekdayOf(date))) dates.push(date);
  return dates;
};

/** When the visit of a date begins. */
export const startOn = (date: LocalDate, { examDays, examStartTime, startTime }: SeasonRules): LocalTime =>
  examDays.includes(date) ? examStartTime : startTime;

/** Whether the bus is elsewhere that day: a visit that names no bus is taken for any. */
export const takesBus = (taken: Pick<TakenDay, "bus">, bus: number): boolean => taken.bus === null || taken.bus === bus;

/**
 * Proposes the visits of a season around those that are there already, which keep their days and count. Zones take turns, and one that could not be visited
 * keeps its turn. Within a zone the district with the fewest visits so far is next, of those the one that waits longest; within a district so the place.
 *
 * @throws RangeError when `refusalOf` has anything to say of the rules
 */
export const planSeason = (rules: SeasonRules, places: readonly PlanPlace[], taken: readonly TakenDay[]): SeasonProposal => {
  const refusal = refusalOf(rules);
  if (refusal) throw new RangeError(refusal);
  const book = new DistrictBook();
  let turns = [...rules.rotation];
  const takeTurn = (zone: Zone) => {
    if (turns.includes(zone)) turns = [...turns.filter((one) => one !== zone), zone];
  };
  // Visits that come after a day count for it too: no district is visited again while another one that was left out waits.
  for (const one of taken) book.count(one);
  const coming = [...taken].sort((a, b) => Date.parse(a.date) - Date.parse(b.date));
  const passUntil = (date: LocalDate) => {
    for (let next = coming[0]; next && next.date < date; next = coming[0]) {
      coming.shift();
      book.pass(next, next.date);
      if (takesBus(next, rules.bus)) takeTurn(next.zone);
    }
  };
  const proposal: SeasonProposal = { visits: [], none: [] };
  for (const date of datesOf(rules)) {
    passUntil(date);
    const today = taken.filter((one) => one.date === date);
    const closed = closedOn(date, rules.closings);
    if (closed) proposal.none.push({ date, ...closed });
    else if (today.some((one) => takesBus(one, rules.bus))) proposal.none.push({ date, because: "taken", why: "" });
    else {
      const free = places.filter(
        (place) => fitsSeason(place, date, rules.indoorMonths) && !today.some(({ placeId }) => placeId === place.placeId),
      );
      const zone = turns.find((one) => free.some((place) => place.zone === one));
      const place = zone && book.nextOf(free.filter((one) => one.zone === zone));
      if (!place) proposal.none.push({ date, because: "no-place", why: "" });
      else {
        proposal.visits.push({ date, placeId: place.placeId });
        book.count(place);
        book.pass(place, date);
        takeTurn(place.zone);
      }
    }
  }
  return proposal;
};
