import type { Locale } from "../../domain/locale.ts";
import { dateText, type LocalDate } from "../../domain/seoul-time.ts";
import { announced, type BookedItem, type BookingChange, changeStanzas, type EndedItem, endedStanzas, itemLines } from "./change-parts.ts";
import { type CentreLine, closingLines } from "./closing-lines.ts";
import { withParticle } from "./korean-particle.ts";
import { bareAction, fact, type MessageText } from "./mail-content.ts";

/** One mail for a person, whatever became of their bookings; somebody who only registered has none. */
export interface VisitCancelledVariables extends CentreLine {
  readonly name: string;
  readonly visitOn: LocalDate;
  readonly placeName: string;
  readonly reason: string;
  readonly cancelled: readonly BookedItem[];
  /** Moved to another visit by the centre. */
  readonly rebooked: readonly BookingChange[];
  /** Places in lists and applications that ended with it. */
  readonly ended?: readonly EndedItem[] | undefined;
  readonly rebookLink: string;
}

export const visitCancelled: MessageText<VisitCancelledVariables> = {
  ko: (v) => ({
    subject: "방문이 취소되었습니다",
    preview: `${dateText(v.visitOn, "ko")}, ${v.placeName}`,
    stanzas: [
      [`${v.name} 님, 죄송합니다. ${dateText(v.visitOn, "ko")} ${v.placeName} 방문이 취소되었습니다.`],
      [fact("이유", v.reason)],
      ...announced("아래 예약은 함께 취소되었습니다.", itemLines(v.cancelled, "ko")),
      ...(v.rebooked.length > 0 ? [["아래 예약은 다른 방문으로 옮겼습니다."], ...changeStanzas(v.rebooked, "ko")] : []),
      ...endedStanzas(v.ended ?? [], "ko"),
      [whatNext.ko(v), bareAction("다른 날 고르기", v.rebookLink)],
      [`전화 상담을 원하시면 ${withParticle(v.centrePhone, "으로/로")} 전화해 주세요.`],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "The visit is cancelled",
    preview: `${dateText(v.visitOn, "en")}, ${v.placeName}`,
    stanzas: [
      [`${v.name}, we are sorry. The visit on ${dateText(v.visitOn, "en")} at ${v.placeName} is cancelled.`],
      [fact("Reason", v.reason)],
      ...announced("These bookings are cancelled with it:", itemLines(v.cancelled, "en")),
      ...(v.rebooked.length > 0 ? [["We have moved these bookings to another visit:"], ...changeStanzas(v.rebooked, "en")] : []),
      ...endedStanzas(v.ended ?? [], "en"),
      [whatNext.en(v), bareAction("Choose another day", v.rebookLink)],
      [`For counselling by telephone, please call ${v.centrePhone}.`],
      closingLines.en(v),
    ],
  }),
};

const whatNext: Record<Locale, (v: VisitCancelledVariables) => string> = {
  ko: ({ cancelled, rebooked }) => {
    if (cancelled.length > 0) return "취소된 예약은 다른 날로 다시 예약하실 수 있습니다.";
    return rebooked.length > 0 ? "옮긴 날에 오시기 어려우면 다시 골라 주세요." : "다른 날의 방문에 오실 수 있습니다.";
  },
  en: ({ cancelled, rebooked }) => {
    if (cancelled.length > 0) return "You can book again for another day:";
    return rebooked.length > 0 ? "If the new day does not suit you, please choose again:" : "You can come to a visit on another day:";
  },
};
