import type { Locale } from "../domain/locale.ts";

/** Words of the file that the log is exported to. Korean defines the keys; English must have the same ones. */
const ko = {
  columns: [
    ...["시각(서울)", "누가", "역할", "번호", "접속 주소(IP)", "접속", "기기"],
    ...["무엇을", "왜", "방문", "기업", "누구의", "사람 수", "어느 기록의"],
    ...["권한이 바뀐 사람", "바꾸기 전", "바꾼 뒤", "거절 이유", "적은 이유", "기록 번호"],
  ],
  staff: "직원",
  member: "기업 구성원",
  device: "기업의 창구 기기",
  operator: "서버 담당자",
  stranger: "알 수 없는 주소",
};

type ExportWords = typeof ko;

const en: ExportWords = {
  columns: [
    ...["Time (Seoul)", "Who", "Role", "Id", "IP address", "Sign-in", "Device"],
    ...["What", "Why", "Visit", "Firm", "Whose", "People", "Of which records"],
    ...["Whose rights", "Before", "After", "Refusal", "Reason given", "Entry"],
  ],
  staff: "Staff",
  member: "Member of a firm",
  device: "A firm's device at its table",
  operator: "Operator",
  stranger: "Unknown address",
};

export const exportWords: Record<Locale, ExportWords> = { ko, en };
