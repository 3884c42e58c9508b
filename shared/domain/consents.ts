import * as z from "zod/mini";
import type { Locale } from "./locale.ts";

/**
 * Consent texts by version (`codes.json` → consents, `PRIVACY-SECURITY.md` 1 and 2). A text that people agreed to is never edited: a change
 * is a new version, and the old one stays readable here.
 */
export const ConsentCode = z.enum([
  "service_core",
  "to_employer",
  "sensitive_support",
  "support_groups",
  "share_accommodation",
  "enrolment",
  "statistics",
  "partner_link",
]);
export type ConsentCode = z.infer<typeof ConsentCode>;

export type ConsentText = { title: string; purpose: string; items: string; kept: string; refusal: string };

export const currentConsentVersion = {
  service_core: "2026-12",
  to_employer: "2026-12",
  sensitive_support: "2026-12-2",
  support_groups: "2026-12",
  share_accommodation: "2026-12-2",
  enrolment: "2026-12",
  statistics: "2026-12",
  partner_link: "2026-12",
} as const satisfies Record<ConsentCode, string>;

const texts: Record<ConsentCode, Record<string, Record<Locale, ConsentText>>> = {
  service_core: {
    "2026-11": {
      ko: {
        title: "방문 등록에 쓰는 정보 안내",
        purpose: "방문 예약, 접수, 상담을 위해 씁니다. 직업안정법에 따른 시의 업무입니다.",
        items: "이름, 태어난 해, 전자우편, 휴대전화(선택)",
        kept: "구직신청이 끝난 뒤 1년",
        refusal: "등록하지 않고 현장에 바로 오셔도 상담을 받을 수 있습니다.",
      },
      en: {
        title: "What we keep when you register",
        purpose: "Used for your booking, check-in and counselling. This is a task of the city under the Employment Security Act.",
        items: "Name, year of birth, mail address, mobile number (optional)",
        kept: "One year after your job search with us ends",
        refusal: "You may also come without registering and get counselling.",
      },
    },
    // Says how long what is kept, as `retention.ts` has it.
    "2026-12": {
      ko: {
        title: "방문 등록에 쓰는 정보 안내",
        purpose: "방문 예약, 접수, 상담을 위해 씁니다. 직업안정법에 따른 시의 업무입니다.",
        items: "이름, 태어난 해, 전자우편, 휴대전화(선택), 예약과 접수 기록",
        kept: "마지막으로 등록한 방문부터 15개월. 접수와 번호표 기록은 방문부터 1년",
        refusal: "등록하지 않고 현장에 바로 오셔도 상담을 받을 수 있습니다.",
      },
      en: {
        title: "What we keep when you register",
        purpose: "Used for your booking, check-in and counselling. This is a task of the city under the Employment Security Act.",
        items: "Name, year of birth, mail address, mobile number (optional), your bookings and check-ins",
        kept: "15 months from the last visit you registered for. Check-in and queue records: 1 year from the visit",
        refusal: "You may also come without registering and get counselling.",
      },
    },
  },
  to_employer: {
    "2026-11": {
      ko: {
        title: "이 기업에 내 정보를 주는 데 동의합니다",
        purpose: "현장면접을 준비하고 진행하기 위해 줍니다.",
        items: "이름, 면접 시각, 희망 직종과 경력 요약(적은 경우)",
        kept: "채용 결과가 정해진 뒤 14일. 동의를 거두시면 바로 볼 수 없게 합니다.",
        refusal: "동의하지 않아도 상담은 받을 수 있습니다. 다만 이 기업의 면접은 예약할 수 없습니다.",
      },
      en: {
        title: "I agree that this employer receives my details",
        purpose: "To prepare and hold the on-site interview.",
        items: "Name, interview time, wished job and a summary of experience (if you gave one)",
        kept: "14 days after the hiring decision. If you withdraw, they can no longer see it.",
        refusal: "You may refuse and still get counselling, but then you cannot book an interview with this employer.",
      },
    },
    "2026-12": {
      ko: {
        title: "이 기업에 내 정보를 주는 데 동의합니다",
        purpose: "현장면접을 준비하고 진행하기 위해 줍니다.",
        items: "이름, 면접 시각, 희망 직종과 경력 요약(적은 경우)",
        kept: "채용 결과가 정해진 뒤 14일. 결과를 알리지 않으면 방문부터 30일. 동의를 거두시면 바로 볼 수 없게 합니다.",
        refusal: "동의하지 않아도 상담은 받을 수 있습니다. 다만 이 기업의 면접은 예약할 수 없습니다.",
      },
      en: {
        title: "I agree that this employer receives my details",
        purpose: "To prepare and hold the on-site interview.",
        items: "Name, interview time, wished job and a summary of experience (if you gave one)",
        kept: "14 days after the hiring decision; 30 days from the visit if none is told. If you withdraw, they can no longer see it.",
        refusal: "You may refuse and still get counselling, but then you cannot book an interview with this employer.",
      },
    },
  },
  sensitive_support: {
    "2026-12": {
      ko: {
        title: "필요한 지원을 보관하는 데 동의합니다",
        purpose: "방문하시는 날 필요한 것을 미리 준비하고, 알맞은 지원을 안내하기 위해 씁니다.",
        items: "고르신 필요한 지원. 적으신 경우 해당하는 집단(담당 상담사만 봅니다)",
        kept: "거두실 때까지. 늦어도 마지막 방문부터 15개월",
        refusal: "동의하지 않아도 방문, 면접, 상담을 모두 똑같이 이용하실 수 있습니다.",
      },
      en: {
        title: "I agree that what I need is kept",
        purpose: "To prepare what you need for the day you come, and to tell you about support that fits.",
        items: "The needs you choose. If you give one, the group you belong to (seen by your counsellor alone)",
        kept: "Until you take it back, at the latest 15 months from the last visit",
        refusal: "You may refuse, and use visits, interviews and counselling just the same.",
      },
    },
    "2026-12-2": {
      ko: {
        title: "필요한 지원을 보관하는 데 동의합니다",
        purpose: "방문하시는 날 필요한 것을 미리 준비하기 위해 씁니다. 접수 창구와 상담사만 봅니다.",
        items: "고르신 필요한 지원",
        kept: "거두실 때까지. 늦어도 마지막 방문부터 15개월",
        refusal: "동의하지 않아도 방문, 면접, 상담을 모두 똑같이 이용하실 수 있습니다.",
      },
      en: {
        title: "I agree that what I need is kept",
        purpose: "To prepare what you need for the day you come. Seen by the desk and the counsellors alone.",
        items: "The needs you choose",
        kept: "Until you take it back, at the latest 15 months from the last visit",
        refusal: "You may refuse, and use visits, interviews and counselling just the same.",
      },
    },
  },
  support_groups: {
    "2026-12": {
      ko: {
        title: "해당하는 집단을 보관하는 데 동의합니다",
        purpose: "알맞은 지원을 안내하는 데에만 씁니다. 이 방문에서 상담을 맡은 상담사만 봅니다.",
        items: "고르신 집단. 건강이나 살아온 배경 같은 민감한 정보일 수 있습니다.",
        kept: "거두실 때까지. 늦어도 마지막 방문부터 15개월",
        refusal: "동의하지 않아도 방문, 면접, 상담을 모두 똑같이 이용하실 수 있습니다.",
      },
      en: {
        title: "I agree that the group I belong to is kept",
        purpose:
          "Only to tell you about support that fits. Seen by the counsellor with whom you have a time at the visit, and by nobody else.",
        items: "The groups you choose, which may be sensitive: your health, or where you come from",
        kept: "Until you take it back, at the latest 15 months from the last visit",
        refusal: "You may refuse, and use visits, interviews and counselling just the same.",
      },
    },
  },
  share_accommodation: {
    "2026-12": {
      ko: {
        title: "이 면접의 기업에 필요한 지원을 알리는 데 동의합니다",
        purpose: "이 면접에 필요한 것을 기업이 준비하기 위해 알립니다.",
        items: "고르신 필요한 지원만. 집단은 알리지 않습니다.",
        kept: "채용 결과가 정해진 뒤 14일까지 보입니다. 거두시면 바로 볼 수 없게 합니다.",
        refusal: "동의하지 않아도 면접을 보실 수 있습니다.",
      },
      en: {
        title: "I agree that the employer of this interview is told what I need",
        purpose: "So that the employer can prepare what you need for this interview.",
        items: "Only the needs you choose, never a group.",
        kept: "Visible until 14 days after the hiring decision. If you withdraw, they can no longer see it.",
        refusal: "You may refuse and still have the interview.",
      },
    },
    // Says how long it is visible where no result is told.
    "2026-12-2": {
      ko: {
        title: "이 면접의 기업에 필요한 지원을 알리는 데 동의합니다",
        purpose: "이 면접에 필요한 것을 기업이 준비하기 위해 알립니다.",
        items: "고르신 필요한 지원만. 집단은 알리지 않습니다.",
        kept: "채용 결과가 정해진 뒤 14일까지 보입니다. 결과를 알리지 않으면 방문부터 30일까지입니다. 거두시면 바로 볼 수 없게 합니다.",
        refusal: "동의하지 않아도 면접을 보실 수 있습니다.",
      },
      en: {
        title: "I agree that the employer of this interview is told what I need",
        purpose: "So that the employer can prepare what you need for this interview.",
        items: "Only the needs you choose, never a group.",
        kept: "Visible until 14 days after the hiring decision, or 30 days from the visit if none is told. If you withdraw, they can no longer see it.",
        refusal: "You may refuse and still have the interview.",
      },
    },
  },
  enrolment: {
    "2026-12": {
      ko: {
        title: "구직등록에 적은 정보를 보관하는 데 동의합니다",
        purpose: "알맞은 일자리를 찾아 추천하기 위해 씁니다. 접수 창구와 상담사만 봅니다.",
        items: "희망 직종과 조건, 경력. 적으신 경우 학력과 자격",
        kept: "등록을 그만두실 때까지. 늦어도 마지막 방문부터 15개월",
        refusal: "동의하지 않아도 방문, 면접, 상담을 모두 똑같이 이용하실 수 있습니다. 다만 일자리를 추천해 드릴 수 없습니다.",
      },
      en: {
        title: "I agree that what I write in my job-seeker registration is kept",
        purpose: "To find jobs that suit you and propose them. Seen by the desk and the counsellors alone.",
        items: "The work and conditions you wish for, your experience; if you give them, your education and qualifications",
        kept: "Until you end the registration, at the latest 15 months from the last visit",
        refusal: "You may refuse, and use visits, interviews and counselling just the same. We can then propose no jobs to you.",
      },
    },
  },
  statistics: {
    "2026-12": {
      ko: {
        title: "성별과 학력을 통계에 쓰는 데 동의합니다",
        purpose: "방문한 분이 몇 명인지 보고하는 통계에만 씁니다. 누구의 것인지는 직원도 기업도 볼 수 없습니다.",
        items: "성별과 학력 가운데 고르신 것",
        kept: "거두실 때까지. 늦어도 마지막 방문부터 15개월. 그 뒤에는 이름 없는 수만 남습니다.",
        refusal: "동의하지 않아도 방문, 면접, 상담을 모두 똑같이 이용하실 수 있습니다.",
      },
      en: {
        title: "I agree that my sex and education are counted in reports",
        purpose: "Only to report how many people came. Neither staff nor employers can see whose they are.",
        items: "Of sex and education, what you choose to give",
        kept: "Until you take it back, at the latest 15 months from the last visit. After that only numbers without names stay",
        refusal: "You may refuse, and use visits, interviews and counselling just the same.",
      },
    },
  },
  partner_link: {
    "2026-12": {
      ko: {
        title: "이 기관에 나를 이어 주는 데 동의합니다",
        purpose: "적은 일로 도움을 받을 수 있게 상담사가 이 기관에 알립니다. 이 일에만 씁니다.",
        items: "이름, 휴대전화(적은 경우), 무엇을 도와 달라는지 한 줄. 상담일지와 그 밖의 것은 알리지 않습니다.",
        kept: "거두실 때까지. 늦어도 마지막 방문부터 15개월. 거두시면 더 알리지 않고 결과도 묻지 않습니다. 기관이 이미 받은 것은 그 기관에 지워 달라고 하실 수 있습니다.",
        refusal: "동의하지 않아도 방문, 면접, 상담을 모두 똑같이 이용하실 수 있습니다. 기관에 직접 연락하셔도 됩니다.",
      },
      en: {
        title: "I agree to be handed on to this partner",
        purpose: "So that the counsellor tells this organisation what you want help with. Used for nothing else.",
        items: "Name, mobile number (if you gave one), and in one line what you want help with. No notes of talks and nothing else.",
        kept: "Until you take it back, at the latest 15 months from the last visit. After that nothing more is told or asked. What the partner already has, you may ask it to erase.",
        refusal: "You may refuse, and use visits, interviews and counselling just the same. You may also call the partner yourself.",
      },
    },
  },
};

/** The text of a version, or undefined for a version that never existed. */
export const consentText = (code: ConsentCode, version: string, locale: Locale): ConsentText | undefined => texts[code][version]?.[locale];

/** Versions before the one of today, the newest first: whoever agreed to one can read it again. */
export const earlierVersions = (code: ConsentCode): string[] =>
  Object.keys(texts[code])
    .filter((version) => version !== currentConsentVersion[code])
    .reverse();

/** What the person read, as one canonical string: its SHA-256 is stored with the consent. */
export const canonicalConsentText = (text: ConsentText): string =>
  [text.title, text.purpose, text.items, text.kept, text.refusal].join("\n");
