import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
const reporter = join(import.meta.dirname, "count-reporter.ts");

/** A run of its own over these test files: its last line, the tests that it says failed as they did, and the code it ends with. */
function runOf(files: Readonly<Record<string, string>>): { lastLine: string | undefined; told: string[]; code: number | null } {
  const folder = mkdtempSync(join(tmpdir(), "jobstop-count-"));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const options = ["run", "--root", folder, "--globals", "--reporter", "default", "--reporter", reporter];
    const { stdout, status } = spawnSync(process.execPath, [vitest, ...options], { cwd: folder, encoding: "utf8" });
    const told = [...stdout.matchAll(/^FAILED (.*)$/gm)].map(([, name = ""]) => name);
    return { lastLine: stdout.trimEnd().split("\n").at(-1), told, code: status };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("a green run ends with its count", () => {
  const run = runOf({ "a.test.ts": "test('one', () => {});", "b.test.ts": "test('two', () => {}); test('three', () => {});" });
  expect(run).toEqual({ lastLine: "3 passed, 0 failed", told: [], code: 0 });
});

test("a test that fails, a file that does not load and an error that nobody caught all count as failed", () => {
  const run = runOf({
    "fails.test.ts": "test('one', () => {}); test('two', () => { throw new Error('wrong'); });",
    "does-not-load.test.ts": "throw new Error('broken');",
    "uncaught.test.ts": "test('three', () => { void Promise.reject(new Error('late')); });",
  });
  expect(run).toEqual({ lastLine: "2 passed, 3 failed", told: ["two"], code: 1 });
});

test("a run without a test is not a green one", () => {
  expect(runOf({})).toEqual({ lastLine: "0 passed, 0 failed", told: [], code: 1 });
});
