import { readFileSync } from "node:fs";
import { join } from "node:path";
import { outDir } from "./entries.ts";

/** One chunk as Vite's manifest describes it. */
export type Chunk = { file: string; imports?: string[]; dynamicImports?: string[]; css?: string[]; isEntry?: boolean };
export type Manifest = Readonly<Record<string, Chunk>>;

/** Below the site while it is built; not part of it. */
export const manifestFolder = ".vite";
export const manifestFile = (entry: string): string => `${manifestFolder}/${entry}.json`;
export const readManifest = (entry: string): Manifest => JSON.parse(readFileSync(join(outDir, manifestFile(entry)), "utf8")) as Manifest;

/**
 * All that an entry needs at once is gathered in one chunk (`build.ts`), and the entry's own file is left with nothing but an import of it: pages name
 * the chunk itself and save a round trip.
 */
function startOf(manifest: Manifest, source: string): string {
  const [only, ...others] = manifest[source]?.imports ?? [];
  if (only === undefined || others.length > 0) return source;
  const script = readFileSync(join(outDir, manifest[source]?.file ?? ""), "utf8");
  return /^import\s*"[^"]+";?\s*$/.test(script) ? only : source;
}

/** What a page that starts with `source` needs before it runs: its scripts, the source's own first, and its style sheets. */
export function needsOf(manifest: Manifest, source: string): { scripts: string[]; styles: string[] } {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`${key} is not in the manifest`);
    if (scripts.has(chunk.file)) return;
    scripts.add(chunk.file);
    for (const style of chunk.css ?? []) styles.add(style);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  const start = startOf(manifest, source);
  for (const style of manifest[source]?.css ?? []) styles.add(style);
  visit(start);
  return { scripts: [...scripts], styles: [...styles] };
}
