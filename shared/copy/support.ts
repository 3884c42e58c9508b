import type { Locale } from "../domain/locale.ts";
import type { Need, SupportGroup } from "../domain/support.ts";

type Words = Record<Locale, string>;

export const needWords: Record<Need, Words> = {
  wheelchair: { ko: "휠체어로 이용", en: "Wheelchair access" },
  sign: { ko: "수어 통역", en: "Sign-language interpreter" },
  captions: { ko: "문자 통역·필담", en: "Captioning or writing" },
  large_print: { ko: "큰 글씨 안내물", en: "Large print" },
  screen_reader: { ko: "화면 읽기 프로그램 사용", en: "Screen-reader friendly" },
  plain: { ko: "쉬운 설명", en: "Plain explanations" },
  interpreter_zh: { ko: "중국어 통역", en: "Chinese interpreter" },
  interpreter_vi: { ko: "베트남어 통역", en: "Vietnamese interpreter" },
  interpreter_other: { ko: "그 밖의 언어 통역", en: "Other language interpreter" },
  companion: { ko: "동행인·활동지원사와 함께", en: "With a companion" },
  woman_counsellor: { ko: "여성 상담사 희망", en: "Woman counsellor" },
  quiet: { ko: "조용한 자리", en: "Quiet seat" },
  phone_first: { ko: "문자 대신 전화로 안내", en: "Call instead of text" },
  escort: { ko: "면접 동행(동행면접)", en: "Counsellor comes to the interview" },
};

export const groupWords: Record<SupportGroup, Words> = {
  nk_defector: { ko: "북한이탈주민", en: "North Korean defector" },
  disability: { ko: "장애인", en: "Person with a disability" },
  career_break_woman: { ko: "경력보유여성", en: "Woman returning to work" },
  marriage_migrant: { ko: "결혼이민자", en: "Marriage migrant" },
  veteran: { ko: "국가유공자 등(보훈)", en: "Veteran / person of merit" },
  low_income: { ko: "기초생활수급자·차상위", en: "Low-income benefit recipient" },
  long_unemployed: { ko: "장기 구직자(6개월 이상)", en: "Long-term job seeker" },
};
