import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildSite, builtSite, isSiteCurrent } from "../../infra/local/site-build.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The built pages, in a folder of their own: whoever builds meanwhile pulls nothing from under the tests. */
    siteFolder: string;
  }
}

/** Builds the pages when they are missing or older than what they are made of. */
export async function setup({ provide }: TestProject): Promise<() => void> {
  if (!isSiteCurrent()) await buildSite();
  const folder = mkdtempSync(join(tmpdir(), "jobstop-site-"));
  cpSync(builtSite, folder, { recursive: true });
  provide("siteFolder", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
