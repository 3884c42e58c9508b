import { join } from "node:path";
import { parseArgs } from "node:util";
import { lanAddress } from "./lan/lan-address.ts";
import { StartProblem } from "./start-problem.ts";

export type StartOptions = {
  readonly port: number;
  readonly dataFolder: string;
  readonly fresh: boolean;
  readonly now: Date | undefined;
  /** Address at which phones in the same network are served; undefined: this machine only. */
  readonly lanAddress: string | undefined;
  /** What on the command line does nothing, in words. */
  readonly notes: readonly string[];
};

export const startHelp = `Jobstop on this machine: npm start -- [options]

  --port <number>     port of the site; the inbox takes the next one     (3000)
  --data <folder>     where everything is kept                           (.jobstop)
  --fresh             delete what is kept and begin with a new demo season
  --lan               serve phones in the same network too, over HTTPS; the page
                      with the steps for a phone takes the port after the inbox
  --address <ip>      with --lan: address of this computer in that network
  --now <instant>     travel in time, e.g. --now 2026-11-26T08:00:00+09:00
  --help              these lines

Environment: JOBSTOP_ENGINE=dynamodb-local|dynoxide chooses the database engine.`;

const project = join(import.meta.dirname, "..", "..");

/**
 * Reads the command line. Undefined: help was asked for.
 * @throws StartProblem when something on it cannot be understood.
 */
export function readStartOptions(args: readonly string[]): StartOptions | undefined {
  const { values } = parse(args);
  if (values.help) return undefined;
  return {
    port: readPort(values.port),
    dataFolder: values.data ?? join(project, ".jobstop"),
    fresh: values.fresh ?? false,
    lanAddress: values.lan ? lanAddress(values.address) : undefined,
    now: values.now === undefined ? undefined : readInstant(values.now),
    notes: values.address !== undefined && !values.lan ? ["--address is ignored without --lan: only this machine is served."] : [],
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: "string", default: "3000" },
        data: { type: "string" },
        fresh: { type: "boolean" },
        lan: { type: "boolean" },
        address: { type: "string" },
        now: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new StartProblem(`${(error as Error).message}. See: npm start -- --help`, { cause: error });
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_533)
    throw new StartProblem(`--port ${text} is not a port: give a number from 1 to 65533.`);
  return port;
}

/** With an offset only: a time without one would mean something else on each machine. */
function readInstant(text: string): Date {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime()) || !/T.*(Z|[+-]\d\d:\d\d)$/.test(text)) {
    throw new StartProblem(`--now ${text} is not an instant: write it like 2026-11-26T08:00:00+09:00.`);
  }
  return instant;
}
