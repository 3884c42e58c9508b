import type { Locale } from "../domain/locale.ts";
import { type RetentionCategory, retention } from "../domain/retention.ts";

type Words = Record<Locale, string>;

/** What each category of `shared/domain/retention.ts` is called, for whoever reads of it. */
export const categoryWords: Record<RetentionCategory, Words> = {
  "seeker-record": { ko: "등록과 예약 기록", en: "Registration and bookings" },
  "check-in": { ko: "접수와 번호표, 안내 기록", en: "Check-in, queue and messages sent" },
  "employer-sight-decided": { ko: "채용 결과가 정해진 뒤 기업이 보는 정보", en: "What an employer sees once it has decided" },
  "employer-sight-open": { ko: "결과를 알리지 않은 기업이 보는 정보", en: "What an employer sees that has not reported a result" },
  acts: { ko: "직원이 한 일과 그 이유", en: "What staff did for you, and why" },
  "unused-account": { ko: "등록하지 않은 분의 전자우편 주소", en: "Mail address of somebody who never registered" },
  "sign-in": { ko: "로그인 상태", en: "Being signed in" },
  lead: { ko: "발굴한 기업과 담당자", en: "Firms that we found, and whom to ask for there" },
  inquiry: { ko: "문의와 답, 답을 받을 곳", en: "Inquiries, answers, and where to answer" },
  talk: { ko: "CEO 현장대화에 온 기업과 말씀하신 어려움", en: "Firms at CEO talks, and what they brought" },
  "mail-stop": {
    ko: "메일이 닿지 않는 주소의 표시(주소는 알아볼 수 없게)",
    en: "That mail does not reach an address (address made unreadable)",
  },
  "locked-form": { ko: "삭제한 뒤 법에 따라 따로 잠가 둔 신청서", en: "Application form that the law makes us keep, locked apart" },
  "access-log": { ko: "누가 개인정보를 보았는지의 기록", en: "Log of who looked at personal data" },
  "failed-sign-in": { ko: "로그인에 실패한 기록(주소는 알아볼 수 없게)", en: "Failed tries to sign in (address made unreadable)" },
  grants: { ko: "직원과 기업의 권한 기록", en: "Log of rights of staff and employers" },
  forgotten: { ko: "무엇을 지웠는지의 기록(이름 없음)", en: "Log of what was deleted (names nobody)" },
};

/** What the purge destroys, by type of item; of others the type itself is shown. */
export const destroyedWords: Readonly<Record<string, Words>> = {
  person: { ko: "등록한 사람", en: "People who had registered" },
  account: { ko: "로그인한 주소", en: "Addresses signed in with" },
  sight: { ko: "기업이 볼 수 있던 사람", en: "People that an employer could see" },
  "locked-form": { ko: "신청서", en: "Application forms" },
  "visit-log": { ko: "직원이 한 일", en: "Acts of staff" },
  "check-in-event": { ko: "접수와 번호표 기록", en: "Check-ins and queue" },
  "quarantined-event": { ko: "확인이 필요했던 접수 기록", en: "Check-ins put aside" },
  "settled-conflict": { ko: "어긋난 접수를 정리한 기록", en: "Conflicts settled" },
  "walk-in": { ko: "현장 접수", en: "Walk-ins" },
  ticket: { ko: "QR 코드", en: "QR codes" },
  notice: { ko: "보낼 안내", en: "Messages due" },
  mail: { ko: "보낸 메일 기록", en: "Records of mails sent" },
  "mail-again": { ko: "메일을 다시 보낸 기록", en: "Mails sent again" },
  device: { ko: "접수 휴대전화", en: "Phones at the desk" },
  counter: { ko: "휴대전화 글자", en: "Letters of phones" },
  "look-up-key": { ko: "오프라인 찾기 열쇠", en: "Keys for searching offline" },
  "table-pairing": { ko: "기업 기기 연결", en: "Devices of employers" },
  lead: { ko: "발굴한 기업", en: "Firms that we found" },
  "lead-contact": { ko: "기업과 나눈 연락", en: "Talks with firms that we found" },
  "lead-step": { ko: "기업에 다음에 할 일", en: "Next steps with firms that we found" },
  inquiry: { ko: "문의", en: "Inquiries" },
  talk: { ko: "CEO 현장대화 신청", en: "Sign-ups for CEO talks" },
  "employer-talk": { ko: "기업과 CEO 현장대화 신청의 연결", en: "Which firm signed up for a CEO talk" },
  concern: { ko: "기업이 말한 어려움과 답", en: "Concerns of firms, and answers" },
  "lead-number": { ko: "발굴한 기업의 사업자등록번호", en: "Business numbers of firms that we found" },
};

const sinceWords: Record<(typeof retention)[RetentionCategory]["since"], (limit: string) => Words> = {
  "last-change": (limit) => ({ ko: `마지막으로 적은 날부터 ${limit}`, en: `${limit} from the last entry` }),
  "last-visit": (limit) => ({ ko: `마지막 방문부터 ${limit}`, en: `${limit} from the last visit` }),
  visit: (limit) => ({ ko: `방문부터 ${limit}`, en: `${limit} from the visit` }),
  decision: (limit) => ({ ko: `채용 결과가 정해진 날부터 ${limit}`, en: `${limit} from the hiring decision` }),
  erasure: (limit) => ({ ko: `지운 날부터 ${limit}`, en: `${limit} from the day of deletion` }),
  "sign-up": (limit) => ({ ko: `처음 로그인한 날부터 ${limit}`, en: `${limit} from the first sign-in` }),
  entry: (limit) => ({ ko: `적은 날부터 ${limit}`, en: `${limit} from the day of the entry` }),
};

const numberWords = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

/** A limit in words, in years where it is whole years. */
export const limitText = (category: RetentionCategory, locale: Locale): string => {
  const { limit } = retention[category];
  if ("days" in limit) return locale === "ko" ? `${limit.days}일` : numberWords(limit.days, "day");
  const { months } = limit;
  if (months % 12 === 0) return locale === "ko" ? `${months / 12}년` : numberWords(months / 12, "year");
  return locale === "ko" ? `${months}개월` : numberWords(months, "month");
};

/** From when a limit counts, and how long it is. */
export const keptText = (category: RetentionCategory, locale: Locale): string =>
  sinceWords[retention[category].since](limitText(category, locale))[locale];
