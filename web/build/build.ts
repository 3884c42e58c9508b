/**
 * Builds the site into `dist/web`: each entry by itself, so that none waits for a chunk it shares with another; then the seeker pages as static HTML
 * in both languages. Ends with an error above a budget of `WEB.md`.
 */
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { isOver, measureEntry, measureFirstPage, measureText } from "./budgets.ts";
import { type Entry, entries, outDir, serverDir, ticketWorker } from "./entries.ts";
import { manifestFile } from "./manifest.ts";
import { prerenderSeeker, writeShell } from "./prerender.ts";

const isThere = ({ source }: Entry) => existsSync(source);

for (const folder of [outDir, serverDir]) rmSync(folder, { recursive: true, force: true });
for (const entry of entries.filter(isThere))
  await build({
    logLevel: "warn",
    build: { outDir, emptyOutDir: false, manifest: manifestFile(entry.name), assetsDir: `assets/${entry.name}`, rolldownOptions: { input: entry.source, output: { codeSplitting: { groups: [{ name: "main", tags: ["$initial"] }] } } } },
  });
await build({
  logLevel: "warn",
  publicDir: false,
  build: { outDir, emptyOutDir: false, rolldownOptions: { input: ticketWorker, output: { entryFileNames: "ticket-worker.js" } } },
});
await build({
  logLevel: "warn",
  publicDir: false,
  ssr: { noExternal: true },
  build: { ssr: "web/src/seeker/prerendered.tsx", outDir: serverDir },
});
for (const entry of entries.filter(isThere)) {
  if (entry.name === "seeker") await prerenderSeeker(entry);
  else writeShell({ ...entry, name: entry.name });
}

const measures = [
  ...entries.filter(isThere).map(measureEntry),
  ...["index.html", "en/index.html"].flatMap((file) => measureFirstPage(file, 20_000)),
];
rmSync(join(outDir, ".vite"), { recursive: true });
for (const measure of measures) console.log(measureText(measure));
if (measures.some(isOver)) {
  console.error("The pages are above their budget (web/README.md).");
  process.exitCode = 1;
}
