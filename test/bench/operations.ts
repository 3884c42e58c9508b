import { aBooking, anId } from "../support/builders.ts";
import { anEventId } from "../support/tickets.ts";
import type { Browser } from "../support/world.ts";
import { type BenchWorld, requestOf, type WorldRequest } from "./bench-world.ts";

/**
 * What the bench measures, each as the one request that a page sends.
 */

type AtVisit = { visitId: string };

export const bookRequest = ({ visitId }: AtVisit, slotId: string, seeker: Browser, bookingId: string): WorldRequest =>
  requestOf("PUT /api/me/visits/{visitId}/bookings/{bookingId}", { params: { visitId, bookingId }, body: aBooking(slotId) }, seeker);

/** Answers the id of the booking. */
export const book = async (world: BenchWorld, visit: AtVisit, slotId: string, seeker: Browser): Promise<string> => {
  const bookingId = anId("bkg");
  const response = await world.fetch(bookRequest(visit, slotId, seeker, bookingId));
  if (response.status !== 201) throw new Error(`Booking: ${response.status} ${await response.text()}`);
  return bookingId;
};

/** Asks for a seat that is probably gone; answers whether it was. */
export const isRefused = async (world: BenchWorld, visit: AtVisit, slotId: string, seeker: Browser): Promise<boolean> => {
  const response = await world.fetch(bookRequest(visit, slotId, seeker, anId("bkg")));
  if (response.status === 201) return false;
  const { code } = (await response.json()) as { code: string };
  if (code !== "slot-full") throw new Error(`A seat was refused for another reason: ${code}.`);
  return true;
};

/** A booking as the page shows it: what a change of it names. */
export type Shown = { bookingId: string; slotId: string; sequence: number };

export const cancel = (
  world: BenchWorld,
  { visitId }: AtVisit,
  { bookingId, slotId, sequence }: Shown,
  seeker: Browser,
): Promise<Response> =>
  world.send(
    "DELETE /api/me/visits/{visitId}/bookings/{bookingId}",
    { params: { visitId, bookingId }, query: { slotId, sequence: String(sequence) } },
    seeker,
  );

/** Moves a booking to another slot. */
export const move = (
  world: BenchWorld,
  { visitId }: AtVisit,
  { bookingId, ...seen }: Shown,
  slotId: string,
  seeker: Browser,
): Promise<Response> =>
  world.send("PUT /api/me/visits/{visitId}/bookings/{bookingId}/slot", { params: { visitId, bookingId }, body: { slotId, seen } }, seeker);

/** The free times of a visit, as the page that shows them asks for them. */
export const list = (world: BenchWorld, { visitId }: AtVisit): Promise<Response> =>
  world.send("GET /api/public/visits/{visitId}/slots", { params: { visitId } }, { cookies: new Map(), ip: "198.51.100.1", locale: "ko" });

export const checkIn = (world: BenchWorld, { visitId }: AtVisit, token: string, staff: Browser): Promise<Response> =>
  world.send(
    "POST /api/staff/visits/{visitId}/check-ins",
    {
      params: { visitId },
      body: { eventId: anEventId(), deviceId: "phone-at-desk-1", at: world.deps.clock.now(), read: { by: "camera", token } },
    },
    staff,
  );
