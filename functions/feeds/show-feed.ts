import type { FeedPosting, FeedReport, FeedVisit } from "../../shared/contract/feed.ts";
import type { Report } from "../../shared/contract/reports.ts";
import { seoulIsoOf } from "../../shared/domain/feed.ts";
import { masked, traitGroups } from "../../shared/domain/report-traits.ts";
import { type Instant, instantOf, type LocalDate, type LocalTime, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { SlotKind } from "../../shared/domain/states.ts";
import type { Timetable } from "../../shared/domain/timetable.ts";
import type { Visit } from "../../shared/domain/visit.ts";
import type { Deps } from "../platform/deps.ts";
import { recentTimetables } from "../slots/timetable-reads.ts";
import { listVisitPostings, listVisits, type PlannedVisit } from "../visits/visit-reads.ts";

/** So many visits are asked about at once. */
const atOnce = 10;

const forEach = async <T>(visits: readonly PlannedVisit[], ask: (planned: PlannedVisit) => Promise<T>): Promise<T[]> => {
  const answers: T[] = [];
  for (let i = 0; i < visits.length; i += atOnce) answers.push(...(await Promise.all(visits.slice(i, i + atOnce).map(ask))));
  return answers;
};

/** From a day on, or from today; visits that are still only planned are nobody's to know. */
const visitsFrom = async ({ db, clock }: Deps, from: LocalDate | undefined): Promise<PlannedVisit[]> =>
  (await listVisits(db, from ?? seoulDateOf(clock.now()))).filter(({ visit }) => visit.state !== "planned");

/** Nobody can have a seat online whose time has begun, nor one of an interview once its booking is closed. */
const isBookable = ({ date, deadlines }: Visit, kind: SlotKind, at: LocalTime, now: Instant): boolean =>
  now < instantOf(date, at) && (kind !== "interview" || now < deadlines.bookingClosesAt);

const seatsIn = (visit: Visit, timetables: readonly Timetable[], now: Instant): FeedVisit["seats"] =>
  SlotKind.options.flatMap((kind) => {
    const ofKind = timetables.filter((one) => one.kind === kind);
    if (ofKind.length === 0) return [];
    const seats = ofKind.reduce((sum, one) => sum + one.seats * one.times.length, 0);
    const bookable = ofKind.flatMap(({ times }) => times).filter(({ at }) => isBookable(visit, kind, at, now));
    return [{ kind, seats, free: bookable.reduce((sum, { free }) => sum + free, 0) }];
  });

/** Visits with places and how many seats are free; a second old at most. */
export const listFeedVisits = async (deps: Deps, from: LocalDate | undefined): Promise<FeedVisit[]> =>
  forEach(await visitsFrom(deps, from), async ({ visit, place }) => {
    const { visitId, state, date, startTime, endTime, services } = visit;
    const { placeId, nameKo, nameEn, zone, districtCode, roadAddress, lat, lng } = place;
    return {
      ...{ visitId, state, date, startTime, endTime, services, bookingClosesAt: seoulIsoOf(visit.deadlines.bookingClosesAt) },
      place: { placeId, nameKo, nameEn, zone, districtCode, roadAddress, lat, lng },
      seats: state === "open" ? seatsIn(visit, await recentTimetables(deps, visitId), deps.clock.now()) : [],
    };
  });

/** Postings that people can still apply for or book: of visits that are open. */
export const listFeedPostings = async (deps: Deps, from: LocalDate | undefined): Promise<FeedPosting[]> => {
  const open = (await visitsFrom(deps, from)).filter(({ visit }) => visit.state === "open");
  const postings = await forEach(open, async ({ visit: { visitId, date } }) =>
    (await listVisitPostings(deps.db, visitId)).map(({ postingId, employerId, employer, draft }) => ({
      ...{ visitId, date, postingId, employerId, employerNameKo: employer.nameKo, employerNameEn: employer.nameEn, draft },
    })),
  );
  return postings.flat();
};

/** The totals of a month as they may leave: no single visits, which a few people may have been at, and no small numbers. */
export const feedReportOf = (month: string, { visits, counts, people, traits }: Report): FeedReport => ({
  ...{ month, visits: visits.filter(({ state }) => state !== "cancelled").length },
  ...{ counts: masked(counts), people: masked(people) },
  ages: Object.fromEntries(traitGroups.age.map((group) => [group, traits.age[group]?.visitors ?? null])) as FeedReport["ages"],
});
