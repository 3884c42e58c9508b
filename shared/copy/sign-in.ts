import type { Locale } from "../domain/locale.ts";

/** Words of signing in, the same for seekers, employers and staff. */
const ko = {
  title: "로그인",
  lead: "비밀번호는 없습니다. 전자우편으로 번호 6자리를 보내 드립니다.",
  mail: "전자우편 주소",
  mailHint: "예: name@example.com",
  sendCode: "번호 받기",
  codeTitle: "번호 입력",
  codeSent: (mail: string, minutes: number) => `${mail} 주소로 번호를 보냈습니다. ${minutes}분 안에 입력해 주세요.`,
  codeSentAgain: "새 번호를 보냈습니다. 먼저 받은 번호는 쓸 수 없습니다.",
  code: "번호 6자리",
  codeHint: "메일이 안 보이면 스팸함도 확인해 주세요.",
  codeSlow: "메일이 오는 데 1분쯤 걸릴 수 있습니다.",
  remember: "제 기기입니다. 30일 동안 로그인해 두기",
  rememberHint: "다른 사람과 함께 쓰는 기기라면 누르지 마세요.",
  signIn: "로그인하기",
  newCode: "번호 다시 받기",
  otherMail: "주소 고치기",
  freshTitle: "다시 확인해 주세요",
  freshLead: "로그인 방법을 바꾸기 전에 본인인지 한 번 더 확인합니다.",
  againTitle: "다시 로그인해 주세요",
  againLead: "로그인한 지 오래되었습니다. 적은 내용은 그대로 있습니다.",
};

const en: typeof ko = {
  title: "Sign in",
  lead: "There is no password. We send six digits to your mail address.",
  mail: "Mail address",
  mailHint: "For example name@example.com",
  sendCode: "Send me the code",
  codeTitle: "Type the code",
  codeSent: (mail, minutes) => `We sent a code to ${mail}. Please type it within ${minutes} minutes.`,
  codeSentAgain: "We sent a new code. The earlier one no longer works.",
  code: "Six-digit code",
  codeHint: "If you cannot see the mail, please look in the spam folder.",
  codeSlow: "The mail may take a minute to arrive.",
  remember: "This device is mine. Keep me signed in for 30 days",
  rememberHint: "Leave it empty on a device that others use, too.",
  signIn: "Sign in",
  newCode: "Send a new code",
  otherMail: "Change the address",
  freshTitle: "Please prove once more that it is you",
  freshLead: "Before you change how you sign in, we ask for your passkey or your app again.",
  againTitle: "Please sign in again",
  againLead: "You signed in a long time ago. What you wrote is still here.",
};

export const signInWords: Record<Locale, typeof ko> = { ko, en };
