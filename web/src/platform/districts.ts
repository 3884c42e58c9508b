import type { Locale } from "../../../shared/domain/locale.ts";
import { type Zone, zones } from "../../../shared/domain/zones.ts";

const districts = new Map<string, { ko: string; en: string; zone: (typeof zones)[number] }>(
  zones.flatMap((zone) => zone.districts.map(({ code, ko, en }) => [code, { ko, en, zone }] as const)),
);

/** "동대문구", "Dongdaemun-gu"; the code itself where it is none of the 25. */
export const districtName = (code: string, locale: Locale): string => districts.get(code)?.[locale] ?? code;

/** "동북권 동대문구", "Dongdaemun-gu, Northeast" */
export const districtAndZone = (code: string, locale: Locale): string => {
  const district = districts.get(code);
  if (!district) return code;
  return locale === "ko" ? `${district.zone.ko} ${district.ko}` : `${district.en}, ${district.zone.en}`;
};

/** A zone, a district, or all of Seoul. */
export type Area = { zone: Zone } | { district: string } | "all";

/** Reads an area as it stands in an address or a select: a zone's code, a district's code, or nothing. What is neither means all. */
export function areaOf(text: string | null): Area {
  if (text === null) return "all";
  if (districts.has(text)) return { district: text };
  const zone = zones.find(({ code }) => code === text);
  return zone ? { zone: zone.code } : "all";
}

/** Inverse of `areaOf`; empty for all of Seoul. */
export const textOfArea = (area: Area): string => (area === "all" ? "" : "zone" in area ? area.zone : area.district);
