import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { paperFonts } from "../../functions/papers/paper-fonts.ts";
import { type Resource, resourcesOf, synthesizeAll } from "./synthesized.ts";

const [production] = synthesizeAll({ whole: true }).filter(({ stage }) => stage.name === "production");
if (!production) throw new Error("there is no production stage");
const functions = resourcesOf(production, "AWS::Lambda::Function").filter(({ resource }) =>
  String(resource.Properties.Description).startsWith("Jobstop"),
);
const secretNames = ["SIGN_IN_PEPPER", "TICKET_SEAL_KEY", "SUPPORT_SEAL_KEY", "FEED_SEAL_KEY", "EDGE_SECRETS"];

/** The bundle that would be deployed, away from the project, where a module that was left out cannot be found. */
const elsewhere = mkdtempSync(join(tmpdir(), "jobstop-bundle-"));
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

function bundleOf({ Properties }: Resource): string {
  const key = (Properties.Code as { S3Key: string }).S3Key.replace(".zip", "");
  const folder = join(elsewhere, key);
  cpSync(join(production?.folder ?? "", `asset.${key}`), folder, { recursive: true });
  return folder;
}

/** What CloudFormation would put in the place of references. */
function settingsOf({ Properties }: Resource): Record<string, string> {
  const { Variables: variables } = Properties.Environment as { Variables: Record<string, unknown> };
  const resolved = (name: string, value: unknown) =>
    secretNames.includes(name) ? "k".repeat(43) : typeof value === "string" ? value : "arn:of:something";
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, resolved(name, value)]));
}

/** Loads the handler in a process that sees what Lambda would let it see. */
function load(resource: Resource, settings: Record<string, string>) {
  const script =
    "const { handler } = require('./index.js'); if (typeof handler !== 'function') throw new Error('no handler'); process.exit(0)";
  return spawnSync(process.execPath, ["-e", script], {
    cwd: bundleOf(resource),
    encoding: "utf8",
    env: { AWS_REGION: "ap-northeast-2", AWS_ACCESS_KEY_ID: "x", AWS_SECRET_ACCESS_KEY: "x", ...settings },
  });
}

describe.for(functions.map(({ id, resource }) => [id, resource] as const))("%s", ([, resource]) => {
  test("starts from its bundle alone, with the settings that the template gives it", () => {
    const { status, stderr } = load(resource, settingsOf(resource));
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  test("is given no secret that it could do without", () => {
    const settings = settingsOf(resource);
    for (const name of secretNames.filter((secret) => secret in settings)) {
      const { [name]: _, ...without } = settings;
      expect(load(resource, without).status, name).not.toBe(0);
    }
  });
});

test("the function that writes papers has its fonts beside its code, where its setting says", () => {
  const papers = functions.find(({ resource }) => resource.Properties.Description === "Jobstop: papers to print");
  if (!papers) throw new Error("there is no function for papers");
  expect(settingsOf(papers.resource).FONT_FOLDER).toBe("/var/task");
  const fonts = paperFonts(bundleOf(papers.resource));
  expect(fonts.canPrint("가힣뷁 Nguyễn Цой ㈜")).toBe(true);
  expect(fonts.read("bold").length).toBeGreaterThan(1_000_000);
});

test("the API, which seekers wait for, stays small", () => {
  const api = functions.find(({ resource }) => resource.Properties.Description === "Jobstop: the API");
  if (!api) throw new Error("there is no API function");
  const bundle = join(bundleOf(api.resource), "index.js");
  expect(statSync(bundle).size).toBeLessThanOrEqual(700_000);
  // What verifies passkeys has a function of its own.
  expect(readFileSync(bundle, "utf8")).not.toContain("webauthn.get");
});
