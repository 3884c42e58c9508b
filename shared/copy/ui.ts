import type { Locale } from "../domain/locale.ts";

/** Words of the parts that every page shares. */
const ko = {
  brand: "일자리 정류장",
  skipToContent: "본문으로 바로 가기",
  mainMenu: "주요 메뉴",
  largeText: "큰 글씨",
  otherLanguage: "English",
  callUs: "전화 문의",
  optional: "선택",
  choose: "고르세요",
  errorSummary: "고칠 곳이 있습니다",
  loading: "불러오고 있습니다",
  tryAgain: "다시 시도",
  close: "닫기",
  sending: "보내고 있습니다",
};

const en: typeof ko = {
  brand: "Jobstop",
  skipToContent: "Skip to the content",
  mainMenu: "Main menu",
  largeText: "Large text",
  otherLanguage: "한국어",
  callUs: "Call us",
  optional: "optional",
  choose: "Please choose",
  errorSummary: "Some fields need a change",
  loading: "Loading",
  tryAgain: "Try again",
  close: "Close",
  sending: "Sending",
};

export const uiWords: Record<Locale, typeof ko> = { ko, en };
