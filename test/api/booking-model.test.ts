import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { timesOfDesk } from "../../shared/domain/desk-times.ts";
import type { BookingId } from "../../shared/domain/ids.ts";
import { addMinutes, LocalDate } from "../../shared/domain/seoul-time.ts";
import { aBooking, anId, anOpenVisit, anotherEmployer, approvedSlots, seekersOf } from "../support/builders.ts";
import {
  expectedAnswer,
  forgotten,
  lookAt,
  newBookingId,
  registrationsOf,
  send,
  type Told,
  type Trouble,
  type Walk,
} from "../support/engine-walk.ts";
import { brokenPromises } from "../support/invariants.ts";
import { slotsOf } from "../support/plans.ts";
import { aWorld } from "../support/world.ts";

/**
 * Walks of some people who book, move, cancel, apply, wait, accept and decline in any order, an employer who decides and staff who change desks, on the real engine, with conflicts, throttling, lost and late
 * answers and repeated requests on the way. Each answer must be what the pure rules say of the state before it; after each walk the promises must hold
 * over the whole table (`support/invariants.ts`), and everybody's bookings must be what they were told.
 *
 * A longer run: MODEL_RUNS=2000 MODEL_STEPS=150 npx vitest run --project api test/api/booking-model.test.ts
 */
const runs = Number(process.env.MODEL_RUNS ?? 6);
const steps = Number(process.env.MODEL_STEPS ?? 60);
vi.setConfig({ testTimeout: Math.max(600_000, runs * steps * 500) });

const desks = [1, 2, 3, 4].map((n) => ({ deskId: `d${n}`, label: `${n}번 창구` }));
const rules = { gapMinutes: 10, maxInterviews: 2 };
const people = 5;

type Model = { registrationIds: readonly string[] };
type Step = fc.AsyncCommand<Model, Walk>;

const pick = <T>(all: readonly T[], at: number): T => {
  const found = all[at % all.length];
  if (found === undefined) throw new RangeError("nothing to pick from");
  return found;
};
const mine = ({ told }: Walk, person: number): Told[] =>
  [...told.values()].filter((one) => one.person === person && one.state === "confirmed");

const book = (person: number, slot: number, trouble: Trouble): Step => ({
  check: () => true,
  run: async ({ registrationIds }, walk) => {
    const [slotId, bookingId] = [pick(walk.slotIds, slot), newBookingId()];
    const expected = expectedAnswer(await lookAt(walk), { ...walk, slotId, registrationId: pick(registrationIds, person) });
    const params = { visitId: walk.visit.visitId, bookingId };
    const key = "PUT /api/me/visits/{visitId}/bookings/{bookingId}";
    const answer = await send(walk, trouble, key, { params, body: aBooking(slotId) }, pick(walk.people, person));
    expect(answer.ok ? "ok" : answer.problem.code).toBe(expected);
    if (answer.ok) walk.told.set(bookingId, { person, bookingId, slotId, state: "confirmed", sequence: 0 });
  },
  toString: () => `${person} books ${slot} (${trouble})`,
});

const move = (person: number, which: number, slot: number, trouble: Trouble): Step => ({
  check: () => true,
  run: async ({ registrationIds }, walk) => {
    const own = mine(walk, person);
    if (own.length === 0) return;
    const { bookingId, slotId: from, sequence } = pick(own, which);
    const slotId = pick(walk.slotIds, slot);
    if (slotId === from) return;
    const expected = expectedAnswer(await lookAt(walk), {
      ...walk,
      slotId,
      registrationId: pick(registrationIds, person),
      except: bookingId,
    });
    const params = { visitId: walk.visit.visitId, bookingId };
    const body = { ...aBooking(slotId), seen: { slotId: from, sequence } };
    const key = "PUT /api/me/visits/{visitId}/bookings/{bookingId}/slot";
    const answer = await send(walk, trouble, key, { params, body }, pick(walk.people, person));
    expect(answer.ok ? "ok" : answer.problem.code).toBe(expected);
    if (answer.ok) walk.told.set(bookingId, { person, bookingId, slotId, state: "confirmed", sequence: sequence + 1 });
  },
  toString: () => `${person} moves to ${slot} (${trouble})`,
});

