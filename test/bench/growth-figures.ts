import { type OpenVisit, seekersOf } from "../support/builders.ts";
import type { Browser } from "../support/world.ts";
import type { BenchEngine } from "./bench-table.ts";
import { aBenchWorld, type BenchWorld } from "./bench-world.ts";
import { median } from "./child-process.ts";
import { aDayOfSlots } from "./deterministic-figures.ts";
import { type Figure, figure } from "./figure.ts";
import { addRegistrations, addVisits } from "./grow-table.ts";
import { book } from "./operations.ts";
import { percentile, roundOfOurs } from "./throughput.ts";

const rounds = 3;
const bookings = 100;
/** What the growing table holds at each step, beside the visit that is booked. */
const steps = [
  { visits: 10, registrations: 0 },
  { visits: 100, registrations: 0 },
  { visits: 1000, registrations: 0 },
  { visits: 1000, registrations: 100_000 },
];
/** Two rounds on one table differ by so much on a machine that others use. */
const noise = 1.25;

type Place = { world: BenchWorld; visit: OpenVisit };

const aPlace = async (engine: BenchEngine): Promise<Place> => {
  const world = await aBenchWorld(await engine.table());
  return { world, visit: await aDayOfSlots(world) };
};

const seekersAt = ({ world, visit }: Place): Promise<Browser[]> => seekersOf(world.forBuilders, visit.visitId, bookings + 1);

const unitsAt = async ({ world, visit }: Place, seeker: Browser, slotId: string): Promise<number> => {
  const { metered } = await world.meter.during(() => book(world, visit, slotId, seeker));
  return metered.writeUnits + metered.readUnits;
};

/**
 * The same bookings on a table that grows and, in turns, on one that stays small: neither their time nor their units may differ. Agendas keep what
 * was cancelled, so each step has people of its own.
 */
export const growthFigures = async (engine: BenchEngine): Promise<Figure[]> => {
  const [small, growing] = [await aPlace(engine), await aPlace(engine)];
  try {
    const figures: Figure[] = [];
    let held = { visits: 0, registrations: 0 };
    for (const [i, step] of steps.entries()) {
      await addVisits(growing.world.table, growing.visit, step.visits - held.visits);
      const [smallSeekers, growingSeekers] = [await seekersAt(small), await seekersAt(growing)];
      await addRegistrations(growing.world.table, growing.visit, step.registrations - held.registrations);
      held = step;
      const ratios: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const few = percentile(await roundOfOurs(small.world, small.visit, smallSeekers, { clients: 1, bookings }), 0.5);
        ratios.push(percentile(await roundOfOurs(growing.world, growing.visit, growingSeekers, { clients: 1, bookings }), 0.5) / few);
      }
      const last = -1 - i;
      const units = await unitsAt(growing, growingSeekers[bookings] as Browser, growing.visit.slots.at(last) ?? "");
      const fewUnits = await unitsAt(small, smallSeekers[bookings] as Browser, small.visit.slots.at(last) ?? "");
      const name = `${step.visits} visits and ${step.registrations} registrations, against a small table`;
      figures.push(
        figure(`time of a booking, ${name}`, median(ratios), "×", noise),
        figure(`units of a booking, ${name}`, units / fewUnits, "×", 1),
      );
    }
    return figures;
  } finally {
    await Promise.all([small.world.close(), growing.world.close()]);
  }
};
