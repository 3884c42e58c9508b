import type { CertificateKind } from "../domain/certificate.ts";
import type { Locale } from "../domain/locale.ts";

type Words = Record<Locale, string>;

/** What certificates are called. */
export const certificateKindWords: Record<CertificateKind, Words> = {
  interview: { ko: "면접확인서", en: "Certificate of interview" },
  counselling: { ko: "상담확인서", en: "Certificate of counselling" },
};

/** What stands on every certificate, in both languages side by side: whoever reads it may know one of them. */
export const certificatePaperWords = {
  name: { ko: "성명", en: "Name" },
  birthYear: { ko: "출생 연도", en: "Year of birth" },
  employer: { ko: "면접 기업", en: "Employer" },
  job: { ko: "지원 직무", en: "Job" },
  talk: { ko: "상담 내용", en: "Counselling" },
  when: { ko: "일시", en: "Date and time" },
  where: { ko: "장소", en: "Place" },
  how: { ko: "방법", en: "Way" },
  code: { ko: "확인번호", en: "Code" },
  statement: {
    interview: {
      ko: "위 사람은 일자리 정류장에서 열린 위 면접에 참석하였음을 확인합니다.",
      en: "We confirm that the person named above came to the interview named above, held at the visiting job centre.",
    },
    counselling: {
      ko: "위 사람은 일자리 정류장에서 위 상담을 받았음을 확인합니다.",
      en: "We confirm that the person named above received the counselling named above from the visiting job centre.",
    },
  } satisfies Record<CertificateKind, Words>,
  issuer: { ko: "일자리 정류장", en: "Jobstop, the visiting job centre of Seoul" },
  noSeal: { ko: "(직인 생략)", en: "valid without a seal" },
  verify: {
    ko: "확인서가 맞는지 보려면 QR 코드를 찍거나 아래 주소에서 확인번호를 넣어 주세요.",
    en: "To see that this certificate is true, scan the code or type it at the address below.",
  },
  kept: {
    ko: "마지막 방문일부터 15개월 동안 확인할 수 있고, 본인이 정보를 지우면 더는 확인되지 않습니다.",
    en: "It can be checked for 15 months after the last visit, unless the person has their data deleted.",
  },
  born: (year: number) => `${year}년`,
  phone: (phone: string) => `전화 ${phone}`,
} as const;
