import { seekersOf } from "../support/builders.ts";
import type { BenchEngine } from "./bench-table.ts";
import { aBenchWorld } from "./bench-world.ts";
import { aDayOfSlots } from "./deterministic-figures.ts";
import { type Figure, figure } from "./figure.ts";
import { bookingsPerSecond, joined, percentile, roundOfBare, roundOfOurs, type Timed } from "./throughput.ts";

const rounds = 3;
const bookings = 200;

const described = (name: string, timed: Timed): Figure[] => [
  figure(`${name}: bookings a second`, bookingsPerSecond(timed), "1/s", null),
  figure(`${name}: half are answered within`, percentile(timed, 0.5), "ms", null),
  figure(`${name}: 99 of 100 are answered within`, percentile(timed, 0.99), "ms", null),
];

/** Bookings on distinct slots through the whole handler, on the engine of this machine, in turns with a bare handler. Says nothing about AWS. */
export const throughputFigures = async (engine: BenchEngine): Promise<Figure[]> => {
  const world = await aBenchWorld(await engine.table());
  try {
    const visit = await aDayOfSlots(world);
    const figures: Figure[] = [];
    // A first round warms up everything and is not counted.
    await roundOfOurs(world, visit, await seekersOf(world.forBuilders, visit.visitId, bookings), { clients: 16, bookings });
    await roundOfBare(world, { clients: 16, bookings });
    for (const clients of [1, 16, 64]) {
      // Agendas keep what was cancelled, so each measurement has people of its own.
      const seekers = await seekersOf(world.forBuilders, visit.visitId, bookings);
      const [ours, bare]: [Timed[], Timed[]] = [[], []];
      for (let round = 0; round < rounds; round++) {
        ours.push(await roundOfOurs(world, visit, seekers, { clients, bookings }));
        bare.push(await roundOfBare(world, { clients, bookings }));
      }
      const [all, allBare] = [joined(ours), joined(bare)];
      figures.push(
        figure(
          `${clients} clients: time of a booking, against a bare handler`,
          bookingsPerSecond(allBare) / bookingsPerSecond(all),
          "×",
          1.3,
        ),
        ...described(`${clients} clients, ours`, all),
        ...described(`${clients} clients, bare`, allBare),
      );
    }
    return figures;
  } finally {
    await world.close();
  }
};
