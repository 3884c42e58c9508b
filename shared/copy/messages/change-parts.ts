import type { Locale } from "../../domain/locale.ts";
import { dateText, type LocalDate, type LocalTime, timeText } from "../../domain/seoul-time.ts";
import type { SlotKind } from "../../domain/states.ts";
import { arriveWords } from "./calendar-words.ts";
import { fact, type Line, type Stanza } from "./mail-content.ts";

/** A booking as a person knows it: what for, and when on the day of the visit. Names come in the reader's language. */
export interface BookedItem {
  readonly bookingNo: string;
  /** The job with its employer, or what the centre offers. */
  readonly what: string;
  readonly slotTime: LocalTime;
}

export interface BookedPlaceAndTime {
  readonly visitOn: LocalDate;
  readonly slotTime: LocalTime;
  readonly placeName: string;
  /** Said where it is known; "1번 창구". */
  readonly deskLabel?: string | undefined;
}

/** One booking that keeps its number and is now at another time, place or desk. */
export interface BookingChange {
  readonly bookingNo: string;
  readonly what: string;
  readonly before: BookedPlaceAndTime;
  readonly after: BookedPlaceAndTime;
  /** What is booked, where there is still time to come early for it. */
  readonly arriveFor?: { readonly kind: SlotKind; readonly opensAt: LocalTime } | undefined;
}

/** What a change ended beside bookings: a place in a list, a seat that was offered (the place stays), an application. */
export interface EndedItem {
  readonly what: string;
  readonly kind: "wait" | "offer" | "application";
}

/** One property before and after a change, in words. */
export interface ChangedPart {
  /** Its name where it stayed as it was and is said once. */
  readonly label: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What differs, once before and once after; what stayed, once. */
export function beforeAndAfter(parts: readonly ChangedPart[], locale: Locale): Stanza {
  const changed = parts.filter(({ before, after }) => before !== after);
  const words = changeWords[locale];
  return [
    ...said(words.before, joined(changed.map(({ before }) => before))),
    ...said(words.after, joined(changed.map(({ after }) => after))),
    ...parts.filter((part) => !changed.includes(part)).flatMap(({ label, after }) => said(label, after)),
  ];
}

/** A stanza for each booking. */
export const changeStanzas = (changes: readonly BookingChange[], locale: Locale): readonly Stanza[] =>
  changes.map(({ bookingNo, what, before, after, arriveFor }) => {
    const words = changeWords[locale];
    const when = ({ visitOn, slotTime }: BookedPlaceAndTime) => `${dateText(visitOn, locale)} ${timeText(slotTime, locale)}`;
    return [
      fact(words.booking, what),
      ...beforeAndAfter(
        [
          { label: words.time, before: when(before), after: when(after) },
          { label: words.place, before: before.placeName, after: after.placeName },
          { label: words.desk, before: before.deskLabel, after: after.deskLabel },
        ],
        locale,
      ),
      fact(words.bookingNo, bookingNo),
      ...(arriveFor ? [arriveWords(arriveFor.kind, locale, { slotTime: after.slotTime, opensAt: arriveFor.opensAt })] : []),
    ];
  });

/** A line for each booking of one visit: "- 오전 10시: 포장원, 예약번호 7QX2". */
export const itemLines = (items: readonly BookedItem[], locale: Locale): readonly Line[] =>
  items.map(({ bookingNo, what, slotTime }) => fact(timeText(slotTime, locale), `${what}, ${changeWords[locale].numbered(bookingNo)}`));

/** A sentence with the list that it announces; nothing where the list is empty. */
export const announced = (sentence: string, lines: readonly Line[]): readonly Stanza[] => (lines.length > 0 ? [[sentence, ...lines]] : []);

/** Each kind with its list; nothing where nothing ended. */
export const endedStanzas = (ended: readonly EndedItem[], locale: Locale): readonly Stanza[] =>
  (["wait", "offer", "application"] as const).flatMap((kind) => {
    const { sentence, label } = endedWords[locale][kind];
    const whats = new Set(ended.filter((one) => one.kind === kind).map(({ what }) => what));
    return announced(
      sentence,
      [...whats].map((what) => fact(label, what)),
    );
  });

const endedWords: Record<Locale, Record<EndedItem["kind"], { sentence: string; label: string }>> = {
  ko: {
    wait: { sentence: "남은 시간이 없어 아래 대기는 끝났습니다.", label: "대기" },
    offer: { sentence: "잡아 둔 자리는 없어졌습니다. 대기 순서는 그대로입니다.", label: "대기" },
    application: { sentence: "면접 시간이 없어져 아래 지원은 끝났습니다.", label: "지원" },
  },
  en: {
    wait: { sentence: "No time is left that you could get, so you no longer wait for:", label: "Waiting list" },
    offer: { sentence: "The seat that we held for you is gone. You keep your place in the list:", label: "Waiting list" },
    application: { sentence: "There is no interview time any more, so this has ended:", label: "Application" },
  },
};

const said = (label: string, value: string | undefined): readonly Line[] => (value ? [fact(label, value)] : []);
const joined = (texts: readonly (string | undefined)[]): string => texts.filter((text) => text !== undefined).join(", ");

const ko = {
  booking: "예약",
  before: "바뀌기 전",
  after: "바뀐 뒤",
  time: "시각",
  place: "장소",
  desk: "창구",
  bookingNo: "예약번호",
  numbered: (bookingNo: string) => `예약번호 ${bookingNo}`,
};
const en: typeof ko = {
  booking: "Booking",
  before: "Before",
  after: "Now",
  time: "Time",
  place: "Place",
  desk: "Desk",
  bookingNo: "Booking number",
  numbered: (bookingNo) => `booking number ${bookingNo}`,
};
export const changeWords: Record<Locale, typeof ko> = { ko, en };
