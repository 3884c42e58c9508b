import { expect, test } from "vitest";
import { deskLabelIn } from "../../shared/copy/desk-label.ts";

test.for([
  ["1번 창구", "Desk 1"],
  ["면접 3번 창구", "Interview desk 3"],
  ["상담 12번 창구", "Counselling desk 12"],
  ["면접 창구 2", "Interview desk 2"],
  ["적성검사 1번 창구", "Aptitude test desk 1"],
] as const)("%s is %s in English, and stays itself in Korean", ([label, english]) => {
  expect(deskLabelIn("en", label)).toEqual({ text: english, lang: undefined });
  expect(deskLabelIn("ko", label)).toEqual({ text: label, lang: undefined });
});

test.for(["버스 뒤 천막", "가온 1번 창구", "1번 창구 옆", "창구", ""])("%s has no English name, and is marked as Korean", (label) => {
  expect(deskLabelIn("en", label)).toEqual({ text: label, lang: "ko" });
});
