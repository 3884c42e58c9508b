import type { CheckInEvent } from "../../../../shared/domain/check-in-event.ts";
import { verdicts } from "../../../../shared/domain/verdicts.ts";

export type Scanned = Extract<CheckInEvent, { kind: "admit" }>;
const isAdmission = (event: CheckInEvent): event is Scanned => event.kind === "admit" && (event.reentry || verdicts[event.verdict].admits);

/**
 * Admissions of this device that the server has under the same id with another verdict: it had judged the scan when its answer was too slow to be waited for.
 * Whoever was let in then is in, so that it has to be told anew.
 */
export const contradicted = (own: readonly CheckInEvent[], events: readonly CheckInEvent[]): { mine: Scanned; theirs: CheckInEvent }[] => {
  const known = new Map(events.map((event) => [event.id, event]));
  return own.filter(isAdmission).flatMap((mine) => {
    const theirs = known.get(mine.id);
    return theirs?.kind === "admit" && !isAdmission(theirs) ? [{ mine, theirs }] : [];
  });
};
