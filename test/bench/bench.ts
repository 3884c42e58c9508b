import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { localAccount, startBenchEngine } from "./bench-table.ts";
import { cpuFigures } from "./cpu-figures.ts";
import { deterministicFigures } from "./deterministic-figures.ts";
import { unknownPrices } from "./dollars.ts";
import { type Figure, tableOf } from "./figure.ts";
import { growthFigures } from "./growth-figures.ts";
import { listFigures } from "./list-figures.ts";
import { throughputFigures } from "./throughput-figures.ts";
import { verdictFigures } from "./verdict-figures.ts";

/**
 * Measures what is promised and prints it as a table; `--json FILE` writes it for machines, `--quick` keeps to what comes out the same everywhere.
 * The exit code tells whether every figure is within its bar.
 */
const { values } = parseArgs({ options: { json: { type: "string" }, quick: { type: "boolean", default: false } } });

const measure = values.quick
  ? [deterministicFigures]
  : [deterministicFigures, cpuFigures, verdictFigures, throughputFigures, growthFigures, listFigures];

Object.assign(process.env, localAccount);
const figures: Figure[] = [];
for (const figuresOf of measure) {
  // An engine of its own, so that the tables of one do not slow the next.
  const engine = await startBenchEngine();
  try {
    const measured = await figuresOf(engine);
    console.log(tableOf(measured));
    figures.push(...measured);
  } finally {
    await engine.stop();
  }
}
console.log(`Prices that are not those of Seoul for certain: ${unknownPrices.join(", ")} (test/bench/prices-seoul.json).`);
if (values.json) writeFileSync(values.json, `${JSON.stringify({ figures }, null, 2)}\n`);
process.exitCode = figures.every(({ ok }) => ok) ? 0 : 1;
