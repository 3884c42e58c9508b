import type { Locale } from "../domain/locale.ts";

/** Words of the page on which staff write down somebody's mail address. Korean defines the keys. */
const ko = {
  add: "전자우편 주소 적기",
  correct: "전자우편 주소 고치기",
  title: "전자우편 주소",
  lead: "본인에게 직접 들은 주소만 적어 주세요. 남의 주소를 적으면 그 사람이 이분의 예약을 보게 됩니다.",
  mail: "전자우편 주소",
  mailHint: "적은 뒤 한 글자씩 읽어 드리고 맞는지 확인해 주세요.",
  save: "이 주소로 안내 보내기",
  done: "주소를 적었습니다",
  doneText: "확인 메일을 보냈습니다. 이제 생기는 안내는 이 주소로 갑니다. 메일을 열어 한 번 로그인하시라고 말씀해 주세요.",
  doneCalls: "전화할 일로 이미 적힌 것은 그대로 전화해 주세요.",
  toSamePeople: "같은 분인지 보고 합치기",
  themselves: "전자우편을 받으시는 분입니다",
  themselvesText: "전자우편으로 로그인해 ‘내 정보’에서 직접 바꾸실 수 있습니다. 여기서는 대신할 수 없습니다.",
  unproven: "주소 확인 전",
  unprovenText: "직원이 적은 전자우편 주소로 아직 한 번도 로그인하지 않으셨습니다. 메일을 받으셨는지 여쭤 봐 주세요.",
};

const en: typeof ko = {
  add: "Write down a mail address",
  correct: "Correct the mail address",
  title: "Mail address",
  lead: "Only as the person told you. Whoever owns the address sees their bookings.",
  mail: "Mail address",
  mailHint: "Read it back letter by letter, and ask whether it is right.",
  save: "Write to this address",
  done: "The address is written down",
  doneText: "We sent a first mail. From now on news goes to this address. Please tell them to open the mail and sign in once.",
  doneCalls: "What is on the list of calls already still needs a call.",
  toSamePeople: "See whether it is the same person",
  themselves: "Mail reaches this person",
  themselvesText: "They can sign in by mail and change it on the page My data. It cannot be done for them here.",
  unproven: "Address not confirmed",
  unprovenText: "Staff wrote down the mail address, and nobody has signed in with it yet. Please ask whether our mail has come.",
};

export const staffAddressWords: Record<Locale, typeof ko> = { ko, en };
