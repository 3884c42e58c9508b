import type { TicketIndex } from "../../shared/domain/ticket-token.ts";
import { bookSlot } from "../support/booking.ts";
import { aRegistration, aSeeker, type OpenVisit } from "../support/builders.ts";
import type { Browser } from "../support/calls.ts";
import { idxOf } from "../support/phones.ts";
import type { World } from "../support/world.ts";

/** Somebody who is registered, with the ticket in their hand. */
export type Visitor = { name: string; mail: string; registrationId: string; token: string; code: string; idx: TicketIndex };

type Seeker = Browser & { mail: string };

const families = ["김", "이", "박", "최", "정", "강", "조", "윤", "장", "임", "한", "오"] as const;
const givens = ["하늘", "노을", "가람", "바다", "슬기", "새롬", "라온", "다움", "나래", "가온", "하람", "아라", "보람"] as const;
export const nameOf = (n: number): string => `${families[n % families.length]}${givens[Math.floor(n / families.length) % givens.length]}`;

/** So many sign in at once; the inbox and the engine have the machine to themselves otherwise. */
const atOnce = 8;
/** Sign-in mails that one network may ask for in a quarter of an hour, less a few for staff. */
const inAQuarter = 48;

type Registering = { world: World; visit: Pick<OpenVisit, "visitId">; names: readonly string[]; slots?: readonly string[] | undefined };

/**
 * People sign in, register, and book a time each while there are slots. `pause` lets a quarter of an hour pass: all of them are in one network here, which may
 * ask for no more than so many mails.
 */
export const register = async ({ world, visit, names, slots = [] }: Registering, pause: () => Promise<void>): Promise<Seeker[]> => {
  const seekers: Seeker[] = [];
  for (let at = 0; at < names.length; at += atOnce) {
    if (at % inAQuarter === 0) await pause();
    const some = names.slice(at, at + atOnce).map(async (name, i) => {
      const seeker = await aSeeker(world, visit.visitId, aRegistration({ name }));
      const slot = slots[at + i];
      const booked = slot === undefined ? undefined : await bookSlot(world, { visitId: visit.visitId }, slot, seeker);
      if (booked && !booked.ok) throw new Error(`${name} was refused: ${booked.problem.code}`);
      return seeker;
    });
    seekers.push(...(await Promise.all(some)));
  }
  return seekers;
};

/** What they carry to the bus: the ticket as the page of each shows it. */
export const ticketsOf = async ({ world, visit: { visitId }, names }: Registering, seekers: readonly Seeker[]): Promise<Visitor[]> =>
  Promise.all(
    seekers.map(async (seeker, n) => {
      const { token, code } = await world.get("GET /api/me/visits/{visitId}/ticket", { params: { visitId } }, seeker);
      const { registrations } = await world.get("GET /api/me/registrations", {}, seeker);
      const registrationId = registrations.find((one) => one.visit.visitId === visitId)?.registrationId ?? "";
      return { name: names[n] ?? "", mail: seeker.mail, registrationId, token, code, idx: await idxOf({ token }) };
    }),
  );
