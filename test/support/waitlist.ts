import { currentConsentVersion } from "../../shared/domain/consents.ts";
import type { Offer } from "../../shared/domain/waitlist.ts";
import { bookSlot, cancelBooking } from "./booking.ts";
import { anId, aRegistration, type OpenVisit } from "./builders.ts";
import type { Browser, World } from "./world.ts";

type AtVisit = Pick<OpenVisit, "visitId">;
type WaitFor = { for: "slot"; slotId: string } | { for: "posting"; postingId: string } | { for: "service"; service: string };

export const forSlot = (slotId: string): WaitFor => ({ for: "slot", slotId });
export const forPosting = ({ postingId }: Pick<OpenVisit, "postingId">): WaitFor => ({ for: "posting", postingId });

export const joinList = (
  world: World,
  { visitId }: AtVisit,
  waitFor: WaitFor,
  seeker: Browser,
  { waitId = anId("wai"), ...over }: { waitId?: string } & Record<string, unknown> = {},
) =>
  world.call(
    "PUT /api/me/visits/{visitId}/waits/{waitId}",
    { params: { visitId, waitId }, body: { waitFor, consentVersion: currentConsentVersion.to_employer, ...over } },
    seeker,
  );

/** Joins a list, which must be taken; answers the entry's id. The clock goes on, so that who joins later is later. */
export const waits = async (
  world: World,
  visit: AtVisit,
  waitFor: WaitFor,
  seeker: Browser,
  over: Record<string, unknown> = {},
): Promise<string> => {
  world.deps.clock.forward(1 / 60);
  const answer = await joinList(world, visit, waitFor, seeker, over);
  if (!answer.ok) throw new Error(`Nobody joined: ${JSON.stringify(answer.problem)}`);
  return answer.value.entry.waitId;
};

export const leaveList = (world: World, { visitId }: AtVisit, waitId: string, seeker: Browser) =>
  world.call("DELETE /api/me/visits/{visitId}/waits/{waitId}", { params: { visitId, waitId } }, seeker);

export const acceptOffer = (
  world: World,
  { visitId }: AtVisit,
  waitId: string,
  offerId: string,
  seeker: Browser,
  bookingId = anId("bkg"),
) =>
  world.call(
    "POST /api/me/visits/{visitId}/waits/{waitId}/acceptance",
    { params: { visitId, waitId }, body: { offerId, bookingId } },
    seeker,
  );

export const declineOffer = (world: World, { visitId }: AtVisit, waitId: string, offerId: string, seeker: Browser) =>
  world.call("POST /api/me/visits/{visitId}/waits/{waitId}/refusal", { params: { visitId, waitId }, body: { offerId } }, seeker);

/** The lists that a person stands in at a visit, as "my page" shows them. */
export const waitsOf = async (world: World, { visitId }: AtVisit, seeker: Browser) => {
  const { registrations } = await world.get("GET /api/me/registrations", {}, seeker);
  return registrations.find((registration) => registration.visit.visitId === visitId)?.waits ?? [];
};

/** What somebody is offered, if anything, once everything is settled. */
export const offersOf = async (world: World, visit: AtVisit, seeker: Browser): Promise<Offer[]> => {
  await world.settle();
  return (await waitsOf(world, visit, seeker)).flatMap(({ entry }) => (entry.offer ? [entry.offer] : []));
};
export const offerOf = async (world: World, visit: AtVisit, seeker: Browser): Promise<Offer | undefined> =>
  (await offersOf(world, visit, seeker))[0];

/** Somebody books a slot and can give it up again. */
export const aHolder = async (world: World, visit: AtVisit, slotId: string, seeker: Browser) => {
  const bookingId = anId("bkg");
  const answer = await bookSlot(world, visit, slotId, seeker, bookingId);
  if (!answer.ok) throw new Error(`Nothing was booked: ${answer.problem.code}`);
  return { seeker, bookingId, cancel: () => cancelBooking(world, visit, bookingId, seeker) };
};

export type Seeker = Browser & { mail: string };

/** Seekers who are registered for the visit, with their addresses. */
export const mailedSeekers = async (world: World, { visitId }: AtVisit, count: number): Promise<Seeker[]> => {
  const mails = Array.from({ length: count }, () => `${anId("seeker").toLowerCase()}@example.com`);
  const browsers = await world.signInAll(mails);
  const seekers = browsers.map((browser, i) => ({ ...browser, mail: mails[i] ?? "" }));
  await Promise.all(
    seekers.map((seeker) => world.get("PUT /api/me/visits/{visitId}/registration", { params: { visitId }, body: aRegistration() }, seeker)),
  );
  return seekers;
};

/** It is later, and everybody has signed in again: a session ends after twelve hours. */
export const laterFor = async (world: World, instant: string, seekers: readonly Seeker[]): Promise<void> => {
  world.deps.clock.set(instant);
  const again = await world.signInAll(seekers.map(({ mail }) => mail));
  for (const [i, seeker] of seekers.entries()) seeker.cookies = again[i]?.cookies ?? seeker.cookies;
};
