import type { Locale } from "../domain/locale.ts";

/** Words of the pages for a person who is not coming after all, and for what they are called. Korean defines the keys. */
const ko = {
  withdraw: "사전등록 취소",
  withdrawTitle: "사전등록 취소",
  withdrawWhat: "예약, 기다리는 자리, 지원한 면접, QR 코드가 모두 취소됩니다. 비는 자리는 기다리는 분께 갑니다.",
  withdrawNow: "모두 취소하기",
  withdrew: "사전등록을 취소했습니다",
  notComing: "이 방문에 못 오신대요",
  withdrawn: "사전등록 취소함",
  withdrawnTitle: "사전등록을 취소한 분입니다",
  withdrawnAt: (moment: string) => `${moment}에 취소했습니다. 오시면 현장 접수로 맞아 주세요. 다시 등록하실 수도 있습니다.`,
  registerAgain: "다시 등록하기",
  details: "이름·정보 고치기",
  detailsTitle: "이름·정보 고치기",
  detailsLead: "본인이 말한 대로 고칩니다. 다른 방문에도 똑같이 바뀝니다. 이 화면을 본 사람과 시각이 기록됩니다.",
  detailsSave: "고치기",
  corrected: "고쳤습니다",
  correctedDetail: "접수 화면과 명단, 다음 전자우편에 새 이름이 나옵니다. 인터넷 없이 쓰는 휴대전화는 자료를 새로 받으면 바뀝니다.",
};

export type StaffPeopleWords = typeof ko;

const en: StaffPeopleWords = {
  withdraw: "Cancel their registration",
  withdrawTitle: "Cancel the registration",
  withdrawWhat: "Bookings, places in waiting lists, applications and the QR code all end. The seats go to people who wait for them.",
  withdrawNow: "Cancel everything",
  withdrew: "The registration is cancelled",
  notComing: "Not coming to this visit",
  withdrawn: "Registration cancelled",
  withdrawnTitle: "The registration is cancelled",
  withdrawnAt: (moment) => `Since ${moment.replace(/\.$/, "")}. If they come, welcome them as a walk-in. They can also register again.`,
  registerAgain: "Register again",
  details: "Correct name or details",
  detailsTitle: "Correct name or details",
  detailsLead: "As the person says. It changes for their other visits, too. Who looks at this page, and when, is kept.",
  detailsSave: "Correct it",
  corrected: "It is corrected",
  correctedDetail: "Check-in, lists and the next mail show the new name. Phones without a network show it once they have loaded anew.",
};

export const staffPeopleWords: Record<Locale, StaffPeopleWords> = { ko, en };
