import { call } from "../../platform/api.ts";

/** The day and its times: who has a booking at a desk, and what else stands there. */
export async function askDesks(visitId: string) {
  const params = { visitId };
  const [day, slots] = await Promise.all([
    call("GET /api/staff/visits/{visitId}/day", { params }),
    call("GET /api/staff/visits/{visitId}/slots", { params }),
  ]);
  if (!day.ok) return day;
  if (!slots.ok) return slots;
  return { ok: true as const, value: { day: day.value, slots: slots.value.slots } };
}
