import { describe, expect, test } from "vitest";
import employers from "../../infra/local/demo/employers.json" with { type: "json" };
import { EmployerId, PostingId } from "../../shared/domain/ids.ts";
import { type JobCells, readJobList, type SeoulRow, seoulColumnNames } from "../../shared/domain/job-row.ts";
import { districtIn, draftOfJob, registeredOn } from "../../shared/domain/job-row-in.ts";
import { judgedJob } from "../../shared/domain/job-row-judged.ts";
import { rowOfPosting, seoulAnswerOf, seoulTableOf } from "../../shared/domain/job-row-out.ts";
import { PostingDraft } from "../../shared/domain/posting.ts";
import type { LocalDate } from "../../shared/domain/seoul-time.ts";
import { anId } from "../support/builders.ts";
import { aJobRow } from "../support/job-rows.ts";

const today = "2026-11-23" as LocalDate;
const around = {
  firm: { nameKo: "㈜솔버들정밀", industryKo: "기계 부품 가공", roadAddress: "서울특별시 금천구 가상로 101" },
  ...{ groupName: "기계 설치·정비·생산직", centre: { name: "일자리 센터", phone: "02-000-0000" } },
};
const rowOf = (draft: PostingDraft, source?: { requestNo: string }): SeoulRow =>
  rowOfPosting(
    {
      ...{ postingId: PostingId.parse(anId("pst")), employerId: EmployerId.parse(anId("emp")), state: "open", version: 1 },
      ...{ draft: { ...draft, validUntil: "2026-12-31" as LocalDate }, validFrom: "2026-11-02" as LocalDate, ...(source && { source }) },
    },
    around,
  );

describe("a file of postings", () => {
  const blank = Object.fromEntries(seoulColumnNames.map((column) => [column, ""]));
  const rows = [aJobRow(), aJobRow({ DTY_CN: '쉼표, "따옴표"\n그리고 줄' })].map((row) => ({ ...blank, ...row }) as SeoulRow);
  const cellsOf = (list: ReturnType<typeof readJobList>) => (list.ok ? list.rows.map(({ cells }) => cells.JO_REQST_NO) : list.why);
  test.for([
    ["the answer of the service", JSON.stringify(seoulAnswerOf(rows))],
    ["its inner part", JSON.stringify({ row: rows })],
    ["a bare list", JSON.stringify(rows)],
    ["separated values with the same columns", seoulTableOf(rows)],
  ] as const)("is read as %s", ([, text]) => expect(cellsOf(readJobList(text))).toEqual(rows.map(({ JO_REQST_NO }) => JO_REQST_NO)));

  test("is read by the names that its columns have in Korean, too; one row alone need not be a list", () => {
    const table = readJobList("구인신청번호,기업명칭,구인제목,담당상담사명,평점\nK1,가람,조리원,문가람,5");
    expect(table).toEqual({
      ok: true,
      rows: [{ line: 2, cells: { JO_REQST_NO: "K1", CMPNY_NM: "가람", JO_SJ: "조리원" } }],
      unknown: ["평점"],
    });
    expect(cellsOf(readJobList(JSON.stringify({ GetJobInfo: { row: rows[0] } })))).toEqual([rows[0]?.JO_REQST_NO]);
  });

  test.for([
    ['{"GetJobInfo":', "unreadable"],
    ['{"RESULT":{"CODE":"INFO-200","MESSAGE":"해당하는 데이터가 없습니다."}}', "empty"],
    ["기업명칭\n가람", "column-missing"],
    ["[]", "empty"],
  ] as const)("%s is refused: %s", ([text, why]) => expect(readJobList(text)).toEqual({ ok: false, why }));
});

