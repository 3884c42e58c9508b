import type { Locale } from "../../domain/locale.ts";

/** The calendar of visits, to look at and to subscribe to. */
const ko = {
  title: "방문 달력",
  lead: "버스가 언제 어디로 가는지 달마다 볼 수 있습니다.",
  date: "날짜",
  place: "장소",
  cancelled: "취소",
  none: "지금은 예정된 방문이 없습니다.",
  noneHint: "새 일정이 정해지면 여기에 올립니다.",
  subscribeTitle: "내 달력에 넣기",
  subscribeLead: "한 번 넣어 두면 새 방문과 바뀐 일정이 내 달력에도 저절로 나타납니다.",
  wholeSeoul: "서울 전체",
  subscribe: (area: string) => `${area} 방문 넣기`,
  addressTitle: "누르면 열리지 않나요?",
  addressHint: "달력 앱에서 ‘주소로 추가’를 고르고 아래 주소를 넣어 주세요.",
};

const en: typeof ko = {
  title: "Calendar of visits",
  lead: "When and where the bus goes, month by month.",
  date: "Date",
  place: "Place",
  cancelled: "Cancelled",
  none: "No visits are planned at the moment.",
  noneHint: "New visits appear here.",
  subscribeTitle: "Into my own calendar",
  subscribeLead: "Add it once: new visits and changes then appear in your calendar by themselves.",
  wholeSeoul: "All of Seoul",
  subscribe: (area) => `Add visits: ${area}`,
  addressTitle: "Nothing opens?",
  addressHint: "Choose “add by address” in your calendar app, and give it one of these.",
};

export const calendarPageWords: Record<Locale, typeof ko> = { ko, en };
