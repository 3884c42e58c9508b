import { parseArgs } from "node:util";

export type RehearsalOptions = {
  /** A visit of 182 people in place of 70. */
  readonly busy: boolean;
  /** Generated worlds that are played in memory. */
  readonly worlds: number;
  /** Generated worlds that are handed in to the server. */
  readonly servedWorlds: number;
  readonly seed: number;
};

export const rehearsalHelp = `A day at the bus against a fresh stack: npm run rehearse -- [options]

  --busy              182 people come, not 70
  --long              100,000 generated worlds, not 4,000
  --seed <number>     another day and other worlds                       (1)
  --help              these lines`;

/** Reads the command line; undefined: help was asked for. Throws a TypeError when something on it cannot be understood. */
export const readRehearsalOptions = (args: readonly string[]): RehearsalOptions | undefined => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      busy: { type: "boolean", default: false },
      long: { type: "boolean", default: false },
      seed: { type: "string", default: "1" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return undefined;
  const seed = Number(values.seed);
  if (!Number.isInteger(seed)) throw new TypeError(`--seed ${values.seed} is not a whole number`);
  return { busy: values.busy, worlds: values.long ? 100_000 : 4_000, servedWorlds: values.long ? 40 : 6, seed };
};
