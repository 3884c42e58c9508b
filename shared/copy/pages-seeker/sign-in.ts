import type { Locale } from "../../domain/locale.ts";

/** The sign-in page of seekers, and the page for addresses that do not exist. */
const ko = {
  title: "로그인",
  notFoundTitle: "찾을 수 없는 화면입니다",
  notFoundText: "주소가 바뀌었거나 잘못 적혔을 수 있습니다.",
  toVisits: "방문 일정 보기",
};

const en: typeof ko = {
  title: "Sign in",
  notFoundTitle: "We cannot find this page",
  notFoundText: "The address may have changed or may not be right.",
  toVisits: "See the visits",
};

export const signInPageWords: Record<Locale, typeof ko> = { ko, en };
