import type { Locale } from "../../domain/locale.ts";
import { dateText, type LocalDate, type LocalTime, timeText } from "../../domain/seoul-time.ts";
import { announced, type BookedItem, itemLines } from "./change-parts.ts";
import { type CentreLine, closingLines } from "./closing-lines.ts";
import { withParticle } from "./korean-particle.ts";
import { action, fact, type Line, type MessageText } from "./mail-content.ts";
import { type Ended, endings } from "./registration-withdrawn.ts";

/** To the person: that an employer sees nothing of them any more, and what ended with that. */
export interface ConsentWithdrawnVariables extends CentreLine {
  readonly name: string;
  readonly companyName: string;
  readonly doneOn: LocalDate;
  readonly doneAt: LocalTime;
  readonly cancelled: readonly BookedItem[];
  readonly ended: readonly Ended[];
  /** Their own visits and bookings. */
  readonly link: string;
  /** Why, where staff did it for them. */
  readonly reason?: string | undefined;
}

export const consentWithdrawn: MessageText<ConsentWithdrawnVariables> = {
  ko: (v) => ({
    subject: "동의를 거두었습니다",
    preview: `${dateText(v.doneOn, "ko")} ${timeText(v.doneAt, "ko")}`,
    stanzas: [
      [
        `${v.name} 님, ${v.companyName}에 내 정보를 주는 동의를 거두었습니다.`,
        fact("처리한 때", `${dateText(v.doneOn, "ko")} ${timeText(v.doneAt, "ko")}`),
        ...(v.reason ? [fact("이유", v.reason)] : []),
      ],
      [`${withParticle(v.companyName, "은/는")} 이제 내 정보를 볼 수 없습니다. 이미 적어 둔 것은 지워 달라고 요청했습니다.`],
      ...announced("아래 예약도 함께 취소했습니다.", itemLines(v.cancelled, "ko")),
      ...endings(v.ended, "ko"),
      ["동의를 거두어도 상담과 다른 예약은 그대로 이용할 수 있습니다.", action("내 예약 보기", v.link)],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "Your consent has been withdrawn",
    preview: `${dateText(v.doneOn, "en")}, ${timeText(v.doneAt, "en")}`,
    stanzas: [
      [
        `${v.name}, you no longer agree that ${v.companyName} receives your details.`,
        fact("Done at", `${dateText(v.doneOn, "en")}, ${timeText(v.doneAt, "en")}`),
        ...(v.reason ? [fact("Reason", v.reason)] : []),
      ],
      [`${v.companyName} can no longer see your details. We have asked them to delete what they wrote down.`],
      ...announced("These bookings are cancelled with it:", itemLines(v.cancelled, "en")),
      ...endings(v.ended, "en"),
      ["You can still use counselling and all your other bookings.", action("See my bookings", v.link)],
      closingLines.en(v),
    ],
  }),
};

/** To the employer: whose details are gone, by times alone, and that copies have to go, too. */
export interface EmployerConsentWithdrawnVariables extends CentreLine {
  readonly companyName: string;
  readonly visitOn: LocalDate;
  readonly interviews: readonly { readonly time: LocalTime; readonly jobTitle: string; readonly isCancelled: boolean }[];
  readonly applications: readonly { readonly appliedOn: LocalDate; readonly jobTitle: string }[];
  /** Whom the centre referred to them, by when it did. */
  readonly referrals: readonly { readonly referredOn: LocalDate; readonly jobTitle: string }[];
  readonly link: string;
}

const lines = ({ interviews, applications, referrals }: EmployerConsentWithdrawnVariables, locale: Locale): Line[] => [
  ...interviews.map(({ time, jobTitle, isCancelled }) => fact(timeText(time, locale), `${jobTitle}${isCancelled ? gone[locale] : ""}`)),
  ...applications.map(({ appliedOn, jobTitle }) => fact(application[locale], `${jobTitle}, ${dateText(appliedOn, locale)}`)),
  ...referrals.map(({ referredOn, jobTitle }) => fact(referral[locale], `${jobTitle}, ${dateText(referredOn, locale)}`)),
];
const gone: Record<Locale, string> = { ko: " (면접 취소)", en: " (interview cancelled)" };
const application: Record<Locale, string> = { ko: "지원", en: "Application" };
const referral: Record<Locale, string> = { ko: "알선", en: "Referral" };

export const employerConsentWithdrawn: MessageText<EmployerConsentWithdrawnVariables> = {
  ko: (v) => ({
    subject: "구직자의 정보를 지워 주세요",
    preview: dateText(v.visitOn, "ko"),
    stanzas: [
      [`${v.companyName} 담당자님, ${dateText(v.visitOn, "ko")} 방문의 구직자가 정보를 드리는 동의를 거두었습니다.`],
      lines(v, "ko"),
      [
        "이 분의 이름과 경력, 알려 주셨다면 필요한 지원도 이제 화면에 나오지 않습니다.",
        "내려받거나 적어 둔 것이 있으면 바로 없애 주세요. 법에 따른 의무입니다. (개인정보 보호법 제37조)",
        action("면접 보기", v.link),
      ],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "Please delete a job seeker’s details",
    preview: dateText(v.visitOn, "en"),
    stanzas: [
      [`Dear ${v.companyName}, a job seeker of ${dateText(v.visitOn, "en")} no longer agrees that you have their details.`],
      lines(v, "en"),
      [
        "Their name, experience and, if they told you, the support they need are no longer shown.",
        "If you downloaded or wrote down anything, please destroy it now. The law requires it (Personal Information Protection Act, article 37).",
        action("See your interviews", v.link),
      ],
      closingLines.en(v),
    ],
  }),
};
