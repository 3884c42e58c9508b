import type { Locale } from "../../domain/locale.ts";
import { dateText, type LocalDate, type LocalTime, timeRangeText, timeText } from "../../domain/seoul-time.ts";
import { type CentreLine, closingLines } from "./closing-lines.ts";
import { withParticle } from "./korean-particle.ts";
import { action, bareAction, fact, type Line, type MessageText } from "./mail-content.ts";

export interface EmployerInterviewListVariables extends CentreLine {
  readonly companyName: string;
  readonly visitOn: LocalDate;
  readonly placeName: string;
  /** People who booked, at least one. */
  readonly count: number;
  /** Start of the first and of the last booked interview. */
  readonly firstTime: LocalTime;
  readonly lastTime: LocalTime;
  readonly link: string;
}

/** Says how many, never who: names are shown to whoever signed in, and each look is logged. */
export const employerInterviewList: MessageText<EmployerInterviewListVariables> = {
  ko: (v) => ({
    subject: "현장면접 명단을 확인해 주세요",
    preview: `${dateText(v.visitOn, "ko")}, ${v.placeName}`,
    stanzas: [
      [`${v.companyName} 담당자님, ${dateText(v.visitOn, "ko")} 현장면접 명단이 준비되었습니다.`],
      [fact("면접", `${v.count}명, ${interviewHours(v, "ko")}`), fact("장소", v.placeName)],
      [
        "로그인한 뒤 보실 수 있습니다. 명단은 내려받거나 복사하지 말아 주세요.",
        bareAction("명단 보기", v.link),
        "명단이 바뀌면 다시 알려 드립니다.",
      ],
      ["면접에서는 직무에 필요하지 않은 나이, 결혼, 출신 지역, 가족, 신체 조건을 묻지 말아 주세요."],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "Your interview list is ready",
    preview: `${dateText(v.visitOn, "en")}, ${v.placeName}`,
    stanzas: [
      [`Dear ${v.companyName}, the interview list for ${dateText(v.visitOn, "en")} is ready.`],
      [fact("Interviews", `${v.count}, ${interviewHours(v, "en")}`), fact("Place", v.placeName)],
      [
        "Please sign in to see it. Please do not download or copy the list.",
        bareAction("See the list", v.link),
        "We will tell you when it changes.",
      ],
      ["Please do not ask about age, marriage, home region, family or appearance: the job does not need them."],
      closingLines.en(v),
    ],
  }),
};

/** One change to the interviews of a visit, by its time. Nothing here can hold a person's name. */
export interface InterviewChange {
  readonly kind: "booked" | "cancelled" | "moved" | "desk-shifted" | "released" | "visit-moved";
  readonly time: LocalTime;
  /** When it is now; none where it has left this visit or kept its time. */
  readonly toTime?: LocalTime | undefined;
}

export interface EmployerBookingsChangedVariables extends CentreLine {
  readonly companyName: string;
  readonly visitOn: LocalDate;
  readonly changes: readonly InterviewChange[];
  readonly link: string;
}

export const employerBookingsChanged: MessageText<EmployerBookingsChangedVariables> = {
  ko: (v) => ({
    subject: "현장면접 명단이 바뀌었습니다",
    preview: dateText(v.visitOn, "ko"),
    stanzas: [
      [`${v.companyName} 담당자님, ${dateText(v.visitOn, "ko")} 현장면접 명단이 바뀌었습니다.`],
      changeLines(v.changes, "ko"),
      ["바뀐 명단은 로그인한 뒤 보실 수 있습니다.", bareAction("명단 보기", v.link)],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "Your interview list has changed",
    preview: dateText(v.visitOn, "en"),
    stanzas: [
      [`Dear ${v.companyName}, the interview list for ${dateText(v.visitOn, "en")} has changed.`],
      changeLines(v.changes, "en"),
      ["Please sign in to see it:", bareAction("See the list", v.link)],
      closingLines.en(v),
    ],
  }),
};

export interface EmployerApplicationsWaitingVariables extends CentreLine {
  readonly companyName: string;
  readonly jobTitle: string;
  readonly visitOn: LocalDate;
  /** Applications without an answer, at least one. */
  readonly count: number;
  readonly decideByOn: LocalDate;
  readonly decideBy: LocalTime;
  readonly link: string;
}

export const employerApplicationsWaiting: MessageText<EmployerApplicationsWaitingVariables> = {
  ko: (v) => ({
    subject: "답을 기다리는 면접 지원이 있습니다",
    preview: `${dateText(v.decideByOn, "ko")} ${timeText(v.decideBy, "ko")}까지 답해 주세요.`,
    stanzas: [
      [`${v.companyName} 담당자님, 면접 지원 ${v.count}건이 답을 기다리고 있습니다.`],
      [fact("모집 직종", v.jobTitle), fact("방문일", dateText(v.visitOn, "ko"))],
      [
        `${dateText(v.decideByOn, "ko")} ${timeText(v.decideBy, "ko")}까지 답해 주세요.`,
        action("지원 보기", v.link),
        "그때까지 답이 없으면 면접은 예약되지 않습니다. 지원하신 분께도 그렇게 알려 드립니다.",
      ],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "Applications are waiting for your answer",
    preview: `Please answer by ${timeText(v.decideBy, "en")} on ${dateText(v.decideByOn, "en")}.`,
    stanzas: [
      [
        v.count === 1
          ? `Dear ${v.companyName}, one application is waiting for your answer.`
          : `Dear ${v.companyName}, ${v.count} applications are waiting for your answer.`,
      ],
      [fact("Job", v.jobTitle), fact("Visit", dateText(v.visitOn, "en"))],
      [
        `Please answer by ${timeText(v.decideBy, "en")} on ${dateText(v.decideByOn, "en")}.`,
        action("See the applications", v.link),
        "Without an answer by then no interview is booked, and we tell the people who applied.",
      ],
      closingLines.en(v),
    ],
  }),
};

/** "오전 10시~오후 3시", or the one time where there is one interview. */
const interviewHours = ({ firstTime, lastTime }: EmployerInterviewListVariables, locale: Locale): string =>
  firstTime === lastTime ? timeText(firstTime, locale) : timeRangeText(firstTime, lastTime, locale);

/** One line a change, by its time. */
export const changeLines = (changes: readonly InterviewChange[], locale: Locale): Line[] =>
  changes.map((change) => fact(timeText(change.time, locale), changeText(change, locale)));

const changeText = ({ kind, toTime }: InterviewChange, locale: Locale): string =>
  changeTexts[locale][kind](toTime === undefined ? undefined : timeText(toTime, locale));

type ChangeTexts = Record<InterviewChange["kind"], (to: string | undefined) => string>;

const changeTexts: Record<Locale, ChangeTexts> = {
  ko: {
    booked: () => "새로 예약되었습니다",
    cancelled: () => "예약이 취소되었습니다",
    moved: (to) => (to ? `${withParticle(to, "으로/로")} 옮겼습니다` : "다른 방문으로 옮겼습니다"),
    "visit-moved": (to) => (to ? `방문 일정이 바뀌어 ${withParticle(to, "으로/로")} 옮겼습니다` : "방문 날짜나 장소가 바뀌었습니다"),
    "desk-shifted": (to) => (to ? `창구 시간이 바뀌어 ${to}에 시작합니다` : "창구가 바뀌었습니다"),
    released: () => "이 시각의 면접은 없어졌습니다",
  },
  en: {
    booked: () => "newly booked",
    cancelled: () => "booking cancelled",
    moved: (to) => (to ? `moved to ${to}` : "moved to another visit"),
    "visit-moved": (to) => (to ? `moved with the visit to ${to}` : "the day or place of the visit has changed"),
    "desk-shifted": (to) => (to ? `now starts at ${to}, as the desk has shifted` : "the desk has changed"),
    released: () => "no longer held",
  },
};
