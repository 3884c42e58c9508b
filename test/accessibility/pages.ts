import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { uiWords } from "../../shared/copy/ui.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import { pathIn } from "../../web/src/platform/locale.ts";
import { openChromium, viewports } from "../support/chromium.ts";
import { aDevice, type Device, pictures } from "../support/device.ts";
import { button, type Speaking } from "../support/page-words.ts";
import { chooseLanguage, signIn, signInByCode } from "../support/sign-in.ts";
import { aStack, type Stack } from "../support/stack.ts";
import { axeFaults } from "./axe.ts";
import { languageFaults } from "./language.ts";
import { layoutFaults, squeezedFaults } from "./layout.ts";
import { aSeason, mailOf, type Season, type Visitor } from "./season.ts";
import { consoleSights, emptySights, failedSights, otherSights, refusedForms, type Sight, seekerSights, staffSights } from "./sights.ts";

let stack: Stack;
let browser: Browser;
let season: Season;
const devices = new Map<Visitor, Promise<Device>>();

/** The device of a visitor, signed in; console and staff pages have been told the language. */
const deviceOf = (visitor: Visitor, locale: Locale): Promise<Device> => {
  const known = devices.get(visitor);
  if (known) return known;
  const made = signedIn(visitor, locale);
  devices.set(visitor, made);
  return made;
};

const signedIn = async (visitor: Visitor, locale: Locale): Promise<Device> => {
  const device = await aDevice(browser, { locale, viewport: viewports.phone });
  listen(device.context);
  const on = { page: await device.open(`${stack.origin}/staff`), locale };
  await chooseLanguage(on);
  if (visitor === "invited" || visitor === "unproven") await signInByCode(on, stack, mailOf(visitor, season));
  else if (visitor !== "nobody") await signIn(on, stack, mailOf(visitor, season));
  await answersHeard(on.page);
  await on.page.close();
  return device;
};

const isSeekers = (path: string): boolean => !/^\/(console|staff)(\/|$)/.test(path);

/** What the API has answered to a device, each answer once; with those that are still being read. */
const answersTo = new WeakMap<BrowserContext, { read: Set<string>; coming: Promise<unknown>[] }>();

/** Listens from the first page of a device on: a page of the staff app shows what an earlier one was answered before it has an answer of its own. */
const listen = (context: BrowserContext): void => {
  const answers = { read: new Set<string>(), coming: [] as Promise<unknown>[] };
  answersTo.set(context, answers);
  context.on("response", (response) => {
    if (/json/.test(response.headers()["content-type"] ?? ""))
      answers.coming.push(
        response.text().then(
          (text) => answers.read.add(text),
          () => undefined,
        ),
      );
  });
};

/** Everything that the API answered to the device of a page. An answer that is being read is waited for: it goes with the page it was for. */
const answersHeard = async (page: Page): Promise<string[]> => {
  const answers = answersTo.get(page.context());
  await Promise.all(answers?.coming ?? []);
  return [...(answers?.read ?? [])];
};

/** What the API answered, and what stands in the page's fields: the data, in whatever language somebody wrote it. */
const dataOn = async (page: Page): Promise<string> => {
  const typed = await page.locator("input").evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  return [...(await answersHeard(page)), ...typed].join("\n");
};

/** What every page owes its readers, whatever it shows. */
const landmarkFaults = async (page: Page, locale: Locale, inBoth = false): Promise<string[]> => {
  const found = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    headings: [...document.querySelectorAll("h1")].filter((heading) => heading.checkVisibility({ visibilityProperty: true })).length,
    telephones: document.querySelectorAll('a[href^="tel:"]').length,
  }));
  return [
    ...(found.lang === (inBoth ? "ko" : locale) ? [] : [`lang is ${found.lang}`]),
    ...(found.headings === 1 ? [] : [`${found.headings} first headings`]),
    ...(found.telephones > 0 ? [] : ["no telephone to call"]),
  ];
};

