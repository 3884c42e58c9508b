import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EntryName } from "../../infra/constructs/function-calls.ts";
import { resourcesOf, type Synthesized, synthesizeAll } from "../infra/synthesized.ts";

export type BundledFunction = {
  readonly entry: EntryName;
  readonly description: string;
  /** A copy of the code away from the project, where a module that was left out cannot be found; each call makes one. */
  copy(): string;
  readonly handler: string;
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
  /** As they stand in the template: texts, and references in the place of some. */
  readonly settings: Readonly<Record<string, unknown>>;
};

type Properties = {
  Description: string;
  Code: { S3Key: string };
  Handler: string;
  MemorySize: number;
  Timeout: number;
  Role: { "Fn::GetAtt": [string, string] };
  Environment: { Variables: Record<string, unknown> };
};

/** Production as it would be deployed, and its functions with their bundles. */
export const bundledFunctions = (): { production: Synthesized; functions: BundledFunction[] } => {
  const production = synthesizeAll({ whole: true }).find(({ stage }) => stage.name === "production");
  if (!production) throw new Error("there is no production stage");
  const elsewhere = mkdtempSync(join(tmpdir(), "jobstop-bundle-"));
  process.once("exit", () => rmSync(elsewhere, { recursive: true, force: true }));
  const entryOf = (role: string): EntryName => {
    const found = resourcesOf(production, "AWS::IAM::Role").find(({ id }) => id === role);
    return String(found?.resource.Properties.Description).replace("Jobstop: function ", "") as EntryName;
  };
  const functions = resourcesOf(production, "AWS::Lambda::Function")
    .map(({ resource }) => resource.Properties as Properties)
    .filter(({ Description }) => String(Description).startsWith("Jobstop"))
    .map(({ Description, Code, Handler, MemorySize, Timeout, Role, Environment }) => ({
      entry: entryOf(Role["Fn::GetAtt"][0]),
      description: Description,
      ...{ handler: Handler, memoryMegabytes: MemorySize, timeoutSeconds: Timeout, settings: Environment.Variables },
      copy: () => {
        const folder = mkdtempSync(join(elsewhere, "function-"));
        cpSync(join(production.folder, `asset.${Code.S3Key.replace(".zip", "")}`), folder, { recursive: true });
        return folder;
      },
    }));
  return { production, functions };
};
