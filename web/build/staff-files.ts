import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { staffScope } from "../src/staff/worker/worker-names.ts";
import { outDir } from "./entries.ts";
import { icon, iconFile } from "./icon.ts";

export const staffManifest = "/staff-manifest.json";

/** Pixels of the icons of the staff app: for the home screen of iOS, then what Android asks for. */
const touchIconPixels = 180;
const otherIconPixels = [192, 512];

export const staffTouchIcon = (): string => iconFile(touchIconPixels).path;

/** What a phone shows of the staff app on its home screen. */
export function writeStaffManifest(): void {
  for (const { path, content } of [touchIconPixels, ...otherIconPixels].map(iconFile)) writeFileSync(join(outDir, path), content);
  const pngIcons = otherIconPixels.map((pixels) => ({ src: iconFile(pixels).path, sizes: `${pixels}x${pixels}`, type: "image/png" }));
  const manifest = {
    id: staffScope,
    name: "일자리 정류장 접수 창구",
    short_name: "접수 창구",
    lang: "ko",
    start_url: staffScope,
    scope: staffScope,
    display: "standalone",
    background_color: "#ffffff",
    theme_color: "#ffffff",
    icons: [{ src: icon, sizes: "any", type: "image/svg+xml" }, ...pngIcons],
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
