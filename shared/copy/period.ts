import type { Locale } from "../domain/locale.ts";

/** A time from a day to a day, to be looked at. */
export const periodWords: Record<Locale, Record<"from" | "to" | "show", string>> = {
  ko: { from: "처음 날", to: "마지막 날", show: "보기" },
  en: { from: "First day", to: "Last day", show: "Show" },
};
