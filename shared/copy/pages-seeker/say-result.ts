import type { Locale } from "../../domain/locale.ts";
import type { SeekerResult } from "../../domain/placement.ts";

/** Words with which somebody says what came of their interview. */
type Words = { ask: string; who: string; thanks: string; answers: Record<SeekerResult, string> };

export const sayResultWords: Record<Locale, Words> = {
  ko: {
    ask: "면접 결과를 알려 주세요",
    who: "센터만 봅니다. 기업은 이 답을 볼 수 없습니다. 바뀌면 다시 눌러 고치세요.",
    thanks: "알려 주셔서 고맙습니다.",
    answers: { hired: "채용됨", second_interview: "2차 면접", waiting: "기다리는 중", not_hired: "안 됨", declined: "제가 그만둠" },
  },
  en: {
    ask: "What came of the interview?",
    who: "Only the centre sees this; the employer does not. If it changes, press again.",
    thanks: "Thank you for telling us.",
    answers: {
      hired: "I was hired",
      second_interview: "Second interview",
      waiting: "I am waiting",
      not_hired: "I was not hired",
      declined: "I declined",
    },
  },
};
