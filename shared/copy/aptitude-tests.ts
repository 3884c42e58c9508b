import type { AptitudeAct, AptitudeTestKind, AptitudeTestState } from "../domain/aptitude-test.ts";
import type { Locale } from "../domain/locale.ts";

type Words = Record<Locale, string>;

/** Names of the tests as their publisher has them, and how long each takes. */
export const aptitudeKindWords: Record<AptitudeTestKind, Words> = {
  preference_short: { ko: "직업선호도검사 짧은 것 (25분)", en: "Vocational preference, short (25 min)" },
  preference_long: { ko: "직업선호도검사 긴 것 (60분)", en: "Vocational preference, long (60 min)" },
  aptitude_adult: { ko: "성인용 직업적성검사 (80분)", en: "Vocational aptitude for adults (80 min)" },
  values: { ko: "직업가치관검사 (20분)", en: "Work values (20 min)" },
  readiness: { ko: "구직준비도검사 (20분)", en: "Readiness to look for work (20 min)" },
  startup: { ko: "창업적성검사 (20분)", en: "Aptitude for starting a business (20 min)" },
  midlife: { ko: "중장년 직업역량검사 (25분)", en: "Competences in mid-life (25 min)" },
};

export const aptitudeStateWords: Record<AptitudeTestState, Words> = {
  requested: { ko: "신청함", en: "Asked for" },
  needed: { ko: "검사하기로 함", en: "To be taken" },
  not_needed: { ko: "필요하지 않음", en: "Not needed" },
  taken: { ko: "검사함, 설명 전", en: "Taken, not yet explained" },
  explained: { ko: "결과를 설명함", en: "Explained" },
  withdrawn: { ko: "그만둠", en: "Withdrawn" },
};

export const aptitudeStepWords: Record<"requested" | AptitudeAct, Words> = {
  requested: { ko: "신청", en: "Asked for" },
  found_needed: { ko: "필요성 상담: 검사하기로 함", en: "Counselled: a test is useful" },
  found_not_needed: { ko: "필요성 상담: 필요하지 않음", en: "Counselled: no test is needed" },
  took: { ko: "검사함", en: "Taken" },
  explained: { ko: "결과를 설명함", en: "Result explained" },
  withdrew: { ko: "본인이 그만둠", en: "Withdrawn by the person" },
};
