import { type CentreLine, closingLines } from "./closing-lines.ts";
import { bareAction, fact, type MessageText } from "./mail-content.ts";

export interface EmployerVerifiedVariables extends CentreLine {
  readonly companyName: string;
  readonly link: string;
}

export const employerVerified: MessageText<EmployerVerifiedVariables> = {
  ko: (v) => ({
    subject: "기업 확인이 끝났습니다",
    preview: "이제 면접 시간을 신청할 수 있습니다.",
    stanzas: [
      [`${v.companyName} 담당자님, 기업 확인이 끝났습니다.`],
      ["이제 방문을 골라 면접 시간을 신청할 수 있습니다.", bareAction("면접 시간 신청하기", v.link)],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "Your firm has been checked",
    preview: "You can now ask for interview times.",
    stanzas: [
      [`Dear ${v.companyName}, your firm has been checked.`],
      ["You can now choose a visit and ask for interview times:", bareAction("Ask for interview times", v.link)],
      closingLines.en(v),
    ],
  }),
};

export interface EmployerRefusedVariables extends CentreLine {
  readonly companyName: string;
  readonly reason: string;
  readonly link: string;
}

export const employerRefused: MessageText<EmployerRefusedVariables> = {
  ko: (v) => ({
    subject: "기업 정보를 다시 확인해 주세요",
    preview: "로그인한 뒤 기업 정보를 고칠 수 있습니다.",
    stanzas: [
      [`${v.companyName} 담당자님, 기업 확인을 마치지 못했습니다.`],
      [fact("이유", v.reason)],
      ["기업 정보를 고쳐 저장하시면 다시 확인하겠습니다.", bareAction("기업 정보 고치기", v.link)],
      ["도움이 필요하시면 센터로 전화해 주세요."],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "Please look at your firm’s details again",
    preview: "You can correct the details once you have signed in.",
    stanzas: [
      [`Dear ${v.companyName}, we could not confirm your firm.`],
      [fact("Reason", v.reason)],
      ["Please correct the details and save them. We will check again.", bareAction("Correct the details", v.link)],
      ["If you need help, please call the centre."],
      closingLines.en(v),
    ],
  }),
};
