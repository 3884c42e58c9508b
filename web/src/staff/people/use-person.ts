import { useCallback } from "preact/hooks";
import type { DayPerson, VisitDay } from "../../../../shared/contract/staff.ts";
import { call } from "../../platform/api.ts";
import { type Loaded, useLoaded } from "../../platform/use-loaded.ts";

export type PersonOfDay = { day: VisitDay; person: DayPerson | undefined };

/** One person of the day; undefined when nobody of this visit has that id. */
export function usePerson(visitId: string, registrationId: string): [Loaded<PersonOfDay>, () => Promise<void>] {
  const ask = useCallback(() => call("GET /api/staff/visits/{visitId}/day", { params: { visitId } }), [visitId]);
  const [loaded, reload] = useLoaded(ask);
  if (loaded.state !== "loaded") return [loaded, reload];
  const day = loaded.value;
  return [{ state: "loaded", value: { day, person: day.people.find((one) => one.registrationId === registrationId) } }, reload];
}
