import { expect, test } from "vitest";
import { readJobAd } from "../../shared/domain/job-ad.ts";

test("an advertisement with names before its values is read whole", () => {
  const ad = `[채용공고] ㈜솔버들정밀 조립원 모집
■ 회사명 : ㈜솔버들정밀
■ 사업자등록번호 : 000-81-10074
■ 모집직종: 펌프 부품 조립원
■ 모집인원 : 3명
■ 급여: 월급 245만원 ~ 275만원
■ 근무시간: 08:30~17:30, 주 5일
■ 근무지: 서울 금천구 가상로 101
■ 연락처 010-0000-0001, hr@solbeodeul.example.com`;
  expect(readJobAd(ad)).toEqual({
    ...{ nameKo: "㈜솔버들정밀", businessNumber: "0008110074", phone: "010-0000-0001", mail: "hr@solbeodeul.example.com" },
    ...{ address: "서울 금천구 가상로 101", districtCode: "11545" },
    job: {
      ...{ titleKo: "펌프 부품 조립원", occupation: "81", headcount: 3, workTimeKo: "08:30~17:30, 주 5일" },
      pay: { type: "M", min: 2_450_000, max: 2_750_000 },
    },
  });
});

test("a message in one line tells what it tells", () => {
  expect(readJobAd("가람요양원 요양보호사 2명 모집합니다. 시급 11,000원, 서울시 중랑구 가상로 3. 09:00~18:00 02-000-0005")).toEqual({
    ...{ phone: "02-000-0005", address: "서울시 중랑구 가상로 3", districtCode: "11260" },
    job: { occupation: "55", headcount: 2, workTimeKo: "09:00~18:00", pay: { type: "H", min: 11_000, max: 11_000 } },
  });
});

test.for([
  ["연봉 3,000~3,500만원", { type: "Y", min: 30_000_000, max: 35_000_000 }],
  ["일당 15만원", { type: "D", min: 150_000, max: 150_000 }],
  ["월 5회 야근", undefined],
  ["급여는 면접 뒤 정함", undefined],
] as const)("pay in %j", ([text, pay]) => expect(readJobAd(text).job.pay).toEqual(pay));

test.for([
  ["(주)도담 개발자", "(주)도담"],
  ["도담소프트㈜ 경력직", "도담소프트㈜"],
  ["주식회사 가람 사람 구함", "주식회사 가람"],
  ["사람 구합니다", undefined],
] as const)("the name in %j", ([text, nameKo]) => expect(readJobAd(text).nameKo).toBe(nameKo));

test("a number whose checksum is wrong is no business number; nothing is made up of nothing", () => {
  expect(readJobAd("사업자번호 000-81-10075").businessNumber).toBeUndefined();
  expect(readJobAd("")).toEqual({ job: {} });
});

test("a long text that means nothing is read in no time", () => {
  const begun = performance.now();
  readJobAd("가나다 1,000 ~ (주) 서울 ".repeat(2000));
  expect(performance.now() - begun).toBeLessThan(2000);
});
