import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as z from "zod/mini";

export const root = join(import.meta.dirname, "..", "..");
export const roomsFile = "biome.rooms.jsonc";
const settings = ["biome.json", roomsFile, "package.json", ".gitignore"];

const Report = z.object({
  summary: z.object({ changed: z.number(), unchanged: z.number() }),
  diagnostics: z.array(
    z.object({
      severity: z.string(),
      category: z.string(),
      message: z.string(),
      location: z.object({ path: z.string(), start: z.object({ line: z.number() }) }),
    }),
  ),
});
export type Finding = { readonly rule: string; readonly message: string; readonly path: string; readonly line: number };
export type Report = { readonly findings: readonly Finding[]; readonly filesRead: number };

const program = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");

/** Lints a folder with the settings that lie in it. Only errors are counted as findings: they are what ends a run of CI. */
export function lint(folder: string, ...options: string[]): Promise<Report> {
  const args = [program, "lint", ".", "--reporter=json", "--max-diagnostics=none", "--diagnostic-level=error", ...options];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 1e8 }, (_, out, complaint) => {
      if (!out.trimStart().startsWith("{")) return reject(new Error(`Biome reported nothing: ${complaint}`));
      const { summary, diagnostics } = Report.parse(JSON.parse(out));
      resolve({
        findings: diagnostics.map(({ category, message, location }) => ({
          rule: category.replace(/^lint\/\w+\//, ""),
          message,
          path: location.path,
          line: location.start.line,
        })),
        filesRead: summary.changed + summary.unchanged,
      });
    });
  });
}

/** Lints files that exist for the length of this call only, in a folder elsewhere, with the project's own settings. */
export async function lintPlanted(files: Readonly<Record<string, string>>, ...options: string[]): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), "jobstop-rooms-"));
  try {
    for (const name of settings) copyFileSync(join(root, name), join(folder, name));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return await lint(folder, ...options);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
