import type { DayPerson, VisitDay } from "../../../shared/contract/staff.ts";

/** Who arrived between two looks at the same day: those marked now who were not marked, or not there, before. */
export function newArrivals(before: VisitDay | undefined, after: VisitDay): DayPerson[] {
  if (!before || before.visit.visitId !== after.visit.visitId) return [];
  const known = new Set(before.people.filter((person) => person.arrivedAt !== null).map((person) => person.registrationId));
  return after.people.filter((person) => person.arrivedAt !== null && !known.has(person.registrationId));
}

/** By first interview; whoever comes without one stands at the end, by name. */
export function inOrderOfTime(people: readonly DayPerson[]): DayPerson[] {
  const firstOf = (person: DayPerson): string => person.bookings.map((booking) => booking.startsAt as string).sort()[0] ?? "9999";
  return [...people].sort((a, b) => {
    const [first, second] = [firstOf(a), firstOf(b)];
    if (first !== second) return first < second ? -1 : 1;
    return a.maskedName.localeCompare(b.maskedName, "ko");
  });
}
