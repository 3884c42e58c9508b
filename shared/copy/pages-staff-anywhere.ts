import type { Locale } from "../domain/locale.ts";

/** Words for finding people over all visits. Korean defines the keys. */
const ko = {
  title: "구직자 찾기",
  lead: "모든 방문에서 찾습니다. 찾은 사람과 시각이 기록됩니다.",
  toVisits: "방문 목록",
  text: "이름 전체 또는 전화번호 끝 네 자리",
  hint: "예: 김하늘, 0101",
  search: "찾기",
  none: "찾는 분이 없습니다",
  noneDetail: "이름을 전부 적었는지 보시고, 번호 끝 네 자리로도 찾아 보세요.",
  found: (count: number) => `${count}명을 찾았습니다.`,
  more: "더 있습니다. 이름과 번호 가운데 다른 쪽으로 찾아 보세요.",
  born: (year: number) => `${year}년생`,
  phoneEnd: (digits: string) => `번호 끝자리 ${digits}`,
  noPhone: "번호 없음",
  noVisit: "등록한 방문이 없습니다",
};

const en: typeof ko = {
  title: "Find a person",
  lead: "Over all visits. Whom you find, and when, is logged.",
  toVisits: "Visits",
  text: "Whole name, or last four digits of the number",
  hint: "For example: 김하늘, 0101",
  search: "Find",
  none: "Nobody is found",
  noneDetail: "Check that the name is whole, or try the last four digits of the number.",
  found: (count) => (count === 1 ? "1 person found." : `${count} people found.`),
  more: "There are more. Try the other of name and number.",
  born: (year) => `born ${year}`,
  phoneEnd: (digits) => `number ends in ${digits}`,
  noPhone: "no number",
  noVisit: "Registered for no visit",
};

export const staffAnywhereWords: Record<Locale, typeof ko> = { ko, en };
