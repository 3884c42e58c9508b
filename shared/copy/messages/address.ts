import { dateText, type Instant, seoulDateOf, seoulTimeOf, timeText } from "../../domain/seoul-time.ts";
import { type CentreLine, closingLines } from "./closing-lines.ts";
import type { LoginCodeVariables } from "./login-code.ts";
import { action, fact, type MessageText } from "./mail-content.ts";

/** To an address that somebody wants in place of theirs. Its owner may be anybody, so it says nothing of who asked. */
export const addressCode: MessageText<LoginCodeVariables> = {
  ko: (v) => ({
    subject: "전자우편 주소 확인 번호입니다",
    preview: `${v.minutes}분 안에 입력해 주세요.`,
    stanzas: [
      [
        { kind: "sign-in-code", before: "새 전자우편 주소를 확인하는 번호는 ", code: v.code, after: "입니다." },
        `${v.minutes}분 안에 입력해 주세요.`,
        "이 번호는 상담사에게도 알려 주지 마세요.",
        "요청하지 않으셨다면 이 전자우편을 지우셔도 됩니다. 아무것도 바뀌지 않습니다.",
      ],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "Code for your new mail address",
    preview: `Please enter it within ${v.minutes} minutes.`,
    stanzas: [
      [
        { kind: "sign-in-code", before: "The code that proves your new mail address is ", code: v.code, after: "." },
        `Please enter it within ${v.minutes} minutes.`,
        "Do not tell it to anybody, not even a counsellor.",
        "If you did not ask for it, you can delete this mail. Nothing changes.",
      ],
      closingLines.en(v),
    ],
  }),
};

export interface AddressChangedVariables extends CentreLine {
  readonly at: Instant;
}

/** To the address of before. Whoever reads it now may be anybody: it names neither the person nor the new address. */
export const addressChanged: MessageText<AddressChangedVariables> = {
  ko: (v) => ({
    subject: "전자우편 주소가 바뀌었습니다",
    preview: "본인이 하신 일이 아니라면 바로 전화해 주세요.",
    stanzas: [
      ["이 주소로 보내던 안내를 이제 다른 주소로 보냅니다.", "이 주소로 로그인하시면 예약이 보이지 않습니다. 새 주소로 로그인해 주세요."],
      [fact("바뀐 때", `${dateText(seoulDateOf(v.at), "ko")} ${timeText(seoulTimeOf(v.at), "ko")}`)],
      ["본인이 하신 일이 아니라면 바로 아래 번호로 전화해 주세요."],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "Your mail address has changed",
    preview: "If this was not you, please call us at once.",
    stanzas: [
      [
        "What we used to send to this address now goes to another one.",
        "Signed in with this address you do not see your bookings. Please sign in with the new one.",
      ],
      [fact("Changed", `${dateText(seoulDateOf(v.at), "en")} ${timeText(seoulTimeOf(v.at), "en")}`)],
      ["If this was not you, please call the number below at once."],
      closingLines.en(v),
    ],
  }),
};

export interface AddressAddedVariables extends CentreLine {
  readonly link: string;
}

/** To an address that staff wrote down as they heard it. It may be a stranger's: it names nobody. */
export const addressAdded: MessageText<AddressAddedVariables> = {
  ko: (v) => ({
    subject: "이 주소로 안내를 보내 드립니다",
    preview: "한 번 로그인해 태어난 해를 적으시면 주소 확인이 끝납니다.",
    stanzas: [
      ["센터 직원이 이 전자우편 주소를 안내 받으실 곳으로 적었습니다.", "한 번 로그인해 태어난 해를 적으시면 주소 확인이 끝납니다."],
      [action("로그인해서 확인하기", v.link)],
      ["이 주소를 알려 주신 적이 없다면 로그인하지 말고 아래 번호로 전화해 주세요. 바로 지우겠습니다."],
      closingLines.ko(v),
    ],
  }),
  en: (v) => ({
    subject: "We will write to this address",
    preview: "Sign in once and say your year of birth, and the address is confirmed.",
    stanzas: [
      ["Our staff wrote down this mail address as yours.", "Sign in once and say your year of birth, and it is confirmed."],
      [action("Sign in to confirm", v.link)],
      ["If you never gave it to us, please do not sign in. Call the number below, and we will delete it at once."],
      closingLines.en(v),
    ],
  }),
};
