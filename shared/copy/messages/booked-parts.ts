import type { Locale } from "../../domain/locale.ts";
import { dateText, type LocalDate, type LocalTime, timeText } from "../../domain/seoul-time.ts";
import type { CentreLine } from "./closing-lines.ts";
import { action, fact, type Line, link } from "./mail-content.ts";
import type { TimedParts } from "./timed-parts.ts";

/** What every confirmation of a booking knows. Names of places and services come in the reader's language. */
export interface BookedVariables extends CentreLine, TimedParts {
  readonly name: string;
  readonly visitOn: LocalDate;
  readonly slotTime: LocalTime;
  readonly placeName: string;
  /** "1번 창구"; said where it is known. */
  readonly deskLabel?: string | undefined;
  readonly bookingNo: string;
  readonly bring: string;
  /** The person's page with this booking: see, change, cancel. */
  readonly link: string;
  /** Where the same calendar entry as the attached one can be opened by hand. */
  readonly calendarLink?: string | undefined;
}

/** What to bring, in the words of the questions that people ask most. */
export const thingsToBring: Record<"interview" | "counselling" | "startup" | "ceoTalk", Record<Locale, string>> = {
  interview: { ko: "신분증, 이력서", en: "ID card, CV" },
  counselling: { ko: "신분증(이력서가 있으면 함께)", en: "ID card (and your CV, if you have one)" },
  startup: {
    ko: "사업자등록증, 임대차계약서, 매출 자료(부가세 과세표준증명 등)",
    en: "business registration, lease, sales records (such as a VAT base certificate)",
  },
  ceoTalk: { ko: "사업자등록증, 함께 볼 자료", en: "business registration, papers that you would like to show us" },
};

export const whenAndWhere = (v: { visitOn: LocalDate; slotTime: LocalTime; placeName: string }, locale: Locale): string =>
  `${dateText(v.visitOn, locale)} ${timeText(v.slotTime, locale)}, ${v.placeName}`;

/** Each mail has one main action: the booking's page, unless a timed part brings its own. */
export const bookingLink = (label: string, v: Pick<BookedVariables, "link" | keyof TimedParts>): Line =>
  v.reminder || v.ticket ? link(label, v.link) : action(label, v.link);

export const deskFact = (label: string, v: Pick<BookedVariables, "deskLabel">): readonly Line[] =>
  v.deskLabel === undefined ? [] : [fact(label, v.deskLabel)];

export const calendarLine = (label: string, v: Pick<BookedVariables, "calendarLink">): readonly Line[] =>
  v.calendarLink === undefined ? [] : [link(label, v.calendarLink)];
