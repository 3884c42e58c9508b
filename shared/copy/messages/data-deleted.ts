import type { Locale } from "../../domain/locale.ts";
import { dateText, type LocalDate, timeText, yearOf } from "../../domain/seoul-time.ts";
import { announced, type BookedItem, changeWords } from "./change-parts.ts";
import { type CentreLine, closingLines } from "./closing-lines.ts";
import { bareAction, fact, type Line, type MessageText } from "./mail-content.ts";

/** The last mail that somebody gets: that everything about them is gone, and what with it. */
export interface DataDeletedVariables extends CentreLine {
  /** None where there never was one. */
  readonly name?: string | undefined;
  readonly deletedOn: LocalDate;
  /** Because the time for which data are kept was over; else because it was wanted. */
  readonly isOver: boolean;
  readonly cancelled: readonly (BookedItem & { readonly visitOn: LocalDate })[];
  /** Until when the application form is kept apart; none where there is none. */
  readonly lockedUntil?: LocalDate | undefined;
  readonly visitsLink: string;
}

const withYear: Record<Locale, (date: LocalDate) => string> = {
  ko: (date) => `${yearOf(date)}년 ${dateText(date, "ko")}`,
  en: (date) => `${dateText(date, "en")} ${yearOf(date)}`,
};

const lines = ({ cancelled }: DataDeletedVariables, locale: Locale): Line[] =>
  cancelled.map(({ visitOn, slotTime, what, bookingNo }) =>
    fact(timeText(slotTime, locale), `${dateText(visitOn, locale)}, ${what}, ${changeWords[locale].numbered(bookingNo)}`),
  );

export const dataDeleted: MessageText<DataDeletedVariables> = {
  ko: (v) => ({
    subject: "개인정보를 지웠습니다",
    preview: withYear.ko(v.deletedOn),
    stanzas: [
      [
        `${v.name ? `${v.name} 님의` : "회원님의"} 정보를 ${withYear.ko(v.deletedOn)}에 지웠습니다.`,
        ...(v.isOver ? ["보관하기로 한 기간이 끝났기 때문입니다."] : []),
        "되돌릴 수 없습니다.",
      ],
      ...announced("아래 예약도 함께 취소했습니다.", lines(v, "ko")),
      ...(v.lockedUntil
        ? [
            [
              "법에 따라 신청서(이름, 태어난 해, 등록한 날)만 따로 잠가 둡니다.",
              `신청서도 ${withYear.ko(v.lockedUntil)}이 지나면 지웁니다.`,
            ],
          ]
        : []),
      ["다시 이용하시려면 새로 등록해 주세요.", bareAction("방문 일정 보기", v.visitsLink)],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "Your data has been deleted",
    preview: withYear.en(v.deletedOn),
    stanzas: [
      [
        `${v.name ? `${v.name}, your` : "Your"} data was deleted on ${withYear.en(v.deletedOn)}.`,
        ...(v.isOver ? ["The time for which we keep it was over."] : []),
        "This cannot be undone.",
      ],
      ...announced("These bookings are cancelled with it:", lines(v, "en")),
      ...(v.lockedUntil
        ? [
            [
              "By law we keep your application form (name, year of birth, dates) locked apart.",
              `It is deleted after ${withYear.en(v.lockedUntil)}.`,
            ],
          ]
        : []),
      ["To use the service again, please register anew.", bareAction("See the visits", v.visitsLink)],
      closingLines.en(v),
    ],
  }),
};
