import { describe, expect, test } from "vitest";
import type { KeptRecord } from "../../shared/contract/my-data.ts";
import { keptRecordWords } from "../../shared/copy/kept-records.ts";
import { inventory } from "../../shared/domain/inventory.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { factsOfRecord } from "../../web/src/ui/my-data/facts-of-record.ts";
import { readablePage } from "../../web/src/ui/my-data/readable-page.ts";

const at = "2026-11-26T01:00:00.000Z" as Instant;
const told = (what: string, content: Record<string, unknown>, locale: Locale = "ko"): string => {
  const record: KeptRecord = { what, visitId: null, keptUntil: null, content };
  return factsOfRecord(record, locale)
    .flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []))
    .join("\n");
};

describe("what is kept of somebody, in words", () => {
  test("what was never sent to somebody without mail is not called sent, and a call is called a call", () => {
    const mail = { claimedAt: at, message: "interview_booked" };
    const words = keptRecordWords.ko;
    expect(told("mail", { ...mail, state: "no-address" })).toContain(words.mailWays["no-address"]);
    expect(told("mail", { ...mail, state: "no-address" })).not.toContain(words.mailWays.sent);
    expect(told("mail", { ...mail, state: "no-address", settled: { at, how: "called" } })).toContain(words.settledWays.called);
    expect(told("mail", { ...mail, state: "sent" })).toContain(words.mailWays.sent);
    expect(words.kinds.mail).not.toMatch(/보낸/);
  });

  test("what staff did for somebody says what, and why", () => {
    const log = told("visit-log", { at, did: "moved", reason: "본인 요청" });
    expect(log).toContain(keptRecordWords.ko.acts.moved);
    expect(log).toContain("본인 요청");
  });

  test("a note of a talk says what about, how, when, what came of it and what was written", () => {
    const note = told("consultation", { kind: "resume", channel: "phone", outcomes: ["info_given"], note: "이력서 고침", heldAt: at });
    for (const part of ["이력서·자기소개서 상담", "전화", "정보 제공", "이력서 고침", "11월 26일(목) 오전 10시"])
      expect(note).toContain(part);
  });

  test("what is still to be done for somebody says what, by when and what was written of it", () => {
    const task = { what: "이력서 받기", dueOn: "2026-12-01", openedAt: at, state: "done", steps: [{ at, words: "받음" }] };
    for (const part of ["이력서 받기", "2026년 12월 1일(화)", keptRecordWords.ko.followUpStates.done, "받음"])
      expect(told("follow-up", task)).toContain(part);
  });

  test("what follows by itself is said in the reader's language, with what was kept of it before there were kinds", () => {
    const step = { at, words: { kind: "partner-result", result: "helped" } };
    const task = {
      what: { kind: "partner-result", nameKo: "나무 청년센터", nameEn: "Namu Youth Centre" },
      ...{ dueOn: "2026-12-01", openedAt: at, state: "done" },
    };
    expect(told("follow-up", { ...task, steps: [step] })).toMatch(/연계 결과 확인 \(나무 청년센터\).*도움을 받음/s);
    expect(told("follow-up", { ...task, steps: [step] }, "en")).not.toMatch(/[가-힣]/);
    const earlier = { ...task, what: "입사 3개월 재직 확인", steps: [{ at, words: "3개월 확인 때 이미 그만두심" }] };
    for (const locale of ["ko", "en"] as const) expect(told("follow-up", earlier, locale)).toMatch(/입사 3개월.*이미 그만두심/s);
  });

  test("a reason that is sealed or erased stands there as none", () => {
    expect(told("check-in-event", { event: { at, kind: "override", reason: "-" } })).not.toContain(keptRecordWords.ko.facts.reason);
    expect(told("check-in-event", { event: { at, kind: "override", reason: "신분증 확인" } })).toContain("신분증 확인");
  });

  test("every kind that is found of a person has a name of its own, in either language", () => {
    const given = Object.entries(inventory).flatMap(([type, { found }]) => (found === "nobody" ? [] : [type]));
    for (const words of [keptRecordWords.ko, keptRecordWords.en]) expect(given.filter((type) => !(type in words.kinds))).toEqual([]);
  });
});

test("the file to read is a page in the reader's language that needs nothing else", () => {
  const page = readablePage("센터가 보관하는 개인정보", "ko", "<p>한누리</p>");
  expect(page).toMatch(/^<!doctype html><html lang="ko">/);
  expect(page).toContain("<p>한누리</p>");
  expect(page).not.toMatch(/src=|href=|<script/);
});
