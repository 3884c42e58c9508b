import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Entry, outDir } from "./entries.ts";
import { needsOf, readManifest } from "./manifest.ts";

/** The page that most people open first, in each language. */
export const firstPages = ["index.html", "en/index.html"];
const scriptBudget = 20_000;

/** One measured figure and its limit, in bytes after gzip or as a count. */
export type Measure = { what: string; is: number; limit: number };

const gzipBytes = (file: string, folder = outDir): number => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Files that an HTML page loads by itself, below the root: style sheets, scripts, preloaded chunks; `data` are preloaded API answers. */
function loadsOf(html: string): { scripts: string[]; styles: string[]; data: string[] } {
  const all = (pattern: RegExp) => [...html.matchAll(pattern)].map((match) => match[1] ?? "");
  return {
    scripts: [...all(/<script [^>]*src="\/([^"]+)"/g), ...all(/<link rel="modulepreload" href="\/([^"]+)"/g)],
    styles: all(/<link rel="stylesheet" href="\/([^"]+)"/g),
    data: all(/<link rel="preload" as="fetch" href="([^"]+)"/g),
  };
}

/**
 * The seekers' first page against `WEB.md`: everything it loads before it can be used. The API's answer is counted as a request; its bytes depend on
 * the season, 2 kB is allowed for.
 */
export function measureFirstPage(file: string, folder = outDir): Measure[] {
  const html = readFileSync(join(folder, file), "utf8");
  const { scripts, styles, data } = loadsOf(html);
  const scriptBytes = sum(scripts.map((script) => gzipBytes(script, folder)));
  const pageBytes = gzipBytes(file, folder) + sum(styles.map((style) => gzipBytes(style, folder)));
  return [
    { what: `${file}: JavaScript`, is: scriptBytes, limit: scriptBudget },
    { what: `${file}: HTML and CSS`, is: pageBytes, limit: 10_000 },
    { what: `${file}: all bytes`, is: scriptBytes + pageBytes + 2_000, limit: 35_000 },
    { what: `${file}: requests`, is: 1 + scripts.length + styles.length + data.length, limit: 4 },
  ];
}

/** What an entry's script needs before it runs. */
export function measureEntry({ name, source, scriptBudget }: Entry): Measure {
  const { scripts } = needsOf(readManifest(name), source);
  return { what: `${name}: first JavaScript`, is: sum(scripts.map((script) => gzipBytes(script))), limit: scriptBudget };
}

export const isOver = ({ is, limit }: Measure): boolean => is > limit;
export const measureText = (measure: Measure): string =>
  `${isOver(measure) ? "OVER" : "ok  "}  ${measure.what}: ${measure.is.toLocaleString("en")} of ${measure.limit.toLocaleString("en")}`;
