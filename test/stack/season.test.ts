import { afterAll, beforeAll, expect, test } from "vitest";
import { liveDeps, withLedger } from "../../functions/platform/deps.ts";
import { readReport } from "../../functions/reports/read-report.ts";
import { aMovedClock } from "../../infra/local/moved-clock.ts";
import { openCentre } from "../../infra/local/season/centre.ts";
import { compareSeason } from "../../infra/local/season/count-season.ts";
import { runSeason } from "../../infra/local/season/run-season.ts";
import { readSeason, seasonToday } from "../../infra/local/season/season-file.ts";
import { type Stack, startStack } from "../../infra/local/stack.ts";
import { instantOf, LocalTime } from "../../shared/domain/seoul-time.ts";

/** Some weeks of the season, in which a visit is moved; the last two are open only, so that people can be referred to them. `npm run season` does all. */
const weeks = readSeason()
  .slice(7, 11)
  .map((visit, n) => (n < 2 ? visit : { ...visit, status: "open" as const }));
const [first, moved] = weeks as [(typeof weeks)[number], (typeof weeks)[number]];

let stack: Stack;
beforeAll(async () => {
  process.env.POWERTOOLS_LOG_LEVEL ??= "SILENT";
  stack = await startStack({
    timers: false,
    siteFolder: import.meta.dirname,
    now: new Date(instantOf(first.date, LocalTime.parse("09:00"))),
  });
});
afterAll(() => stack?.stop());

test("a season is held through the use cases, and its report tells what is counted without the table", async () => {
  const deps = { ...withLedger(liveDeps("season")), clock: aMovedClock() };
  const centre = await openCentre({ deps, today: first.date }, stack.drain);
  const told: string[] = [];
  await runSeason(centre, weeks, ({ filed }) => told.push(filed.date));
  expect(told).toEqual([first.date, moved.date]);
  const report = await readReport(deps, { from: first.date, to: moved.date });
  const compared = compareSeason(centre.visits, report);
  expect(compared.filter(({ reported, counted }) => reported !== counted)).toEqual([]);
  // Of sixty visitors some groups are large enough to be shown.
  expect(compared.filter(({ name, counted: count }) => name.includes(" by ") && count !== null && count >= 5).length).toBeGreaterThan(20);
  const counted = Object.fromEntries(compared.map(({ name, counted: count }) => [name, count]));
  expect(counted).toMatchObject({
    visitors: 60,
    "interviews booked": 15,
    "hired after an interview": expect.any(Number),
    "hired by a referral": expect.any(Number),
    "people consulted": expect.any(Number),
  });
  expect(await readReport(deps, { from: moved.date, to: moved.date })).toMatchObject({
    visits: [{ placeNameKo: "상암 DMC 누리꿈스퀘어 앞 광장", state: "open" }],
  });
  expect(stack.failedEvents()).toEqual([]);
});

test("the file is the season that the centre planned: 88 visits, of which 36 were held and one was cancelled", () => {
  const season = readSeason();
  expect(season).toHaveLength(88);
  expect(season.filter(({ status }) => status === "cancelled")).toHaveLength(1);
  const held = season.filter(({ status, date }) => status === "completed" && date < seasonToday);
  expect(held).toHaveLength(36);
  expect(held.reduce((sum, { result }) => sum + (result?.visitors ?? 0), 0)).toBe(1066);
  expect(held.reduce((sum, { result }) => sum + (result?.interviewsBooked ?? 0), 0)).toBe(343);
});
