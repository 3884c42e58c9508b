import type { Locale } from "../domain/locale.ts";

/** Words of the link to mails that may not have arrived, apart from their page: the link is on first pages. Korean defines the keys. */
const ko = {
  toList: (count: number) => `받지 못했을 수 있는 전자우편 ${count}통`,
  waiting: "누군가 확인해야 합니다.",
  look: "확인하기",
};
type UndeliveredWords = typeof ko;

const en: UndeliveredWords = {
  toList: (count) => (count === 1 ? "1 mail may not have arrived" : `${count} mails may not have arrived`),
  waiting: "Somebody has to see to it.",
  look: "Look into it",
};

export const undeliveredWords: Record<Locale, UndeliveredWords> = { ko, en };
