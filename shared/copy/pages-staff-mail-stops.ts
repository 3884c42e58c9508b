import type { Locale } from "../domain/locale.ts";

/** Words of letting mail go again to an address that bounced or complained. Korean defines the keys. */
const ko = {
  title: "되돌아온 주소를 다시 쓸 수 있게 하기",
  lead: "되돌아왔거나 스팸으로 신고한 주소로는 아무것도 보내지 않습니다. 본인이 다시 받겠다고 말했을 때만 여기에 주소를 적어 주세요.",
  mail: "본인이 말한 전자우편 주소",
  reason: "까닭",
  send: "다시 보낼 수 있게 하기",
  done: "이제 이 주소로 전자우편이 갑니다. 못 받은 내용은 전화로 알려 주세요.",
};

const en: typeof ko = {
  title: "Use an address again that had sent mail back",
  lead: "Nothing is sent to an address that bounced or called our mail spam. Enter it here only when its owner tells you that they want our mail.",
  mail: "Mail address, as its owner told you",
  reason: "Reason",
  send: "Allow mail again",
  done: "Mail goes to this address again. What they missed, please tell them by telephone.",
};

export const mailStopWords: Record<Locale, typeof ko> = { ko, en };
