import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod/mini";

const Wanted = z._default(z.record(z.string(), z.string()), {});
const Lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({ dependencies: Wanted, devDependencies: Wanted, optionalDependencies: Wanted, resolved: z.optional(z.string()) }),
  ),
});
const root = join(import.meta.dirname, "..", "..");
const { packages } = Lockfile.parse(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")));

/** Where Node looks for what a package imports: beside its own dependencies, then beside those of each package around it. */
const placesFor = (importer: string, name: string): string[] => {
  const around = importer.lastIndexOf("/node_modules/");
  if (importer === "") return [`node_modules/${name}`];
  return [`${importer}/node_modules/${name}`, ...placesFor(around < 0 ? "" : importer.slice(0, around), name)];
};

test("every package that another one wants is in the lockfile, also those for other machines: `npm ci` refuses to run otherwise", () => {
  const missing = Object.entries(packages).flatMap(([importer, { dependencies, devDependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
      .filter((name) => !placesFor(importer, name).some((place) => place in packages))
      .map((name) => `${name}, wanted by ${importer || "the project"}`),
  );
  expect(missing).toEqual([]);
  expect(Object.keys(packages).length).toBeGreaterThan(100);
});

test("the lockfile names no registry, so that each machine asks its own", () => {
  expect(Object.entries(packages).filter(([, { resolved }]) => resolved?.startsWith("http"))).toEqual([]);
});
