/**
 * Builds the site into `dist/web`: each entry by itself, so that none waits for a chunk it shares with another; then the seeker pages as static HTML
 * in both languages. Above a budget of `WEB.md` it ends with an error and leaves the last good site in place.
 */
import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { firstPages, isOver, measureEntry, measureFirstPage, measureText } from "./budgets.ts";
import { type Entry, entries, outDir, serverDir, siteDir, staffWorker, ticketWorker } from "./entries.ts";
import { manifestFile, manifestFolder } from "./manifest.ts";
import { prerenderSeeker, writeShell } from "./prerender.ts";
import { staffFiles, writeStaffManifest } from "./staff-files.ts";

/**
 * All that an entry needs at once goes into one chunk: one request instead of a handful. Schemas stay out of it: rules of the first page stand beside some that
 * only later pages use.
 */
const oneChunkAtFirst = {
  codeSplitting: {
    groups: [
      { name: "schemas", test: /node_modules[\\/]zod[\\/]/, priority: 1 },
      { name: "main", tags: ["$initial" as const] },
    ],
  },
};

async function buildEntry({ name, source }: Entry): Promise<void> {
  await build({
    logLevel: "warn",
    build: {
      outDir,
      emptyOutDir: false,
      manifest: manifestFile(name),
      assetsDir: `assets/${name}`,
      rolldownOptions: { input: source, output: oneChunkAtFirst },
    },
  });
}

async function buildWorker(source: string, entryFileNames: string, define: Record<string, string> = {}): Promise<void> {
  await build({
    logLevel: "warn",
    publicDir: false,
    define,
    build: { outDir, emptyOutDir: false, rolldownOptions: { input: source, output: { entryFileNames } } },
  });
}

/** The seeker pages for Node, self-contained, to be drawn once. */
async function buildForPrerendering(): Promise<void> {
  await build({
    logLevel: "warn",
    publicDir: false,
    ssr: { noExternal: true },
    build: { ssr: "web/src/seeker/prerendered.tsx", outDir: serverDir },
  });
}

async function writePages(entry: Entry): Promise<void> {
  if (entry.name === "seeker") await prerenderSeeker(entry);
  else writeShell({ ...entry, name: entry.name });
}

function isWithinBudgets(): boolean {
  const measures = [...entries.map(measureEntry), ...firstPages.flatMap((file) => measureFirstPage(file))];
  for (const measure of measures) console.log(measureText(measure));
  return !measures.some(isOver);
}

try {
  for (const entry of entries) await buildEntry(entry);
  await buildWorker(ticketWorker, "ticket-worker.js");
  await buildForPrerendering();
  for (const entry of entries) await writePages(entry);
  writeStaffManifest();
  // Last: it names everything that the staff app is made of.
  await buildWorker(staffWorker, "staff-worker.js", { __STAFF_FILES__: JSON.stringify(staffFiles()) });
  if (isWithinBudgets()) {
    rmSync(join(outDir, manifestFolder), { recursive: true });
    rmSync(siteDir, { recursive: true, force: true });
    renameSync(outDir, siteDir);
  } else {
    console.error("The pages are above their budget (web/README.md).");
    process.exitCode = 1;
  }
} finally {
  for (const folder of [outDir, serverDir]) rmSync(folder, { recursive: true, force: true });
}
