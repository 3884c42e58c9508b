import type { Locale } from "../domain/locale.ts";
import type { FileTrouble } from "../domain/row-import.ts";

/** Words of every page that takes in a list row by row. */
const ko = {
  file: "파일 고르기",
  start: "올리기",
  running: (done: number, all: number) => `${all}줄 가운데 ${done}줄을 마쳤습니다`,
  stopped: "중간에 멈췄습니다. 이어서 올려도 두 번 들어가지 않습니다.",
  again: "이어서 올리기",
  refusedTitle: "고칠 줄",
  refusedLead:
    "행 번호는 엑셀에서 왼쪽에 보이는 번호입니다. 파일에서 고친 뒤 같은 파일을 다시 올리세요. 이미 들어간 줄은 다시 들어가지 않습니다.",
  line: (line: number) => `${line}행`,
  place: (place: number) => `${place}번째 공고`,
  unknown: "쓰지 않은 칸",
  problems: {
    unreadable: "읽을 수 없는 파일입니다. 엑셀에서 쉼표로 나눈 파일로 저장해 주세요.",
    empty: "첫 줄 아래에 내용이 없습니다.",
    "too-many-rows": "한 번에 5,000줄까지 올릴 수 있습니다. 파일을 나누어 주세요.",
  } satisfies Record<Exclude<FileTrouble, "column-missing">, string>,
};
export type ImportWords = typeof ko;

const en: ImportWords = {
  file: "Choose a file",
  start: "Take it in",
  running: (done, all) => `${done} of ${all} rows are done`,
  stopped: "It stopped half way. Going on takes nothing in twice.",
  again: "Go on",
  refusedTitle: "Rows to mend",
  refusedLead:
    "Rows are numbered as a spreadsheet shows them. Mend them in the file and take in the same file again. What is in already does not come twice.",
  line: (line) => `Row ${line}`,
  place: (place) => `Posting ${place}`,
  unknown: "Columns not used",
  problems: {
    unreadable: "This file cannot be read. Please save the sheet as comma-separated values.",
    empty: "There is nothing below the first line.",
    "too-many-rows": "At most 5,000 rows at once. Please divide the file.",
  },
};

export const importWords: Record<Locale, ImportWords> = { ko, en };
