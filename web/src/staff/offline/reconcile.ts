import { type CheckInEvent, type CheckInEventId, liveEvents, subjectOf } from "../../../../shared/domain/check-in-event.ts";
import { admits } from "../../../../shared/domain/check-in-fold.ts";

export type Scanned = Extract<CheckInEvent, { kind: "admit" }>;
const isAdmission = (event: CheckInEvent): event is Scanned => event.kind === "admit" && admits(event);

/**
 * Admissions of this device that the server has under the same id with another verdict: it had judged the scan when its answer was too slow to be waited for.
 * Whoever was let in then is in, so that it has to be told anew; not when staff took it back meanwhile, here or on another device.
 */
export const contradicted = (own: readonly CheckInEvent[], events: readonly CheckInEvent[]): { mine: Scanned; theirs: CheckInEvent }[] => {
  const known = new Map(events.map((event) => [event.id, event]));
  const nameOf = (event: CheckInEvent) => `${subjectOf(event)} ${event.id}`;
  const live = new Set(liveEvents([...own, ...events]).map(nameOf));
  return own.filter(isAdmission).flatMap((mine) => {
    const theirs = known.get(mine.id);
    return theirs?.kind === "admit" && !isAdmission(theirs) && live.has(nameOf(mine)) ? [{ mine, theirs }] : [];
  });
};

/**
 * The id under which an admission is told anew, from its own: whichever page does it, it is one event, and whoever takes the admission back finds it. The time
 * in front stays, and the random digits behind are turned over.
 */
export const idAnew = (id: CheckInEventId): CheckInEventId =>
  `${id.slice(0, -12)}${id.slice(-12).replace(/./g, (digit) => (15 - Number.parseInt(digit, 16)).toString(16))}` as CheckInEventId;
