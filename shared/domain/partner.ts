/**
 * Partner organisations (연계기관) to which counsellors hand people on, and what is kept of it (연계). Managers add and correct them; a partner
 * that goes is taken out of use and keeps its line, since links name it. Those of the beginning are fictional.
 */
import * as z from "zod/mini";
import { LocalDate } from "./seoul-time.ts";
import { oneLine, PhoneNumber } from "./text.ts";

export const PartnerKind = z.enum(["employment_welfare", "womens_work", "mental_health", "microfinance", "youth"]);
export type PartnerKind = z.infer<typeof PartnerKind>;

/** Readable for those that the centre began with, minted for those that were added. */
export const PartnerId = z
  .string()
  .check(z.regex(/^([a-z0-9]+(-[a-z0-9]+)*|ptn_[0-9A-HJKMNP-TV-Z]{26})$/, { error: "id-format" }), z.maxLength(40))
  .brand<"partner">();
export type PartnerId = z.infer<typeof PartnerId>;

export const Partner = z.strictObject({
  partnerId: PartnerId,
  kind: PartnerKind,
  nameKo: oneLine(60),
  nameEn: oneLine(80),
  /** Where the office is called; of an office, not of somebody. */
  phone: PhoneNumber,
  /** Whether somebody may be handed on to it from now on. */
  isInUse: z.boolean(),
});
export type Partner = z.infer<typeof Partner>;

/** With whom the centre begins, as of 2026-11-27; what a manager writes takes their place. */
export const firstPartners: readonly Partner[] = [
  {
    ...{ partnerId: "eokjeong-employment" as PartnerId, kind: "employment_welfare", phone: "0200000101" as PhoneNumber, isInUse: true },
    ...{ nameKo: "억정 고용복지플러스센터", nameEn: "Eokjeong Employment and Welfare Centre" },
  },
  {
    ...{ partnerId: "saemmaru-women" as PartnerId, kind: "womens_work", phone: "0200000102" as PhoneNumber, isInUse: true },
    ...{ nameKo: "샘마루 여성새로일하기센터", nameEn: "Saemmaru Women's Back-to-Work Centre" },
  },
  {
    ...{ partnerId: "dalbit-mind" as PartnerId, kind: "mental_health", phone: "0200000103" as PhoneNumber, isInUse: true },
    ...{ nameKo: "달빛 정신건강복지센터", nameEn: "Dalbit Mental Health Centre" },
  },
  {
    ...{ partnerId: "dodam-finance" as PartnerId, kind: "microfinance", phone: "0200000104" as PhoneNumber, isInUse: true },
    ...{ nameKo: "도담 서민금융 통합지원센터", nameEn: "Dodam Microfinance Centre" },
  },
  {
    ...{ partnerId: "namu-youth" as PartnerId, kind: "youth", phone: "0200000105" as PhoneNumber, isInUse: true },
    ...{ nameKo: "나무 청년센터", nameEn: "Namu Youth Centre" },
  },
];

/** To whom somebody is handed on, what for, and by when the centre asks what came of it. */
export const PartnerLinkDraft = z.strictObject({
  partnerId: PartnerId,
  /** In the words that the partner reads. */
  what: oneLine(200),
  dueOn: LocalDate,
});
export type PartnerLinkDraft = z.infer<typeof PartnerLinkDraft>;

/** What came of it: the partner has received them, or not, or has helped. */
export const PartnerResult = z.enum(["received", "not_received", "helped"]);
export type PartnerResult = z.infer<typeof PartnerResult>;

/** Withdrawn once its person has taken the consent back. */
export const PartnerLinkState = z.enum(["linked", "withdrawn"]);
export type PartnerLinkState = z.infer<typeof PartnerLinkState>;
