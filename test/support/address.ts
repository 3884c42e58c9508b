import { aBrowser } from "./calls.ts";
import type { Browser, World } from "./world.ts";

export const askForAddress = (world: World, mail: string, browser: Browser) =>
  world.call("POST /api/me/address-challenges", { body: { mail, locale: browser.locale } }, browser);

export const handInAddress = (world: World, code: string, browser: Browser) =>
  world.call("PUT /api/me/address", { body: { code } }, browser);

/** Changes the address of whoever is signed in there, who has signed in a moment ago; the mails to both are delivered. */
export const changeAddress = async (world: World, mail: string, browser: Browser): Promise<void> => {
  await world.get("POST /api/me/address-challenges", { body: { mail, locale: browser.locale } }, browser);
  await world.settle();
  await world.get("PUT /api/me/address", { body: { code: world.codeFor(mail) } }, browser);
  await world.settle();
};

/** The same browser a moment ago: what it has since, this one has not. */
export const copyOf = (browser: Browser): Browser => ({ ...aBrowser(browser.locale), cookies: new Map(browser.cookies) });
