import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type BenchEngine, startBenchEngine } from "./bench-table.ts";
import { deterministicFigures } from "./deterministic-figures.ts";
import type { Figure } from "./figure.ts";

// a day of slots and a crowd, made through the API
vi.setConfig({ hookTimeout: 600_000 });

let engine: BenchEngine;
let figures: Figure[];
beforeAll(async () => {
  engine = await startBenchEngine();
  figures = await deterministicFigures(engine);
});
afterAll(() => engine.stop());

test("every figure that comes out the same everywhere is within its bar", () => {
  expect(figures.length).toBeGreaterThan(10);
  expect(figures.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual([]);
});
