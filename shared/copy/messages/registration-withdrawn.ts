import type { Locale } from "../../domain/locale.ts";
import { dateText, type LocalDate } from "../../domain/seoul-time.ts";
import { announced, type BookedItem, itemLines } from "./change-parts.ts";
import { type CentreLine, closingLines } from "./closing-lines.ts";
import { bareAction, fact, type MessageText, type Stanza } from "./mail-content.ts";

/** A place in a list, or an application. */
export interface Ended {
  readonly kind: "wait" | "application";
  readonly what: string;
}

/** One mail for all that was given up with a registration; somebody who had booked nothing gave up only the ticket. */
export interface RegistrationWithdrawnVariables extends CentreLine {
  readonly name: string;
  readonly visitOn: LocalDate;
  readonly placeName: string;
  readonly cancelled: readonly BookedItem[];
  readonly ended: readonly Ended[];
  /** Why, where staff did it for them. */
  readonly reason?: string | undefined;
  /** The page of the visit, to register again. */
  readonly visitLink: string;
}

const endedWords: Record<Locale, Record<Ended["kind"], string>> = {
  ko: {
    wait: "아래 대기 순서에서도 빠졌습니다.",
    application: "아래 지원도 거두었습니다. 기업은 더 이상 보지 못합니다.",
  },
  en: {
    wait: "You no longer wait for:",
    application: "These applications are withdrawn; the employer no longer sees them:",
  },
};
const labels: Record<Locale, Record<Ended["kind"], string>> = {
  ko: { wait: "대기", application: "지원" },
  en: { wait: "Waiting list", application: "Application" },
};

/** Each kind with its list, each thing once. */
export const endings = (ended: readonly Ended[], locale: Locale): readonly Stanza[] =>
  (["wait", "application"] as const).flatMap((kind) => {
    const whats = new Set(ended.filter((one) => one.kind === kind).map(({ what }) => what));
    return announced(
      endedWords[locale][kind],
      [...whats].map((what) => fact(labels[locale][kind], what)),
    );
  });

export const registrationWithdrawn: MessageText<RegistrationWithdrawnVariables> = {
  ko: (v) => ({
    subject: "사전등록을 취소했습니다",
    preview: `${dateText(v.visitOn, "ko")}, ${v.placeName}`,
    stanzas: [
      [`${v.name} 님, ${dateText(v.visitOn, "ko")} ${v.placeName} 방문의 사전등록을 취소했습니다.`],
      ...(v.reason ? [[fact("이유", v.reason)]] : []),
      ...announced("아래 예약도 함께 취소했습니다.", itemLines(v.cancelled, "ko")),
      ...endings(v.ended, "ko"),
      ["이 방문의 QR 코드는 이제 쓸 수 없습니다."],
      ["다시 오실 수 있게 되면 방문 페이지에서 새로 등록해 주세요.", bareAction("방문 페이지 보기", v.visitLink)],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "Your registration is cancelled",
    preview: `${dateText(v.visitOn, "en")}, ${v.placeName}`,
    stanzas: [
      [`${v.name}, your registration for the visit on ${dateText(v.visitOn, "en")} at ${v.placeName} is cancelled.`],
      ...(v.reason ? [[fact("Reason", v.reason)]] : []),
      ...announced("These bookings are cancelled with it:", itemLines(v.cancelled, "en")),
      ...endings(v.ended, "en"),
      ["The QR code for this visit can no longer be used."],
      ["If you can come after all, please register again on the page of the visit:", bareAction("See the visit", v.visitLink)],
      closingLines.en(v),
    ],
  }),
};
