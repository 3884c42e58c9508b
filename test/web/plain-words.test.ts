import { describe, expect, test } from "vitest";
import { boardWords } from "../../shared/copy/pages-seeker/board.ts";
import { bookingWords } from "../../shared/copy/pages-seeker/booking.ts";
import { helpWords } from "../../shared/copy/pages-seeker/help.ts";
import { mineWords } from "../../shared/copy/pages-seeker/mine.ts";
import { myDataWords } from "../../shared/copy/pages-seeker/my-data.ts";
import { privacyWords } from "../../shared/copy/pages-seeker/privacy.ts";
import { shellWords } from "../../shared/copy/pages-seeker/shell.ts";
import { signInPageWords } from "../../shared/copy/pages-seeker/sign-in.ts";
import { visitWords } from "../../shared/copy/pages-seeker/visit.ts";
import { visitsWords } from "../../shared/copy/pages-seeker/visits.ts";
import { staffWords } from "../../shared/copy/pages-staff.ts";
import { staffCallsWords } from "../../shared/copy/pages-staff-calls.ts";
import { staffDayWords } from "../../shared/copy/pages-staff-day.ts";
import { staffDesksWords } from "../../shared/copy/pages-staff-desks.ts";
import { staffMailsWords } from "../../shared/copy/pages-staff-mails.ts";
import { staffQueueWords } from "../../shared/copy/pages-staff-queue.ts";
import { staffTablesWords } from "../../shared/copy/pages-staff-tables.ts";
import { tableWords } from "../../shared/copy/pages-table.ts";
import { uiWords } from "../../shared/copy/ui.ts";
import { undeliveredWords } from "../../shared/copy/undelivered-notice.ts";

/** Words that the glossary avoids, and endings that order people about. */
const avoided = /노쇼|체크인|슬롯|스케줄|워크인|이벤트|투어|스팟|컨설턴트|리뉴얼|즉석면접|바람\.|할 것/;

const dictionaries = {
  uiWords,
  boardWords,
  bookingWords,
  helpWords,
  mineWords,
  myDataWords,
  privacyWords,
  shellWords,
  signInPageWords,
  visitWords,
  visitsWords,
  staffWords,
  staffCallsWords,
  staffDayWords,
  staffQueueWords,
  staffDesksWords,
  staffMailsWords,
  undeliveredWords,
  staffTablesWords,
  tableWords,
};

/** Every text of a dictionary; those that take values are called with sample ones. */
const textsOf = (words: unknown): string[] => {
  if (typeof words === "string") return [words];
  if (typeof words === "function") return [String(words("1", "2", "3"))];
  return Object.values(words as object).flatMap(textsOf);
};

describe.each(Object.entries(dictionaries))("%s", (_, dictionary) => {
  test("keeps to plain Korean", () => {
    for (const text of textsOf(dictionary.ko)) expect(text).not.toMatch(avoided);
  });

  test("says nothing in Korean to those who read English, but the name of the language", () => {
    for (const text of textsOf(dictionary.en)) expect(text.replace("한국어", "")).not.toMatch(/[\uAC00-\uD7A3]/);
  });
});
