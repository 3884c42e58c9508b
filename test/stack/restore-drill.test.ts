import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";

const script = join(import.meta.dirname, "..", "..", "infra", "operate", "restore-drill.ts");

/** The drill in a process of its own, as an operator starts it. */
const drill = async (...args: string[]): Promise<{ code: number; lines: string[] }> => {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [script, ...args], { maxBuffer: 1e7 });
    return { code: 0, lines: stdout.trim().split("\n") };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, lines: `${stdout}\n${stderr}`.trim().split("\n") };
  }
};

const wrongOf = (lines: readonly string[]): string[] => lines.flatMap((line) => /^ +WRONG +(.+?)(?: \(.*)?$/.exec(line)?.[1] ?? []);

// Each rehearsal makes a season, twice starts an engine that keeps what is written, and goes through a drill.
describe("the restore drill on this machine", { timeout: 600_000 }, () => {
  test("brings an older copy of the table into use, with all that was forgotten and taken away since, and no mail twice", async () => {
    const { code, lines } = await drill("--rehearse");
    expect(wrongOf(lines)).toEqual([]);
    expect(code).toBe(0);
    expect(lines.at(-1)).toBe("restore drill: 17 checks ok");
  });

  test("notices every step that is left out, and says to let nobody in", async () => {
    const { code, lines } = await drill("--rehearse", "--without", "forget,rights,sessions");
    expect(code).toBe(1);
    expect(wrongOf(lines)).toEqual([
      "nobody is there who was erased",
      "nothing stands that had ended",
      "no right is left that was taken away",
      "nobody is signed in",
      "whose consent was taken back has no interview there",
      "who was erased is in no item",
      "who was signed in has to sign in again",
    ]);
    expect(lines.at(-1)).toBe("restore drill: NOT ok, let nobody in");
  });

  test("says how it is started where something is missing", async () => {
    const { code, lines } = await drill("--from", "table", "--at", "yesterday");
    expect(code).toBe(2);
    expect(lines.join("\n")).toContain("--ledger LEDGER-TABLE");
  });
});
