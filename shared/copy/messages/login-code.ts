import { type CentreLine, closingLines } from "./closing-lines.ts";
import type { MessageText } from "./mail-content.ts";

export interface LoginCodeVariables extends CentreLine {
  /** Six digits. */
  readonly code: string;
  readonly minutes: number;
}

export const loginCode: MessageText<LoginCodeVariables> = {
  ko: (v) => ({
    subject: "로그인 번호입니다",
    preview: `${v.minutes}분 안에 입력해 주세요.`,
    stanzas: [
      [
        { kind: "sign-in-code", before: "로그인 번호는 ", code: v.code, after: "입니다." },
        `${v.minutes}분 안에 입력해 주세요.`,
        "이 번호는 상담사에게도 알려 주지 마세요.",
        "요청하지 않으셨다면 이 전자우편을 지우셔도 됩니다.",
      ],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "Your sign-in code",
    preview: `Please enter it within ${v.minutes} minutes.`,
    stanzas: [
      [
        { kind: "sign-in-code", before: "Your sign-in code is ", code: v.code, after: "." },
        `Please enter it within ${v.minutes} minutes.`,
        "Do not tell it to anybody, not even a counsellor.",
        "If you did not ask for it, you can delete this mail.",
      ],
      closingLines.en(v),
    ],
  }),
};
