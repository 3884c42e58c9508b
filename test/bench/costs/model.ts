import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stages } from "../../../infra/stages.ts";
import { synthesizeAll } from "../../infra/synthesized.ts";
import { type CostLine, costLines } from "./cost-lines.ts";
import { costsText } from "./costs-text.ts";
import { countFixedParts } from "./fixed-parts.ts";
import { countSeason } from "./season-counts.ts";
import type { MeteredSeason } from "./season-metered.ts";

export const meteredFile = join(import.meta.dirname, "season-metered.json");
export const costsFile = join(import.meta.dirname, "..", "..", "..", "docs", "COSTS.md");

export type Measured = MeteredSeason & { measuredOn: string };
export const readMetered = (): Measured => JSON.parse(readFileSync(meteredFile, "utf8"));

/** The bill of an average month of the stage that people use, and its document. */
export const costModel = (): { lines: CostLine[]; text: string; months: number } => {
  const metered = readMetered();
  const season = countSeason();
  const production = synthesizeAll().find(({ stage }) => stage.name === "production");
  if (!production) throw new Error(`There is no stage production among ${stages.map(({ name }) => name).join(", ")}.`);
  const lines = costLines(metered, season, countFixedParts(production));
  return { lines, text: costsText(lines, season, metered.measuredOn), months: season.months };
};
