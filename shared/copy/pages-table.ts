import type { Locale } from "../domain/locale.ts";
import type { InterviewState } from "../domain/table-pairing.ts";

/** The employer's device at the table, and the results that an employer notes there and in the console. Korean defines the keys. */
const ko = {
  title: "면접 창구",
  pairLead: "기업 담당자가 창구에서 쓰는 화면입니다. 오늘 하루만 연결됩니다.",
  code: "연결 번호",
  codeHint: "접수 직원이 보여 준 8자리입니다. 예: 7K3M 9QXA",
  pair: "이 기기 연결하기",
  ended: "연결이 끝났습니다",
  endedHint: "방문이 끝났거나 직원이 연결을 끊었습니다. 다시 쓰시려면 접수 직원에게 새 번호를 받아 주세요.",
  left: "이 기기의 연결을 끝냈습니다",
  lost: (time: string) => `연결이 끊겼습니다. ${time} 이후의 일은 보이지 않습니다.`,
  upToDate: (time: string) => `${time} 기준`,

  now: "지금 면접",
  next: "다음 분",
  nobodyNext: "다음 분이 없습니다",
  all: "오늘 면접 시간",
  nobody: "예약 없음",
  noLabel: "번호 준비 중",
  state: {
    expected: "아직 안 오심",
    late: "늦으심",
    arrived: "접수함",
    called: "부르는 중",
    serving: "면접 중",
    done: "끝남",
    missed: "불렀지만 안 오심",
  } satisfies Record<InterviewState, string> as Record<InterviewState, string>,
  notHere: "접수하면 이름과 이력을 볼 수 있습니다.",
  look: "이름과 이력 보기",
  hide: "가리기",
  lookHint: "보신 때가 기록에 남습니다.",
  name: "이름",
  wishedJob: "바라는 일",
  years: "비슷한 일 경력",
  yearsOf: (years: number) => (years === 0 ? "없음" : `${years}년`),
  experience: "해 온 일",
  licences: "자격증",
  noSummary: "이력을 따로 적지 않은 분입니다.",
  write: "결과 적기",
  correct: "결과 고치기",
  close: "닫기",

  result: "면접 결과",
  resultHint: "언제든 다시 눌러 고칠 수 있습니다.",
  noted: (who: string, outcome: string) => `${who}: ‘${outcome}’로 적었습니다`,

  leave: "이 기기 연결 끝내기",
  leaveTitle: "이 기기의 연결을 끝낼까요?",
  leaveText: "다시 쓰려면 접수 직원에게 새 번호를 받아야 합니다.",
  stay: "계속 쓰기",

  // console
  resultsTitle: "면접과 결과",
  resultsLead: "이름과 이력은 방문 당일 창구의 연결된 기기에서만 보입니다.",
  noTimes: "이 방문에 면접 시간이 없습니다.",
  toResults: "면접과 결과",
};

export type TableWords = typeof ko;

const en: TableWords = {
  title: "Interview table",
  pairLead: "For the employer, at the desk. The device is connected for today only.",
  code: "Connection code",
  codeHint: "The eight characters that desk staff show you. For example 7K3M 9QXA",
  pair: "Connect this device",
  ended: "This device is not connected any more",
  endedHint: "The visit is over, or staff ended the connection. To use it again, please ask desk staff for a new code.",
  left: "This device is no longer connected",
  lost: (time) => `The connection is lost. Nothing after ${time} is shown.`,
  upToDate: (time) => `As of ${time}`,

  now: "Now",
  next: "Next",
  nobodyNext: "Nobody is next",
  all: "Interview times today",
  nobody: "Not booked",
  noLabel: "Number to come",
  state: {
    expected: "Not here yet",
    late: "Late",
    arrived: "Checked in",
    called: "Being called",
    serving: "In the interview",
    done: "Done",
    missed: "Called, did not come",
  },
  notHere: "Name and experience can be seen once they have checked in.",
  look: "Show name and experience",
  hide: "Hide",
  lookHint: "That you looked is recorded.",
  name: "Name",
  wishedJob: "Wished-for work",
  years: "Like work before",
  yearsOf: (years) => (years === 0 ? "None" : years === 1 ? "1 year" : `${years} years`),
  experience: "Work so far",
  licences: "Licences",
  noSummary: "This person gave no summary of experience.",
  write: "Note the result",
  correct: "Correct the result",
  close: "Close",

  result: "Result",
  resultHint: "You can correct it at any time by pressing again.",
  noted: (who, outcome) => `${who}: noted as “${outcome}”`,

  leave: "Disconnect this device",
  leaveTitle: "Disconnect this device?",
  leaveText: "To use it again you need a new code from desk staff.",
  stay: "Keep using it",

  resultsTitle: "Interviews and results",
  resultsLead: "Names and experience are shown only on the day, on the connected device at the desk.",
  noTimes: "There are no interview times at this visit.",
  toResults: "Interviews and results",
};

export const tableWords: Record<Locale, TableWords> = { ko, en };
