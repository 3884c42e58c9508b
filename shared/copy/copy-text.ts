import type { Locale } from "../domain/locale.ts";

/** Said by whatever copies a text for somebody. */
const ko = {
  copied: "베꼈습니다",
  copyYourself: "이 브라우저에서는 베낄 수 없습니다. 글을 길게 눌러 골라 주세요.",
};

const en: typeof ko = {
  copied: "Copied",
  copyYourself: "This browser does not let us copy. Please select the text yourself.",
};

export const copyTextWords: Record<Locale, typeof ko> = { ko, en };
