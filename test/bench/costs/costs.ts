import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { localAccount, startBenchEngine } from "../bench-table.ts";
import { sumOf } from "./cost-lines.ts";
import { costModel, costsFile, meteredFile } from "./model.ts";
import { meterSeason } from "./season-metered.ts";

/**
 * `npm run costs`: what a month and a season cost, by service, printed. `--measure` meters the acts of a season anew on the local engine; `--write` writes
 * `docs/COSTS.md`.
 */
const { values } = parseArgs({ options: { measure: { type: "boolean", default: false }, write: { type: "boolean", default: false } } });
if (values.measure) {
  Object.assign(process.env, localAccount);
  const engine = await startBenchEngine();
  try {
    const metered = await meterSeason(engine);
    const measuredOn = new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Seoul" });
    writeFileSync(meteredFile, `${JSON.stringify({ measuredOn, ...metered }, null, 2)}\n`);
  } finally {
    await engine.stop();
  }
}
const { lines, text, months } = costModel();
for (const { service, what, amount, dollars, known } of lines)
  console.log(
    `${service.padEnd(22)} ${what.padEnd(38)} ${Math.round(amount).toLocaleString("en-US").padStart(12)} ${dollars.toFixed(3).padStart(9)}${known ? "" : " ?"}`,
  );
if (values.write) writeFileSync(costsFile, text);
const month = sumOf(lines);
console.log(
  `costs: ${month.toFixed(2)} dollars a month, ${(month * months).toFixed(2)} a season; ? = the price of Seoul was not looked up`,
);
process.exit(0);
