import type { Locale } from "../domain/locale.ts";

/** Words of what the staff app does without a network. Korean defines the keys; English must have the same ones. */
const ko = {
  reentry: "나갔다 오신 분입니다",
  another: "다른 분입니다",
  override: "그래도 들여보내기",
  overrideTitle: "왜 들여보내시나요?",
  overrideSend: "들여보내기",
  overrideNeedsReason: "이유를 골라 주세요.",
  back: "돌아가기",
  notKept: "이 기기에 기록하지 못했습니다. 저장 공간을 확인해 주세요.",

  reportTitle: "모아 둔 접수 기록을 보냈습니다",
  reportSent: (count: number) => `${count}건 보냄`,
  reportDuplicates: (count: number) => `${count}건은 서버에 이미 있었음`,
  reportQuarantined: (count: number) => `${count}건은 운영 담당이 확인할 것으로 따로 둠`,
  reportConflicts: (count: number) => `${count}건을 살펴 주세요`,
  twoDevices: (code: string, mine: string, other: string, device: string) =>
    `${code}: 이 기기에서 ${mine}, 다른 기기(${device})에서 ${other}에 접수했습니다.`,
  afterCancel: (code: string, mine: string, cancelled: string) =>
    `${code}: ${cancelled}에 취소한 등록인데 이 기기에서 ${mine}에 접수했습니다.`,
  afterCancelUnknown: (code: string, mine: string) => `${code}: 취소한 등록인데 이 기기에서 ${mine}에 접수했습니다.`,
  unknownTicket: (code: string, mine: string) => `${code}: 등록 명단에 없는데 이 기기에서 ${mine}에 접수했습니다.`,
  reportRead: "확인했습니다",
};

export type StaffOfflineWords = typeof ko;

const en: StaffOfflineWords = {
  reentry: "Went out and came back",
  another: "Somebody else",
  override: "Let in all the same",
  overrideTitle: "Why are they let in?",
  overrideSend: "Let in",
  overrideNeedsReason: "Please choose a reason.",
  back: "Back",
  notKept: "This device could not write it down. Check its storage.",

  reportTitle: "Check-ins kept on this device were sent",
  reportSent: (count) => `${count} sent`,
  reportDuplicates: (count) => `${count} known to the server before`,
  reportQuarantined: (count) => `${count} set aside for the manager`,
  reportConflicts: (count) => `Please look at ${count}`,
  twoDevices: (code, mine, other, device) => `${code}: checked in here at ${mine}, and on another device (${device}) at ${other}.`,
  afterCancel: (code, mine, cancelled) => `${code}: cancelled at ${cancelled}, checked in here at ${mine}.`,
  afterCancelUnknown: (code, mine) => `${code}: cancelled, checked in here at ${mine}.`,
  unknownTicket: (code, mine) => `${code}: not on the list, checked in here at ${mine}.`,
  reportRead: "I have read this",
};

export const staffOfflineWords: Record<Locale, StaffOfflineWords> = { ko, en };