const cancel = (person: number, which: number, trouble: Trouble): Step => ({
  check: () => true,
  run: async (_, walk) => {
    const own = mine(walk, person);
    if (own.length === 0) return;
    const booking = pick(own, which);
    const params = { visitId: walk.visit.visitId, bookingId: booking.bookingId };
    const query = which % 2 === 0 ? { slotId: booking.slotId, sequence: String(booking.sequence) } : undefined;
    const key = "DELETE /api/me/visits/{visitId}/bookings/{bookingId}";
    const answer = await send(walk, trouble, key, { params, ...(query && { query }) }, pick(walk.people, person));
    expect(answer).toMatchObject({ status: 200, value: { state: "cancelled_by_person", sequence: booking.sequence + 1 } });
    walk.told.set(booking.bookingId, { ...booking, state: "cancelled", sequence: booking.sequence + 1 });
  },
  toString: () => `${person} cancels (${trouble})`,
});

const wait = (person: number, slot: number, kind: "slot" | "posting" | "earlier", trouble: Trouble): Step => ({
  check: () => true,
  run: async (_, walk) => {
    const own = mine(walk, person);
    const slotId = pick(walk.slotIds, slot);
    const { slots } = await lookAt(walk);
    const listOf = (id: string) => slots.find(({ facts }) => facts.slotId === id)?.facts.postingId;
    const kept = kind === "earlier" ? own.find((booking) => listOf(booking.slotId) === listOf(slotId)) : undefined;
    if (kind === "earlier" && !kept) return;
    const waitFor = kind === "slot" ? { for: "slot", slotId } : { for: "posting", postingId: listOf(slotId) };
    const body = { waitFor, consentVersion: "2026-11", ...(kept && { replaces: kept.bookingId }) };
    const params = { visitId: walk.visit.visitId, waitId: anId("wai") };
    await send(walk, trouble, "PUT /api/me/visits/{visitId}/waits/{waitId}", { params, body }, pick(walk.people, person));
  },
  toString: () => `${person} waits for ${kind} ${slot} (${trouble})`,
});

/** What a person does about something that they wait for. */
const answerOffer = (person: number, what: "accept" | "decline" | "leave", trouble: Trouble): Step => ({
  check: () => true,
  run: async ({ registrationIds }, walk) => {
    const registrationId = pick(registrationIds, person);
    const entry = (await lookAt(walk)).entries.find(
      (item) => item.registrationId === registrationId && (what === "leave" || item.entry.offer !== undefined),
    )?.entry;
    if (!entry) return;
    const [visitId, seeker] = [walk.visit.visitId, pick(walk.people, person)];
    const params = { visitId, waitId: entry.waitId as string };
    if (what === "leave") {
      const left = await send(walk, trouble, "DELETE /api/me/visits/{visitId}/waits/{waitId}", { params }, seeker);
      expect(left.status).toBe(204);
      return;
    }
    const { offer } = entry;
    if (!offer) return;
    if (what === "decline") {
      const key = "POST /api/me/visits/{visitId}/waits/{waitId}/refusal";
      await send(walk, trouble === "twice" ? "none" : trouble, key, { params, body: { offerId: offer.offerId } }, seeker);
      return;
    }
    const bookingId = (entry.replaces ?? newBookingId()) as BookingId;
    const key = "POST /api/me/visits/{visitId}/waits/{waitId}/acceptance";
    const answer = await send(walk, trouble, key, { params, body: { offerId: offer.offerId, bookingId } }, seeker);
    if (!answer.ok) return;
    const before = walk.told.get(bookingId);
    walk.told.set(bookingId, { person, bookingId, slotId: offer.slotId, state: "confirmed", sequence: before ? before.sequence + 1 : 0 });
  },
  toString: () => `${person} will ${what} (${trouble})`,
});

const apply = (person: number, trouble: Trouble): Step => ({
  check: () => true,
  run: async (_, walk) => {
    const { visitId, postingId } = walk.screened;
    const summary = { wishedJob: "조립", years: 3, experience: "조립 3년" };
    const params = { visitId, applicationId: anId("apl") };
    const body = { postingId, summary, consentVersion: "2026-11" };
    await send(walk, trouble, "PUT /api/me/visits/{visitId}/applications/{applicationId}", { params, body }, pick(walk.people, person));
  },
  toString: () => `${person} applies (${trouble})`,
});

