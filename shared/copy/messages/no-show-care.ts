import { dateText, type LocalDate, type LocalTime, timeText } from "../../domain/seoul-time.ts";
import { type CentreLine, closingLines } from "./closing-lines.ts";
import { withParticle } from "./korean-particle.ts";
import { bareAction, type MessageText } from "./mail-content.ts";

/** Goes out in the evening of the day. The record may be wrong, so the mail says how to tell us. */
export interface NoShowCareVariables extends CentreLine {
  readonly name: string;
  readonly visitOn: LocalDate;
  readonly slotTime: LocalTime;
  readonly rebookLink: string;
}

export const noShowCare: MessageText<NoShowCareVariables> = {
  ko: (v) => ({
    subject: "오늘 오지 못하셨네요",
    preview: `${dateText(v.visitOn, "ko")} ${timeText(v.slotTime, "ko")}`,
    stanzas: [
      [`${v.name} 님, ${dateText(v.visitOn, "ko")} ${timeText(v.slotTime, "ko")} 예약에 오지 못하셨습니다.`, "별일 없으셨기를 바랍니다."],
      ["다음 방문에 다시 예약하실 수 있습니다.", bareAction("다시 예약하기", v.rebookLink)],
      [
        `전화 상담을 원하시면 ${withParticle(v.centrePhone, "으로/로")} 전화해 주세요.`,
        "오셨는데 이 안내를 받으셨다면 그 번호로 알려 주세요. 바로잡겠습니다.",
      ],
      ["다음에는 못 오실 것 같으면 미리 취소해 주세요."],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "We missed you today",
    preview: `${dateText(v.visitOn, "en")} ${timeText(v.slotTime, "en")}`,
    stanzas: [
      [
        `${v.name}, you could not come to your booking at ${timeText(v.slotTime, "en")} on ${dateText(v.visitOn, "en")}.`,
        "We hope that everything is all right.",
      ],
      ["You can book again for another visit:", bareAction("Book again", v.rebookLink)],
      [
        `For counselling by telephone, please call ${v.centrePhone}.`,
        "If you did come, please tell us at the same number. We will put it right.",
      ],
      ["Next time, please cancel beforehand if you cannot come."],
      closingLines.en(v),
    ],
  }),
};
