import type { FollowUpTask, FollowUpWords } from "../domain/follow-up-told.ts";
import type { Locale } from "../domain/locale.ts";
import { partnerResultWords } from "./partners.ts";

type Kinds<T> = Exclude<T, string>;
type SaidOf<T extends { kind: string }> = { [Kind in T["kind"]]: (facts: Extract<T, { kind: Kind }>) => string };

/** What nobody typed of a follow-up, by its kind and facts. Korean defines the keys. */
const tasks: Record<Locale, SaidOf<Kinds<FollowUpTask>>> = {
  ko: {
    "referral-answer": ({ titleKo }) => `추천한 일자리에 답을 받기: ${titleKo}`,
    "referral-result": ({ titleKo }) => `알선한 면접 결과 확인하기: ${titleKo}`,
    "stay-check": ({ month }) => `입사 ${month}개월 재직 확인`,
    "partner-result": ({ nameKo }) => `연계 결과 확인 (${nameKo})`,
    "aptitude-test": () => "직업적성검사를 결과 설명까지 마치기",
  },
  en: {
    "referral-answer": ({ titleKo, titleEn }) => `Get an answer to the proposed job: ${titleEn ?? titleKo}`,
    "referral-result": ({ titleKo, titleEn }) => `Find out what came of the referral: ${titleEn ?? titleKo}`,
    "stay-check": ({ month }) => `Ask whether they still work there, ${months(month)} after they began`,
    "partner-result": ({ nameEn }) => `Ask what came of the link (${nameEn})`,
    "aptitude-test": () => "See the aptitude test through until it is explained",
  },
};

const months = (month: number): string => (month === 1 ? "1 month" : `${month} months`);

const endings: Record<Locale, SaidOf<Kinds<FollowUpWords>>> = {
  ko: {
    "referral-agreed": () => "동의하여 기업에 알선함",
    "referral-declined": () => "원하지 않으신다고 함",
    "referral-taken-back": () => "추천을 거둠",
    "referral-ended": () => "알선이 끝남",
    "employer-consent-withdrawn": () => "기업에 대한 동의를 거두셔서 알선이 끝남",
    "records-separated": () => "두 사람의 기록이 나뉘어 알선이 끝남",
    "partner-consent-withdrawn": () => "본인이 동의를 거두심",
    "test-explained": () => "결과를 설명함",
    "test-not-needed": () => "검사가 필요하지 않음",
    "test-not-wanted": () => "본인이 원하지 않음",
    "test-step-undone": () => "잘못 적은 것을 되돌려 다시 할 일이 됨",
    "had-left": ({ month }) => `${month}개월 확인 때 이미 그만두심`,
    "partner-result": ({ result }) => partnerResultWords[result].ko,
    "placement-taken-back": ({ reason }) => `취업 확정을 거둠: ${reason}`,
  },
  en: {
    "referral-agreed": () => "They agreed and were referred to the employer",
    "referral-declined": () => "They said no",
    "referral-taken-back": () => "The referral was taken back",
    "referral-ended": () => "The referral ended",
    "employer-consent-withdrawn": () => "They took back their consent for the employer, so the referral ended",
    "records-separated": () => "The records of two people were separated, so the referral ended",
    "partner-consent-withdrawn": () => "They took back their consent",
    "test-explained": () => "The result was explained",
    "test-not-needed": () => "No test was needed",
    "test-not-wanted": () => "They did not want it",
    "test-step-undone": () => "A step was written down by mistake: to be done again",
    "had-left": ({ month }) => `They had left by the check after ${months(month)}`,
    "partner-result": ({ result }) => partnerResultWords[result].en,
    "placement-taken-back": ({ reason }) => `The confirmed hire was taken back: ${reason}`,
  },
};

/** One of a kind, said; the words of each kind take the facts of that kind. */
const say = <Facts extends { kind: string }>(words: Record<Facts["kind"], (facts: never) => string>, facts: Facts): string =>
  (words[facts.kind as Facts["kind"]] as (facts: Facts) => string)(facts);

/** What is to be done, as somebody typed it or in the reader's language. */
export const followUpTask = (task: FollowUpTask, locale: Locale): string => (typeof task === "string" ? task : say(tasks[locale], task));

/** What came of a follow-up, as somebody typed it or in the reader's language. */
export const followUpWords = (words: FollowUpWords, locale: Locale): string =>
  typeof words === "string" ? words : say(endings[locale], words);
