import type { Verdict } from "../domain/check-in.ts";
import type { Locale } from "../domain/locale.ts";
import { isVerdict, type VerdictTone } from "../domain/verdicts.ts";

/** `word` is read across a table, `next` says what the desk does now. */
type VerdictWords = { word: string; next: string };

/** What staff read after a scan, for every verdict of `shared/domain/check-in.ts`. */
export const verdictWords: Record<Verdict, Record<Locale, VerdictWords>> = {
  admitted: {
    ko: { word: "접수했습니다", next: "창구로 안내해 주세요." },
    en: { word: "Checked in", next: "Show the way to the desk." },
  },
  "admitted-by-code": {
    ko: { word: "접수했습니다", next: "확인 코드로 접수했습니다. 성함을 여쭈어 위 이름과 맞는지 봐 주세요." },
    en: { word: "Checked in", next: "By typed code: ask for the name and compare it with the one above." },
  },
  "issued-since": {
    ko: { word: "접수했습니다", next: "방금 등록한 분입니다. 창구로 안내해 주세요." },
    en: { word: "Checked in", next: "This person registered a moment ago. Show the way to the desk." },
  },
  "already-arrived": {
    ko: { word: "이미 접수한 분입니다", next: "잠시 나갔다 오신 분인지 여쭈어 주세요. 다른 분이면 신분증을 확인해 주세요." },
    en: { word: "Already checked in", next: "Ask whether the person went out and came back. If it is somebody else, check who they are." },
  },
  "other-visit": {
    ko: { word: "다른 날 방문의 QR 코드입니다", next: "오늘 상담을 원하시면 예약 없이 오신 분으로 안내해 주세요." },
    en: { word: "For another visit", next: "If they would like help today, welcome them as a walk-in." },
  },
  "refresh-pack": {
    ko: { word: "아직 확인할 수 없습니다", next: "이 화면을 새로 연 뒤 다시 찍어 주세요." },
    en: { word: "Cannot be checked yet", next: "Reload this page and scan again." },
  },
  "unknown-version": {
    ko: { word: "읽을 수 없는 QR 코드입니다", next: "이 화면을 새로 연 뒤 다시 찍어 주세요. 그래도 안 되면 확인 코드를 입력해 주세요." },
    en: { word: "Code not readable here", next: "Reload this page and scan again. If that does not help, type the check-in code." },
  },
  forged: {
    ko: { word: "센터가 만든 QR 코드가 아닙니다", next: "예약 메일의 QR 코드를 보여 달라고 해 주세요. 없으면 운영 담당에게 알려 주세요." },
    en: { word: "Not issued by us", next: "Ask for the QR code in our mail. If there is none, tell the manager." },
  },
  "not-issued": {
    ko: {
      word: "센터가 드린 적 없는 QR 코드입니다",
      next: "등록한 분인지 이름이나 전화번호 끝자리로 찾아 주세요. 등록이 없으면 운영 담당에게 꼭 알려 주세요.",
    },
    en: {
      word: "We never gave this out",
      next: "Look for the person by name or the end of their number. If nobody is found, be sure to tell the manager.",
    },
  },
  "visit-cancelled": {
    ko: { word: "취소된 방문입니다", next: "접수하지 않습니다. 다른 날 방문을 안내해 주세요." },
    en: { word: "This visit was cancelled", next: "Nobody is checked in. Tell them about another visit." },
  },
  "not-today": {
    ko: { word: "오늘 방문의 표가 아닙니다", next: "이 방문은 그날에만 접수합니다. 맞는 방문을 열었는지도 봐 주세요." },
    en: {
      word: "Not on this day",
      next: "People of this visit are checked in on its day only. See also whether the right visit is open here.",
    },
  },
  cancelled: {
    ko: { word: "취소한 등록입니다", next: "오늘 상담을 원하시면 예약 없이 오신 분으로 안내해 주세요." },
    en: { word: "Registration was cancelled", next: "If they would like help today, welcome them as a walk-in." },
  },
  superseded: {
    ko: { word: "예전 표입니다", next: "가장 최근 메일의 QR 코드나 확인 코드를 보여 달라고 해 주세요." },
    en: { word: "An older ticket", next: "Ask for the QR code, or the code below it, in the most recent mail." },
  },
  "not-a-ticket": {
    ko: { word: "접수용 QR 코드가 아닙니다", next: "예약 메일에 있는 QR 코드를 보여 달라고 해 주세요." },
    en: { word: "Not a check-in code", next: "Ask for the QR code in our mail." },
  },
  "unknown-code": {
    ko: {
      word: "이 방문에 없는 확인 코드입니다",
      next: "글자를 다시 확인해 주세요. 다른 날의 코드일 수도 있으니 예약 메일에 적힌 날짜를 여쭈어 주세요.",
    },
    en: {
      word: "No such code at this visit",
      next: "Check the characters. It may also be a code of another day: ask for the date on the mail.",
    },
  },
};

/** The words of a verdict as it came: of one that this version does not know, those for a ticket that it does not know. */
export const wordsOfVerdict = (verdict: string, locale: Locale): VerdictWords =>
  verdictWords[isVerdict(verdict) ? verdict : "unknown-version"][locale];

/** The colour in words, read by screen readers before the verdict. */
export const toneWords: Record<VerdictTone, Record<Locale, string>> = {
  green: { ko: "확인됨", en: "Good" },
  amber: { ko: "살펴 주세요", en: "Please check" },
  red: { ko: "접수 안 됨", en: "Stop" },
  grey: { ko: "알 수 없음", en: "Unknown" },
};
