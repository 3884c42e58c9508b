/**
 * Partner organisations (연계기관) to which counsellors hand people on, and what is kept of it (연계). The list is data of a day, as the centre had it, with fictional
 * names and numbers; a partner that goes keeps its line, since links name it.
 */
import * as z from "zod/mini";
import { LocalDate } from "./seoul-time.ts";
import { oneLine } from "./text.ts";

export const PartnerKind = z.enum(["employment_welfare", "womens_work", "mental_health", "microfinance", "youth"]);
export type PartnerKind = z.infer<typeof PartnerKind>;

export const PartnerId = z.enum(["eokjeong-employment", "saemmaru-women", "dalbit-mind", "dodam-finance", "namu-youth"]);
export type PartnerId = z.infer<typeof PartnerId>;

export type Partner = { partnerId: PartnerId; kind: PartnerKind; nameKo: string; nameEn: string; phone: string };

/** As of 2026-11-27. */
export const partners: readonly Partner[] = [
  {
    ...{ partnerId: "eokjeong-employment", kind: "employment_welfare", phone: "02-0000-0101" },
    ...{ nameKo: "억정 고용복지플러스센터", nameEn: "Eokjeong Employment and Welfare Centre" },
  },
  {
    ...{ partnerId: "saemmaru-women", kind: "womens_work", phone: "02-0000-0102" },
    ...{ nameKo: "샘마루 여성새로일하기센터", nameEn: "Saemmaru Women's Back-to-Work Centre" },
  },
  {
    ...{ partnerId: "dalbit-mind", kind: "mental_health", phone: "02-0000-0103" },
    ...{ nameKo: "달빛 정신건강복지센터", nameEn: "Dalbit Mental Health Centre" },
  },
  {
    ...{ partnerId: "dodam-finance", kind: "microfinance", phone: "02-0000-0104" },
    ...{ nameKo: "도담 서민금융 통합지원센터", nameEn: "Dodam Microfinance Centre" },
  },
  {
    ...{ partnerId: "namu-youth", kind: "youth", phone: "02-0000-0105" },
    ...{ nameKo: "나무 청년센터", nameEn: "Namu Youth Centre" },
  },
];

export const partnerOf = (id: PartnerId): Partner => {
  const partner = partners.find(({ partnerId }) => partnerId === id);
  if (!partner) throw new Error(`There is no partner ${id}.`);
  return partner;
};

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
