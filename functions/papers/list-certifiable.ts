import type { Booking } from "../../shared/domain/booking.ts";
import { type CertifiedFacts, cameToInterview } from "../../shared/domain/certificate.ts";
import type { PersonId } from "../../shared/domain/ids.ts";
import { type ConsultationItem, listConsultationsOf } from "../consultations/consultation-reads.ts";
import type { Deps } from "../platform/deps.ts";
import { idsOfSame } from "../registrations/person-reads.ts";
import { bookingsOf, listAllRegistrationsOf, type PersonOfVisit } from "../registrations/registration-reads.ts";
import { findOutcome } from "../table/outcome-reads.ts";
import { subjectWords } from "../visits/subject-reads.ts";
import { findVisits, listVisitPostings, type PlannedVisit } from "../visits/visit-reads.ts";

/** What can be certified, and under which of a person's records it lies. */
export type Certifiable = { personId: PersonId; facts: CertifiedFacts };

const hasCome = async ({ db, clock }: Deps, { registration, agenda: { visitId } }: PersonOfVisit, booking: Booking): Promise<boolean> => {
  const { employerId, bookingId } = booking;
  if (!employerId) return false;
  const outcome = await findOutcome(db, visitId, employerId, bookingId);
  return cameToInterview(booking, { arrivedAt: registration.arrival?.at, outcome: outcome?.outcome }, clock.now());
};

const placeOf = (planned: PlannedVisit | undefined) => ({
  placeNameKo: planned?.place.nameKo ?? null,
  placeNameEn: planned?.place.nameEn ?? null,
  roadAddress: planned?.place.roadAddress ?? null,
});

type Visits = ReadonlyMap<string, PlannedVisit>;

/** Interviews of somebody at one visit that they came to. */
const interviewsAt = async (deps: Deps, person: PersonOfVisit, visits: Visits): Promise<Certifiable[]> => {
  const { visitId, personId } = person.agenda;
  const bookings = bookingsOf(person.agenda);
  const came = await Promise.all(bookings.map((booking) => hasCome(deps, person, booking)));
  const held = bookings.filter((_, i) => came[i]);
  if (held.length === 0) return [];
  const postings = await listVisitPostings(deps.db, visitId);
  return held.map((booking) => {
    const [ko, en] = [subjectWords(booking, postings, "ko"), subjectWords(booking, postings, "en")];
    const facts: CertifiedFacts = {
      ...{ kind: "interview", subjectId: booking.bookingId, visitId, startsAt: booking.startsAt, endsAt: booking.endsAt },
      ...placeOf(visits.get(visitId)),
      ...{ employerNameKo: ko.companyName ?? null, employerNameEn: en.companyName ?? null },
      ...{ jobTitleKo: ko.jobTitle ?? null, jobTitleEn: en.jobTitle ?? null, consultationKind: null, channel: null },
    };
    return { personId, facts };
  });
};

const talkOf = ({ personId, consultationId, visitId, heldAt, kind, channel }: ConsultationItem, visits: Visits): Certifiable => ({
  personId,
  facts: {
    ...{ kind: "counselling", subjectId: consultationId, visitId, startsAt: heldAt, endsAt: null },
    ...placeOf(channel === "onsite" ? visits.get(visitId) : undefined),
    ...{ employerNameKo: null, employerNameEn: null, jobTitleKo: null, jobTitleEn: null, consultationKind: kind, channel },
  },
});

/** What can be certified of somebody, under each of their records: interviews that they came to, and talks of which there is a note. In no order. */
export const listCertifiable = async (deps: Deps, personId: PersonId): Promise<Certifiable[]> => {
  const { db } = deps;
  const [ids, people] = await Promise.all([idsOfSame(db, personId), listAllRegistrationsOf(db, personId)]);
  const talks = (await Promise.all(ids.map((id) => listConsultationsOf(db, id)))).flat();
  const visits = await findVisits(db, [
    ...new Set([...people.map(({ agenda }) => agenda.visitId), ...talks.map(({ visitId }) => visitId)]),
  ]);
  const interviews = await Promise.all(people.map((person) => interviewsAt(deps, person, visits)));
  return [...interviews.flat(), ...talks.map((talk) => talkOf(talk, visits))];
};
