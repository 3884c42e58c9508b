import { useState } from "preact/hooks";
import { type Locale, locales } from "../../../shared/domain/locale.ts";
import { keeper } from "./kept.ts";

const kept = keeper("device", "jobstop:locale", (value): value is Locale => locales.some((locale) => locale === value));

/**
 * Language of an entry that keeps one address for both languages: the one chosen last on this device, else Korean. The page's `lang` says the same, so
 * that screen readers speak it and the API answers in it.
 */
export function useChosenLocale(): [Locale, (locale: Locale) => void] {
  const [locale, setLocale] = useState(() => spoken(kept.read() ?? "ko"));
  const choose = (chosen: Locale) => {
    kept.write(chosen);
    setLocale(spoken(chosen));
  };
  return [locale, choose];
}

function spoken(locale: Locale): Locale {
  document.documentElement.lang = locale;
  return locale;
}