/** The employer answers somebody who applied; accepting seats them, by the rules of any booking. */
const decide = (which: number, slot: number, decision: "accept" | "decline", trouble: Trouble): Step => ({
  check: () => true,
  run: async ({ registrationIds }, walk) => {
    const { visitId, employerId, employer, slots } = walk.screened;
    const open = (await lookAt(walk)).agendas.flatMap(({ registrationId, applications }) =>
      Object.values(applications).flatMap(({ applicationId, state }) => (state === "applied" ? [{ registrationId, applicationId }] : [])),
    );
    if (open.length === 0) return;
    const { registrationId, applicationId } = pick(open, which);
    const slotId = pick(slots, slot);
    const expected = expectedAnswer(await lookAt(walk), { ...walk, slotId, registrationId });
    const key = "POST /api/employers/{employerId}/visits/{visitId}/applications/{applicationId}/decision";
    const body = decision === "accept" ? { decision, slotId } : { decision };
    const answer = await send(walk, trouble, key, { params: { visitId, employerId, applicationId }, body }, employer);
    expect(answer.ok ? "ok" : answer.problem.code).toBe(decision === "accept" ? expected : "ok");
    if (!answer.ok || decision === "decline") return;
    const agenda = (await lookAt(walk)).agendas.find((item) => item.registrationId === registrationId);
    const made = Object.values(agenda?.bookings ?? {}).find((booking) => booking.applicationId === applicationId);
    if (!made) throw new Error("Accepted, and not seated.");
    const person = registrationIds.indexOf(registrationId);
    walk.told.set(made.bookingId, { person, bookingId: made.bookingId, slotId, state: "confirmed", sequence: 0 });
  },
  toString: () => `employer will ${decision} (${trouble})`,
});

const changes = [
  { kind: "shift-desk", deskId: "d1", minutes: 10 },
  { kind: "shift-desk", deskId: "d2", minutes: 20 },
  { kind: "release-desk", deskId: "d2" },
  { kind: "reassign-desk", deskId: "d1", toDeskId: "d4" },
] as const;

/** A desk is shifted, released or reassigned while all goes on; whom it touches is told by the plan, and by nothing else. */
const changeDesk = (which: number, trouble: Trouble): Step => ({
  check: () => true,
  run: async (_, walk) => {
    const { world, visit } = walk;
    const params = { visitId: visit.visitId, planId: anId("pln") };
    const change = pick(changes, which);
    const seenTimes = timesOfDesk(await slotsOf(world, visit), change.deskId);
    const body = { change, reason: "기업이 늦습니다", choices: [], seenTimes };
    const key = "POST /api/staff/visits/{visitId}/desk-changes/{planId}";
    const answer = await send(walk, trouble, key, { params, body }, visit.manager);
    if (!answer.ok) return;
    await world.settle();
    await world.fire("run-plans");
    const plan = await world.get("GET /api/staff/visits/{visitId}/plans/{planId}", { params }, visit.manager);
    expect(plan.plan.state).toBe("done");
    for (const { bookings } of (await lookAt(walk)).agendas)
      for (const { bookingId, slotId, state, sequence, planId } of Object.values(bookings)) {
        const told = walk.told.get(bookingId);
        if (!told || planId !== params.planId) continue;
        expect(sequence).toBeGreaterThan(told.sequence);
        walk.told.set(bookingId, { ...told, slotId, state: state === "confirmed" ? "confirmed" : "cancelled", sequence });
      }
  },
  toString: () => `a plan: ${pick(changes, which).kind} (${trouble})`,
});

/** A walk ends before the sign-in of its people does. */
const longestMinutes = 11 * 60;

