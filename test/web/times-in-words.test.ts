import { describe, expect, test } from "vitest";
import { payText } from "../../shared/copy/pay-text.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { momentText, spanText } from "../../web/src/platform/times.ts";

const at = (time: string) => `2026-11-26T${time}:00.000Z` as Instant;

describe("a span of time", () => {
  test.each([
    ["01:00", "01:20", "오전 10시~10시 20분", "10 am to 10:20 am"],
    ["02:50", "03:10", "오전 11시 50분~낮 12시 10분", "11:50 am to 12:10 pm"],
    ["03:00", "03:20", "낮 12시~12시 20분", "12 noon to 12:20 pm"],
    ["04:40", "05:00", "오후 1시 40분~2시", "1:40 pm to 2 pm"],
  ])("%s to %s UTC is told in the time of Seoul, without saying the half of the day twice", (from, to, ko, en) => {
    const span = { startsAt: at(from), endsAt: at(to) };
    expect(spanText(span, "ko")).toBe(ko);
    expect(spanText(span, "en")).toBe(en);
  });
});

test("a moment has its date", () => {
  expect(momentText(at("09:00"), "ko")).toBe("11월 26일(목) 오후 6시");
  expect(momentText(at("09:00"), "en")).toBe("Thursday 26 November, 6 pm");
});

describe("pay", () => {
  test.each([
    [{ type: "M", min: 2_450_000, max: 2_750_000 }, "월급 245만 원~275만 원", "2,450,000 won to 2,750,000 won a month"],
    [{ type: "H", min: 10_320, max: 10_320 }, "시급 1만 320원", "10,320 won an hour"],
    [{ type: "D", min: 9_500, max: 150_000 }, "일급 9,500원~15만 원", "9,500 won to 150,000 won a day"],
  ] as const)("%j is told in tens of thousands in Korean", (pay, ko, en) => {
    expect(payText(pay, "ko").replaceAll("\u00A0", " ")).toBe(ko);
    expect(payText(pay, "en")).toBe(en);
  });
});
