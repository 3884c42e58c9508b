import type { EmployerToCall, InterviewResult, VisitResults } from "../../shared/contract/results.ts";
import { isLive } from "../../shared/domain/booking.ts";
import type { Employer } from "../../shared/domain/employer.ts";
import type { EmployerId, VisitId } from "../../shared/domain/ids.ts";
import { isDoubted, standingOf, standingOrder } from "../../shared/domain/placement.ts";
import { isTimeToCall } from "../../shared/domain/result-request.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { listEmployersOf } from "../employers/employer-reads.ts";
import type { Deps } from "../platform/deps.ts";
import { findPeople } from "../registrations/person-reads.ts";
import { listPeopleOfVisit } from "../registrations/registration-reads.ts";
import { listOutcomes } from "../table/outcome-reads.ts";
import { subjectWords } from "../visits/subject-reads.ts";
import { findVisit, listVisitPostings } from "../visits/visit-reads.ts";
import { listPlacements, listSaidResults, placementOf } from "./result-reads.ts";
import { unansweredOf } from "./unanswered-reads.ts";

const urgencyOf = (result: InterviewResult): number => standingOrder.indexOf(standingOf(result));

/** Who owes most first. */
const employersToCall = (employers: readonly Employer[], owed: ReadonlyMap<EmployerId, number>): EmployerToCall[] =>
  employers
    .flatMap(({ employerId, profile: { nameKo, contact } }) => {
      const unanswered = owed.get(employerId);
      return unanswered ? [{ employerId, nameKo, contactName: contact.name, contactPhone: contact.phone, unanswered }] : [];
    })
    .sort((a, b) => b.unanswered - a.unanswered || a.nameKo.localeCompare(b.nameKo));

/** The interviews of a visit that have begun, what both sides say of each, and what was confirmed; what needs somebody first. */
export const listResults = async ({ db, clock }: Deps, visitId: VisitId): Promise<Outcome<VisitResults>> => {
  const now = clock.now();
  const planned = await findVisit(db, visitId);
  if (!planned) return refuse("not-found");
  const [people, postings, outcomes, said, placements] = await Promise.all([
    listPeopleOfVisit(db, visitId),
    listVisitPostings(db, visitId),
    listOutcomes(db, visitId),
    listSaidResults(db, visitId),
    listPlacements(db, visitId),
  ]);
  const interviewed = people.flatMap(({ registration, agenda }) =>
    Object.values(agenda.bookings)
      .filter((booking) => booking.kind === "interview" && isLive(booking) && booking.startsAt <= now)
      .map((booking) => ({ registration, agenda, booking })),
  );
  const [named, employers] = await Promise.all([
    findPeople(db, [...new Set(interviewed.map(({ agenda }) => agenda.personId))]),
    listEmployersOf(db, [...new Set(interviewed.flatMap(({ booking }) => booking.employerId ?? []))]),
  ]);
  const results = interviewed.flatMap(({ registration, agenda, booking }): InterviewResult[] => {
    const person = named.get(agenda.personId);
    if (!person) return [];
    const { bookingId, startsAt } = booking;
    const placement = placements.get(bookingId);
    const [outcome, told] = [outcomes.get(bookingId), said.get(bookingId)];
    const sayings = [
      ...(outcome ? [{ said: outcome.outcome, at: outcome.notedAt }] : []),
      ...(told ? [{ said: told.result, at: told.saidAt }] : []),
    ];
    const posting = postings.find(({ postingId }) => postingId === booking.postingId);
    return [
      {
        ...{ registrationId: agenda.registrationId, bookingId, startsAt, name: person.name, phone: person.phone ?? null },
        ...{ employerNameKo: subjectWords(booking, postings, "ko").what, jobTitleKo: posting?.draft.titleKo ?? "" },
        employerPhone: employers.find(({ employerId }) => employerId === booking.employerId)?.profile.contact.phone ?? null,
        hasArrived: registration.arrival !== undefined,
        ...{ employerSays: outcome?.outcome ?? null, personSays: told?.result ?? null },
        placement: placement ? placementOf(placement) : null,
        isDoubted: placement !== undefined && isDoubted(placement, sayings),
      },
    ];
  });
  results.sort((a, b) => urgencyOf(a) - urgencyOf(b) || a.startsAt.localeCompare(b.startsAt));
  const { date } = planned.visit;
  const toCall = isTimeToCall(date, now) ? employersToCall(employers, unansweredOf(people, outcomes, placements)) : [];
  return done({ date, results, toCall });
};
