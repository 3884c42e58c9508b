import type { Locale } from "../../domain/locale.ts";

/** Words of the one question to whoever signs in with an address that staff wrote down. Korean defines the keys. */
const ko = {
  title: "본인 확인",
  lead: "센터 직원이 이 전자우편 주소를 적어 드렸습니다. 본인이신지 한 번만 여쭙니다.",
  year: "태어난 해 네 자리",
  yearHint: "예: 1961",
  send: "확인하고 내 예약 보기",
  stranger: "센터에 주소를 알려 주신 적이 없다면 적지 마시고 아래 대표 번호로 전화해 주세요. 바로 지우겠습니다.",
  next: "계속",
};

const en: typeof ko = {
  title: "Is it you?",
  lead: "Our staff wrote down this mail address for you. We ask one question, once.",
  year: "Year of birth, four digits",
  yearHint: "For example 1961",
  send: "Check, and show my bookings",
  stranger: "If you never gave us this address, please type nothing and call us. The number is below. We will delete it at once.",
  next: "Go on",
};

export const proveAddressWords: Record<Locale, typeof ko> = { ko, en };
