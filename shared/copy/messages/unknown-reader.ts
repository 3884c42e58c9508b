import type { Locale } from "../../domain/locale.ts";

/** In place of the name, where it is not known yet who reads a mail; Korean adds 님. */
export const unknownReader: Record<Locale, string> = { ko: "방문자", en: "Visitor" };
