import { spawn } from "node:child_process";
import { join } from "node:path";

const project = join(import.meta.dirname, "..", "..");
const bin = join(project, "node_modules", ".bin");

type Step = { readonly name: string; readonly command: string; readonly args: readonly string[] };

/** What can be proven of the deployment without AWS: the synthesis as a deployment makes it, and every test of templates and bundles. */
const steps: readonly Step[] = [
  { name: "synthesis", command: join(bin, "cdk"), args: ["synth", "--quiet"] },
  { name: "templates and bundles", command: join(bin, "vitest"), args: ["run", "test/cloud", "test/infra", "--project", "cloud", "--project", "api"] },
  { name: "an index that lags", command: join(bin, "vitest"), args: ["run", "--project", "cloud-lag"] },
];

/** Runs a step, shows what it prints, and answers how many checks it passed; undefined when it failed. */
const run = ({ command, args }: Step): Promise<number | undefined> =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: project, stdio: ["ignore", "pipe", "inherit"] });
    let printed = "";
    child.stdout.on("data", (chunk: Buffer) => {
      printed = `${printed}${chunk}`.slice(-4_000);
      process.stdout.write(chunk);
    });
    child.once("error", () => resolve(undefined));
    child.once("close", (code) => {
      const [, passed] = [...printed.matchAll(/^(\d+) passed, 0 failed$/gm)].at(-1) ?? [undefined, "1"];
      resolve(code === 0 ? Number(passed) : undefined);
    });
  });

const startedAt = performance.now();
let checks = 0;
for (const step of steps) {
  const passed = await run(step);
  if (passed === undefined) {
    console.log(`cloud: ${step.name} failed`);
    process.exit(1);
  }
  checks += passed;
}
console.log(`${Math.round((performance.now() - startedAt) / 1000)} s`);
console.log(`cloud: ${checks} checks ok`);
