import type { Locale } from "../../../shared/domain/locale.ts";

/** Language of the page: what its HTML says. Korean while prerendering, where no document exists and nobody asks. */
export function pageLocale(): Locale {
  return typeof document !== "undefined" && document.documentElement.lang === "en" ? "en" : "ko";
}

const englishRoot = "/en";

/** Address of a seeker page in a language: Korean at the root, English under `/en`. */
export function pathIn(locale: Locale, path: string): string {
  return locale === "ko" ? path : path === "/" ? `${englishRoot}/` : englishRoot + path;
}

/** The same address without its language. */
export function pathWithoutLocale(path: string): string {
  return path === englishRoot ? "/" : path.startsWith(`${englishRoot}/`) ? path.slice(englishRoot.length) : path;
}

/** Text kept in two languages, where English may be missing: Korean is then shown as it is, marked as Korean for screen readers. */
export function inLocale(locale: Locale, ko: string, en: string | null | undefined): { text: string; lang: Locale | undefined } {
  if (locale === "ko") return { text: ko, lang: undefined };
  return en ? { text: en, lang: undefined } : { text: ko, lang: "ko" };
}
