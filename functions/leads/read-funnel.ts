import { countWays, type FunnelCounts, type LeadWay } from "../../shared/domain/funnel.ts";
import type { BookingId, EmployerId, LeadSourceId, VisitId } from "../../shared/domain/ids.ts";
import { stayedThreeMonths } from "../../shared/domain/placement.ts";
import type { Instant, LocalDate } from "../../shared/domain/seoul-time.ts";
import type { Db } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { listPostings } from "../postings/posting-reads.ts";
import { listPeopleOfVisit } from "../registrations/registration-reads.ts";
import { listFirmHires } from "../reports/counted-act-reads.ts";
import { heldInterviews } from "../reports/report-reads.ts";
import { listPlacements } from "../results/result-reads.ts";
import { listSlotRequests } from "../slots/slot-request-reads.ts";
import { listOutcomes } from "../table/outcome-reads.ts";
import { type LeadCountItem, listLeadCounts } from "./lead-reads.ts";
import { listLeadSources } from "./source-reads.ts";

type Funnel = { all: FunnelCounts; sources: { nameKo: string | null; counts: FunnelCounts }[] };
/** Employers that interviewed at a visit, those that hired by it, and those with whom somebody stayed. */
type AtVisit = { interviewed: ReadonlySet<EmployerId>; hired: ReadonlySet<EmployerId>; stayed: ReadonlySet<EmployerId> };

/** Visits and employers that are read at the same time. */
const atOnce = 8;

const each = async <T, R>(all: readonly T[], read: (one: T) => Promise<R>): Promise<R[]> => {
  const found: R[] = [];
  for (let i = 0; i < all.length; i += atOnce) found.push(...(await Promise.all(all.slice(i, i + atOnce).map(read))));
  return found;
};

/** Who interviewed is known by the people who came, as long as they are kept, and by what employers said, which stays. */
const atVisit = async (db: Db, visitId: VisitId, now: Instant): Promise<AtVisit> => {
  const [people, outcomes, placements, firmHires] = await Promise.all([
    listPeopleOfVisit(db, visitId),
    listOutcomes(db, visitId),
    listPlacements(db, visitId),
    listFirmHires(db, visitId),
  ]);
  const held = heldInterviews(people, placements, now).map(({ booking }) => booking);
  const employerOf = new Map<BookingId, EmployerId>();
  for (const { bookingId, employerId } of [...held, ...outcomes.values()]) if (employerId) employerOf.set(bookingId, employerId);
  const said = [...outcomes.values()].filter(({ outcome }) => outcome === "hired").map(({ employerId }) => employerId);
  const placed = [...placements].flatMap(([bookingId, { checks }]) => {
    const employerId = employerOf.get(bookingId);
    return employerId ? { employerId, checks } : [];
  });
  const hires = [...placed, ...firmHires];
  const stayed = hires.filter(({ checks }) => stayedThreeMonths(checks));
  const idsOf = (some: readonly { employerId: EmployerId }[]): EmployerId[] => some.map(({ employerId }) => employerId);
  return {
    ...{ interviewed: new Set(employerOf.values()), hired: new Set([...said, ...idsOf(hires)]), stayed: new Set(idsOf(stayed)) },
  };
};

/** How far the leads came that were found in a time, from what was counted of each and from what their employers did since. */
export const readFunnel = async ({ db, clock }: Deps, { from, to }: { from: LocalDate; to: LocalDate }): Promise<Funnel> => {
  const [items, sources] = await Promise.all([listLeadCounts(db, from, to), listLeadSources(db)]);
  const employerIds = [...new Set(items.flatMap(({ employerId }) => employerId ?? []))];
  const employers = await each(employerIds, async (employerId) => {
    const [postings, requests] = await Promise.all([listPostings(db, employerId), listSlotRequests(db, employerId)]);
    const visitIds = requests.filter(({ state }) => state === "approved").map(({ visitId }) => visitId);
    return { employerId, posted: postings.length > 0, visitIds };
  });
  const visitIds = [...new Set(employers.flatMap((employer) => employer.visitIds))];
  const visits = await each(visitIds, (visitId) => atVisit(db, visitId, clock.now()));
  const posted = new Set(employers.flatMap((employer) => (employer.posted ? [employer.employerId] : [])));
  const wayOf = ({ contactedOn, visitedOn, agreedOn, employerId }: LeadCountItem): LeadWay => ({
    ...{ contacted: contactedOn !== undefined, visited: visitedOn !== undefined, agreed: agreedOn !== undefined },
    posted: employerId !== undefined && posted.has(employerId),
    interviewed: employerId !== undefined && visits.some(({ interviewed }) => interviewed.has(employerId)),
    hired: employerId !== undefined && visits.some(({ hired }) => hired.has(employerId)),
    stayed: employerId !== undefined && visits.some(({ stayed }) => stayed.has(employerId)),
  });
  const ways = items.map((item) => ({ sourceId: item.sourceId, way: wayOf(item) }));
  const of = (sourceId: LeadSourceId | undefined): FunnelCounts =>
    countWays(ways.filter((one) => one.sourceId === sourceId).map(({ way }) => way));
  const known = sources.map(({ sourceId, nameKo }) => ({ nameKo: nameKo as string | null, counts: of(sourceId) }));
  return {
    all: countWays(ways.map(({ way }) => way)),
    sources: [...known, { nameKo: null, counts: of(undefined) }].filter(({ counts }) => counts.found > 0),
  };
};
