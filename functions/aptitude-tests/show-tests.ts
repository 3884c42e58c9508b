import type { AptitudeTest, RegisterRow } from "../../shared/contract/aptitude-tests.ts";
import { isLive } from "../../shared/domain/booking.ts";
import type { PersonId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { findStaffNames } from "../accounts/account-reads.ts";
import type { Deps } from "../platform/deps.ts";
import { findPeople } from "../registrations/person-reads.ts";
import { bookingsOf, listPeopleOfVisit } from "../registrations/registration-reads.ts";
import { findVisits } from "../visits/visit-reads.ts";
import { listAptitudeTestsAt, listAptitudeTestsOf, requestedAt } from "./aptitude-test-reads.ts";

/** Somebody's tests, at every visit. */
export const showTestsOf = async ({ db }: Pick<Deps, "db">, personId: PersonId): Promise<AptitudeTest[]> => {
  const items = await listAptitudeTestsOf(db, personId);
  const [names, visits] = await Promise.all([
    findStaffNames(db, [...new Set(items.flatMap(({ steps }) => steps.map(({ byId }) => byId)))]),
    findVisits(db, [...new Set(items.map(({ visitId }) => visitId))]),
  ]);
  return items.map(({ testId, state, kind = null, why = null, visitId, steps, version }) => ({
    ...{ testId, state, kind, why, version, visitOn: visits.get(visitId)?.visit.date ?? null },
    steps: steps.map(({ did, at, on = null, byId }) => ({ did, at, on, byName: names.get(byId) ?? null })),
  }));
};

type Register = {
  rows: RegisterRow[];
  expected: { registrationId: RegistrationId; name: string; startsAt: Instant; hasArrived: boolean }[];
};

/** The register of a visit; whoever booked a time for a test and is not in it stands beside, so that nobody who waits for one is missed. */
export const showRegister = async ({ db }: Pick<Deps, "db">, visitId: VisitId): Promise<Register> => {
  const [items, everybody] = await Promise.all([listAptitudeTestsAt(db, visitId), listPeopleOfVisit(db, visitId)]);
  const known = new Set(items.map(({ registrationId }) => registrationId));
  const booked = everybody.flatMap(({ registration, agenda }) =>
    known.has(agenda.registrationId)
      ? []
      : bookingsOf(agenda)
          .filter((booking) => booking.kind === "aptitude" && isLive(booking))
          .map(({ startsAt }) => ({ agenda, startsAt, hasArrived: registration.arrival !== undefined })),
  );
  const people = await findPeople(db, [
    ...new Set([...items.map(({ personId }) => personId), ...booked.map(({ agenda }) => agenda.personId)]),
  ]);
  return {
    // Erased in the moment that the index is old.
    rows: items.flatMap((item): RegisterRow[] => {
      const person = people.get(item.personId);
      const { registrationId, testId, state, kind = null } = item;
      return person ? [{ registrationId, testId, name: person.name, state, kind, requestedAt: requestedAt(item) }] : [];
    }),
    expected: booked
      .flatMap(({ agenda: { registrationId, personId }, startsAt, hasArrived }) => {
        const person = people.get(personId);
        return person ? [{ registrationId, name: person.name, startsAt, hasArrived }] : [];
      })
      .sort((a, b) => a.startsAt.localeCompare(b.startsAt)),
  };
};
