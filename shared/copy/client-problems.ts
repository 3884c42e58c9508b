import type { Locale } from "../domain/locale.ts";

/** What the browser itself has to say, because no answer of the API came back: nobody was there, or the gateway turned it away. */
const ko = {
  busy: {
    title: "지금 이용하는 분이 많습니다",
    detail: "잠시 뒤에 다시 눌러 주세요. 같은 일을 두 번 하지 않습니다.",
  },
  unreachable: {
    title: "연결이 되지 않습니다",
    detail: "인터넷 연결을 확인하고 다시 눌러 주세요. 같은 일을 두 번 하지 않습니다.",
  },
};

const en: typeof ko = {
  busy: {
    title: "Many people are using this now",
    detail: "Please try again in a moment. Nothing will be done twice.",
  },
  unreachable: {
    title: "We cannot be reached",
    detail: "Please check your connection and try again. Nothing will be done twice.",
  },
};

export const clientProblemWords: Record<Locale, typeof ko> = { ko, en };
