import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { BUNDLING_STACKS } from "aws-cdk-lib/cx-api";
import { addDeployment } from "../../infra/deployment.ts";
import { newApp } from "../../infra/new-app.ts";
import { type Stage, stages } from "../../infra/stages.ts";

export type Resource = { readonly Type: string; readonly Properties: Record<string, unknown>; readonly DeletionPolicy?: string };
export type Part = "data" | "mail" | "api" | "events" | "edge" | "web" | "watch" | "edgeWatch";
export type Synthesized = {
  readonly stage: Stage;
  readonly folder: string;
  readonly regions: Readonly<Record<Part, string>>;
  /** Resources by stack and logical id. */
  readonly resources: Readonly<Record<Part, Readonly<Record<string, Resource>>>>;
};

/**
 * Every stage, as it would be deployed with a small built site; what is written goes with the process.
 * @param of the stages; default: all
 * @param whole also bundles the functions and has CloudFormation's rules checked, as a deployment would.
 */
export function synthesizeAll({ whole = false, of = stages }: { whole?: boolean; of?: readonly Stage[] } = {}): readonly Synthesized[] {
  const folder = mkdtempSync(join(tmpdir(), "jobstop-infra-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const siteFolder = join(folder, "site");
  for (const name of ["index.html", "404.html", "visits/visit/index.html", "assets/app-1a2b.js"]) {
    mkdirSync(dirname(join(siteFolder, name)), { recursive: true });
    writeFileSync(join(siteFolder, name), `this is ${name}`);
  }
  const outdir = join(folder, "cdk.out");
  const app = newApp({ outdir, builtinCloudFormationValidation: whole, context: whole ? {} : { [BUNDLING_STACKS]: [] } });
  const deployments = of.map((stage) => ({ stage, stacks: addDeployment(app, stage, { siteFolder }) }));
  const assembly = app.synth();
  return deployments.map(({ stage, stacks }) => {
    const each = <Value>(read: (stackName: string) => Value) =>
      Object.fromEntries(Object.entries(stacks).map(([part, stack]) => [part, read(stack.stackName)])) as Record<Part, Value>;
    return {
      stage,
      folder: outdir,
      regions: each((name) => assembly.getStackByName(name).environment.region),
      resources: each((name) => assembly.getStackByName(name).template.Resources ?? {}),
    };
  });
}

/** All resources of a type, each with the stack and the id that it has there. */
export function resourcesOf({ resources }: Synthesized, type: string): { part: Part; id: string; resource: Resource }[] {
  return (Object.entries(resources) as [Part, Record<string, Resource>][]).flatMap(([part, inStack]) =>
    Object.entries(inStack)
      .filter(([, { Type }]) => Type === type)
      .map(([id, resource]) => ({ part, id, resource })),
  );
}

export type Statement = {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: Record<string, Record<string, string>>;
};

/** Every statement that a role's policies hold, with the id of the role. */
export function statementsOf(synthesized: Synthesized): { part: Part; role: string; statement: Statement }[] {
  return resourcesOf(synthesized, "AWS::IAM::Policy").flatMap(({ part, resource }) => {
    const { PolicyDocument: document, Roles: roles } = resource.Properties as {
      PolicyDocument: { Statement: Statement[] };
      Roles: { Ref: string }[];
    };
    return document.Statement.flatMap((statement) => roles.map(({ Ref }) => ({ part, role: Ref, statement })));
  });
}

export function actionsOf({ Action }: Statement): readonly string[] {
  return [Action].flat() as string[];
}

/** The one resource of a type. */
export function only(synthesized: Synthesized, type: string, inPart?: Part): Resource {
  const [found, ...others] = resourcesOf(synthesized, type).filter(({ part }) => inPart === undefined || part === inPart);
  if (!found || others.length > 0) throw new Error(`expected one ${type}, found ${others.length + (found ? 1 : 0)}`);
  return found.resource;
}

export function text(value: unknown): string {
  return JSON.stringify(value) ?? "";
}
