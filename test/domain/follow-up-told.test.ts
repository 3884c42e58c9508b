import { expect, test } from "vitest";
import { followUpTask, followUpWords } from "../../shared/copy/follow-up.ts";
import { type FollowUpTask, FollowUpWords, jobTask } from "../../shared/domain/follow-up-told.ts";

const job = { titleKo: "펌프 조립원", titleEn: "Pump assembler" };

test.each([
  [jobTask("referral-answer", job), "추천한 일자리에 답을 받기: 펌프 조립원", "Get an answer to the proposed job: Pump assembler"],
  // A job that has no English name is called what it is called.
  [jobTask("referral-result", { titleKo: "용접원" }), "알선한 면접 결과 확인하기: 용접원", "Find out what came of the referral: 용접원"],
  [{ kind: "stay-check", month: 1 }, "입사 1개월 재직 확인", "Ask whether they still work there, 1 month after they began"],
  [{ kind: "stay-check", month: 6 }, "입사 6개월 재직 확인", "Ask whether they still work there, 6 months after they began"],
  [{ kind: "aptitude-test" }, "직업적성검사를 결과 설명까지 마치기", "See the aptitude test through until it is explained"],
  ["이력서 받기", "이력서 받기", "이력서 받기"],
] satisfies [FollowUpTask, string, string][])("%o is said in either language", (task, ko, en) => {
  expect([followUpTask(task, "ko"), followUpTask(task, "en")]).toEqual([ko, en]);
});

test("every way in which one ends by itself has words of its own, in either language", () => {
  const facts = { month: 3, result: "helped", reason: "다른 분의 결과임" };
  const kinds = [
    ...["referral-agreed", "referral-declined", "referral-taken-back", "referral-ended", "employer-consent-withdrawn"],
    ...["records-separated", "partner-consent-withdrawn", "test-explained", "test-not-needed", "test-not-wanted"],
    ...["had-left", "partner-result", "placement-taken-back"],
  ];
  const all = kinds.map((kind) => {
    const known = Object.entries(facts).find(
      ([name]) => FollowUpWords.safeParse({ kind, [name]: facts[name as keyof typeof facts] }).success,
    );
    return FollowUpWords.parse(known ? { kind, [known[0]]: known[1] } : { kind });
  });
  for (const locale of ["ko", "en"] as const) expect(new Set(all.map((words) => followUpWords(words, locale))).size).toBe(kinds.length);
  expect(followUpWords({ kind: "placement-taken-back", reason: facts.reason }, "en")).toBe(
    "The confirmed hire was taken back: 다른 분의 결과임",
  );
});
