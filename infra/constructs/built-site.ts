import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BuiltPages } from "./edge-function.ts";

/** Where the build puts the site. */
export const builtSiteFolder = join(import.meta.dirname, "..", "..", "dist", "web");

/** The pages of a built site, or undefined when there is none in the folder. */
export function findBuiltPages(folder: string): BuiltPages | undefined {
  const notFound = join(folder, "404.html");
  if (!existsSync(notFound)) return undefined;
  return {
    pages: readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".html"))
      .map((name) => `/${name.replaceAll("\\", "/")}`)
      .sort(),
    notFound: readFileSync(notFound, "utf8"),
  };
}