/** What was written is handled, sometimes twice; sometimes time passes first, so that offers end. */
const settle = (minutes: number): Step => ({
  check: () => true,
  run: async (_, { world, began }) => {
    if (addMinutes(world.deps.clock.now(), minutes) < addMinutes(began, longestMinutes)) world.deps.clock.forward(minutes);
    const records = await world.table.newRecords();
    await world.deliver(records);
    if (minutes % 2 === 0) await world.deliver(records.toReversed());
    await world.settle();
    await world.fire("settle-offers");
  },
  toString: () => `${minutes} minutes pass`,
});

const trouble = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Trouble>("none") },
  { weight: 3, arbitrary: fc.constantFrom<Trouble>("twice", "conflict", "throttled", "answer late", "answer lost") },
);
const person = fc.nat(people - 1);
const number = fc.nat(60);
const anyStep = [
  fc.tuple(person, number, trouble).map(([who, slot, bad]) => book(who, slot, bad)),
  fc.tuple(person, number, trouble).map(([who, slot, bad]) => book(who, slot, bad)),
  fc.tuple(person, number, number, trouble).map(([who, which, slot, bad]) => move(who, which, slot, bad)),
  fc.tuple(person, number, trouble).map(([who, which, bad]) => cancel(who, which, bad)),
  fc
    .tuple(person, number, fc.constantFrom("slot" as const, "posting" as const, "earlier" as const), trouble)
    .map(([who, slot, kind, bad]) => wait(who, slot, kind, bad)),
  fc
    .tuple(person, fc.constantFrom("accept" as const, "accept" as const, "decline" as const, "leave" as const), trouble)
    .map(([who, what, bad]) => answerOffer(who, what, bad)),
  fc.tuple(person, trouble).map(([who, bad]) => apply(who, bad)),
  fc
    .tuple(number, number, fc.constantFrom("accept" as const, "accept" as const, "decline" as const), trouble)
    .map(([which, slot, what, bad]) => decide(which, slot, what, bad)),
  fc.tuple(number, trouble).map(([which, bad]) => changeDesk(which, bad)),
  fc.constantFrom(0, 1, 7, 45, 240).map(settle),
];

test("whatever people do in whatever order and trouble, answers, seats, days, order and mails are what was promised", async () => {
  let walked = 0;
  await fc.assert(
    fc.asyncProperty(fc.commands(anyStep, { maxCommands: steps, size: "max" }), async (commands) => {
      // A world a walk: the whole table is looked at after each step.
      const world = await aWorld();
      const date = LocalDate.parse("2026-12-03");
      const visit = await anOpenVisit(world, { plan: { rules, desks }, pattern: { to: "11:00", minutes: 20 } });
      const other = await anotherEmployer(world, visit, { from: "10:10", to: "10:40", minutes: 10, seats: 2 });
      const screened = await anotherEmployer(world, visit, { from: "10:30", to: "11:30", minutes: 20 }, "screened", "d3");
      const later = await approvedSlots(world, visit, { from: "13:00", to: "13:20", minutes: 20 });
      const seekers = await seekersOf(world, visit.visitId, people);
      const walk: Walk = {
        world,
        visit,
        screened,
        date,
        rules,
        began: world.deps.clock.now(),
        slotIds: [...visit.slots, ...other.slots, ...later],
        people: seekers,
        told: new Map(),
      };
      const registrationIds = await registrationsOf(walk);
      await fc.asyncModelRun(() => ({ model: { registrationIds }, real: walk }), commands);
      world.deps.clock.set(morningAfter(world.deps.clock.now()));
      await world.settle();
      await world.fire("settle-offers");
      await world.settle();
      expect(await forgotten(walk)).toEqual([]);
      expect(brokenPromises(await world.table.allItems(), world.deps.clock.now())).toEqual([]);
      walked += [...commands].length;
      await world.close();
    }),
    { numRuns: runs, endOnFailure: !process.env.MODEL_SHRINK, ...(process.env.MODEL_SEED && { seed: Number(process.env.MODEL_SEED) }) },
  );
  expect(walked).toBeGreaterThan(0);
});

/** Ten o'clock in Seoul, that day or the next: offers go out. */
function morningAfter(now: string): string {
  const ten = `${now.slice(0, 10)}T01:00:00.000Z`;
  return ten >= now ? ten : new Date(Date.parse(ten) + 86_400_000).toISOString();
}
