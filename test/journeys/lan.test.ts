import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { seedDemoSeason } from "../../infra/local/seed.ts";
import { startStack } from "../../infra/local/stack.ts";
import { openChromium, viewports } from "../support/chromium.ts";
import { aDevice, keptByWorker } from "../support/device.ts";
import { signIn } from "../support/sign-in.ts";
import type { Stack } from "../support/stack.ts";
import { openScanner } from "./desk.ts";

/* A phone in the same network that has installed this computer's authority, as the page for phones says; the authority is in the browser's own store. */

/** Puts a certificate into the store of Chromium on Linux; comes with Debian's libnss3-tools. */
const certutil = "certutil";
const hasStore = spawnSync(certutil, ["-H"]).error === undefined;
const nss = (...args: string[]): void => {
  const { status, stderr } = spawnSync(certutil, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`certutil failed: ${stderr}`);
};

let stack: Stack;
const home = mkdtempSync(join(tmpdir(), "jobstop-phone-"));
const browsers: Browser[] = [];
const openBrowser = async (): Promise<Browser> => {
  const browser = await openChromium({}, home);
  browsers.push(browser);
  return browser;
};
beforeAll(async () => {
  process.env.POWERTOOLS_LOG_LEVEL ??= "SILENT";
  const now = new Date("2026-11-26T01:05:00.000Z");
  stack = await startStack({ now, timers: false, siteFolder: inject("siteFolder"), lan: { address: "127.0.0.1" } });
  await seedDemoSeason(stack);
});
afterAll(async () => {
  for (const browser of browsers) await browser.close();
  await stack?.stop();
  rmSync(home, { recursive: true, force: true });
});

test("a browser that does not know the authority does not open the site", async () => {
  const page = await (await openBrowser()).newPage();
  await expect(page.goto(`${stack.origin}/staff`)).rejects.toThrow("ERR_CERT_AUTHORITY_INVALID");
});

// without certutil there is no way to have Chromium trust an authority that is not a switch for turning checks off
test.skipIf(!hasStore)("one that has installed it signs staff in, keeps the app with its worker and turns the camera on", async () => {
  const store = join(home, ".pki", "nssdb");
  mkdirSync(store, { recursive: true });
  const file = join(home, "authority.pem");
  writeFileSync(file, stack.phones?.authority ?? "");
  nss("-N", "-d", `sql:${store}`, "--empty-password");
  nss("-A", "-d", `sql:${store}`, "-n", "jobstop", "-t", "C,,", "-i", file);
  const phone = await aDevice(await openBrowser(), { locale: "ko", viewport: viewports.phone });
  const on = { page: await phone.open(`${stack.origin}/staff`), locale: "ko" as const };
  await signIn(on, stack, "staff1@center.example.com");
  await openScanner(on);
  expect(await on.page.evaluate(() => isSecureContext)).toBe(true);
  await keptByWorker(on.page);
  await on.page.waitForFunction(() => (document.querySelector("video")?.videoWidth ?? 0) > 0);
  expect(phone.trouble()).toEqual([]);
});
