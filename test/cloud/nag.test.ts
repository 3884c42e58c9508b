import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type NagReason, nagReasons } from "../../infra/nag-reasons.ts";

type Report = { pluginReports: { violations: { ruleName: string; violatingConstructs: { constructPath?: string }[] }[] }[] };
type Finding = { readonly rule: string; readonly at: string };

const outdir = mkdtempSync(join(tmpdir(), "jobstop-nag-"));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

/** Everything that the rules find in all stages, by construct path without "jobstop-<stage>-". */
const findings = (): Finding[] => {
  spawnSync(process.execPath, [join(import.meta.dirname, "nag-app.ts"), outdir], { stdio: "ignore" });
  const { pluginReports } = JSON.parse(readFileSync(join(outdir, "validation-report.json"), "utf8")) as Report;
  return pluginReports.flatMap(({ violations }) =>
    violations.flatMap(({ ruleName, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath = "" }) => ({ rule: ruleName, at: constructPath.replace(/^jobstop-[a-z]+-/, "") })),
    ),
  );
};

const fits = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .split("*")
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
      .join(".*")}`,
  ).test(text);
const isReasonOf =
  ({ rule, at }: Finding) =>
  (reason: NagReason) =>
    fits(reason.rule, rule) && fits(reason.at, at);

const found = findings();

test("AWS's rules for a good solution hold, or it is written down why they do not", () => {
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter((finding) => !nagReasons.some(isReasonOf(finding)))).toEqual([]);
});

test("no reason is left over", () => {
  expect(nagReasons.filter((reason) => !found.some((finding) => isReasonOf(finding)(reason)))).toEqual([]);
});
