import type { Locale } from "../../domain/locale.ts";
import { dateText, type LocalDate, timeRangeText } from "../../domain/seoul-time.ts";
import { beforeAndAfter, type ChangedPart } from "./change-parts.ts";
import { type CentreLine, closingLines } from "./closing-lines.ts";
import { changeLines, type InterviewChange } from "./employer-interviews.ts";
import { bareAction, fact, type MessageText } from "./mail-content.ts";
import type { VisitDayAndPlace } from "./visit-moved.ts";

/** The visit does not take place, or its day, hours or place changed. */
export interface EmployerVisitChangedVariables extends CentreLine {
  readonly companyName: string;
  /** The day as the employer knew it. */
  readonly visitOn: LocalDate;
  readonly cancelled: boolean;
  readonly before: VisitDayAndPlace;
  readonly after: VisitDayAndPlace;
  /** What became of single interviews with it; empty where the list was not told yet, and where all of them are cancelled. */
  readonly changes: readonly InterviewChange[];
  /** Why, as the centre wrote it; absent where that is not known. */
  readonly reason?: string | undefined;
  readonly link: string;
}

export const employerVisitChanged: MessageText<EmployerVisitChangedVariables> = {
  ko: (v) =>
    v.cancelled
      ? {
          subject: "방문이 취소되었습니다",
          preview: dayAndPlace(v.before, "ko"),
          stanzas: [
            [`${v.companyName} 담당자님, ${dateText(v.visitOn, "ko")} 방문이 취소되었습니다.`],
            [fact("방문", dayAndPlace(v.before, "ko")), ...why("이유", v.reason)],
            ["이 방문의 현장면접도 모두 취소되었습니다. 예약한 분들께는 센터가 알립니다."],
            ["면접 시간은 로그인한 뒤 보실 수 있습니다.", bareAction("면접 시간 보기", v.link)],
            closingLines.ko(v),
          ],
        }
      : {
          subject: "방문 날짜·장소가 바뀌었습니다",
          preview: dayAndPlace(v.after, "ko"),
          stanzas: [
            [`${v.companyName} 담당자님, ${dateText(v.visitOn, "ko")} 현장면접 방문의 날짜나 장소가 바뀌었습니다.`],
            beforeAndAfter(partsOf(v, "ko"), "ko"),
            ...(v.reason ? [why("이유", v.reason)] : []),
            ...(v.changes.length > 0 ? [["면접은 이렇게 바뀌었습니다."], changeLines(v.changes, "ko")] : []),
            ["면접 시간은 로그인한 뒤 보실 수 있습니다.", bareAction("면접 시간 보기", v.link)],
            closingLines.ko(v),
          ],
        },
  en: (v) =>
    v.cancelled
      ? {
          subject: "The visit is cancelled",
          preview: dayAndPlace(v.before, "en"),
          stanzas: [
            [`Dear ${v.companyName}, the visit on ${dateText(v.visitOn, "en")} is cancelled.`],
            [fact("Visit", dayAndPlace(v.before, "en")), ...why("Reason", v.reason)],
            ["All of its interviews are cancelled with it. The centre tells the people who booked."],
            ["Please sign in to see your interview times:", bareAction("See your times", v.link)],
            closingLines.en(v),
          ],
        }
      : {
          subject: "The day or place of the visit has changed",
          preview: dayAndPlace(v.after, "en"),
          stanzas: [
            [`Dear ${v.companyName}, the day or place of the visit on ${dateText(v.visitOn, "en")} has changed.`],
            beforeAndAfter(partsOf(v, "en"), "en"),
            ...(v.reason ? [why("Reason", v.reason)] : []),
            ...(v.changes.length > 0 ? [["What changed in your interviews:"], changeLines(v.changes, "en")] : []),
            ["Please sign in to see your interview times:", bareAction("See your times", v.link)],
            closingLines.en(v),
          ],
        },
};

const why = (label: string, reason: string | undefined) => (reason ? [fact(label, reason)] : []);
const hoursOf = ({ opensAt, closesAt }: VisitDayAndPlace, locale: Locale): string => timeRangeText(opensAt, closesAt, locale);
const dayAndPlace = (visit: VisitDayAndPlace, locale: Locale): string =>
  `${dateText(visit.visitOn, locale)} ${hoursOf(visit, locale)}, ${visit.placeName}`;

const partsOf = ({ before, after }: EmployerVisitChangedVariables, locale: Locale): readonly ChangedPart[] => {
  const words = partWords[locale];
  return [
    { label: words.day, before: dateText(before.visitOn, locale), after: dateText(after.visitOn, locale) },
    { label: words.hours, before: hoursOf(before, locale), after: hoursOf(after, locale) },
    { label: words.place, before: before.placeName, after: after.placeName },
  ];
};

const partWords: Record<Locale, Record<"day" | "hours" | "place", string>> = {
  ko: { day: "날짜", hours: "운영 시간", place: "장소" },
  en: { day: "Date", hours: "Hours", place: "Place" },
};
