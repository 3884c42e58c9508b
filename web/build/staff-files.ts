import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { staffScope } from "../src/staff/worker/worker-names.ts";
import { icon } from "./document.ts";
import { outDir } from "./entries.ts";

export const staffManifest = "/staff-manifest.json";

/** What a phone shows of the staff app on its home screen. */
export function writeStaffManifest(): void {
  const manifest = {
    id: staffScope,
    name: "일자리 정류장 현장 접수",
    short_name: "현장 접수",
    lang: "ko",
    start_url: staffScope,
    scope: staffScope,
    display: "standalone",
    background_color: "#ffffff",
    theme_color: "#ffffff",
    icons: [{ src: icon, sizes: "any", type: "image/svg+xml" }],
  };
  writeFileSync(join(outDir, staffManifest), JSON.stringify(manifest));
}

/** Everything that the staff app is made of besides its page, below the root, and a name for exactly this content. */
export type StaffFiles = { version: string; files: string[] };

/** Names of the files change with their content; the page is the one that does not. */
export function staffFiles(): StaffFiles {
  const files = readdirSync(join(outDir, "assets/staff"), { recursive: true, encoding: "utf8" })
    .map((name) => `/assets/staff/${name.replaceAll("\\", "/")}`)
    .sort();
  const page = readFileSync(join(outDir, "staff/index.html"));
  const version = createHash("sha256").update(page).update(files.join("\n")).digest("hex").slice(0, 12);
  return { version, files: [...files, staffManifest] };
}
