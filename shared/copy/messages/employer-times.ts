import { dateText, type LocalDate, type LocalTime, timeRangeText } from "../../domain/seoul-time.ts";
import type { SlotMode } from "../../domain/states.ts";
import { slotModeLabels } from "../codes.ts";
import { type CentreLine, closingLines } from "./closing-lines.ts";
import { action, bareAction, fact, type MessageText } from "./mail-content.ts";

export interface EmployerPostingOpenVariables extends CentreLine {
  readonly companyName: string;
  readonly jobTitle: string;
  readonly headcount: number;
  /** The last day on which the posting is valid; of one from before there was a validity there is none. */
  readonly validUntil?: LocalDate | undefined;
  readonly visitOn: LocalDate;
  readonly placeName: string;
  /** Start of the first and of the last interview. */
  readonly firstTime: LocalTime;
  readonly lastTime: LocalTime;
  /** People met together each time. */
  readonly seats: number;
  readonly mode: SlotMode;
  /** Where the interviews are held; named in Korean, as on the signs. */
  readonly deskLabels: readonly string[];
  /** Seekers see the visit already. */
  readonly isVisitOpen: boolean;
  /** When the list of interviews is mailed. */
  readonly listOn: LocalDate;
  readonly link: string;
}

export const employerPostingOpen: MessageText<EmployerPostingOpenVariables> = {
  ko: (v) => ({
    subject: "구인공고를 열었습니다",
    preview: `${dateText(v.visitOn, "ko")}, ${v.placeName}`,
    stanzas: [
      [`${v.companyName} 담당자님, 구인공고를 열었습니다.`],
      [
        fact("모집", `${v.jobTitle} ${v.headcount}명`),
        ...(v.validUntil ? [fact("유효기간", `${dateText(v.validUntil, "ko")}까지`)] : []),
        fact("현장면접", `${dateText(v.visitOn, "ko")}, ${v.placeName}`),
        fact("면접 시각", timeRangeText(v.firstTime, v.lastTime, "ko")),
        fact("인원", `한 번에 ${v.seats}명`),
        fact("정하는 방법", slotModeLabels[v.mode].ko),
        fact("창구", v.deskLabels.join(", ")),
      ],
      [
        v.isVisitOpen ? "이제 구직자가 이 공고를 볼 수 있습니다." : "방문이 열리면 구직자가 이 공고를 볼 수 있습니다.",
        `면접 명단은 ${dateText(v.listOn, "ko")}에 전자우편으로 알려 드립니다.`,
        action("구인공고 보기", v.link),
      ],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "Your posting is open",
    preview: `${dateText(v.visitOn, "en")}, ${v.placeName}`,
    stanzas: [
      [`Dear ${v.companyName}, your posting is open.`],
      [
        fact("Job", `${v.jobTitle}, ${v.headcount} ${v.headcount === 1 ? "opening" : "openings"}`),
        ...(v.validUntil ? [fact("Valid", `until ${dateText(v.validUntil, "en")}`)] : []),
        fact("On-site interviews", `${dateText(v.visitOn, "en")}, ${v.placeName}`),
        fact("Interview times", timeRangeText(v.firstTime, v.lastTime, "en")),
        fact("Each time", v.seats === 1 ? "1 person" : `${v.seats} people together`),
        fact("How people book", slotModeLabels[v.mode].en),
        fact(v.deskLabels.length === 1 ? "Desk" : "Desks", v.deskLabels.join(", ")),
      ],
      [
        v.isVisitOpen ? "Job seekers can now see it." : "Job seekers can see it once the visit is open.",
        `We will write to you on ${dateText(v.listOn, "en")} when the list of interviews is ready.`,
        action("See the posting", v.link),
      ],
      closingLines.en(v),
    ],
  }),
};

export interface EmployerRequestRefusedVariables extends CentreLine {
  readonly companyName: string;
  readonly jobTitle: string;
  readonly visitOn: LocalDate;
  readonly reason: string;
  readonly link: string;
}

export const employerRequestRefused: MessageText<EmployerRequestRefusedVariables> = {
  ko: (v) => ({
    subject: "면접 시간 신청 결과를 알려 드립니다",
    preview: dateText(v.visitOn, "ko"),
    stanzas: [
      [`${v.companyName} 담당자님, 신청하신 면접 시간을 승인하지 못했습니다.`],
      [fact("모집 직종", v.jobTitle), fact("방문일", dateText(v.visitOn, "ko")), fact("이유", v.reason)],
      ["이유를 보시고 다시 신청해 주세요.", bareAction("면접 시간 신청하기", v.link)],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "About the interview times that you asked for",
    preview: dateText(v.visitOn, "en"),
    stanzas: [
      [`Dear ${v.companyName}, we could not approve the interview times that you asked for.`],
      [fact("Job", v.jobTitle), fact("Visit", dateText(v.visitOn, "en")), fact("Reason", v.reason)],
      ["Please read the reason and ask again:", bareAction("Ask for interview times", v.link)],
      closingLines.en(v),
    ],
  }),
};
