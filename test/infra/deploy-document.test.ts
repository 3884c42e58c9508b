import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { resourcesOf, synthesizeAll } from "./synthesized.ts";

const project = join(import.meta.dirname, "..", "..");
const document = readFileSync(join(project, "docs", "DEPLOY.md"), "utf8");
const { scripts } = JSON.parse(readFileSync(join(project, "package.json"), "utf8")) as { scripts: Record<string, string> };
const production = synthesizeAll().find(({ stage }) => stage.name === "production");
if (!production) throw new Error("There is no stage production.");

const found = (pattern: RegExp): string[] => [...new Set([...document.matchAll(pattern)].map(([, name = ""]) => name))];

describe("docs/DEPLOY.md", () => {
  test("names commands of ours that there are", () => {
    const named = found(/npm run ([a-z:-]+)/g);
    expect(named.length).toBeGreaterThan(6);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test("names commands and options that the CDK's command line has", () => {
    const asked = [...document.matchAll(/npx cdk ([a-z]+)([^\n`]*)/g)].map(([, command = "", rest = ""]) => ({
      command,
      options: [...rest.matchAll(/--[a-z-]+/g)].map(([option]) => option),
    }));
    expect(new Set(asked.map(({ command }) => command))).toEqual(new Set(["bootstrap", "deploy", "destroy", "diff"]));
    const cdk = join(project, "node_modules", "aws-cdk", "bin", "cdk");
    for (const { command, options } of asked) {
      if (options.length === 0) continue;
      const help = execFileSync(process.execPath, [cdk, command, "--help"], { encoding: "utf8" });
      expect([command, options.filter((option) => !help.includes(option))]).toEqual([command, []]);
    }
  });

  test("names stacks, outputs and secrets that the templates have", () => {
    const parts = ["data", "mail", "api", "events", "edge", "web", "watch", "edge-watch"];
    expect(found(/jobstop-production-([a-z-]+)/g).filter((part) => !parts.includes(part) && !part.startsWith("restored"))).toEqual([]);
    const secrets = resourcesOf(production, "AWS::SecretsManager::Secret").map(({ resource }) => String(resource.Properties.Name));
    const listed = [...document.matchAll(/^\| `([a-z-]+)(…?)` \|/gm)].map(([, name = ""]) => `jobstop/production/${name}`);
    expect(secrets.filter((secret) => !listed.some((name) => secret.startsWith(name)))).toEqual([]);
  });

  test("says of everything that outlives its stack that it has to be deleted by hand", () => {
    const words: Record<string, string> = {
      "AWS::DynamoDB::GlobalTable": "the main table and the ledger",
      "AWS::Logs::LogGroup": "the log groups that are left",
      "AWS::KMS::Key": "the two KMS keys",
      "AWS::S3::Bucket": "the two buckets",
      "AWS::SecretsManager::Secret": "the secrets `jobstop/production/…`",
      "AWS::Scheduler::ScheduleGroup": "the schedule group",
    };
    const retained = Object.values(production.resources)
      .flatMap((inStack) => Object.values(inStack))
      .filter(({ DeletionPolicy: policy }) => policy?.startsWith("Retain"))
      .map(({ Type }) => Type);
    for (const type of new Set(retained)) expect(document.slice(document.indexOf("**Take it away.**"))).toContain(words[type] ?? type);
  });
});
