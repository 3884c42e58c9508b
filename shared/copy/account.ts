import type { Locale } from "../domain/locale.ts";

/** Words of the page about one's own sign-ins, for staff and employers. */
const ko = {
  title: "내 로그인",
  lead: (mail: string) => `${mail} 주소로 로그인했습니다.`,
  link: "내 로그인",
  back: "돌아가기",
  signInsLead: "모르는 기기가 있으면 끝내고 운영 담당자에게 알려 주세요.",
  halfWay: "본인 확인은 아직 안 했습니다",
  factorsTitle: "본인 확인 방법",
  factorsLead: "휴대전화를 잃어버려도 들어올 수 있게 두 가지를 등록해 두면 좋습니다.",
  kinds: { passkey: "패스키", totp: "인증 앱" },
  addedOn: (day: string) => `${day} 등록`,
  lastUsed: (moment: string) => `마지막 사용 ${moment}`,
  removeOne: "지우기",
  removeTitle: "이 방법을 지울까요?",
  removeDetail: (what: string) => `${what}: 이제 이 방법으로는 들어올 수 없습니다.`,
  removeKeep: "그대로 두기",
  removed: "지웠습니다.",
  addOne: "새 방법 등록하기",
  added: "등록했습니다.",
  recoveryTitle: "복구 번호",
  recoveryLeft: (count: number) => `쓸 수 있는 번호가 ${count}개 남았습니다.`,
  recoveryAnew: "복구 번호 새로 만들기",
  recoveryAnewHint: "새로 만들면 전에 받은 번호는 쓸 수 없습니다.",
};

const en: typeof ko = {
  title: "My sign-ins",
  lead: (mail) => `You are signed in as ${mail}.`,
  link: "My sign-ins",
  back: "Back",
  signInsLead: "If you see a device that is not yours, end it and tell your manager.",
  halfWay: "Second step not done yet",
  factorsTitle: "How you prove it is you",
  factorsLead: "With two ways you can still get in if you lose your phone.",
  kinds: { passkey: "Passkey", totp: "Authenticator app" },
  addedOn: (day) => `Set up on ${day}`,
  lastUsed: (moment) => `Last used ${moment}`,
  removeOne: "Remove",
  removeTitle: "Remove this one?",
  removeDetail: (what) => `${what}: you can no longer get in with it.`,
  removeKeep: "Keep it",
  removed: "Removed.",
  addOne: "Set up another one",
  added: "It is set up.",
  recoveryTitle: "Recovery codes",
  recoveryLeft: (count) => (count === 1 ? "One code is left." : `${count} codes are left.`),
  recoveryAnew: "Make new recovery codes",
  recoveryAnewHint: "The earlier ones will no longer work.",
};

export const accountWords: Record<Locale, typeof ko> = { ko, en };
