import type { VisitReportPaper } from "../../shared/contract/reports.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { findAccounts } from "../accounts/account-reads.ts";
import { type Db, findItem, type Item } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { visitRemarkKey } from "../platform/keys.ts";
import { listPeopleOfVisit } from "../registrations/registration-reads.ts";
import { listPlacements } from "../results/result-reads.ts";
import { findTeam } from "../teams/team-reads.ts";
import { findVisit, listVisitPostings, type PlannedVisit } from "../visits/visit-reads.ts";
import { countVisits } from "./read-report.ts";
import { findTotals, heldInterviews } from "./report-reads.ts";

/** What the manager says of a visit beside the numbers. */
export type RemarkItem = Item & { visitId: VisitId; text: string; writtenAt: Instant };

export const findRemark = (db: Db, visitId: VisitId): Promise<RemarkItem | undefined> => findItem<RemarkItem>(db, visitRemarkKey(visitId));

/** Who was there for the centre: the team with what each did, or the names that were planned with the visit. */
const teamOf = async (db: Db, { visit: { visitId, team: names } }: PlannedVisit): Promise<VisitReportPaper["team"]> => {
  const members = (await findTeam(db, visitId))?.team.members ?? [];
  const accounts = await findAccounts(
    db,
    members.map(({ accountId }) => accountId),
  );
  const known = members.flatMap(({ accountId, roles }) => {
    const name = accounts.find((account) => account.accountId === accountId)?.staffName;
    return name ? [{ name, roles }] : [];
  });
  return known.length > 0 ? known : names.map((name) => ({ name, roles: [] }));
};

/** Which employers came, with which jobs, and what came of it; no figures once nobody's check-in is kept any more. */
const employersOf = async ({ db, clock }: Deps, visitId: VisitId): Promise<VisitReportPaper["employers"]> => {
  const [postings, people, placements, totals] = await Promise.all([
    listVisitPostings(db, visitId),
    listPeopleOfVisit(db, visitId),
    listPlacements(db, visitId),
    findTotals(db, visitId),
  ]);
  const held = heldInterviews(people, placements, clock.now());
  return [...Map.groupBy(postings, ({ employerId }) => employerId)].map(([employerId, own]) => {
    const interviews = held.filter(({ booking }) => booking.employerId === employerId);
    return {
      nameKo: own[0]?.employer.nameKo ?? "",
      jobs: own.map(({ draft: { titleKo, headcount } }) => ({ titleKo, headcount })),
      interviews: totals ? null : interviews.length,
      hired: totals ? null : interviews.filter(({ booking }) => placements.has(booking.bookingId)).length,
    };
  });
};

/** Everything that is reported of one visit (운영 결과 보고); undefined for none. */
export const findVisitReport = async (deps: Deps, visitId: VisitId): Promise<VisitReportPaper | undefined> => {
  const { db } = deps;
  const planned = await findVisit(db, visitId);
  if (!planned) return undefined;
  const [report, team, employers, remark] = await Promise.all([
    countVisits(deps, [planned]),
    teamOf(db, planned),
    employersOf(deps, visitId),
    findRemark(db, visitId),
  ]);
  const { visit, place } = planned;
  const { date, startTime, endTime, state } = visit;
  return {
    visit: { visitId, date, startTime, endTime, state },
    place: { nameKo: place.nameKo, nameEn: place.nameEn, roadAddress: place.roadAddress, districtCode: place.districtCode },
    ...{ team, employers, report },
    remark: remark ? { text: remark.text, version: remark.version, writtenAt: remark.writtenAt } : null,
  };
};
