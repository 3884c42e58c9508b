import { useEffect, useState } from "preact/hooks";
import type { MyRegistration } from "../../../../shared/contract/bookings.ts";
import { type TimetableSlot, timetableSlots } from "../../../../shared/domain/timetable.ts";
import { call } from "../../platform/api.ts";

/** The times of a visit of mine, asked for as often as the registration is; undefined until they are known, and where they are not `needed`. */
export function useTimes(registration: MyRegistration, needed: boolean): readonly TimetableSlot[] | undefined {
  const [slots, setSlots] = useState<readonly TimetableSlot[]>();
  useEffect(() => {
    if (!needed) return;
    const { visitId } = registration.visit;
    void call("GET /api/public/visits/{visitId}/slots", { params: { visitId } }).then((times) => {
      if (times.ok) setSlots(timetableSlots(times.value.date, times.value.timetables));
    });
  }, [registration, needed]);
  return slots;
}
