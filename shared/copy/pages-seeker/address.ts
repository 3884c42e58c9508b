import type { Locale } from "../../domain/locale.ts";

/** Words of changing one's own mail address. Korean defines the keys. */
const ko = {
  link: "전자우편 주소 바꾸기",
  title: "전자우편 주소 바꾸기",
  lead: "앞으로 안내를 받고 로그인할 주소입니다. 새 주소로 번호를 보내 확인합니다.",
  now: "지금 주소",
  next: "새 전자우편 주소",
  nextHint: "예: name@example.com",
  send: "새 주소로 번호 받기",
  freshTitle: "먼저 지금 주소로 확인합니다",
  freshText: "중요한 일이라 지금 쓰는 주소로 한 번 더 본인 확인을 합니다. 끝나면 새 주소로 번호가 갑니다.",
  freshLost: "지금 주소의 메일을 볼 수 없다면 아래 대표 번호로 전화해 주세요.",
  codeTitle: "새 주소로 온 번호 입력",
  codeSent: (mail: string, minutes: number) => `${mail} 주소로 번호를 보냈습니다. ${minutes}분 안에 입력해 주세요.`,
  save: "이 주소로 바꾸기",
  again: "주소 고치기, 번호 다시 받기",
  takenNext: "그 주소로 로그인하시거나, 아래 대표 번호로 전화해 주세요.",
  changed: "전자우편 주소를 바꾸었습니다",
  changedText:
    "앞으로 새 주소로 안내를 보내고, 새 주소로 로그인합니다. 다른 기기의 로그인은 끝났습니다. 전 주소에는 바뀌었다는 알림만 보냈습니다.",
};

const en: typeof ko = {
  link: "Change the mail address",
  title: "Change your mail address",
  lead: "Where we write to you, and with what you sign in. We send a code to the new address to check it.",
  now: "Address now",
  next: "New mail address",
  nextHint: "For example name@example.com",
  send: "Send a code to the new address",
  freshTitle: "First, a code at your address of now",
  freshText: "This matters, so we check once more that it is you. Then the code goes to the new address.",
  freshLost: "If you cannot read mail at your address of now, please call us. The number is below.",
  codeTitle: "Type the code from the new address",
  codeSent: (mail, minutes) => `We sent a code to ${mail}. Please type it within ${minutes} minutes.`,
  save: "Change to this address",
  again: "Change the address, or send a new code",
  takenNext: "Sign in with that address, or call us. The number is below.",
  changed: "Your mail address has changed",
  changedText:
    "We write to the new address from now on, and you sign in with it. Your other sign-ins are over. The earlier address got a notice that it changed, nothing else.",
};

export const addressWords: Record<Locale, typeof ko> = { ko, en };
