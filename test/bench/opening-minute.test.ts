import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { placementRows, rows } from "./opening-minute.ts";

const document = readFileSync(join(import.meta.dirname, "..", "..", "docs", "OPENING-MINUTE.md"), "utf8");
const linesOfDocument = document.split("\n");

// `node test/bench/opening-minute.ts` prints the rows.
test("the document says what the simulation of the cases says", () => {
  for (const row of rows()) expect(linesOfDocument).toContain(row);
});

test("the document says what the simulation of shards and partitions says", () => {
  for (const row of placementRows()) expect(linesOfDocument).toContain(row);
});
