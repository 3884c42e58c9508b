import type { DayPerson, VisitDay } from "../../../../shared/contract/staff.ts";
import type { WaitRow } from "../../../../shared/contract/waitlist.ts";
import type { Slot } from "../../../../shared/domain/slot.ts";
import { hasRoom } from "../times-fit.ts";

type Wanted = Pick<Slot, "slotId" | "postingId" | "service" | "startsAt" | "endsAt">;
export type Taker = { person: DayPerson; isWaiting: boolean };

const waitsFor = ({ entry }: WaitRow, { slotId, postingId, service }: Wanted): boolean =>
  entry.list === (postingId ?? service) && (entry.slotId === undefined || entry.slotId === slotId) && !entry.offer;

/** Who is here and has this time free: those who wait for it first, then who arrived first. */
export function takersOf({ people, visit }: Pick<VisitDay, "people" | "visit">, slot: Wanted, waits: readonly WaitRow[]): Taker[] {
  const waiting = waits.filter((row) => waitsFor(row, slot)).map(({ registrationId }) => registrationId);
  return people
    .filter((person) => person.arrivedAt !== null && hasRoom(person, slot, visit.rules))
    .map((person) => ({ person, isWaiting: waiting.includes(person.registrationId) }))
    .sort((a, b) => Number(b.isWaiting) - Number(a.isWaiting) || (a.person.arrivedAt ?? "").localeCompare(b.person.arrivedAt ?? ""));
}

/** Who of them has waited longest: `waits` come in order of application. */
export function nextOf(takers: readonly Taker[], slot: Wanted, waits: readonly WaitRow[]): DayPerson | undefined {
  const here = new Map(takers.map(({ person }) => [person.registrationId, person]));
  for (const row of waits) {
    const person = waitsFor(row, slot) ? here.get(row.registrationId) : undefined;
    if (person) return person;
  }
  return undefined;
}
