import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Locale } from "../../../shared/domain/locale.ts";

/** Language that the page is drawn in; the root of each page provides it. */
export const LocaleContext = createContext<Locale>("ko");

export const useLocale = (): Locale => useContext(LocaleContext);

/** The words of a dictionary in the page's language. */
export const useWords = <Words>(dictionary: Readonly<Record<Locale, Words>>): Words => dictionary[useLocale()];
