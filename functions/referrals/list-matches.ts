import type { FoundMatch } from "../../shared/contract/referrals.ts";
import type { PersonId } from "../../shared/domain/ids.ts";
import { ranked } from "../../shared/domain/match.ts";
import { isValidOn } from "../../shared/domain/posting-days.ts";
import { type LocalDate, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { endOfVisit } from "../../shared/domain/visit.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findRunningEnrolment } from "../enrolments/enrolment-reads.ts";
import type { Db } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { findPostings } from "../postings/posting-reads.ts";
import { listVisitPostings, listVisits, type PlannedVisit, type VisitPostingItem } from "../visits/visit-reads.ts";
import { findAgendasOf, hasPosting } from "./own-jobs.ts";
import type { ReferredJob } from "./referral-reads.ts";

const most = 30;
/** So many visits to come are looked through, the next first: whoever looks for work looks for it soon. */
const mostVisits = 12;

/** A job as a visit shows it now. */
export const jobOf = ({ visit, place }: PlannedVisit, { postingId, employerId, employer, draft }: VisitPostingItem): ReferredJob => ({
  ...{ visitId: visit.visitId, visitOn: visit.date, placeNameKo: place.nameKo, placeNameEn: place.nameEn ?? null },
  ...{ postingId, employerId, employerNameKo: employer.nameKo, employerNameEn: employer.nameEn, draft },
});

/** Those whose posting is valid on a day: what a visit shows are the words, and stays as it was approved. */
const validOn = async (db: Db, jobs: readonly ReferredJob[], day: LocalDate): Promise<ReferredJob[]> => {
  const idOf = ({ employerId, postingId }: Pick<ReferredJob, "employerId" | "postingId">) => `${employerId} ${postingId}`;
  const which = [...new Map(jobs.map((job) => [idOf(job), job])).values()];
  const valid = new Set((await findPostings(db, which)).filter(({ draft }) => isValidOn(draft, day)).map(idOf));
  return jobs.filter((job) => valid.has(idOf(job)));
};

/** Jobs of visits to come whose postings are valid, the best first by what somebody wrote that they look for. */
export const listMatches = async ({ db, clock }: Deps, personId: PersonId): Promise<Outcome<FoundMatch[]>> => {
  const now = clock.now();
  const today = seoulDateOf(now);
  const [enrolment, planned] = await Promise.all([findRunningEnrolment(db, personId, today), listVisits(db, today)]);
  if (!enrolment) return refuse("not-enrolled");
  const open = planned.filter(({ visit }) => visit.state === "open" && endOfVisit(visit) > now).slice(0, mostVisits);
  const jobs = await Promise.all(
    open.map(async (one) => (await listVisitPostings(db, one.visit.visitId)).map((posting) => jobOf(one, posting))),
  );
  const valid = await validOn(db, jobs.flat(), today);
  const agendas = await findAgendasOf(db, personId, [...new Set(valid.map(({ visitId }) => visitId))]);
  const isTheirs = ({ visitId, postingId }: ReferredJob): boolean =>
    agendas.some((agenda) => agenda.visitId === visitId && hasPosting(agenda, postingId));
  return done(ranked(enrolment.draft, valid, isTheirs).slice(0, most));
};
