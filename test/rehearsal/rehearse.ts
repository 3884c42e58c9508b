import "fake-indexeddb/auto";
import { aMovedClock } from "../../infra/local/moved-clock.ts";
import { startStack } from "../../infra/local/stack.ts";
import { verdictTimes } from "../bench/verdict-figures.ts";
import { prepare, type Say, todayAt, weekBefore } from "./bus.ts";
import { playDay } from "./day.ts";
import { compareEvening } from "./evening.ts";
import { playWorlds } from "./generated-worlds.ts";
import { type RehearsalOptions, readRehearsalOptions, rehearsalHelp } from "./options.ts";
import { serveWorlds } from "./served-worlds.ts";
import { aTally, isGood, reportLine } from "./tally.ts";

/**
 * `npm run rehearse`: a day at the bus against a fresh stack whose clock it moves, then generated offline worlds. Exit code 1 when two sides disagree, an
 * admission is lost, or a verdict takes too long.
 */
process.env.POWERTOOLS_LOG_LEVEL ??= "SILENT";
const began = performance.now();
const seconds = (): string => `${((performance.now() - began) / 1000).toFixed(1)} s`;
const say: Say = (time, words) => console.log(`${seconds().padStart(7)}  ${time.padEnd(5)}  ${words}`);

const options = readRehearsalOptions(process.argv.slice(2));
if (!options) console.log(rehearsalHelp);
else process.exitCode = (await rehearse(options)) ? 0 : 1;
process.exit();

async function rehearse({ busy, worlds, servedWorlds, seed }: RehearsalOptions): Promise<boolean> {
  const tally = aTally();
  const stack = await startStack({ now: new Date(weekBefore), timers: false });
  const clock = aMovedClock();
  try {
    say("", `a fresh stack (${stack.engine})`);
    const size = busy
      ? { people: 104, walkIns: 78, minutes: 10, servedEvery: 7 }
      : { people: 40, walkIns: 30, minutes: 20, servedEvery: 10 };
    const bus = await prepare(stack, clock, say, { people: size.people, minutes: size.minutes, servedWorlds });
    const day = await playDay(tally, { stack, clock, bus, say, walkIns: size.walkIns, servedEvery: size.servedEvery, seed });
    await compareEvening(tally, bus, day, say);
    clock.set(todayAt("17:30"));
    const { visit, visitors } = bus.another;
    const comeBack = () => clock.set(todayAt("18:05"));
    await serveWorlds(tally, { world: bus.world, visit, staff: bus.staff[0], visitors, seed, opensAt: todayAt("17:30"), comeBack });
    say("", `${servedWorlds} generated worlds of three phones handed in to the server, in any order, cut and repeated`);
    for (const phone of Object.values(day.phones)) phone.stop();
  } finally {
    clock.end();
    await stack.stop();
  }
  playWorlds(tally, { count: worlds, seed });
  say("", `${worlds} more in memory`);
  // the first scan opens the pack
  tally.verdictMs.push(...(await verdictTimes({ tickets: 10_000, scans: 501 })).slice(1));
  say("", "a phone with 10,000 tickets judged 500 scans without a network");
  for (const words of tally.divergences.slice(0, 20)) console.log(`divergence: ${words}`);
  for (const words of tally.lost.slice(0, 20)) console.log(`lost: ${words}`);
  console.log(reportLine(tally));
  return isGood(tally);
}
