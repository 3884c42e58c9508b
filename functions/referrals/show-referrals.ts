import type { Referral, ReferredRow } from "../../shared/contract/referrals.ts";
import { isLive } from "../../shared/domain/booking.ts";
import type { BookingId, EmployerId, PersonId, PostingId, VisitId } from "../../shared/domain/ids.ts";
import { isSightOver } from "../../shared/domain/retention.ts";
import { type LocalDate, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { endOfVisit } from "../../shared/domain/visit.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findStaffNames } from "../accounts/account-reads.ts";
import { findEmployer } from "../employers/employer-reads.ts";
import type { Deps } from "../platform/deps.ts";
import type { Noting } from "../platform/note-access.ts";
import { findPeople, idsOfSame } from "../registrations/person-reads.ts";
import { registrationIdOf } from "../registrations/registration-id.ts";
import { bookingsOf, findAgenda } from "../registrations/registration-reads.ts";
import { findPlacement } from "../results/result-reads.ts";
import { findOutcome, type OutcomeItem } from "../table/outcome-reads.ts";
import { findVisit, findVisits } from "../visits/visit-reads.ts";
import { listReferredTo, type ReferralItem } from "./referral-reads.ts";

type Found = { bookingId: BookingId; startsAt: Referral["proposedAt"]; outcome: OutcomeItem | undefined; isPlaced: boolean };

/** The interview that somebody has for a posting at a visit, under any of their records, and what came of it: what a referral comes of is read there alone. */
export const findInterview = async (
  { db }: Pick<Deps, "db">,
  personId: PersonId,
  { visitId, postingId, employerId }: { visitId: VisitId; postingId: PostingId; employerId: EmployerId },
): Promise<Found | undefined> => {
  for (const id of await idsOfSame(db, personId)) {
    const agenda = await findAgenda(db, visitId, registrationIdOf(visitId, id));
    const booking = agenda && bookingsOf(agenda).find((one) => one.postingId === postingId && isLive(one));
    if (!booking) continue;
    const [outcome, placement] = await Promise.all([
      findOutcome(db, visitId, employerId, booking.bookingId),
      findPlacement(db, visitId, booking.bookingId),
    ]);
    return { bookingId: booking.bookingId, startsAt: booking.startsAt, outcome, isPlaced: placement !== undefined };
  }
  return undefined;
};

/** Referrals as their person and their counsellors see them. */
export const shownReferrals = async (deps: Deps, items: readonly ReferralItem[]): Promise<Referral[]> => {
  const { db, clock } = deps;
  const now = clock.now();
  const [names, visits, interviews] = await Promise.all([
    findStaffNames(db, [...new Set(items.map(({ byId }) => byId))]),
    findVisits(db, [...new Set(items.map(({ job }) => job.visitId))]),
    Promise.all(items.map(({ state, personId, job }) => (state === "sent" ? findInterview(deps, personId, job) : undefined))),
  ]);
  return items.map(({ referralId, state, job, proposedAt, byId, why, answeredAt, answeredBy, summary, hired }, i) => {
    const visit = visits.get(job.visitId)?.visit;
    const interview = interviews[i];
    return {
      ...{ ...job, referralId, state, proposedAt, byName: names.get(byId) ?? null, why: why ?? null },
      ...{ answeredAt: answeredAt ?? null, answeredBy: answeredBy ?? null, summary: summary ?? null },
      isOpen: visit !== undefined && visit.state === "open" && endOfVisit(visit) > now,
      interview: interview
        ? { startsAt: interview.startsAt, outcome: interview.outcome?.outcome ?? null, isPlaced: interview.isPlaced }
        : null,
      hire: hired ? { startedOn: hired.startedOn, confirmedBy: hired.confirmedBy } : null,
    };
  });
};

/** The same for its person, who hears what came of an interview from the employer, and not from here. */
export const asOwn = ({ interview, ...referral }: Referral): Referral => ({
  ...referral,
  interview: interview && { ...interview, outcome: null, isPlaced: false },
  hire: null,
});

/** Whom the centre referred to an employer for a visit, as long as it may see them. Whom it sees is in the log (promise 9). */
export const showReferred = async (
  deps: Deps,
  { visitId, employerId }: { visitId: VisitId; employerId: EmployerId },
  shows: Noting["shows"],
): Promise<Outcome<{ visitOn: LocalDate; employerNameKo: string; referrals: ReferredRow[] }>> => {
  const { db, clock } = deps;
  const [planned, employer] = await Promise.all([findVisit(db, visitId), findEmployer(db, employerId)]);
  if (!planned || !employer) return refuse("not-found");
  const visitOn = planned.visit.date;
  const sent = await listReferredTo(db, visitId, employerId);
  const today = seoulDateOf(clock.now());
  const [people, names, interviews] = await Promise.all([
    findPeople(db, [...new Set(sent.map(({ personId }) => personId))]),
    findStaffNames(db, [...new Set(sent.map(({ byId }) => byId))]),
    Promise.all(sent.map(({ personId, job }) => findInterview(deps, personId, job))),
  ]);
  const seen = sent.flatMap((item, i) => {
    const person = people.get(item.personId);
    const interview = interviews[i];
    const noted = interview?.outcome;
    const isOver = isSightOver({ visitOn, outcome: noted?.outcome, notedOn: noted && seoulDateOf(noted.notedAt) }, today);
    return person && !isOver ? [{ item, person, interview }] : [];
  });
  if (seen.length > 0) {
    const among = [...new Map(seen.map(({ item: { from } }) => [from.registrationId, from.visitId]))].sort(([a], [b]) =>
      a.localeCompare(b),
    );
    shows({ employerId, people: among.length, among: among.map(([id]) => id), atVisits: among.map(([, id]) => id) });
  }
  const referrals = seen.map(({ item, person, interview }) => ({
    ...{ referralId: item.referralId, postingId: item.job.postingId, titleKo: item.job.draft.titleKo, sentAt: item.answeredAt },
    ...{ name: person.name, summary: item.summary, byName: names.get(item.byId) ?? null },
    interview: interview ? { startsAt: interview.startsAt, outcome: interview.outcome?.outcome ?? null } : null,
  }));
  return done({ visitOn, employerNameKo: employer.profile.nameKo, referrals });
};
