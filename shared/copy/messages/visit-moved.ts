import type { Locale } from "../../domain/locale.ts";
import { dateText, type LocalDate, type LocalTime, timeRangeText } from "../../domain/seoul-time.ts";
import {
  announced,
  type BookedItem,
  type BookingChange,
  beforeAndAfter,
  type ChangedPart,
  changeStanzas,
  type EndedItem,
  endedStanzas,
  itemLines,
} from "./change-parts.ts";
import { type CentreLine, closingLines } from "./closing-lines.ts";
import { withParticle } from "./korean-particle.ts";
import { bareAction, fact, link, type MessageText } from "./mail-content.ts";

export interface VisitDayAndPlace {
  readonly visitOn: LocalDate;
  readonly opensAt: LocalTime;
  readonly closesAt: LocalTime;
  readonly placeName: string;
}

/** The place, the day or the hours of a visit changed. One mail for a person, whatever became of their bookings. */
export interface VisitMovedVariables extends CentreLine {
  readonly name: string;
  readonly reason: string;
  readonly before: VisitDayAndPlace;
  readonly after: VisitDayAndPlace;
  /** At their times, on the day that the visit is now. */
  readonly kept: readonly BookedItem[];
  readonly cancelled: readonly BookedItem[];
  /** Moved to another time or to another visit. */
  readonly rebooked: readonly BookingChange[];
  /** Places in lists and applications that ended with it. */
  readonly ended?: readonly EndedItem[] | undefined;
  /** How to get to the place. */
  readonly mapLink: string;
  readonly link: string;
}

export const visitMoved: MessageText<VisitMovedVariables> = {
  ko: (v) => ({
    subject: lostAll(v) ? "방문이 바뀌어 예약이 취소되었습니다" : `방문 ${koreanSubject(v)} 바뀌었습니다`,
    preview: dayHoursAndPlace(v.after, "ko"),
    stanzas: [
      [`${v.name} 님, ${dateText(v.before.visitOn, "ko")} 방문 ${koreanSubject(v)} 바뀌었습니다.`],
      [...beforeAndAfter(partsOf(v, "ko"), "ko"), fact("이유", v.reason)],
      [link("가는 길", v.mapLink)],
      ...announced(
        v.before.visitOn === v.after.visitOn
          ? "아래 예약의 시각은 그대로입니다."
          : `아래 예약은 ${dateText(v.after.visitOn, "ko")} 같은 시각으로 옮겼습니다.`,
        itemLines(v.kept, "ko"),
      ),
      ...announced("죄송합니다. 아래 예약은 취소되었습니다.", itemLines(v.cancelled, "ko")),
      ...(v.rebooked.length > 0 ? [["아래 예약은 이렇게 옮겼습니다."], ...changeStanzas(v.rebooked, "ko")] : []),
      ...endedStanzas(v.ended ?? [], "ko"),
      ...(v.cancelled.length > 0 ? [["취소된 예약은 다른 시각으로 다시 예약하실 수 있습니다."]] : []),
      ["오시기 어려우면 취소하거나 다른 날을 골라 주세요.", bareAction("예약 보기·변경·취소", v.link)],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: lostAll(v) ? englishLostAll(v) : `${englishSubject(v)} changed`,
    preview: dayHoursAndPlace(v.after, "en"),
    stanzas: [
      [`${v.name}, the visit on ${dateText(v.before.visitOn, "en")} has changed.`],
      [...beforeAndAfter(partsOf(v, "en"), "en"), fact("Reason", v.reason)],
      [link("How to get there", v.mapLink)],
      ...announced(
        v.before.visitOn === v.after.visitOn
          ? "These bookings keep their times:"
          : `These bookings are now on ${dateText(v.after.visitOn, "en")} at the same times:`,
        itemLines(v.kept, "en"),
      ),
      ...announced("We are sorry. These bookings are cancelled:", itemLines(v.cancelled, "en")),
      ...(v.rebooked.length > 0 ? [["We have moved these bookings:"], ...changeStanzas(v.rebooked, "en")] : []),
      ...endedStanzas(v.ended ?? [], "en"),
      ...(v.cancelled.length > 0 ? [["You can book another time for what was cancelled."]] : []),
      ["If you cannot come, please cancel or choose another day:", bareAction("See, change or cancel", v.link)],
      closingLines.en(v),
    ],
  }),
};

/** Nothing is left of what the person had booked: that comes before what else changed. */
const lostAll = ({ kept, cancelled, rebooked }: VisitMovedVariables): boolean =>
  cancelled.length > 0 && kept.length === 0 && rebooked.length === 0;
const englishLostAll = ({ cancelled }: VisitMovedVariables): string =>
  cancelled.length === 1 ? "The visit has changed: your booking is cancelled" : "The visit has changed: your bookings are cancelled";

function partsOf({ before, after }: VisitMovedVariables, locale: Locale): readonly ChangedPart[] {
  const words = partWords[locale];
  const hours = ({ opensAt, closesAt }: VisitDayAndPlace) => timeRangeText(opensAt, closesAt, locale);
  return [
    { label: words.day, before: dateText(before.visitOn, locale), after: dateText(after.visitOn, locale) },
    { label: words.hours, before: hours(before), after: hours(after) },
    { label: words.place, before: before.placeName, after: after.placeName },
  ];
}

/** Names of what changed. Should the difference be in none of the words, it is left open what. */
function changedNames(v: VisitMovedVariables, locale: Locale): readonly string[] {
  const names = partsOf(v, locale).flatMap(({ label, before, after }) => (before === after ? [] : [label]));
  return names.length > 0 ? names : [partWords[locale].details];
}

/** "장소가", "날짜와 장소가", "날짜, 운영 시간과 장소가". */
function koreanSubject(v: VisitMovedVariables): string {
  const names = changedNames(v, "ko");
  const [last = "", beforeLast, ...earlier] = names.toReversed();
  const final = withParticle(last, "이/가");
  if (beforeLast === undefined) return final;
  return `${[...earlier.toReversed(), withParticle(beforeLast, "와/과")].join(", ")} ${final}`;
}

/** "The place of the visit has", "The date and hours of the visit have". */
function englishSubject(v: VisitMovedVariables): string {
  const names = changedNames(v, "en").map((name) => name.toLowerCase());
  const list = names.length === 1 ? names.join() : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  const one = names.length === 1 && !list.endsWith("s");
  return `The ${list} of the visit ${one ? "has" : "have"}`;
}

const dayHoursAndPlace = (visit: VisitDayAndPlace, locale: Locale): string =>
  `${dateText(visit.visitOn, locale)} ${timeRangeText(visit.opensAt, visit.closesAt, locale)}, ${visit.placeName}`;

const partWords: Record<Locale, Record<"day" | "hours" | "place" | "details", string>> = {
  ko: { day: "날짜", hours: "운영 시간", place: "장소", details: "안내" },
  en: { day: "Date", hours: "Hours", place: "Place", details: "Details" },
};
