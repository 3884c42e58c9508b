import { expect } from "vitest";
import { brokenSeats } from "../../functions/entry/broken-promises.ts";
import { findVisit } from "../../functions/visits/visit-reads.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { addDays, addMinutes, type Instant, instantOf, LocalTime, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { type Step, step, type Walk } from "./walk.ts";
import { signInAgain } from "./walk-start.ts";

/** Minutes after which everybody signs in again: a session lasts twelve hours, and the longest step but days takes four. */
const signInMinutes = 7 * 60;

const moveClock = async (walk: Walk, to: Instant): Promise<void> => {
  const { clock } = walk.world.deps;
  if (to > clock.now()) clock.set(to);
  if (clock.now() >= addMinutes(walk.signedInAt, signInMinutes)) await signInAgain(walk);
};

/** Until when a walk goes on: the afternoon of its visit. */
const lastInstant = async ({ world, here }: Walk): Promise<Instant> => {
  const planned = await findVisit(world.table.db, here.visitId as VisitId);
  if (!planned) throw new Error("There is no visit.");
  return instantOf(planned.visit.date, LocalTime.parse("16:00"));
};

/** Handles what was written, sometimes twice and out of order; then seats, days and lists are as promised. */
const handle = async ({ world }: Walk, isRepeated: boolean): Promise<void> => {
  const records = await world.table.newRecords();
  await world.deliver(records);
  if (isRepeated) await world.deliver(records.toReversed());
  await world.settle();
  await world.fire("settle-offers");
  expect(brokenSeats(await world.table.allItems(), world.deps.clock.now())).toEqual([]);
};

/** Time passes, so that offers end and deadlines are reached, and what was written is handled. */
export const settle = (minutes: number): Step =>
  step(`${minutes} minutes pass`, async (walk) => {
    const [first = walk.signedInAt] = [addMinutes(walk.world.deps.clock.now(), minutes), await lastInstant(walk)].sort();
    await moveClock(walk, first);
    await handle(walk, minutes % 7 === 0);
  });

/** The day of the visit comes, after its eve. */
export const theDayComes = async (walk: Walk): Promise<void> => {
  const planned = await findVisit(walk.world.table.db, walk.here.visitId as VisitId);
  if (!planned) throw new Error("There is no visit.");
  const { date, deadlines } = planned.visit;
  for (const at of [deadlines.reminderAt, addMinutes(instantOf(date, LocalTime.parse("10:00")), 5)]) {
    await moveClock(walk, at);
    for (const kind of ["reminder", "day-of-ticket"] as const) await walk.world.fireNotices(kind);
    await handle(walk, false);
  }
};

/** The walk ends at ten in the morning, that day or the next: offers go out. */
export const endOfWalk = async ({ world }: Walk): Promise<void> => {
  const { clock } = world.deps;
  const [now, ten] = [clock.now(), LocalTime.parse("10:00")];
  const today = instantOf(seoulDateOf(now), ten);
  clock.set(today >= now ? today : instantOf(addDays(seoulDateOf(now), 1), ten));
  await world.settle();
  await world.fire("settle-offers");
  await world.settle();
};
