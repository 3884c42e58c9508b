import type { Locale } from "../domain/locale.ts";

/** Words of the pages for whom to call, and of those who wait. Korean defines the keys. */
const ko = {
  // calls
  callsTitle: "전화 확인",
  callsLead: "안내를 받고 아직 답하지 않은 분입니다. 이 화면을 본 사람과 시각이 기록됩니다.",
  callsNone: "전화할 분이 없습니다.",
  callsNoneDetail: (time: string) => `${time}부터 답하지 않은 분이 여기에 나옵니다.`,
  callsNoneLeft: "모두 답하셨거나 접수하셨습니다.",
  willCome: "오신다고 함",
  notedComing: (name: string) => `${name} 님: 오신다고 적었습니다`,
  callNumber: (number: string) => `전화 ${number}`,
  noNumber: "전화번호가 없습니다",
  cannotCome: "이 시간만 취소",

  // waits
  waitsTitle: "빈자리 대기",
  waitsNone: "기다리는 분이 없습니다.",
  waitsAnyTime: "아무 시간이나",
  waitsAt: (time: string) => `${time} 시간만`,
  waitsEarlier: (time: string) => `${time} 예약이 있고 더 이른 시간을 기다립니다`,
  waitsSince: (moment: string) => `${moment}부터 기다림`,
  waitsOffered: (time: string, until: string) => `${time} 자리를 안내했습니다. ${until}까지 기다립니다.`,
  waitsPlace: (place: number) => `${place}번째`,
  waitsHere: "접수",
  waitsSeat: "자리 드리기",
  waitsSeatTitle: "자리 드리기",
  waitsOutOfTurn: (count: number) => `앞에 ${count}명이 기다립니다. 순서를 바꾸는 까닭을 적어 주세요.`,
  waitsSeatNow: "자리 드리기",
  waitsSeated: "자리를 드렸습니다",
  waitsGone: "이미 자리를 받았거나 대기를 그만두셨습니다.",
};

export type StaffCallsWords = typeof ko;

const en: StaffCallsWords = {
  callsTitle: "People to call",
  callsLead: "They were reminded and have not answered. Who looks at this page, and when, is kept.",
  callsNone: "There is nobody to call.",
  callsNoneDetail: (time) => `Whoever has not answered is listed here from ${time} on.`,
  callsNoneLeft: "Everybody has answered or checked in.",
  willCome: "They will come",
  notedComing: (name) => `${name}: noted that they will come`,
  callNumber: (number) => `Call ${number}`,
  noNumber: "No telephone number",
  cannotCome: "Cancel this time only",

  waitsTitle: "Waiting for a seat",
  waitsNone: "Nobody is waiting.",
  waitsAnyTime: "Any time",
  waitsAt: (time) => `${time} only`,
  waitsEarlier: (time) => `Has ${time} and waits for an earlier time`,
  waitsSince: (moment) => `Waiting since ${moment}`,
  waitsOffered: (time, until) => `Offered ${time}, held until ${until}.`,
  waitsPlace: (place) => `No. ${place}`,
  waitsHere: "Checked in",
  waitsSeat: "Give a seat",
  waitsSeatTitle: "Give a seat",
  waitsOutOfTurn: (count) => `${count} waiting before them. Please say why they come first.`,
  waitsSeatNow: "Give the seat",
  waitsSeated: "The seat is given",
  waitsGone: "They have a seat already or no longer wait.",
};

export const staffCallsWords: Record<Locale, StaffCallsWords> = { ko, en };
