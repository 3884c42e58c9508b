import type { Page } from "playwright-core";
import type { Locale } from "../../shared/domain/locale.ts";

/** Text that can be seen or heard, with the language that the page says it is in. */
type Said = { text: string; lang: string };

const saidOn = (page: Page): Promise<Said[]> =>
  page.evaluate(() => {
    const said: { text: string; lang: string }[] = [];
    const note = (text: string | null, element: Element) => {
      if (text?.trim()) said.push({ text: text.trim(), lang: element.closest("[lang]")?.getAttribute("lang") ?? "" });
    };
    note(document.title, document.documentElement);
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement;
      if (element && !element.closest("script, style, noscript") && (element.matches("option, optgroup") || element.checkVisibility()))
        note(node.textContent, element);
    }
    for (const element of document.body.querySelectorAll("[aria-label], [alt], [placeholder], [title], optgroup[label]"))
      for (const name of ["aria-label", "alt", "placeholder", "title", "label"]) note(element.getAttribute(name), element);
    return said;
  });

const hangul = /\p{Script=Hangul}+/gu;
const latin = /[A-Za-z][A-Za-z'’.-]*[A-Za-z]/g;

/** Korean pages may say these as they are: the other language's own name, codes, and what Korean has no word for. */
const latinInKorean = new Set(["English", "QR", "CEO"]);
/** Addresses and codes are the same in every language; so is the half of a code by which people are called, which may hold no digit. */
const sameEverywhere = /\S+@\S+|https?:\/\/\S*|\b[0-9A-HJKMNP-TV-Z]{4}(?:[- ][0-9A-HJKMNP-TV-Z]{4})?\b|\b[a-z]+-[a-z]+\b/g;
/** English pages ask firms for Korean texts, and show examples of them. */
const koreanExample = /(?:example|specimen)[: ].*/i;

/**
 * Words in the other language than the page says: strings left untranslated. What the API answered is data and may be in any language; so may a part
 * that is marked with its own `lang`.
 */
export const languageFaults = async (page: Page, locale: Locale, data: string): Promise<string[]> => {
  const faults: string[] = [];
  for (const { text, lang } of await saidOn(page)) {
    const own = text.replace(sameEverywhere, " ");
    const foreign =
      lang === "ko"
        ? [...own.matchAll(latin)].map(([word]) => word).filter((word) => !latinInKorean.has(word))
        : [...own.replace(koreanExample, " ").matchAll(hangul)].map(([word]) => word);
    const untranslated = foreign.filter((word) => !data.includes(word));
    if (untranslated.length > 0 || !lang) faults.push(`${locale} page, text in "${lang}": ${untranslated.join(", ")} in "${text}"`);
  }
  return faults;
};
