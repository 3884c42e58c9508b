import type { Locale } from "../domain/locale.ts";

/** Words of the pages for changing desks, and for what became of it. Korean defines the keys. */
const ko = {
  // desks
  desksTitle: "창구와 기업 기기",
  desksLead: "기업 기기를 연결할 때, 기업이 늦거나 오지 못할 때, 창구를 옮길 때 씁니다.",
  deskLeft: (times: number, people: number) => `남은 예약 ${times}건, ${people}명`,
  deskNext: (time: string) => `다음 ${time}`,
  deskIdle: "남은 예약이 없습니다",
  deskUnnoted: (people: number) => `앞으로의 예약은 없고, 시간이 된 분 ${people}명의 결과가 아직 없습니다`,
  deskReleased: "면접을 거둔 창구",
  deskChange: (label: string) => `${label} 바꾸기`,
  deskWhat: "무엇을 바꿀까요?",
  deskLate: (minutes: number) => `${minutes}분 늦추기`,
  deskRelease: "남은 시간 모두 취소하기",
  deskReassign: (label: string) => `다른 창구로 옮기기: ${label}`,
  deskConfirm: {
    shift: (label: string, minutes: number) => `${label}의 남은 시간을 ${minutes}분 늦출까요?`,
    release: (label: string) => `${label}의 남은 시간을 모두 취소할까요?`,
    reassign: (from: string, to: string) => `${from}의 남은 시간을 옮길까요? 옮길 곳: ${to}`,
  },
  deskTold: (people: number) => `예약한 ${people}명에게 바로 알립니다.`,
  deskToldNobody: "알릴 분이 없습니다.",
  deskBegun: (people: number) => `${people}명은 이미 시작 시각이 지났습니다.`,
  deskIntoBreak: (hours: string) => `쉬는 시간(${hours})에 걸립니다.`,
  deskEndsLater: (before: string, after: string) => `마지막 면접이 ${before}에 끝나기로 했는데 ${after}에 끝납니다.`,
  deskPastVisit: (times: number, end: string) => `${times}개 시각은 방문이 끝난 뒤(${end} 이후)가 되어 없어집니다.`,
  deskTellsWaiting: "기다리는 분이 있으면 그분들께도 알립니다.",
  deskBack: "되돌아가기",
  deskNow: (people: number) => `${people}명에게 알리고 바꾸기`,
  deskNowNobody: "바꾸기",

  // the receipt
  planTitle: "창구 변경 결과",
  planRunning: "바꾸고 있습니다. 이 화면을 닫아도 끝까지 합니다.",
  planDone: (time: string) => `${time}에 끝났습니다`,
  planCount: (done: number, all: number) => `${all}명 중 ${done}명`,
  planNobody: "바뀐 예약이 없습니다.",
  planWaiting: "아직",
  planLater: (minutes: number) => `${minutes}분 늦춤`,
  planOtherDesk: "창구 옮김",
  planResult: { kept: "그대로", cancelled: "취소", rebooked: "다른 방문으로", told: "알림" },
  planMail: {
    sent: "전자우편 보냄",
    refused: "전화해 주세요",
    unsure: "갔는지 모름: 전화해 주세요",
    told: "직원이 알림",
    none: "전자우편 보내는 중",
  },
};

export type StaffDesksWords = typeof ko;

const en: StaffDesksWords = {
  desksTitle: "Desks",
  desksLead: "For connecting an employer's device, for an employer who is late or does not come, and for moving a desk.",
  deskLeft: (times, people) => `Bookings left: ${times}, people: ${people}`,
  deskNext: (time) => `Next ${time}`,
  deskIdle: "No bookings left",
  deskUnnoted: (people) => `No bookings ahead; no result yet of ${people === 1 ? "1 person" : `${people} people`} whose time has come`,
  deskReleased: "All times withdrawn",
  deskChange: (label) => `Change ${label}`,
  deskWhat: "What shall change?",
  deskLate: (minutes) => `${minutes} minutes later`,
  deskRelease: "Cancel all times left",
  deskReassign: (label) => `Move to ${label}`,
  deskConfirm: {
    shift: (label, minutes) => `Move all times left at ${label} ${minutes} minutes later?`,
    release: (label) => `Cancel all times left at ${label}?`,
    reassign: (from, to) => `Move all times left at ${from} to ${to}?`,
  },
  deskTold: (people) => (people === 1 ? "One person who booked is told at once." : `${people} people who booked are told at once.`),
  deskToldNobody: "There is nobody to tell.",
  deskBegun: (people) => (people === 1 ? "The time of one person has begun already." : `The times of ${people} people have begun already.`),
  deskIntoBreak: (hours) => `This leads into the break: ${hours}`,
  deskEndsLater: (before, after) => `The last interview ends at ${after}, not at ${before}.`,
  deskPastVisit: (times, end) =>
    times === 1
      ? `One time goes: it would end after the visit, at ${end}.`
      : `${times} times go: they would end after the visit, at ${end}.`,
  deskTellsWaiting: "Whoever waits for these times is told, too.",
  deskBack: "Go back",
  deskNow: (people) => `Tell ${people} and change it`,
  deskNowNobody: "Change it",

  planTitle: "What became of the change",
  planRunning: "Under way. It goes on to the end even when you close this page.",
  planDone: (time) => `Done at ${time}`,
  planCount: (done, all) => `${done} of ${all}`,
  planNobody: "No booking has changed.",
  planWaiting: "Not yet",
  planLater: (minutes) => `${minutes} minutes later`,
  planOtherDesk: "at another desk",
  planResult: { kept: "kept", cancelled: "cancelled", rebooked: "to another visit", told: "told" },
  planMail: {
    sent: "Mail sent",
    refused: "Please call",
    unsure: "May not have arrived: please call",
    told: "Told by staff",
    none: "Mail under way",
  },
};

export const staffDesksWords: Record<Locale, StaffDesksWords> = { ko, en };
