import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const project = join(import.meta.dirname, "..", "..");

/** Every address pattern that the sources of an application give to `route("…")`. */
export const routesIn = (application: "console" | "staff"): string[] =>
  globSync(`web/src/${application}/**/*.{ts,tsx}`, { cwd: project })
    .flatMap((file) => [...readFileSync(join(project, file), "utf8").matchAll(/\broute\(\s*["'`]([^"'`]+)["'`]/g)])
    .map(([, pattern = ""]) => pattern)
    .sort();
