import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { brokenPromises } from "../../functions/entry/broken-promises.ts";
import type { BookedBy } from "../../shared/domain/booking.ts";
import type { Step, Trouble } from "../support/walk.ts";
import { arrive, book, cancel, confirm, move, noShow } from "../support/walk-bookings.ts";
import { forgotten, mailFaults } from "../support/walk-end.ts";
import { answerOffer, apply, decide, giveSeat, wait } from "../support/walk-lists.ts";
import { cancelVisit, changeDesk, moveVisit, publish } from "../support/walk-plans.ts";
import { registerAgain, withdraw } from "../support/walk-registrations.ts";
import { aWalk, peopleOfWalk } from "../support/walk-start.ts";
import { endOfWalk, settle, theDayComes } from "../support/walk-time.ts";

/**
 * Walks of some people who book, move, cancel, apply, wait, accept, decline, withdraw, register again and come, an employer who decides, and staff who do all that for them, change
 * desks, publish times, move and cancel a visit, in any order, on the real engine, with conflicts, throttling, lost and late answers and repeated requests on
 * the way. Each answer must be what the pure rules say of the state before it; after each walk the promises must hold over the whole table
 * (`functions/entry/broken-promises.ts`), everybody's bookings must be what they were told, and their mails must have told it, once.
 *
 * In CI some 2,000 steps, of another seed each time; a longer run, which says how many steps it took (MODEL_SHRINK=1 shrinks what fails, MODEL_PATH takes the
 * one walk of a seed that failed):
 * JOBSTOP_ENGINE=dynoxide MODEL_SEED=1 MODEL_RUNS=100 MODEL_STEPS=500 npx vitest run --project api test/api/booking-model.test.ts
 */
const runs = Number(process.env.MODEL_RUNS ?? 6);
const steps = Number(process.env.MODEL_STEPS ?? 500);
vi.setConfig({ testTimeout: Math.max(600_000, runs * steps * 500) });

const trouble = fc.oneof(
  { weight: 30, arbitrary: fc.constant<Trouble>("none") },
  {
    weight: 10,
    arbitrary: fc.constantFrom<Trouble>("twice", "conflict", "half a conflict", "throttled throughout", "answer late", "answer lost"),
  },
  // the SDK waits before it asks again
  { weight: 1, arbitrary: fc.constant<Trouble>("throttled") },
);
const person = fc.nat(peopleOfWalk - 1);
const number = fc.nat(60);
const by = fc.constantFrom<BookedBy>("person", "person", "staff");
const someChoices = fc.array(number, { maxLength: 6 });

type Weighted = [weight: number, step: fc.Arbitrary<Step>];
const stepOf = (all: readonly Weighted[]): fc.Arbitrary<Step> => fc.oneof(...all.map(([weight, arbitrary]) => ({ weight, arbitrary })));

/** Steps by how often they are taken. */
const always: readonly Weighted[] = [
  [22, fc.tuple(person, number, by, trouble).map((drawn) => book(...drawn))],
  [12, fc.tuple(person, number, number, by, trouble).map((drawn) => move(...drawn))],
  [8, fc.tuple(person, number, by, trouble).map((drawn) => cancel(...drawn))],
  [12, fc.tuple(person, number, fc.constantFrom("slot", "posting", "earlier"), trouble).map((drawn) => wait(...drawn))],
  [8, fc.tuple(number, fc.constantFrom("accept", "accept", "decline", "leave"), trouble).map((drawn) => answerOffer(...drawn))],
  [2, fc.tuple(number, number, trouble).map((drawn) => giveSeat(...drawn))],
  [8, fc.tuple(number, number, fc.constantFrom("accept", "accept", "decline"), trouble).map((drawn) => decide(...drawn))],
  [1, fc.tuple(person, by, trouble).map((drawn) => confirm(...drawn))],
  [2, fc.tuple(person, by, trouble).map((drawn) => withdraw(...drawn))],
  [8, fc.tuple(person, trouble).map((drawn) => registerAgain(...drawn))],
  [3, fc.tuple(number, trouble).map((drawn) => changeDesk(...drawn))],
];
const beforeTheDay = stepOf([
  ...always,
  [6, fc.tuple(person, trouble).map((drawn) => apply(...drawn))],
  [3, fc.tuple(number, number, trouble).map((drawn) => publish(...drawn))],
  [1, fc.tuple(number, someChoices, trouble).map((drawn) => moveVisit(...drawn))],
  [1, fc.tuple(someChoices, trouble).map((drawn) => cancelVisit(...drawn))],
  [8, fc.constantFrom(0, 1, 7, 45, 240).map(settle)],
]);
const onTheDay = stepOf([
  ...always,
  [10, fc.tuple(person, trouble).map((drawn) => arrive(...drawn))],
  [15, fc.tuple(person, number, fc.constantFrom("next-waiting", "nobody"), trouble).map((drawn) => noShow(...drawn))],
  [10, fc.constantFrom(0, 1, 7, 12).map(settle)],
]);
/** Long walks are as likely as short ones. */
const walkOf = (anyStep: fc.Arbitrary<Step>, most: number) => fc.noBias(fc.commands([anyStep], { maxCommands: most, size: "max" }));

test("whatever people do in whatever order and trouble, answers, seats, days, order and mails are what was promised", async () => {
  let walked = 0;
  await fc.assert(
    fc.asyncProperty(walkOf(beforeTheDay, steps), walkOf(onTheDay, Math.ceil(steps / 4)), async (before, onDay) => {
      const walk = await aWalk();
      const { world } = walk;
      try {
        const setup = () => ({ model: {}, real: walk });
        await fc.asyncModelRun(setup, before);
        if ([...onDay].length > 0) await theDayComes(walk);
        await fc.asyncModelRun(setup, onDay);
        await endOfWalk(walk);
        expect(await forgotten(walk)).toEqual([]);
        expect(brokenPromises(await world.table.allItems(), world.deps.clock.now())).toEqual([]);
        expect(await mailFaults(walk)).toEqual([]);
      } finally {
        walked += walk.steps;
        await world.close();
      }
    }),
    {
      numRuns: runs,
      endOnFailure: !process.env.MODEL_SHRINK,
      ...(process.env.MODEL_SEED && { seed: Number(process.env.MODEL_SEED) }),
      ...(process.env.MODEL_PATH && { path: process.env.MODEL_PATH }),
    },
  );
  if (process.env.MODEL_SEED) process.stdout.write(`seed ${process.env.MODEL_SEED}: ${walked} steps\n`);
  expect(walked).toBeGreaterThan(0);
});
