import type { Locale } from "../domain/locale.ts";
import { zones } from "../domain/zones.ts";

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
