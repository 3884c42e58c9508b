import { afterAll, beforeAll, expect, test } from "vitest";
import { refusalOf } from "../support/booking.ts";
import { anId, anOpenVisit } from "../support/builders.ts";
import { readPdf } from "../support/read-pdf.ts";
import { aWholeSeason, planted, type WholeSeason } from "../support/whole-season.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

const remarkKey = "PUT /api/staff/reports/visits/{visitId}/remark" as const;

let world: World;
let season: WholeSeason;
let manager: Browser;
beforeAll(async () => {
  world = await aWorld();
  season = await aWholeSeason(world);
  world.deps.clock.set("2026-12-03T10:00:00.000Z");
  manager = await world.staff(`${anId("manager").toLowerCase()}@center.example.com`, ["manager"]);
}, 240_000);
afterAll(() => world.close());

const reportOf = () => world.get("GET /api/staff/reports/visits/{visitId}", { params: { visitId: season.visit.visitId } }, manager);
const say = (visitId: string, text: string, seen: number) => world.call(remarkKey, { params: { visitId }, body: { text, seen } }, manager);

test("the report of a visit says where, when, by whom, with which employers, and what came of it; nobody who came is named", async () => {
  const report = await reportOf();
  const { visitId } = season.visit;
  const day = await world.get("GET /api/staff/visits/{visitId}/day", { params: { visitId } }, manager);
  expect(report).toMatchObject({
    visit: { visitId, date: "2026-12-03", state: "open" },
    team: [{ name: planted.staff.name }],
    report: { counts: { arrived: day.arrived, walkIns: day.walkIns, placements: 1 }, visits: [{ visitId }] },
    remark: { text: "비가 와서 오후에 오신 분이 적었음", version: 1 },
  });
  expect(report.employers).toHaveLength(3);
  expect(report.employers.reduce((sum, { interviews }) => sum + (interviews ?? 0), 0)).toBe(report.report.counts.interviews);
  expect(report.employers.reduce((sum, { hired }) => sum + (hired ?? 0), 0)).toBe(1);
  expect(JSON.stringify(report)).not.toContain(planted.seeker.name);
});

test("as a paper it says the same, in Korean, on pages of A4; the file has the date in its name", async () => {
  const { report, employers, place } = await reportOf();
  const answer = await world.call("GET /api/papers/reports/visits/{visitId}/file", { params: { visitId: season.visit.visitId } }, manager);
  if (!answer.ok) throw new Error(answer.problem.code);
  expect(answer.headers.get("content-disposition")).toBe('attachment; filename="visit-report-2026-12-03.pdf"');
  const { text, info, pages, size } = await readPdf(answer.value);
  expect(size).toEqual([210, 297]);
  expect(pages).toBeGreaterThan(0);
  expect(info).toMatchObject({ Title: "찾아가는 일자리 버스 운영 결과 보고" });
  const flat = text.replaceAll(/\s+/g, " ");
  for (const words of [
    ...["찾아가는 일자리 버스 운영 결과 보고", "2026년 12월 3일(목)", place.nameKo, planted.staff.name, "특이 사항"],
    ...["비가 와서 오후에 오신 분이 적었음", "실인원", "실인원: 연령대 나눈 수가 모두 작아 적지 않습니다.", "실인원: 희망 직종"],
    ...employers.map(({ nameKo }) => nameKo),
    `신규 구직등록 ${report.counts.enrolments}`,
    `현장 채용 ${report.counts.placements}`,
  ])
    expect(flat).toContain(words);
  expect(flat).not.toContain(planted.seeker.name);
  expect(text).not.toContain("□");
});

test("a remark takes the place of the one that was seen, and no other; sent again it changes nothing", async () => {
  const { visitId } = await anOpenVisit(world, { plan: { date: "2027-01-21" } });
  expect(await say(visitId, "발전기를 20분 씀", 0)).toMatchObject({ status: 204 });
  expect(await say(visitId, "발전기를 20분 씀", 0)).toMatchObject({ status: 204 });
  expect(refusalOf(await say(visitId, "다른 말", 0))).toBe("remark-changed");
  expect(await say(visitId, "발전기를 20분 쓰고, 비가 옴", 1)).toMatchObject({ status: 204 });
  const { remark } = await world.get("GET /api/staff/reports/visits/{visitId}", { params: { visitId } }, manager);
  expect(remark).toMatchObject({ text: "발전기를 20분 쓰고, 비가 옴", version: 2 });
});

test.each([
  ["nothing", " ", "required"],
  ["a resident number", "900101-1234567 님이 오심", "resident-number"],
  ["more than a thousand letters", "가".repeat(1001), "too-long"],
])("a remark of %s is refused", async (_, text, code) => {
  const answer = await say(season.visit.visitId, text, 1);
  expect(answer).toMatchObject({ ok: false, problem: { code: "invalid-fields", errors: [{ pointer: "/text", code }] } });
});

test("of a visit that there is not there is neither report nor paper nor remark", async () => {
  const params = { visitId: anId("vis") };
  expect(refusalOf(await world.call("GET /api/staff/reports/visits/{visitId}", { params }, manager))).toBe("not-found");
  expect(refusalOf(await world.call("GET /api/papers/reports/visits/{visitId}/file", { params }, manager))).toBe("not-found");
  expect(refusalOf(await world.call(remarkKey, { params, body: { text: "말", seen: 0 } }, manager))).toBe("not-found");
});
