import type { LocalDate } from "./seoul-time.ts";
import type { DistrictCode, Zone } from "./zones.ts";

/** The first visits of the bus, in 2011, as the source of this service tells them: history to look at, which counts for no plan. */
export const firstVisits = [
  {
    date: "2011-06-17",
    zone: "seonam",
    districtCode: "11545",
    ko: "가산디지털단지 내 패션아일랜드 앞",
    en: "Fashion Island, Gasan Digital Complex",
  },
  { date: "2011-06-23", zone: "dongnam", districtCode: "11710", ko: "가든파이브", en: "Garden Five" },
  { date: "2011-06-30", zone: "dongbuk", districtCode: "11230", ko: "청량리역사 광장", en: "Cheongnyangni Station Plaza" },
  { date: "2011-07-07", zone: "seobuk", districtCode: "11440", ko: "홈플러스 월드컵경기장", en: "Homeplus, World Cup Stadium" },
] as readonly { date: string; zone: Zone; districtCode: string; ko: string; en: string }[] as readonly {
  date: LocalDate;
  zone: Zone;
  districtCode: DistrictCode;
  ko: string;
  en: string;
}[];
