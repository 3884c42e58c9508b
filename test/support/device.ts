import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page, Response } from "playwright-core";
import { travelTo } from "../../infra/local/time-travel.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import { viewports } from "./chromium.ts";

/** Somebody's phone or computer: pages that share cookies and a clock, and what went wrong on them. */
export type Device = {
  readonly context: BrowserContext;
  readonly locale: Locale;
  readonly open: (url: string) => Promise<Page>;
  /** Errors of scripts, of the console (breaches of the Content-Security-Policy among them) and of requests. */
  readonly trouble: () => readonly string[];
  /** The same, of one page. */
  readonly troubleOn: (page: Page) => readonly string[];
  /** What the test provokes, as `"409 PUT /api/me/…"`: no trouble from now on. */
  readonly expectTrouble: (pattern: RegExp) => void;
  readonly close: () => Promise<void>;
};

type DeviceOptions = {
  locale: Locale;
  viewport: (typeof viewports)[keyof typeof viewports];
  /** Cookies and storage of an earlier device: the same one, some days later. */
  storageState?: Awaited<ReturnType<BrowserContext["storageState"]>>;
  javaScriptEnabled?: boolean;
};

/** Nothing on these pages takes longer, even on a loaded machine, milliseconds. */
const patienceMs = 30_000;

/** Asking who is signed in, or what a device is paired for, is answered so when nobody is and it is not. */
const nobodySignedIn = /^401 GET \/api\/(me(\/|$)|table\/day$)/;

/** A device whose clock shows the product's time as it is now in this process. */
export const aDevice = async (browser: Browser, { locale, viewport, ...rest }: DeviceOptions): Promise<Device> => {
  const context = await browser.newContext({
    viewport,
    locale: locale === "ko" ? "ko-KR" : "en-GB",
    timezoneId: "Asia/Seoul",
    reducedMotion: "reduce",
    ...rest,
  });
  context.setDefaultTimeout(patienceMs);
  const leapMs = Date.now() - (performance.timeOrigin + performance.now());
  await context.addInitScript(`(${travelTo})(new Date(Date.now() + ${leapMs}))`);
  const expected = [nobodySignedIn];
  const troubles = new Map<Page, string[]>();
  context.on("page", (page) => troubles.set(page, watch(page)));
  const unexpected = (all: readonly string[]) => all.filter((one) => !expected.some((pattern) => pattern.test(one)));
  return {
    context,
    locale,
    trouble: () => unexpected([...troubles.values()].flat()),
    troubleOn: (page) => unexpected(troubles.get(page) ?? []),
    open: async (url) => {
      const page = await context.newPage();
      await page.goto(url);
      return page;
    },
    expectTrouble: (pattern) => expected.push(pattern),
    close: () => context.close(),
  };
};

/** Answers are judged by their status; and what the test itself does to look into a mail's sandboxed frame is none of the page's doing. */
const known = ["Failed to load resource", "Blocked script execution in"];

const callOf = (response: Response): string => `${response.status()} ${response.request().method()} ${new URL(response.url()).pathname}`;

/** Notes what goes wrong on a page from now on. */
function watch(page: Page): string[] {
  const trouble: string[] = [];
  page.on("pageerror", (error) => trouble.push(`script: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !known.some((start) => message.text().startsWith(start))) trouble.push(`console: ${message.text()}`);
  });
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    // whoever leaves a page gives up what it was still asking for
    if (reason !== "net::ERR_ABORTED") trouble.push(`${reason} ${request.method()} ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) trouble.push(callOf(response));
  });
  return trouble;
}

/** All files of the staff app, one after the other beside whatever else the machine does, milliseconds. */
const installedWithinMs = 90_000;

/** The staff app is on this device, and its worker looks after the page. */
export const keptByWorker = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated", null, { timeout: installedWithinMs });
};

/** Folder for pictures of every step, to look at: `JOURNEY_PICTURES=<folder> npm exec vitest -- run --project journeys`. */
const picturesFolder = process.env.JOURNEY_PICTURES;

/** Takes a picture of the whole page when pictures are wanted. */
export const picture = async (page: Page, name: string): Promise<void> => {
  if (!picturesFolder) return;
  mkdirSync(picturesFolder, { recursive: true });
  await page.screenshot({ path: join(picturesFolder, `${name}.png`), fullPage: true });
};

/** The same of a phone's page, and as a desk would show it. */
export const pictures = async ({ page }: { page: Page }, name: string): Promise<void> => {
  if (!picturesFolder) return;
  await picture(page, `${name}-360`);
  await page.setViewportSize(viewports.desk);
  await picture(page, `${name}-1280`);
  await page.setViewportSize(viewports.phone);
};
