import { spawnSync } from "node:child_process";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Path of a Chromium that runs on this machine. */
    chromium: string;
  }
}

/** The headless build first: the same engine without windows, and the pages are judged in two thirds of the time. */
const places = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
/** `libnss3-tools` for the one journey that has a browser trust an authority of its own; it is left out where they are missing. */
const packages = ["chromium-headless-shell", "fontconfig", "fonts-noto-cjk", "libnss3-tools"];
const remedy = `Install Chromium and a Korean font (Debian, as root: apt-get install --no-install-recommends ${packages.join(" ")}), or name a browser in CHROMIUM.`;

/** What a short-lived program said, or undefined when it is missing or failed. */
const ask = (program: string, ...args: string[]): string | undefined => {
  const { status, stdout } = spawnSync(program, args, { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
};

/** The path alone proves nothing: some systems put a note there that tells where the browser could be got. */
const findBrowser = (): string | undefined => places.find((path) => ask(path, "--version")?.includes("Chrom"));

/** Without one, every Korean word is a row of boxes, and no measure of a page is right. Systems without fontconfig bring theirs along. */
const hasKoreanFont = (): boolean => process.platform !== "linux" || Boolean(ask("fc-list", ":lang=ko"));

const canInstall = (): boolean => process.getuid?.() === 0 && ask("apt-get", "--version") !== undefined;

/** @throws with the end of what apt said. */
function install(): void {
  console.log(`Installing ${packages.join(", ")} for the browser tests: about a minute, once.`);
  const wait = ["-o", "DPkg::Lock::Timeout=300"];
  for (const step of [["update"], ["install", "-y", "--no-install-recommends", ...packages]]) {
    const { status, stdout, stderr } = spawnSync("apt-get", [...wait, ...step], {
      encoding: "utf8",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    if (status !== 0) throw new Error(`apt-get ${step[0]} failed. ${remedy}\n${`${stdout}${stderr}`.slice(-2000)}`);
  }
}

/**
 * Where Chromium is; installed first, with a Korean font, when this is Debian and we may.
 * @throws with what to do, when there is none and it cannot be installed.
 */
export function ensureChromium(named = process.env.CHROMIUM): string {
  if (named) {
    if (ask(named, "--version") === undefined) throw new Error(`CHROMIUM names ${named}, which does not run. ${remedy}`);
    return named;
  }
  const found = findBrowser();
  if (found && hasKoreanFont()) return found;
  if (canInstall()) install();
  const installed = findBrowser();
  if (!installed) throw new Error(`There is no Chromium for the browser tests. ${remedy}`);
  if (!hasKoreanFont()) throw new Error(`There is no Korean font for the browser tests. ${remedy}`);
  return installed;
}

/** Tells the tests where the browser is. */
export function setup({ provide }: TestProject): void {
  provide("chromium", ensureChromium());
}
