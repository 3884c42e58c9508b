import type { Locale } from "../../domain/locale.ts";
import { bareAction, type Line, type Stanza } from "./mail-content.ts";

/** Every mail needs the line that people can call. */
export interface CentreLine {
  /** Telephone number of the centre as people read it, "02-000-0000". */
  readonly centrePhone: string;
}

export const centreName: Record<Locale, string> = {
  ko: "찾아가는 일자리플러스센터",
  en: "Visiting Job Plus Center",
};

/** Where to go from a cancelled booking once its visit takes no more online. */
export const afterClosing: Record<Locale, (visitsLink: string) => readonly Line[]> = {
  ko: (visitsLink) => [
    "다음 방문에서 다시 예약하시거나, 예약 없이 버스에 오셔도 상담을 받을 수 있습니다.",
    bareAction("방문 일정 보기", visitsLink),
  ],
  en: (visitsLink) => [
    "You can book again for another visit, or come to the bus for counselling without a booking.",
    bareAction("See the visits", visitsLink),
  ],
};

/** The last lines of every mail. */
export const closingLines: Record<Locale, (variables: CentreLine) => Stanza> = {
  ko: ({ centrePhone }) => [`문의: ${centrePhone} (평일 09:00~18:00)`, centreName.ko],
  en: ({ centrePhone }) => [`Questions: ${centrePhone} (weekdays 09:00-18:00)`, centreName.en],
};
