import type { MyRegistration } from "../../shared/contract/bookings.ts";
import { type Booking, isLive } from "../../shared/domain/booking.ts";
import type { PersonId, VisitId } from "../../shared/domain/ids.ts";
import { addDays, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { callNameOf } from "../../shared/domain/ticket-token.ts";
import type { Deps } from "../platform/deps.ts";
import { registrationIdOf } from "../registrations/registration-id.ts";
import {
  bookingsOf,
  findPersonOfVisit,
  listRegistrationsOf,
  type PersonOfVisit,
  registrationOf,
} from "../registrations/registration-reads.ts";
import { findSaidResults } from "../results/result-reads.ts";
import { findVisits, listVisitPostings, type PlannedVisit, publicVisitOf, type VisitPostingItem } from "../visits/visit-reads.ts";
import { showWaits } from "../waitlist/my-waits-reads.ts";

/** How far back "my page" shows visits, days. */
const daysBack = 90;

const inOrder = (a: Booking, b: Booking): number => Number(isLive(b)) - Number(isLive(a)) || a.startsAt.localeCompare(b.startsAt);

const noWords = { employerNameKo: null, employerNameEn: null, postingTitleKo: null, postingTitleEn: null };
const wordsOf = (postings: readonly VisitPostingItem[], postingId: string | null) => {
  const posting = postings.find((item) => item.postingId === postingId);
  if (!posting) return noWords;
  return {
    employerNameKo: posting.employer.nameKo,
    employerNameEn: posting.employer.nameEn,
    postingTitleKo: posting.draft.titleKo,
    postingTitleEn: posting.draft.titleEn ?? null,
  };
};

type MyDeps = Pick<Deps, "db" | "clock">;

const myRegistrationOf = async (
  { db, clock }: MyDeps,
  { registration, agenda }: PersonOfVisit,
  planned: PlannedVisit,
): Promise<MyRegistration> => {
  const { registrationId, registeredAt, arrivedAt, withdrawnAt } = registrationOf(registration);
  const { visitId, desks } = planned.visit;
  const bookings = bookingsOf(agenda).sort(inOrder);
  const applications = Object.values(agenda.applications).sort((a, b) => b.appliedAt.localeCompare(a.appliedAt));
  const hasWords = bookings.length + applications.length + Object.keys(agenda.waits).length > 0;
  const now = clock.now();
  const begun = bookings.filter((booking) => booking.kind === "interview" && isLive(booking) && booking.startsAt <= now);
  const [postings, waits, said] = await Promise.all([
    hasWords ? listVisitPostings(db, visitId) : [],
    showWaits(db, agenda),
    findSaidResults(
      db,
      visitId,
      begun.map(({ bookingId }) => bookingId),
    ),
  ]);
  return {
    registrationId,
    visit: publicVisitOf(planned),
    registeredAt,
    confirmedAt: registration.confirmedAt ?? null,
    arrivedAt,
    calledBy: registration.ticketCode ? callNameOf(registration.ticketCode) : null,
    withdrawnAt,
    bookings: bookings.map((booking) => ({
      booking,
      ...wordsOf(postings, booking.postingId),
      deskLabel: desks.find((desk) => desk.deskId === booking.deskId)?.label ?? booking.deskId,
      saidResult: said.get(booking.bookingId)?.result ?? null,
    })),
    waits: waits.map((wait) => ({ ...wait, ...wordsOf(postings, wait.entry.list) })),
    applications: applications.map((application) => ({ application, ...wordsOf(postings, application.postingId) })),
  };
};

/** A person's visits to come and of the last 90 days, with their bookings. */
export const listMyRegistrations = async (deps: MyDeps, personId: PersonId): Promise<MyRegistration[]> => {
  const { db, clock } = deps;
  const people = await listRegistrationsOf(db, personId, addDays(seoulDateOf(clock.now()), -daysBack));
  const visits = await findVisits(
    db,
    people.map(({ agenda }) => agenda.visitId),
  );
  const mine = await Promise.all(
    people.map((person) => {
      const planned = visits.get(person.agenda.visitId);
      return planned && myRegistrationOf(deps, person, planned);
    }),
  );
  return mine.filter((registration) => registration !== undefined);
};

/** One of them; undefined for somebody who is not registered. */
export const findMyRegistration = async (deps: MyDeps, personId: PersonId, visitId: VisitId): Promise<MyRegistration | undefined> => {
  const [person, visits] = await Promise.all([
    findPersonOfVisit(deps.db, visitId, registrationIdOf(visitId, personId)),
    findVisits(deps.db, [visitId]),
  ]);
  const planned = visits.get(visitId);
  return person && planned && myRegistrationOf(deps, person, planned);
};
