import { aRegistration, type OpenVisit } from "./builders.ts";
import type { Browser, World } from "./world.ts";

type AtVisit = Pick<OpenVisit, "visitId">;

/** A person's registration for a visit, as "my page" shows it. */
export const registrationOf = async (world: World, { visitId }: AtVisit, seeker: Browser) => {
  const { registrations } = await world.get("GET /api/me/registrations", {}, seeker);
  const found = registrations.find(({ visit }) => visit.visitId === visitId);
  if (!found) throw new Error("They are not registered.");
  return found;
};

/** Takes a registration back, as the page showed it unless said otherwise. */
export const withdraw = async (world: World, visit: AtVisit, seeker: Browser, registeredAt?: string) =>
  world.call(
    "POST /api/me/visits/{visitId}/registration/withdrawal",
    {
      params: { visitId: visit.visitId },
      body: { registeredAt: registeredAt ?? (await registrationOf(world, visit, seeker)).registeredAt },
    },
    seeker,
  );

export const registerAgain = (world: World, { visitId }: AtVisit, seeker: Browser, over: Record<string, unknown> = {}) =>
  world.call(
    "PUT /api/me/visits/{visitId}/registration",
    { params: { visitId }, body: aRegistration({ beforeBooking: false, ...over }) },
    seeker,
  );
