import type { Locale } from "../domain/locale.ts";

/** Words of the list of one's own sign-ins, whoever one is. Korean defines the keys. */
const ko = {
  title: "로그인한 기기",
  unknownDevice: "알 수 없는 기기",
  thisOne: "지금 이 기기",
  since: (moment: string) => `${moment}에 로그인`,
  endOne: "끝내기",
  endOthers: "다른 로그인 모두 끝내기",
  othersEnded: "다른 로그인을 모두 끝냈습니다.",
};

const en: typeof ko = {
  title: "Where you are signed in",
  unknownDevice: "Unknown device",
  thisOne: "this one",
  since: (moment) => `Since ${moment}`,
  endOne: "End",
  endOthers: "End all other sign-ins",
  othersEnded: "All other sign-ins are over.",
};

export const signInsWords: Record<Locale, typeof ko> = { ko, en };
