import { describe, expect, test } from "vitest";
import { byteOrderMark, csvOf } from "../../shared/domain/csv.ts";

const line = (...row: (string | number | null)[]): string => csvOf([row]).slice(1);

describe("a cell that a spreadsheet would run", () => {
  test.for([
    ["=1+1", "'=1+1"],
    ["+82 10", "'+82 10"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["＝1+1", "'＝1+1"],
    ["＋1", "'＋1"],
    ["－1", "'－1"],
    ["＠SUM(A1)", "'＠SUM(A1)"],
    ["  =1+1", "'  =1+1"],
    ["\u3000=1+1", "'\u3000=1+1"],
    ["\t=1+1", '"\'\t=1+1"'],
    ["\r=1+1", '"\'\r=1+1"'],
    ["\n=1+1", '"\'\n=1+1"'],
    ['=HYPERLINK("https://example.com","여기")', `"'=HYPERLINK(""https://example.com"",""여기"")"`],
  ] as const)("%j is shown as text", ([given, written]) => {
    expect(line(given)).toBe(`${written}\r\n`);
  });

  test("is none where the sign stands elsewhere", () => {
    expect(line("2026-11-26", "a=b", "someone@example.com", "가 - 나")).toBe("2026-11-26,a=b,someone@example.com,가 - 나\r\n");
  });

  test("is none where it is a number", () => {
    expect(line(-5, 0, 1.5)).toBe("-5,0,1.5\r\n");
  });
});

test("commas, quotes and line breaks stay within their cell, and what is not there is empty", () => {
  expect(line("가,나", '"다"', "라\n마", null, "")).toBe('"가,나","""다""","라\n마",,\r\n');
});

test("the file begins with the mark by which Excel knows UTF-8, once", () => {
  const file = csvOf([["시각"], ["오전"]]);
  expect([...Buffer.from(file).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(file.slice(1)).toBe("시각\r\n오전\r\n");
  expect(file.lastIndexOf(byteOrderMark)).toBe(0);
});
