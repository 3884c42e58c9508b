import { dateText, type LocalDate, type LocalTime, timeText } from "../../domain/seoul-time.ts";
import { whenAndWhere } from "./booked-parts.ts";
import { type CentreLine, closingLines } from "./closing-lines.ts";
import { action, fact, type MessageText } from "./mail-content.ts";

export interface WaitlistJoinedVariables extends CentreLine {
  readonly name: string;
  readonly visitOn: LocalDate;
  readonly placeName: string;
  /** The job with its employer, or what the centre offers. */
  readonly what: string;
  /** None where any time will do. */
  readonly slotTime?: LocalTime | undefined;
  /** The person's place in the order of application, from 1. */
  readonly waitNo: number;
  readonly link: string;
  /** The booking that is kept while the person waits for an earlier time. */
  readonly replaces?: { readonly slotTime: LocalTime } | undefined;
}

export const waitlistJoined: MessageText<WaitlistJoinedVariables> = {
  ko: (v) => ({
    subject: "대기 신청을 받았습니다",
    preview: `${dateText(v.visitOn, "ko")}, ${v.placeName}`,
    stanzas: [
      [`${v.name} 님, 대기 신청을 받았습니다.`],
      [
        fact("대기", v.what),
        fact("날짜", dateText(v.visitOn, "ko")),
        fact("시각", v.replaces ? `예약하신 ${timeText(v.replaces.slotTime, "ko")}보다 이른 시간` : koreanTime(v.slotTime)),
        fact("장소", v.placeName),
        fact("대기 순서", `${v.waitNo}번`),
      ],
      [
        "자리가 나면 신청하신 순서대로 전자우편으로 알려 드립니다.",
        "언제까지 확정하실지도 그때 적어 드립니다.",
        v.replaces ? "지금 예약은 그대로입니다." : "예약 없이 오셔도 빈 시간이 있으면 상담할 수 있습니다.",
        action("대기 보기·취소", v.link),
      ],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "You are on the waiting list",
    preview: `${dateText(v.visitOn, "en")}, ${v.placeName}`,
    stanzas: [
      [`${v.name}, you are on the waiting list.`],
      [
        fact("Waiting for", v.what),
        fact("Date", dateText(v.visitOn, "en")),
        fact("Time", v.replaces ? `earlier than your booking at ${timeText(v.replaces.slotTime, "en")}` : englishTime(v.slotTime)),
        fact("Place", v.placeName),
        fact("Number in the list", String(v.waitNo)),
      ],
      [
        "We offer free times by mail, in order of application.",
        "That mail will say by when to confirm.",
        v.replaces ? "You keep your booking." : "You may also come without a booking; there is counselling if there is time.",
        action("See or leave the list", v.link),
      ],
      closingLines.en(v),
    ],
  }),
};

/** A freed time, held for this person until the moment that is said. */
const koreanTime = (time: LocalTime | undefined): string => (time === undefined ? "어느 시각이든" : timeText(time, "ko"));
const englishTime = (time: LocalTime | undefined): string => (time === undefined ? "any time" : timeText(time, "en"));

export interface WaitlistPromotedVariables extends CentreLine {
  readonly name: string;
  readonly visitOn: LocalDate;
  readonly slotTime: LocalTime;
  readonly placeName: string;
  readonly what: string;
  readonly holdUntilOn: LocalDate;
  readonly holdUntil: LocalTime;
  /** Opens the page that asks, for both answers; opening it changes nothing. */
  readonly confirmLink: string;
  /** The booking that this time would replace; the person keeps it until they confirm. */
  readonly replaces?: { readonly slotTime: LocalTime } | undefined;
}

export const waitlistPromoted: MessageText<WaitlistPromotedVariables> = {
  ko: (v) => ({
    subject: "자리가 났습니다. 확정해 주세요",
    preview: whenAndWhere(v, "ko"),
    stanzas: [
      [`${v.name} 님, 기다리시던 자리가 났습니다.`],
      [fact("대기", v.what), fact("시각", `${dateText(v.visitOn, "ko")} ${timeText(v.slotTime, "ko")}`), fact("장소", v.placeName)],
      ...(v.replaces
        ? [
            [
              `지금 예약하신 ${timeText(v.replaces.slotTime, "ko")} 자리는 확정하실 때까지 그대로입니다.`,
              "확정하시면 예약을 위 시각으로 옮겨 드립니다.",
            ],
          ]
        : []),
      [
        `${dateText(v.holdUntilOn, "ko")} ${timeText(v.holdUntil, "ko")}까지 확정해 주세요.`,
        action(v.replaces ? "이 시간으로 바꾸기" : "이 자리 받기", v.confirmLink),
        "넘기시려면 같은 화면에서 ‘이번에는 넘기기’를 눌러 주세요.",
      ],
      ["확정하지 않으시면 다음 분께 자리를 드립니다. 대기 순서는 그대로 남습니다."],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "A time is free: please confirm",
    preview: whenAndWhere(v, "en"),
    stanzas: [
      [`${v.name}, a time is free for you.`],
      [fact("Waiting for", v.what), fact("Time", `${dateText(v.visitOn, "en")} ${timeText(v.slotTime, "en")}`), fact("Place", v.placeName)],
      ...(v.replaces
        ? [
            [
              `You keep your booking at ${timeText(v.replaces.slotTime, "en")} until you confirm.`,
              "If you confirm, we move your booking to the time above.",
            ],
          ]
        : []),
      [
        `Please confirm by ${timeText(v.holdUntil, "en")} on ${dateText(v.holdUntilOn, "en")}.`,
        action(v.replaces ? "Change to this time" : "Take this seat", v.confirmLink),
        "To let it go, press “Not this time” on the same page.",
      ],
      ["If you do not confirm, we will offer it to the next person. You keep your place in the list."],
      closingLines.en(v),
    ],
  }),
};

export interface OfferExpiredVariables extends CentreLine {
  readonly name: string;
  readonly visitOn: LocalDate;
  readonly slotTime: LocalTime;
  readonly link: string;
}

/** Promises no next offer: whoever waits for this one time is not offered it again. */
export const offerExpired: MessageText<OfferExpiredVariables> = {
  ko: (v) => ({
    subject: "빈자리 확정 시간이 지났습니다",
    preview: `${dateText(v.visitOn, "ko")} ${timeText(v.slotTime, "ko")}`,
    stanzas: [
      [`${v.name} 님, ${dateText(v.visitOn, "ko")} ${timeText(v.slotTime, "ko")} 자리의 확정 시간이 지났습니다.`],
      [
        "그 자리는 이제 다른 분이 이용할 수 있습니다.",
        "대기 순서는 그대로입니다. 기다리시는 다른 자리가 나면 다시 알려 드립니다.",
        action("대기 보기·취소", v.link),
      ],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "The time to confirm has passed",
    preview: `${dateText(v.visitOn, "en")} ${timeText(v.slotTime, "en")}`,
    stanzas: [
      [`${v.name}, the time to confirm your offer for ${dateText(v.visitOn, "en")} ${timeText(v.slotTime, "en")} has passed.`],
      [
        "Others can now have that time.",
        "You keep your place in the list. We will write again when another time that you are waiting for is free.",
        action("See or leave the list", v.link),
      ],
      closingLines.en(v),
    ],
  }),
};
