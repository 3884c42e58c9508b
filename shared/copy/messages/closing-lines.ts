import type { Locale } from "../../domain/locale.ts";
import type { Stanza } from "./mail-content.ts";

/** Every mail needs the line that people can call. */
export interface CentreLine {
  /** Telephone number of the centre as people read it, "02-000-0000". */
  readonly centrePhone: string;
}

export const centreName: Record<Locale, string> = {
  ko: "찾아가는 일자리플러스센터",
  en: "Visiting Job Plus Center",
};

/** The last lines of every mail. */
export const closingLines: Record<Locale, (variables: CentreLine) => Stanza> = {
  ko: ({ centrePhone }) => [`문의: ${centrePhone} (평일 09:00~18:00)`, centreName.ko],
  en: ({ centrePhone }) => [`Questions: ${centrePhone} (weekdays 09:00-18:00)`, centreName.en],
};
