import { join, relative } from "node:path";
import { liveDeps, withLedger } from "../../../functions/platform/deps.ts";
import { readSignInPepper } from "../../../functions/platform/env.ts";
import { readReport } from "../../../functions/reports/read-report.ts";
import { instantOf, LocalTime } from "../../../shared/domain/seoul-time.ts";
import { authenticatorIn } from "../authenticator.ts";
import { seedSecondSteps } from "../centre-seed.ts";
import { clearDataFolder, noteSeedTime } from "../data-folder.ts";
import { aMovedClock } from "../moved-clock.ts";
import { startStack } from "../stack.ts";
import { openCentre } from "./centre.ts";
import { compareSeason } from "./count-season.ts";
import { runSeason } from "./run-season.ts";
import { readSeason, seasonToday } from "./season-file.ts";

/**
 * `npm run season`: a whole season through the use cases, from its planning to today, on a fresh stack: 88 visits, of which 36 were held. Then the report of the
 * season is compared with a count of its own. Leaves everything in `.jobstop-season`. Exit code 1 where a figure differs.
 */
process.env.POWERTOOLS_LOG_LEVEL ??= "SILENT";
const folder = join(import.meta.dirname, "..", "..", "..", ".jobstop-season");
await clearDataFolder(folder);

const began = performance.now();
const seconds = (): string => `${((performance.now() - began) / 1000).toFixed(1)} s`.padStart(8);
const season = readSeason();
const [first] = season;
if (!first) throw new Error("The file of the season is empty.");
const stack = await startStack({ dataFolder: folder, timers: false, now: new Date(instantOf(first.date, LocalTime.parse("09:00"))) });
const clock = aMovedClock();
const deps = { ...withLedger(liveDeps("season")), clock };
const centre = await openCentre({ deps, today: first.date }, stack.drain);
console.log(`${seconds()}  ${centre.employers.length} employers; ${season.length} visits to plan`);

let held = 0;
await runSeason(centre, season, ({ filed, coming, walkIns, interviews }) => {
  held += 1;
  const with_ = `${coming.length} with a registration, ${walkIns} without`;
  console.log(
    `${seconds()}  ${String(held).padStart(2)}  ${filed.date}  ${with_}; ${interviews.done.length} interviews, ${interviews.missed.length} no-shows`,
  );
});
await seedSecondSteps(centre, clock.now(), authenticatorIn(folder, readSignInPepper()));
noteSeedTime(folder);

const report = await readReport(deps, { from: first.date, to: seasonToday });
const compared = compareSeason(centre.visits, report);
console.log(`\n${"".padEnd(32)}reported  counted`);
for (const { name, reported, counted } of compared)
  console.log(
    `${name.padEnd(32)}${String(reported ?? "-").padStart(8)} ${String(counted ?? "-").padStart(8)}${reported === counted ? "" : "  differs"}`,
  );
const failed = stack.failedEvents().length;
await stack.stop();

const { counts } = report;
const differing = compared.filter(({ reported, counted }) => reported !== counted).length;
const sound = differing === 0 && failed === 0;
console.log(`\nLook at it: npm start -- --data ${relative(process.cwd(), folder)} --now ${seasonToday}T10:00:00+09:00`);
const outcome = sound ? "ok" : `${differing} figures differ, ${failed} changes were given up`;
const [visitors, booked] = [counts.arrived + counts.walkIns, counts.interviews + counts.noShows];
console.log(
  `season: ${centre.visits.length} visits, ${held} held, ${visitors} visitors, ${booked} interviews, ${outcome} in ${seconds().trim()}`,
);
process.exit(sound ? 0 : 1);
