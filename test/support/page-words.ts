import type { Locator, Page } from "playwright-core";
import { uiWords } from "../../shared/copy/ui.ts";
import type { Locale } from "../../shared/domain/locale.ts";

/** A page with the language that it speaks: elements are found by the words of the product's own dictionaries. */
export type Speaking = { page: Page; locale: Locale };

/** The field with this label; optional ones say so. */
export const field = ({ page, locale }: Speaking, label: string, { optional = false } = {}) =>
  page.getByLabel(optional ? `${label} (${uiWords[locale].optional})` : label, { exact: true });

export const button = ({ page }: Speaking, name: string) => page.getByRole("button", { name, exact: true });
export const link = ({ page }: Speaking, name: string) => page.getByRole("link", { name, exact: true });
export const heading = ({ page }: Speaking, name: string) => page.getByRole("heading", { name, exact: true });

/** Resolves once somebody can read these words. */
export const sees = ({ page }: Speaking, words: string): Promise<void> =>
  page.getByText(words, { exact: true }).filter({ visible: true }).first().waitFor();

/** Whether the whole of it is on the screen as it is, without scrolling. */
export const isOnScreen = (what: Locator): Promise<boolean> =>
  what.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  });
