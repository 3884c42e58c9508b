import type { Locale } from "../domain/locale.ts";

/** Words of the page on which managers keep the partners to which counsellors hand people on. Korean defines the keys. */
const ko = {
  title: "연계 기관",
  lead: "상담사가 구직자를 이어 드릴 수 있는 기관입니다. 몇 분을 이어 드렸는지는 운영 결과에 기관 종류별로 있습니다.",
  toReports: "운영 결과 보기",
  inUse: "이어 드리는 곳",
  notInUse: "지금은 이어 드리지 않는 곳",
  noneInUse: "이어 드릴 수 있는 기관이 없습니다",
  add: "기관 더하기",
  addTitle: "기관 더하기",
  changeTitle: "기관 고치기",
  changeHint: "이름이나 번호가 바뀌었을 때 고칩니다. 이미 이어 드린 분의 화면에도 바뀐 이름이 나옵니다. 다른 기관이면 새로 더해 주세요.",
  nameKo: "한국어 이름",
  nameEn: "영어 이름",
  kind: "종류",
  phone: "대표 전화번호",
  isInUse: "이 기관에 이어 드립니다",
  isInUseHint: "끄면 상담사가 새로 고를 수 없습니다. 이미 이어 드린 기록은 그대로 남습니다.",
  saved: (name: string) => `${name}, 저장했습니다.`,
};

const en: typeof ko = {
  title: "Partners",
  lead: "Organisations to which counsellors can hand people on. How many were handed on is in the results, by kind of partner.",
  toReports: "See the results",
  inUse: "In use",
  notInUse: "Not in use now",
  noneInUse: "There is no partner to hand people on to",
  add: "Add a partner",
  addTitle: "Add a partner",
  changeTitle: "Change a partner",
  changeHint:
    "For a name or number that has changed: it is shown to people who were handed on before, too. Add another organisation as a new one.",
  nameKo: "Korean name",
  nameEn: "English name",
  kind: "Kind",
  phone: "Telephone of the office",
  isInUse: "People are handed on to it",
  isInUseHint: "Without this, counsellors cannot choose it any more. Whoever was handed on already stays noted.",
  saved: (name) => `${name} is saved.`,
};

export const partnerListWords: Record<Locale, typeof ko> = { ko, en };