/** Opens a sight and hands it over once it has come to rest. */
const look = async (sight: Sight, locale: Locale, then: (on: Speaking) => Promise<void>): Promise<void> => {
  const device = await deviceOf(sight.by, locale);
  const page = await device.context.newPage();
  try {
    await sight.before?.(page);
    const path = sight.path(season);
    await page.goto(stack.origin + (isSeekers(path) ? pathIn(locale, path) : path));
    const on = { page, locale };
    await page.locator("h1").filter({ visible: true }).first().waitFor();
    await page.getByText(uiWords[locale].loading).first().waitFor({ state: "detached" });
    await sight.reach?.(on, season);
    await pictures(on, `a11y-${locale}-${sight.by}-${sight.name.replace(/\W+/g, "-")}`);
    await then(on);
    expect(device.troubleOn(page).filter((trouble) => !sight.provokes?.test(trouble))).toEqual([]);
  } finally {
    await answersHeard(page);
    await page.close();
  }
};

const { phone, desk } = viewports;
const narrowest = { width: 320, height: 640 };

const faultsAt = async (page: Page, size: { width: number; height: number }): Promise<string[]> => {
  await page.setViewportSize(size);
  const faults = [...(await layoutFaults(page)), ...(size === narrowest ? [] : await axeFaults(page))];
  return faults.map((fault) => `${size.width} px: ${fault}`);
};

/** The desk reads in sunlight: its pages hold together with large text on a usual phone, too. */
const faultsInLargeText = async (page: Page): Promise<string[]> => {
  await page.setViewportSize(phone);
  const squeezed = await squeezedFaults(page);
  await page.evaluate(() => {
    document.documentElement.dataset.text = "large";
  });
  const large = [...(await layoutFaults(page)), ...(await squeezedFaults(page))].map((fault) => `large text: ${fault}`);
  await page.evaluate(() => {
    delete document.documentElement.dataset.text;
  });
  return [...squeezed, ...large];
};

/** On a narrow phone, a usual one, and a desk. */
const everySize = [narrowest, phone, desk];
/** Enough for states of pages that are judged at every size: where room is scarce. */
const phoneOnly = [phone];

const judge = async ({ page, locale }: Speaking, sizes: typeof everySize, inBoth?: boolean): Promise<void> => {
  const faults = [...(await landmarkFaults(page, locale, inBoth)), ...(await languageFaults(page, locale, await dataOn(page)))];
  for (const size of sizes) faults.push(...(await faultsAt(page, size)));
  if (new URL(page.url()).pathname.startsWith("/staff")) faults.push(...(await faultsInLargeText(page)));
  expect(faults).toEqual([]);
};

const routes = [...Object.values(seekerSights), ...Object.values(consoleSights), ...Object.values(staffSights)];
const pages = routes.flatMap(([first]) => first ?? []);
const furtherStates = routes.flatMap(([, ...further]) => further);

/** Registers the tests of all pages in one language: a file of its own each, so that two languages are read side by side. */
export const pagesIn = (locale: Locale): void => {
  beforeAll(async () => {
    [stack, browser] = await Promise.all([aStack("2026-11-26T00:00:00.000Z"), openChromium({})]);
    season = await aSeason(stack);
  });

  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  describe.concurrent(`pages in ${locale}`, () => {
    test.each([...pages, ...otherSights])("$name: can be read, pressed and heard on every screen", (sight) =>
      look(sight, locale, (on) => judge(on, everySize, sight.inBoth)),
    );

    test.each(furtherStates)("$name: can be read, pressed and heard", (sight) => look(sight, locale, (on) => judge(on, phoneOnly)));

    test.each([...emptySights, ...failedSights])("$name: says so, and what to do", (sight) =>
      look(sight, locale, (on) => judge(on, phoneOnly)),
    );

    test.each(refusedForms)("$name, sent empty: the summary takes the focus and leads to each field", (sight) =>
      look(sight, locale, async (on) => {
        await button(on, sight.send(locale)).click();
        const summary = on.page.getByRole("alert").filter({ has: on.page.getByRole("heading") });
        await summary.waitFor();
        expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
        await judge(on, phoneOnly);
        const links = await summary.getByRole("link").all();
        expect(links.length).toBeGreaterThan(0);
        for (const link of links) {
          await link.click();
          expect(await on.page.evaluate(() => document.activeElement?.matches("input, select, textarea"))).toBe(true);
        }
      }),
    );
  });
};
