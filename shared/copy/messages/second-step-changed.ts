import type { FactorChange, FactorKind } from "../../domain/second-step.ts";
import { dateText, type Instant, seoulDateOf, seoulTimeOf, timeText } from "../../domain/seoul-time.ts";
import { type CentreLine, closingLines } from "./closing-lines.ts";
import { action, fact, type MailContent, type MessageText } from "./mail-content.ts";

export interface SecondStepChangedVariables extends CentreLine {
  readonly change: FactorChange;
  readonly kind?: FactorKind | undefined;
  /** Browser and system in which it was enrolled; empty when unknown. */
  readonly label: string;
  readonly at: Instant;
  readonly link: string;
}

const kinds = {
  ko: { passkey: "패스키", totp: "인증 앱" },
  en: { passkey: "a passkey", totp: "an authenticator app" },
} as const;

const said = {
  ko: {
    enrolled: (what: string) => `로그인 확인 방법(${what})을 새로 등록하셨습니다.`,
    removed: (what: string) => `로그인 확인 방법(${what})을 지우셨습니다.`,
    reset: () => "운영 담당자가 로그인 확인 방법을 모두 지웠습니다. 열려 있던 로그인도 모두 끝났습니다. 14일 안에 새로 등록해 주세요.",
    "codes-made": () => "복구 번호를 새로 만드셨습니다. 전에 받은 번호는 쓸 수 없습니다.",
    "code-used": () => "복구 번호 하나로 로그인을 확인하셨습니다. 그 번호는 다시 쓸 수 없습니다.",
  },
  en: {
    enrolled: (what: string) => `You set up ${what} to prove that it is you when you sign in.`,
    removed: (what: string) => `You removed ${what} from how you sign in.`,
    reset: () =>
      "A manager took away all your ways to prove that it is you, and ended all your sign-ins. Please set up a new one within 14 days.",
    "codes-made": () => "You made new recovery codes. The earlier ones can no longer be used.",
    "code-used": () => "You signed in with one of your recovery codes. It cannot be used again.",
  },
} as const;

const content = (
  v: SecondStepChangedVariables,
  locale: "ko" | "en",
  words: { subject: string; preview: string; when: string; device: string; look: string; notYou: string },
): MailContent => ({
  subject: words.subject,
  preview: words.preview,
  stanzas: [
    [said[locale][v.change](v.kind ? kinds[locale][v.kind] : "")],
    [
      fact(words.when, `${dateText(seoulDateOf(v.at), locale)} ${timeText(seoulTimeOf(v.at), locale)}`),
      ...(v.label ? [fact(words.device, v.label)] : []),
    ],
    [words.notYou, action(words.look, v.link)],
    closingLines[locale](v),
  ],
});

export const secondStepChanged: MessageText<SecondStepChangedVariables> = {
  ko: (v) =>
    content(v, "ko", {
      subject: "로그인 확인 방법이 바뀌었습니다",
      preview: "본인이 하신 일이 아니라면 바로 알려 주세요.",
      when: "때",
      device: "기기",
      look: "내 로그인 보기",
      notYou: "본인이 하신 일이 아니라면 바로 운영 담당자에게 전화해 주세요.",
    }),
  en: (v) =>
    content(v, "en", {
      subject: "How you sign in has changed",
      preview: "If this was not you, please tell us at once.",
      when: "When",
      device: "Device",
      look: "See my sign-ins",
      notYou: "If this was not you, please call your manager at once.",
    }),
};
