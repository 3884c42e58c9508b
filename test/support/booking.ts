import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { timetableSlots } from "../../shared/domain/timetable.ts";
import { aBooking, anId, type OpenVisit } from "./builders.ts";
import type { Browser, World } from "./world.ts";

type AtVisit = Pick<OpenVisit, "visitId">;

export const bookSlot = (world: World, { visitId }: AtVisit, slotId: string, seeker: Browser, bookingId = anId("bkg")) =>
  world.call("PUT /api/me/visits/{visitId}/bookings/{bookingId}", { params: { visitId, bookingId }, body: aBooking(slotId) }, seeker);

export const cancelBooking = (world: World, { visitId }: AtVisit, bookingId: string, seeker: Browser) =>
  world.call("DELETE /api/me/visits/{visitId}/bookings/{bookingId}", { params: { visitId, bookingId } }, seeker);

/** The code of a refusal; throws when nothing was refused. */
export const refusalOf = (answer: Awaited<ReturnType<World["call"]>>): string => {
  if (answer.ok) throw new Error(`Nothing was refused: ${answer.status}.`);
  return answer.problem.code;
};

/** Seats taken in a slot, as anybody can see. */
export const takenIn = async (world: World, { visitId }: AtVisit, slotId: string): Promise<number | undefined> => {
  // lists follow the stream
  await world.settle();
  const { date, timetables } = await world.get("GET /api/public/visits/{visitId}/slots", { params: { visitId } });
  const slot = timetableSlots(date, timetables).find((candidate) => candidate.slotId === slotId);
  return slot && slot.seats - slot.free;
};

/** A person's live bookings over all their visits, as "my page" shows them. */
export const liveBookingsOf = async (world: World, seeker: Browser) => {
  const { registrations } = await world.get("GET /api/me/registrations", {}, seeker);
  return registrations.flatMap(({ bookings }) => bookings.map(({ booking }) => booking)).filter(({ state }) => state === "confirmed");
};

export type Seen = { slotId: string; sequence: number };

export const moveBooking = (
  world: World,
  { visitId }: AtVisit,
  { bookingId, seen, slotId, ...over }: { bookingId: string; seen: Seen; slotId: string; consentVersion?: string },
  seeker: Browser,
) =>
  world.call(
    "PUT /api/me/visits/{visitId}/bookings/{bookingId}/slot",
    { params: { visitId, bookingId }, body: { slotId, seen, consentVersion: currentConsentVersion.to_employer, ...over } },
    seeker,
  );

/** A person's booking under this id, whatever became of it. */
export const bookingOf = async (world: World, seeker: Browser, bookingId: string) => {
  const { registrations } = await world.get("GET /api/me/registrations", {}, seeker);
  return registrations.flatMap(({ bookings }) => bookings).find(({ booking }) => booking.bookingId === bookingId)?.booking;
};
