import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { bookSlot, cancelBooking, liveBookingsOf, takenIn } from "../support/booking.ts";
import { anId, anOpenVisit, anotherEmployer, type OpenVisit, seekersOf } from "../support/builders.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

// many steps: on a loaded machine they take their time
vi.setConfig({ testTimeout: 180_000 });

/**
 * Any order of bookings and cancellations by some people, against a model of promises 1 to 3 that knows nothing of tables: what is said and what
 * stands afterwards must be what the model says.
 */
const gapMinutes = 10;
const maxInterviews = 2;

/** Minutes since ten o'clock, and how many people fit. Two employers, so that times overlap across them. */
const slots = [
  { from: 0, to: 20, seats: 1 },
  { from: 20, to: 40, seats: 1 },
  { from: 40, to: 60, seats: 1 },
  { from: 10, to: 20, seats: 2 },
  { from: 20, to: 30, seats: 2 },
  { from: 30, to: 40, seats: 2 },
] as const;
const people = 3;

type Made = { person: number; slot: number; id: string; isLive: boolean };
/** What the service should remember. */
class Model {
  readonly made: Made[] = [];
  live = (of: Partial<Pick<Made, "person" | "slot">>) =>
    this.made.filter((made) => made.isLive && Object.entries(of).every(([name, value]) => made[name as "person" | "slot"] === value));

  /** What the service should answer to a booking under an id that is new. */
  answerTo(person: number, slot: number): "booked" | "times-overlap" | "interview-limit" | "slot-full" {
    const mine = this.live({ person });
    const wanted = slots[slot];
    if (!wanted) throw new RangeError(`no slot ${slot}`);
    const isNear = ({ slot: other }: Made) => {
      const held = slots[other];
      return held !== undefined && wanted.from < held.to + gapMinutes && held.from < wanted.to + gapMinutes;
    };
    if (mine.some(isNear)) return "times-overlap";
    if (mine.length >= maxInterviews) return "interview-limit";
    return this.live({ slot }).length < wanted.seats ? "booked" : "slot-full";
  }
}

type Real = { world: World; visit: OpenVisit; slotIds: readonly string[]; browsers: readonly Browser[] };
type Step = fc.AsyncCommand<Model, Real>;

const said = (answer: Awaited<ReturnType<typeof bookSlot>>): string =>
  answer.ok ? (answer.status === 201 ? "booked" : "again") : answer.problem.code;

const book = (person: number, slot: number): Step => ({
  check: () => true,
  run: async (model, { world, visit, slotIds, browsers }) => {
    const expected = model.answerTo(person, slot);
    const id = anId("bkg");
    expect(said(await bookSlot(world, visit, slotIds[slot] ?? "", browsers[person] as Browser, id))).toBe(expected);
    if (expected === "booked") model.made.push({ person, slot, id, isLive: true });
  },
  toString: () => `person ${person} books slot ${slot}`,
});

const repeat = (which: number): Step => ({
  check: ({ made }) => made.length > 0,
  run: async ({ made }, { world, visit, slotIds, browsers }) => {
    const { person, slot, id, isLive } = made[which % made.length] as Made;
    expect(said(await bookSlot(world, visit, slotIds[slot] ?? "", browsers[person] as Browser, id))).toBe(
      isLive ? "again" : "booking-cancelled",
    );
  },
  toString: () => `booking ${which} is sent again`,
});

const cancel = (which: number): Step => ({
  check: ({ made }) => made.length > 0,
  run: async ({ made }, { world, visit, browsers }) => {
    const booking = made[which % made.length] as Made;
    const answer = await cancelBooking(world, visit, booking.id, browsers[booking.person] as Browser);
    expect(answer).toMatchObject({ status: 200, value: { state: "cancelled_by_person", sequence: 1 } });
    booking.isLive = false;
  },
  toString: () => `booking ${which} is cancelled`,
});

const looksRight = (): Step => ({
  check: () => true,
  run: async (model, { world, visit, slotIds, browsers }) => {
    const taken = await Promise.all(slotIds.map((slotId) => takenIn(world, visit, slotId)));
    expect(taken).toEqual(slots.map((_, slot) => model.live({ slot }).length));
    const mine = await Promise.all(browsers.map((browser) => liveBookingsOf(world, browser)));
    const ids = mine.map((bookings) => bookings.map(({ bookingId }) => bookingId as string).sort());
    expect(ids).toEqual(
      browsers.map((_, person) =>
        model
          .live({ person })
          .map(({ id }) => id)
          .sort(),
      ),
    );
  },
  toString: () => "everybody looks",
});

const person = fc.nat(people - 1);
const anyStep = [
  fc.tuple(person, fc.nat(slots.length - 1)).map(([who, slot]) => book(who, slot)),
  fc.tuple(person, fc.nat(slots.length - 1)).map(([who, slot]) => book(who, slot)),
  fc.nat(50).map(repeat),
  fc.nat(50).map(cancel),
  fc.constant(looksRight()),
];

let world: World;
let real: Omit<Real, "browsers">;
beforeAll(async () => {
  world = await aWorld();
  const rules = { gapMinutes, maxInterviews };
  const visit = await anOpenVisit(world, { plan: { rules }, pattern: { to: "11:00", minutes: 20 } });
  const other = await anotherEmployer(world, visit, { from: "10:10", to: "10:40", minutes: 10, seats: 2 });
  real = { world, visit, slotIds: [...visit.slots, ...other.slots] };
});
afterAll(() => world.close());

test("whatever people book, repeat and cancel in whatever order, seats, times and answers are what was promised", async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(anyStep, { maxCommands: 25 }), async (steps) => {
      const browsers = await seekersOf(world, real.visit.visitId, people);
      const model = new Model();
      try {
        await fc.asyncModelRun(() => ({ model, real: { ...real, browsers } }), [...steps, looksRight()]);
      } finally {
        // the next run finds every seat free
        for (const { id, person: who } of model.live({})) await cancelBooking(world, real.visit, id, browsers[who] as Browser);
      }
    }),
    { numRuns: 8 },
  );
  // Some two hundred requests one after the other: 20 s on a quiet machine, ten times that on a crowded one.
}, 300_000);
