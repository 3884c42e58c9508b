import type { AdvertisedJob } from "./lead.ts";
import { isBusinessNumber } from "./text.ts";
import { zones } from "./zones.ts";

/** What an advertisement seems to say; somebody checks it before anything is kept. */
export type AdProposal = {
  nameKo?: string;
  businessNumber?: string;
  phone?: string;
  mail?: string;
  address?: string;
  districtCode?: string;
  job: { titleKo?: string; occupation?: NonNullable<AdvertisedJob["occupation"]>; headcount?: number; workTimeKo?: string } & {
    pay?: { type: "H" | "D" | "M" | "Y"; min: number; max: number };
  };
};

/** "근무시간 : 09:00~18:00", "▶ 근무시간 09:00": what stands behind a name at the beginning of a line. */
const behind = (text: string, labels: readonly string[], max: number): string | undefined => {
  for (const label of labels) {
    const found = new RegExp(`^[^가-힣A-Za-z0-9\\n]*${label}[^가-힣A-Za-z0-9\\n㈜(]*[:：\\s\\]】|][^가-힣A-Za-z0-9\\n㈜(]*(.+)$`, "mu")
      .exec(text)?.[1]
      ?.trim();
    if (found && found.length <= max) return found;
  }
  return undefined;
};

const companyMark = /(?:㈜|\(주\)|주식회사|유한회사|\(유\)|사회적협동조합|협동조합)/u;
const companyIn = (text: string): string | undefined =>
  (new RegExp(`(?<![가-힣A-Za-z0-9])${companyMark.source}[ ]?[가-힣A-Za-z][가-힣A-Za-z0-9&]{0,40}`, "u").exec(text) ??
    new RegExp(`[가-힣A-Za-z][가-힣A-Za-z0-9&]{0,40}[ ]?${companyMark.source}`, "u").exec(text))?.[0];

const phonePattern = /(?<![\d-])0(?:1[016789]|2|[3-6]\d|70)[-.)\s]{0,2}\d{3,4}[-.\s]?\d{4}(?![\d-])/u;

const numberIn = (text: string): string | undefined => {
  for (const [found] of text.matchAll(/(?<!\d)\d{3}[-\s]?\d{2}[-\s]?\d{5}(?!\d)/gu)) {
    const digits = found.replace(/\D/g, "");
    // A telephone number may have as many digits: one with a label, or a checksum that fits, is meant.
    if (isBusinessNumber(digits) && !phonePattern.test(found)) return digits;
  }
  return undefined;
};

const units = { 만: 10_000, 천: 1_000 } as const;
const payTypes = [
  ["시급", "H"],
  ["시간급", "H"],
  ["일급", "D"],
  ["일당", "D"],
  ["월급", "M"],
  ["월", "M"],
  ["연봉", "Y"],
] as const;
const amount = String.raw`([\d,]+(?:\.\d+)?)\s*(만|천)?\s*원?`;

const wonOf = (digits: string, unit: string | undefined): number =>
  Math.round(Number(digits.replaceAll(",", "")) * (unit ? units[unit as keyof typeof units] : 1));

/** What a text says of pay, in won; undefined when it says none. */
export const payIn = (text: string): AdProposal["job"]["pay"] => {
  for (const [word, type] of payTypes) {
    const found = new RegExp(`${word}\\s*(?:여?\\s*[:：/]|은|은?\\s*약)?\\s*${amount}(?:\\s*[~∼\\-–]\\s*${amount})?`, "u").exec(text);
    if (!found) continue;
    const [, low = "", lowUnit, high, highUnit] = found;
    const min = wonOf(low, lowUnit ?? (high ? highUnit : undefined));
    const max = high ? wonOf(high, highUnit) : min;
    // "월 5회" and the like are no pay.
    if (min >= 1_000 && max >= min && max <= 1_000_000_000) return { type, min, max };
  }
  return undefined;
};

