import { describe, expect, test } from "vitest";
import employers from "../../infra/local/demo/employers.json" with { type: "json" };
import { postingDoubts, postingFaults } from "../../shared/domain/lawful-posting.ts";
import { leastPay, minimumWageOf, paidHoursAMonth } from "../../shared/domain/minimum-wage.ts";
import { PostingDraft } from "../../shared/domain/posting.ts";
import { aDraft } from "../support/builders.ts";

const year = 2026;
const posting = (change: object): PostingDraft => PostingDraft.parse(aDraft(change));
const faultsOf = (tasksKo: string) => postingFaults(posting({ tasksKo }), year);

describe("words that limit whom an employer takes", () => {
  test.each([
    ["age", "40세 이하만 지원하세요"],
    ["age", "만 35세 미만"],
    ["age", "20~30대 남녀"],
    ["age", "25세~35세"],
    ["age", "30대만 지원"],
    ["age", "1990년생 이후"],
    ["age", "나이 제한 있음"],
    ["age", "연령 제한: 협의"],
    ["age", "젊은 분 구합니다"],
    ["age", "４０세 이하"],
    ["age", "Only people under 40"],
    ["age", "We want young people"],
    ["sex", "남성만"],
    ["sex", "여자 직원 구함"],
    ["sex", "여직원 모집"],
    ["sex", "성별 제한 있음"],
    ["sex", "Male only"],
    ["sex", "female staff wanted"],
    ["looks", "용모 단정한 분"],
    ["looks", "키 170 이상"],
    ["looks", "체중 60kg 이하"],
    ["looks", "good-looking staff"],
    ["marriage", "미혼 우대"],
    ["marriage", "결혼 여부를 적어 주세요"],
    ["marriage", "자녀 없는 분"],
    ["marriage", "married people"],
    ["origin", "출신 지역을 적어 주세요"],
    ["origin", "호남 출신 사절"],
    ["origin", "내국인만 지원 가능"],
    ["origin", "외국인 불가"],
    ["origin", "No foreigners"],
    ["age", "30대까지 지원"],
    ["age", "만 35 이하"],
    ["age", "나이 35 이하"],
    ["age", "젊고 활기찬 분"],
    ["sex", "주방 이모님 구합니다"],
    ["sex", "아가씨 구합니다"],
    ["sex", "여성분 구합니다"],
    ["sex", "여자 알바 구해요"],
    ["looks", "몸매 좋은 분"],
    ["looks", "예쁜 분"],
    ["marriage", "임산부 지원 불가"],
  ])("%s: %s", (ground, text) => {
    expect(faultsOf(text)).toEqual([{ pointer: "/tasksKo", code: `no-${ground}` }]);
  });

  test.each([
    "나이 무관, 성별 무관, 학력 무관",
    "연령 제한 없음",
    "나이·성별은 보지 않습니다",
    "만 18세 이상(근로기준법)",
    "정년 60세, 재고용 가능",
    "경력 3년 이상, 직원 40명이 함께 일합니다",
    "20대의 지게차를 관리",
    "출산 휴가와 육아 휴직, 자녀 학자금",
    "결혼 축하금, 경조 휴가",
    "여성 휴게실과 남녀 탈의실이 따로 있습니다",
    "키오스크 안내, 매장 신장개업 준비",
    "여성 분야 도서를 정리합니다",
    "손님 30명까지 맞습니다. 만 50개 이하의 상자를 나릅니다",
    "임산부 배려석 안내",
    "서울 출장이 있습니다",
    "외국인 손님 안내",
    "출신 학교를 묻지 않습니다",
    "월 80세대 관리",
    "Under 30 employees work here",
    "over 40 hours is paid extra",
  ])("nothing stands against: %s", (text) => {
    expect(faultsOf(text)).toEqual([]);
  });

  test("every text is read, and each field is named", () => {
    const draft = posting({
      titleKo: "여직원 모집",
      titleEn: "Men only",
      workTimeKo: "미혼만",
      benefitsKo: "용모 우대",
      tasksEn: "no foreigners",
    });
    expect(postingFaults(draft, year).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      "/titleKo no-sex",
      "/titleEn no-sex",
      "/workTimeKo no-marriage",
      "/tasksEn no-origin",
      "/benefitsKo no-looks",
    ]);
  });

  test("a preference that may be lawful is shown to the manager", () => {
    expect(postingDoubts(posting({ tasksKo: "50대 이상 우대, 주부 환영" })).map(({ ground, words }) => `${ground} ${words}`)).toEqual([
      "age 50대 이상 우대",
      "sex 주부 환영",
    ]);
    expect(postingDoubts(posting({}))).toEqual([]);
  });

  test("the postings of the demo season are lawful", () => {
    const drafts = employers.flatMap(({ postings }) => postings.map((one) => PostingDraft.parse(one.draft)));
    expect(drafts.length).toBeGreaterThan(10);
    expect(drafts.flatMap((draft) => [...postingFaults(draft, year), ...postingDoubts(draft)])).toEqual([]);
  });
});

describe("the minimum wage", () => {
  test("of a year that is not yet decreed is the last known one", () => {
    expect([2025, 2026, 2027, 2040].map(minimumWageOf)).toEqual([10_030, 10_320, 10_320, 10_320]);
  });

  // 고용노동부: 40 hours a week are 209 paid hours a month; below 15 there is no paid rest.
  test("counts paid rest", () => {
    expect([40, 20, 14, 15, 52].map(paidHoursAMonth)).toEqual([209, 104, 61, 78, 209]);
  });

  test.each([
    ["H", 40, 10_320],
    ["M", 40, 2_156_880],
    ["Y", 40, 25_882_560],
    ["M", 20, 1_073_280],
    ["D", 48, 68_800],
  ] as const)("pay %s for %i hours a week is at least %i won", (type, weeklyHours, least) => {
    const pay = (min: number) => posting({ weeklyHours, pay: { type, min, max: 30_000_000 } });
    expect(leastPay(pay(least), year)).toBe(least);
    expect(postingFaults(pay(least), year)).toEqual([]);
    expect(postingFaults(pay(least - 1), year)).toEqual([{ pointer: "/pay/min", code: "below-minimum-wage", limit: least }]);
  });
});
