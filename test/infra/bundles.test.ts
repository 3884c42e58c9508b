import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { paperFonts } from "../../functions/papers/paper-fonts.ts";
import { type BundledFunction, bundledFunctions } from "./bundled.ts";

const { functions } = bundledFunctions();
const secretNames = ["SIGN_IN_PEPPER", "TICKET_SEAL_KEY", "SUPPORT_SEAL_KEY", "FEED_SEAL_KEY", "EDGE_SECRET"];

/** What CloudFormation would put in the place of references. */
function settingsOf({ settings }: BundledFunction): Record<string, string> {
  const resolved = (name: string, value: unknown) =>
    secretNames.includes(name) ? "k".repeat(43) : typeof value === "string" ? value : "arn:of:something";
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, resolved(name, value)]));
}

/** Loads the handler in a process that sees what Lambda would let it see. */
function load(folder: string, settings: Record<string, string>) {
  const script =
    "const { handler } = require('./index.js'); if (typeof handler !== 'function') throw new Error('no handler'); process.exit(0)";
  return spawnSync(process.execPath, ["-e", script], {
    cwd: folder,
    encoding: "utf8",
    env: { AWS_REGION: "ap-northeast-2", AWS_ACCESS_KEY_ID: "x", AWS_SECRET_ACCESS_KEY: "x", ...settings },
  });
}

const functionOf = (entry: BundledFunction["entry"]): BundledFunction => {
  const found = functions.find((one) => one.entry === entry);
  if (!found) throw new Error(`there is no function ${entry}`);
  return found;
};

describe.for(functions.map((one) => [one.entry, one] as const))("%s", ([, one]) => {
  test("starts from its bundle alone, with the settings that the template gives it", () => {
    const { status, stderr } = load(one.copy(), settingsOf(one));
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  test("is given no secret that it could do without", () => {
    const [folder, settings] = [one.copy(), settingsOf(one)];
    for (const name of secretNames.filter((secret) => secret in settings)) {
      const { [name]: _, ...without } = settings;
      expect(load(folder, without).status, name).not.toBe(0);
    }
  });
});

test("the function that writes papers has its fonts beside its code, where its setting says", () => {
  const papers = functionOf("papers");
  expect(settingsOf(papers).FONT_FOLDER).toBe("/var/task");
  const fonts = paperFonts(papers.copy());
  expect(fonts.canPrint("가힣뷁 Nguyễn Цой ㈜")).toBe(true);
  expect(fonts.read("bold").length).toBeGreaterThan(1_000_000);
});

test("the API, which seekers wait for, stays small", () => {
  const bundle = join(functionOf("api").copy(), "index.js");
  expect(statSync(bundle).size).toBeLessThanOrEqual(700_000);
  // What verifies passkeys has a function of its own.
  expect(readFileSync(bundle, "utf8")).not.toContain("webauthn.get");
});
