import { call } from "../../platform/api.ts";

/** Who waits, and what is needed to say for what: the day, its times, its employers. */
export async function askWaits(visitId: string) {
  const params = { visitId };
  const [waits, day, slots, detail] = await Promise.all([
    call("GET /api/staff/visits/{visitId}/waits", { params }),
    call("GET /api/staff/visits/{visitId}/day", { params }),
    call("GET /api/staff/visits/{visitId}/slots", { params }),
    call("GET /api/public/visits/{visitId}", { params }),
  ]);
  if (!waits.ok) return waits;
  if (!day.ok) return day;
  if (!slots.ok) return slots;
  if (!detail.ok) return detail;
  return {
    ok: true as const,
    value: { waits: waits.value.waits, day: day.value, slots: slots.value.slots, employers: detail.value.employers },
  };
}
