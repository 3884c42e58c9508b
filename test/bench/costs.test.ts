import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { startBenchEngine } from "./bench-table.ts";
import { sumOf } from "./costs/cost-lines.ts";
import { costModel, costsFile, readMetered } from "./costs/model.ts";
import { meterSeason } from "./costs/season-metered.ts";

// templates are synthesized, and a visit is gone through
vi.setConfig({ testTimeout: 300_000 });

test("docs/COSTS.md says what the model says, with what the templates of production hold (npm run costs -- --write)", () => {
  const { lines, text } = costModel();
  expect(readFileSync(costsFile, "utf8")).toBe(text);
  const amountOf = (what: string) => lines.find((line) => line.what === what)?.amount;
  for (const counted of ["keys", "secrets", "metrics that alarms look at"]) expect(amountOf(counted)).toBeGreaterThan(0);
  expect(sumOf(lines)).toBeLessThan(100);
});

test("what was metered is still what the acts of a season ask of the table, give or take a fifth (npm run costs -- --measure)", async () => {
  const engine = await startBenchEngine();
  try {
    const now = await meterSeason(engine);
    const { acts, tasks } = readMetered();
    const unitsOf = (some: Record<string, { writeUnits: number; readUnits: number }>) =>
      Object.entries(some).map(([name, { writeUnits, readUnits }]) => ({ name, units: writeUnits + readUnits }));
    const earlier = new Map([...unitsOf(acts), ...unitsOf(tasks)].map(({ name, units }) => [name, units]));
    const apart = [...unitsOf(now.acts), ...unitsOf(now.tasks)].filter(({ name, units }) => {
      const before = earlier.get(name);
      return before === undefined || Math.abs(units - before) > Math.max(4, before / 5);
    });
    expect(apart).toEqual([]);
    expect([...earlier.keys()].sort()).toEqual([...Object.keys(now.acts), ...Object.keys(now.tasks)].sort());
  } finally {
    await engine.stop();
  }
});