/** Words by which an occupation is known; the first that is found. The person who pasted it looks at it. */
// biome-ignore format: a table reads better in rows
const occupations: readonly (readonly [RegExp, NonNullable<AdvertisedJob["occupation"]>])[] = [
  [/요양\s*보호|간병|아이\s*돌봄|돌봄|보육/u, "55"], [/조리|주방|홀\s*서빙|서빙|바리스타|급식/u, "53"], [/경비|보안\s*요원|주차\s*관리/u, "54"],
  [/청소|미화|세탁/u, "56"], [/운전|기사\s*모집|배송|배달|택배|지게차|물류/u, "62"], [/판매|매장|영업|캐셔|계산원/u, "61"],
  [/간호|물리\s*치료|병원\s*코디/u, "30"], [/사회\s*복지/u, "23"], [/프로그래머|개발자|소프트웨어/u, "13"], [/디자이너|디자인/u, "41"],
  [/용접|도장|판금|주조/u, "82"], [/전기|전자/u, "83"], [/봉제|재단|미싱|의류/u, "86"], [/식품|제과|제빵/u, "87"], [/인쇄|목공|가구/u, "88"],
  [/기계|가공|조립|정비|설비|CNC|선반/u, "81"], [/포장|단순\s*노무|생산직|제조/u, "89"], [/건설|현장\s*일용|철근|목수/u, "70"],
  [/미용|네일|피부\s*관리/u, "51"], [/강사|교사|학원/u, "21"], [/회계|경리|사무|총무|인사|행정/u, "02"],
];

/** Stands for "㈜" meanwhile: no text has it. */
const sign = "\uE000";

const cut = (text: string | undefined, max: number): string | undefined => text?.slice(0, max).trim() || undefined;

/**
 * Reads a job advertisement as it was copied from a page or a message: proposes what it finds and leaves out what it does not. It never refuses and never guesses
 * beyond what stands there.
 */
export const readJobAd = (pasted: string): AdProposal => {
  // Firms write their form as one sign, which the normal form would take apart.
  const text = pasted
    .replaceAll("㈜", sign)
    .normalize("NFKC")
    .replaceAll(sign, "㈜")
    .replace(/\r\n?/g, "\n")
    .replace(/\u00a0/g, " ");
  const nameKo = behind(text, ["기업명", "회사명", "업체명", "상호명?", "사업장명", "구인업체"], 60) ?? companyIn(text);
  const businessNumber = numberIn(text);
  const phone = phonePattern.exec(text)?.[0];
  const mail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u.exec(text)?.[0];
  const address =
    behind(text, ["근무지역?\\s*주소", "회사\\s*주소", "주소", "소재지", "근무지역?", "근무\\s*장소"], 120) ??
    /서울(?:특별시|시)?\s+[가-힣]+구[^\n.,]*/u.exec(text)?.[0];
  const district = zones.flatMap(({ districts }) => [...districts]).find(({ ko }) => (address ?? text).includes(ko));
  const titleKo = behind(text, ["모집\\s*직종", "모집\\s*부문", "직종", "채용\\s*직무", "담당\\s*업무", "직무"], 60);
  const occupation = occupations.find(([words]) => words.test(titleKo ?? text))?.[1];
  const headcount = /(?:모집|채용)\s*인원[^\d\n]{0,6}(\d{1,3})|(\d{1,3})\s*명\s*(?:모집|채용)/u.exec(text);
  const count = Number(headcount?.[1] ?? headcount?.[2] ?? 0);
  const hours =
    behind(text, ["근무\\s*시간", "근로\\s*시간"], 80) ??
    /\d{1,2}:\d{2}\s*[~∼\-–]\s*\d{1,2}:\d{2}(?:\s*\([^)\n]*\))?(?:,?\s*주\s*\d일)?/u.exec(text)?.[0];
  const pay = payIn(text);
  const [name, place, title, time] = [cut(nameKo, 60), cut(address, 120), cut(titleKo, 60), cut(hours, 80)];
  return {
    ...(name && { nameKo: name }),
    ...(businessNumber && { businessNumber }),
    ...(phone && { phone: phone.trim() }),
    ...(mail && { mail }),
    ...(place && { address: place }),
    ...(district && { districtCode: district.code }),
    job: {
      ...(title && { titleKo: title }),
      ...(occupation && { occupation }),
      ...(count > 0 && { headcount: count }),
      ...(time && { workTimeKo: time }),
      ...(pay && { pay }),
    },
  };
};
