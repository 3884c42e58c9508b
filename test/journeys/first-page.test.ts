import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedDemoSeason } from "../../infra/local/seed.ts";
import { shellWords } from "../../shared/copy/pages-seeker/shell.ts";
import { visitsWords } from "../../shared/copy/pages-seeker/visits.ts";
import { locales } from "../../shared/domain/locale.ts";
import { pathIn } from "../../web/src/platform/locale.ts";
import { openChromium, viewports } from "../support/chromium.ts";
import { aDevice } from "../support/device.ts";
import { heading, link, sees } from "../support/page-words.ts";
import { aStack, type Stack } from "../support/stack.ts";

/** What a cheap phone on a slow line may be asked for before somebody can look for a visit (`WEB.md`, pages). */
const budget = { requests: 4, bytes: 35_000, scriptBytes: 20_000, pageBytes: 10_000 };

let stack: Stack;
let browser: Browser;

beforeAll(async () => {
  [stack, browser] = await Promise.all([aStack("2026-11-26T00:00:00.000Z"), openChromium()]);
  await seedDemoSeason(stack);
});

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

type Received = { path: string; type: string; bytes: number };

describe.each(locales)("the first page in %s", (locale) => {
  test("comes in few requests and few bytes, as the browser received them", async () => {
    const device = await aDevice(browser, { locale, viewport: viewports.phone });
    const page = await device.context.newPage();
    const received: Promise<Received>[] = [];
    page.on("requestfinished", (request) => {
      received.push(
        request.sizes().then(({ responseBodySize, responseHeadersSize }) => ({
          path: new URL(request.url()).pathname,
          type: request.resourceType(),
          bytes: responseBodySize + responseHeadersSize,
        })),
      );
    });
    await page.goto(stack.origin + pathIn(locale, "/"));
    // the list of visits is there
    await page.getByRole("heading", { level: 3 }).first().waitFor();

    // the mark of the page is part of the page
    const all = (await Promise.all(received)).filter(({ path }) => path.startsWith("/"));
    const sum = (...types: string[]) => all.filter(({ type }) => types.includes(type)).reduce((total, { bytes }) => total + bytes, 0);
    expect(all.map(({ path }) => path)).toHaveLength(budget.requests);
    expect(sum("script")).toBeLessThanOrEqual(budget.scriptBytes);
    expect(sum("document", "stylesheet")).toBeLessThanOrEqual(budget.pageBytes);
    expect(sum("script", "document", "stylesheet", "fetch", "font", "image", "other")).toBeLessThanOrEqual(budget.bytes);
    expect(device.trouble()).toEqual([]);
    await device.close();
  });

  test("says without JavaScript what this is, that it is free, and how to reach us", async () => {
    const device = await aDevice(browser, { locale, viewport: viewports.phone, javaScriptEnabled: false });
    const page = await device.open(stack.origin + pathIn(locale, "/"));
    const on = { page, locale };
    await heading(on, visitsWords[locale].title).waitFor();
    await sees(on, visitsWords[locale].lead);
    await sees(on, shellWords[locale].needsScript);
    expect(await page.locator('a[href^="tel:"]').first().isVisible()).toBe(true);
    await link(on, shellWords[locale].help).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await page.locator("summary").count()).toBeGreaterThan(5);
    await device.close();
  });
});