describe("a row", () => {
  const draftOf = (over: JobCells) => draftOfJob({ ...aJobRow(), ...over } as JobCells);
  test.for([
    ["시급 / 10320원 ", { type: "H", min: 10_320, max: 10_320 }],
    ["월급 / 245만원 ~ 275만원", { type: "M", min: 2_450_000, max: 2_750_000 }],
    ["월급 / 2450000원 ~ 2750000원", { type: "M", min: 2_450_000, max: 2_750_000 }],
    ["연봉 / 3,300만원", { type: "Y", min: 33_000_000, max: 33_000_000 }],
    ["면접 후 결정", "면접 후 결정"],
  ] as const)("says pay as %j", ([HOPE_WAGE, pay]) => expect(draftOf({ HOPE_WAGE }).pay).toEqual(pay));

  test.for([
    ["마감일 (2026-12-31)", "2026-12-31"],
    ["채용시까지 26-12-31", "2026-12-31"],
    ["20261231", "2026-12-31"],
    ["채용시까지", undefined],
    ["곧", "곧"],
  ] as const)("closes on %j", ([RCEPT_CLOS_NM, day]) => expect(draftOf({ RCEPT_CLOS_NM }).validUntil).toBe(day));

  test.for([
    ["서울 동대문구.", "11230"],
    ["서울특별시 금천구 가산디지털1로 1", "11545"],
    ["서울 도봉구802호", "11320"],
    ["중구 세종대로 110", "11140"],
    // Other cities have districts of the same names.
    ["인천 중구 가상로 1", undefined],
    ["부산 강서구 가상로 1", undefined],
    ["경기 구리시", undefined],
  ] as const)("%j lies in %s", ([address, code]) => expect(districtIn(address)).toBe(code));

  test("has its codes from Seoul's, from Work24's, or from names", () => {
    const codes = ({ employmentType, education, career }: ReturnType<typeof draftOf>) => [employmentType, education, career];
    expect(codes(draftOf({}))).toEqual(["11", "00", "Z"]);
    const work24 = {
      EMPLYM_STLE_CMMN_CODE_SE: "20",
      ACDMCR_CMMN_CODE_SE: "03",
      CAREER_CND_CMMN_CODE_SE: "E",
      CAREER_CND_NM: "경력 (최소 2년)",
    };
    expect(codes(draftOf(work24))).toEqual(["20", "03", "E"]);
    expect(draftOf(work24).careerYears).toBe(2);
    const none = { EMPLYM_STLE_CMMN_CODE_SE: undefined, ACDMCR_CMMN_CODE_SE: undefined, CAREER_CND_CMMN_CODE_SE: undefined };
    expect(codes(draftOf({ ...none, EMPLYM_STLE_CMMN_MM: "파견근로", ACDMCR_NM: "석사과정", CAREER_CND_NM: "신입" }))).toEqual([
      "4",
      "06",
      "N",
    ]);
    expect(draftOf({ EMPLYM_STLE_CMMN_CODE_SE: "J09999", EMPLYM_STLE_CMMN_MM: undefined }).employmentType).toBe("J09999");
  });

  test("has its occupation from the number that Work24 gives it, whose first two digits are the group", () => {
    expect(draftOf({ RCRIT_JSSFC_CMMN_CODE_SE: "024100" })).toMatchObject({ occupation: "02", occupationCode: "024100" });
    expect(draftOf({ RCRIT_JSSFC_CMMN_CODE_SE: "81" })).not.toHaveProperty("occupationCode");
  });

  test("is registered on a day, however that is written", () => {
    expect(registeredOn({ JO_REG_DT: "2026-11-10 09:30:00.0" })).toBe("2026-11-10");
    expect(registeredOn({})).toBeUndefined();
  });

  test.for([
    ["JO_REG_DT", "2026-13-45"],
    ["JO_REG_DT", "곧"],
    ["RCEPT_CLOS_NM", "마감일 (2026-13-45)"],
    ["RCEPT_CLOS_NM", "채용시까지 26-02-30"],
  ] as const)("is refused for a day in %s that there is not: %s", ([column, day]) =>
    expect(judgedJob({ ...aJobRow(), [column]: day } as JobCells, undefined, today)).toEqual({
      ok: false,
      problems: [{ column, code: "date-format" }],
    }),
  );

  test("says everything that stands against it at once, column by column", () => {
    const bad = judgedJob({ ...aJobRow(), RCRIT_NMPR_CO: "여럿", HOPE_WAGE: "협의", JO_SJ: "" } as JobCells, undefined, today);
    expect(bad).toMatchObject({ ok: false });
    expect(!bad.ok && bad.problems.map(({ column }) => column).sort()).toEqual(["HOPE_WAGE", "RCRIT_NMPR_CO"]);
  });
});

describe("a posting that is given out", () => {
  const drafts = employers.flatMap(({ postings }) => postings.map(({ draft }) => PostingDraft.parse(draft)));
  test("has every column of the service, and nobody's name", () => {
    const row = rowOf(drafts[0] as PostingDraft);
    expect(Object.keys(row)).toEqual(seoulColumnNames);
    expect(row).toMatchObject({ MNGR_NM: "", MNGR_PHON_NO: "02-000-0000", RCEPT_CLOS_NM: "마감일 (2026-12-31)", JO_REG_DT: "2026-11-02" });
  });

  test("says the same when it is taken in again, as far as there are columns", () => {
    expect(drafts.length).toBeGreaterThan(30);
    for (const draft of drafts) {
      const { titleEn: _1, tasksEn: _2, contractKo: _3, certificatesKo: _4, preferredKo: _5, legalCheckKo: _6, ...rest } = draft;
      const { benefitsKo: _7, vehicleKo: _8, accessKo: _9, welfare: _a, interviewMinutes: _b, interviewsAVisit: _c, ...said } = rest;
      const judged = judgedJob(rowOf(draft) as JobCells, undefined, today);
      expect(judged).toMatchObject({ ok: true, posting: { draft: { ...said, validUntil: "2026-12-31" }, validFrom: "2026-11-02" } });
    }
  });

  test("bears the number under which it came in", () => {
    expect(rowOf(drafts[0] as PostingDraft, { requestNo: "K120122611090018" })).toMatchObject({
      ...{ JO_REQST_NO: "K120122611090018", JO_REGIST_NO: "" },
    });
  });
});
