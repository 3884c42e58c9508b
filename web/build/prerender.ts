import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { SeekerPage } from "../src/seeker/prerendered.tsx";
import { htmlOf } from "./document.ts";
import { type Entry, outDir, serverDir } from "./entries.ts";
import { type Manifest, needsOf, readManifest } from "./manifest.ts";
import { staffManifest, staffTouchIcon } from "./staff-files.ts";

/** Writes every seeker page in both languages as static HTML. */
export async function prerenderSeeker(entry: Entry): Promise<void> {
  const { renderPages } = (await import(pathToFileURL(resolve(serverDir, "prerendered.js")).href)) as { renderPages: () => SeekerPage[] };
  const manifest = readManifest(entry.name);
  for (const page of renderPages()) write(page.file, htmlOf({ ...page, ...filesOf(manifest, entry, page) }));
}

function filesOf(manifest: Manifest, entry: Entry, { source }: SeekerPage) {
  const first = needsOf(manifest, entry.source);
  if (!source) return first;
  const later = needsOf(manifest, source);
  return {
    scripts: first.scripts,
    styles: [...new Set([...first.styles, ...later.styles])],
    soon: later.scripts.filter((file) => !first.scripts.includes(file)),
  };
}

const shells = {
  staff: { title: "접수 창구 | 일자리 정류장", file: "staff/index.html", manifest: staffManifest, touchIcon: staffTouchIcon() },
  console: { title: "구인기업·운영 | 일자리 정류장", file: "console/index.html", manifest: undefined, touchIcon: undefined },
} as const;

/** Staff and console are drawn in the browser: their page is a frame with the entry's script. */
export function writeShell(entry: Entry & { name: keyof typeof shells }): void {
  const { title, file, manifest, touchIcon } = shells[entry.name];
  const body = '<div id="app"></div><noscript><p>이 화면은 자바스크립트가 필요합니다. This page needs JavaScript.</p></noscript>';
  write(file, htmlOf({ locale: "ko", title, hidden: true, body, manifest, touchIcon, ...needsOf(readManifest(entry.name), entry.source) }));
}

function write(file: string, html: string): void {
  const path = join(outDir, file);
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path)) throw new Error(`${file} is written twice`);
  writeFileSync(path, html);
}
