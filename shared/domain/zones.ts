import * as z from "zod/mini";

/** Five zones and 25 districts of Seoul. Districts carry the five-digit legal-district (법정동) code. */
export const zones = [
  {
    code: "seonam",
    ko: "서남권",
    en: "Southwest",
    districts: [
      { code: "11500", ko: "강서구", en: "Gangseo-gu" },
      { code: "11560", ko: "영등포구", en: "Yeongdeungpo-gu" },
      { code: "11545", ko: "금천구", en: "Geumcheon-gu" },
      { code: "11530", ko: "구로구", en: "Guro-gu" },
      { code: "11590", ko: "동작구", en: "Dongjak-gu" },
      { code: "11620", ko: "관악구", en: "Gwanak-gu" },
      { code: "11470", ko: "양천구", en: "Yangcheon-gu" },
    ],
  },
  {
    code: "dongnam",
    ko: "동남권",
    en: "Southeast",
    districts: [
      { code: "11650", ko: "서초구", en: "Seocho-gu" },
      { code: "11680", ko: "강남구", en: "Gangnam-gu" },
      { code: "11710", ko: "송파구", en: "Songpa-gu" },
      { code: "11740", ko: "강동구", en: "Gangdong-gu" },
    ],
  },
  {
    code: "dongbuk",
    ko: "동북권",
    en: "Northeast",
    districts: [
      { code: "11320", ko: "도봉구", en: "Dobong-gu" },
      { code: "11305", ko: "강북구", en: "Gangbuk-gu" },
      { code: "11350", ko: "노원구", en: "Nowon-gu" },
      { code: "11290", ko: "성북구", en: "Seongbuk-gu" },
      { code: "11230", ko: "동대문구", en: "Dongdaemun-gu" },
      { code: "11260", ko: "중랑구", en: "Jungnang-gu" },
      { code: "11200", ko: "성동구", en: "Seongdong-gu" },
      { code: "11215", ko: "광진구", en: "Gwangjin-gu" },
    ],
  },
  {
    code: "seobuk",
    ko: "서북권",
    en: "Northwest",
    districts: [
      { code: "11440", ko: "마포구", en: "Mapo-gu" },
      { code: "11410", ko: "서대문구", en: "Seodaemun-gu" },
      { code: "11380", ko: "은평구", en: "Eunpyeong-gu" },
    ],
  },
  {
    code: "dosim",
    ko: "도심권",
    en: "Downtown",
    districts: [
      { code: "11110", ko: "종로구", en: "Jongno-gu" },
      { code: "11140", ko: "중구", en: "Jung-gu" },
      { code: "11170", ko: "용산구", en: "Yongsan-gu" },
    ],
  },
] as const;

export const Zone = z.enum(["seonam", "dongnam", "dongbuk", "seobuk", "dosim"]);
export type Zone = z.infer<typeof Zone>;

const zoneByDistrict = new Map<string, Zone>(
  zones.flatMap((zone) => zone.districts.map((district) => [district.code, zone.code] as const)),
);

export const DistrictCode = z
  .string()
  .check(z.refine((code) => zoneByDistrict.has(code), { error: "district" }))
  .brand<"district">();
export type DistrictCode = z.infer<typeof DistrictCode>;

/** The zone a district belongs to; undefined for a code that is none of the 25. */
export const zoneOf = (districtCode: string): Zone | undefined => zoneByDistrict.get(districtCode);
