import type { Locale } from "../domain/locale.ts";

/** What the law wants people to be told (개인정보 보호법 제34조 제1항), as the manager wrote it. */
export type DraftFields = { items: string; how: string; limit: string; measures: string; contact: string };
type Facts = DraftFields & { noticed: string /** How many, once that is known. */; people: string };

const orBlank = (text: string): string => text.trim() || "________";

/** To somebody whose data was seen. */
const toPeople: Record<Locale, (facts: Facts) => string> = {
  ko: ({ items, how, limit, measures, contact }) =>
    [
      "[일자리 정류장] 개인정보 사고를 알려 드립니다",
      "",
      "맡겨 주신 개인정보가 다른 사람에게 보였을 수 있어 알려 드립니다. 걱정을 끼쳐 드려 죄송합니다.",
      "",
      `1. 나간 개인정보: ${orBlank(items)}`,
      `2. 언제, 어떻게: ${orBlank(how)}`,
      `3. 피해를 줄이려면: ${orBlank(limit)}`,
      `4. 센터가 한 일: ${orBlank(measures)}`,
      `5. 문의하거나 피해를 알릴 곳: ${orBlank(contact)}`,
      "",
      "피해를 입으셨거나 궁금한 점이 있으면 위 연락처로 알려 주세요. 개인정보침해 신고센터(국번 없이 118)에도 물으실 수 있습니다.",
    ].join("\n"),
  en: ({ items, how, limit, measures, contact }) =>
    [
      "[Jobstop] About an incident with your personal data",
      "",
      "Your personal data may have been seen by somebody who should not see it. We are sorry for this.",
      "",
      `1. Data that got out: ${orBlank(items)}`,
      `2. When and how: ${orBlank(how)}`,
      `3. How to limit the damage: ${orBlank(limit)}`,
      `4. What the centre did: ${orBlank(measures)}`,
      `5. Whom to ask, or to tell of damage: ${orBlank(contact)}`,
      "",
      "Please get in touch if you have suffered damage or have a question. You can also ask the Privacy Call Center (118 in Korea).",
    ].join("\n"),
};

/** To the authority (시행령 제40조): the same, with when it was noticed and how many people it is about. */
const toAuthority: Record<Locale, (facts: Facts) => string> = {
  ko: ({ items, how, limit, measures, contact, noticed, people }) =>
    [
      "개인정보 유출 등 신고",
      "",
      "1. 기관 이름: 일자리 정류장",
      `2. 유출 등을 알게 된 때: ${noticed}`,
      `3. 유출 등이 된 개인정보의 항목과 규모: ${orBlank(items)}, 정보주체 ${orBlank(people)}명`,
      `4. 유출 등이 된 시점과 경위: ${orBlank(how)}`,
      `5. 정보주체가 피해를 줄이기 위해 할 수 있는 방법: ${orBlank(limit)}`,
      `6. 대응 조치와 피해 구제 절차: ${orBlank(measures)}`,
      `7. 담당 부서와 연락처: ${orBlank(contact)}`,
    ].join("\n"),
  en: ({ items, how, limit, measures, contact, noticed, people }) =>
    [
      "Report of a personal data breach",
      "",
      "1. Organisation: Jobstop",
      `2. When it was noticed: ${noticed}`,
      `3. Items and scale: ${orBlank(items)}; ${orBlank(people)} data subjects`,
      `4. When and how it happened: ${orBlank(how)}`,
      `5. How data subjects can limit the damage: ${orBlank(limit)}`,
      `6. Measures taken, and remedies: ${orBlank(measures)}`,
      `7. Department and contact: ${orBlank(contact)}`,
    ].join("\n"),
};

export const incidentDrafts = { people: toPeople, authority: toAuthority } as const;
