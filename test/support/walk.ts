import type * as fc from "fast-check";
import { expect } from "vitest";
import { findItems } from "../../functions/platform/db.ts";
import { agendaKey, slotKey, visitKey } from "../../functions/platform/keys.ts";
import { registrationIdOf } from "../../functions/registrations/registration-id.ts";
import type { AgendaItem } from "../../functions/registrations/registration-reads.ts";
import type { SlotItem } from "../../functions/slots/slot-reads.ts";
import type { VisitItem } from "../../functions/visits/visit-reads.ts";
import type { Booking } from "../../shared/domain/booking.ts";
import type { PersonId, RegistrationId, SlotId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { breakRequests, type Fault } from "./faults.ts";
import type { Seeker } from "./waitlist.ts";
import type { Browser, Called, Sent, World } from "./world.ts";

/** A trouble on the way of one request; most have none. "twice" is a second tap, or a client that heard no answer. */
export type Trouble = Fault | "twice" | "none";

/** What the walkers were told of a booking, to be compared with what stands in the end and with their mails. */
export type Told = Pick<Booking, "state" | "sequence"> & { person: number; visitId: string; bookingId: string; slotId: string };

export type WalkVisit = { visitId: string; slots: string[]; screened: string[] };
export type WalkEmployer = { employerId: string; postingId: string; employer: Browser; mail: string; interviewer: string };

export type Walk = {
  world: World;
  manager: Browser & { mail: string };
  /** Two give their times to whoever comes first, the last to whom it accepts. */
  employers: readonly [WalkEmployer, WalkEmployer, WalkEmployer];
  /** The visit where new things happen; once it is cancelled, the other one. */
  here: WalkVisit;
  near: WalkVisit;
  visits: readonly WalkVisit[];
  people: readonly (Seeker & { personId: PersonId })[];
  told: Map<string, Told>;
  signedInAt: Instant;
  steps: number;
};

export type Step = fc.AsyncCommand<object, Walk>;
export const step = (words: string, run: (walk: Walk) => Promise<void>): Step => ({
  check: () => true,
  run: async (_, walk) => {
    walk.steps += 1;
    await run(walk);
    // Whatever a step was answered: bookings are as people were told.
    expect((await Promise.all(walk.visits.map(({ visitId }) => newsAt(walk, visitId)))).flat()).toEqual([]);
  },
  toString: () => words,
});

export const pick = <T>(all: readonly T[], at: number): T => {
  const found = all[at % all.length];
  if (found === undefined) throw new RangeError("nothing to pick from");
  return found;
};

export const personOf = ({ people }: Walk, person: number) => pick(people, person);
export const registrationOf = (walk: Walk, person: number, visitId: string): RegistrationId =>
  registrationIdOf(visitId as VisitId, personOf(walk, person).personId);

/** All times of a visit that this walk knows. */
export const timesOf = ({ visits }: Walk, visitId: string): string[] =>
  visits.filter((visit) => visit.visitId === visitId).flatMap(({ slots, screened }) => [...slots, ...screened]);

/** One of the times of a visit, by number: mostly one that anybody may book, now and then one that an employer gives. */
export const timeAt = (walk: Walk, visitId: string, number: number): string => {
  const open = walk.visits.find((visit) => visit.visitId === visitId)?.slots ?? [];
  return pick(number % 5 === 0 || open.length === 0 ? timesOf(walk, visitId) : open, number);
};

/** Live bookings that a person was told of, at any visit. */
export const liveOf = ({ told }: Walk, person: number): Told[] =>
  [...told.values()].filter((one) => one.person === person && one.state === "confirmed");

/** What stands of a visit, of one of its times and of one person's day there. */
export const lookAt = async (walk: Walk, { visitId, slotId, person }: { visitId: string; slotId: string; person: number }) => {
  const { db } = walk.world.table;
  const [visit, slot, agenda] = (await findItems(db, [
    visitKey(visitId as VisitId),
    slotKey(visitId as VisitId, slotId as SlotId),
    agendaKey(visitId as VisitId, registrationOf(walk, person, visitId)),
  ])) as [VisitItem | undefined, SlotItem | undefined, AgendaItem | undefined];
  if (!visit || !slot || !agenda) throw new Error("The walk lost its way.");
  return { visit: visit.visit, slot, agenda };
};

/** Everybody's day at a visit, in the order of the people; undefined for whoever is not registered there. */
export const agendasAt = async (walk: Walk, visitId: string): Promise<(AgendaItem | undefined)[]> =>
  (await findItems(
    walk.world.table.db,
    walk.people.map((_, person) => agendaKey(visitId as VisitId, registrationOf(walk, person, visitId))),
  )) as (AgendaItem | undefined)[];

/** Bookings at a visit that are not as their person was told. Those that went to another visit are told of there. */
export const newsAt = async (walk: Walk, visitId: string): Promise<Told[]> =>
  (await agendasAt(walk, visitId)).flatMap((agenda, person) =>
    Object.values(agenda?.bookings ?? {}).flatMap(({ bookingId, slotId, state, sequence }): Told[] => {
      if (state === "rebooked") return [];
      const told = walk.told.get(bookingId);
      const isKnown = told?.visitId === visitId && told.slotId === slotId && told.state === state && told.sequence === sequence;
      return isKnown ? [] : [{ person, visitId, bookingId, slotId, state, sequence }];
    }),
  );

/**
 * Sends a request through some trouble, as a client does: what comes back broken or busy is sent again under the same ids until it is answered.
 * @throws when it is never answered.
 */
export const send = async <K extends Parameters<World["call"]>[0]>(
  { world }: Pick<Walk, "world">,
  trouble: Trouble,
  key: K,
  sent: Sent,
  browser: Browser,
): Promise<Called<K>> => {
  const once = () => world.call(key, sent, browser);
  const broken =
    trouble === "none" || trouble === "twice" ? undefined : breakRequests(world.table, trouble, trouble === "conflict" ? 2 : 1);
  try {
    let answer = trouble === "twice" ? ((await Promise.all([once(), once()]))[1] as Called<K>) : await once();
    for (let tries = 0; answer.status >= 500 && tries < 5; tries++) {
      broken?.stop();
      answer = await once();
    }
    if (answer.status >= 500) throw new Error(`${key} was never answered: ${JSON.stringify(world.deps.log.lines.at(-1))}`);
    return answer;
  } finally {
    broken?.stop();
  }
};

/** How a request was answered: "ok", or the code of its refusal. */
export const answered = (answer: { ok: true } | { ok: false; problem: { code: string } }): string =>
  answer.ok ? "ok" : answer.problem.code;
