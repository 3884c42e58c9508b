import type { Page } from "playwright-core";
import { Report, VisitReportPaper } from "../../shared/contract/reports.ts";
import { reportWords } from "../../shared/copy/pages-manager-reports.ts";
import { visitReportWords } from "../../shared/copy/visit-report.ts";
import { countNames, noCounts, noPeople, peopleNames } from "../../shared/domain/report.ts";
import { type Trait, traitGroups } from "../../shared/domain/report-traits.ts";
import { anId } from "../support/builders.ts";
import { button } from "../support/page-words.ts";
import type { Sight } from "./sights.ts";

const counts = { ...Object.fromEntries(countNames.map((name, i) => [name, i * 7 + 3])) };
const aVisit = (date: string, state: "open" | "cancelled", placeNameKo = "청량리역 광장", districtCode = "11230") => ({
  ...{ visitId: anId("vis"), date, placeNameKo, districtCode, state },
  counts: state === "cancelled" ? noCounts : counts,
});

/** So many of each kind of people in a group; `null` where it is not shown. */
const each = (...visitors: (number | null)[]) => visitors.map((n) => Object.fromEntries(peopleNames.map((kind) => [kind, n])));
const groupsOf = (trait: Trait, ...numbers: (number | null)[]) =>
  Object.fromEntries(traitGroups[trait].map((group, i) => [group, each(...numbers)[i] ?? each(0)[0]]));

/** Reports as the API would answer them: of a month without visits, and of one that was held and one that was cancelled. */
const noReport = Report.parse({
  ...{ visits: [], counts: noCounts, people: noPeople },
  traits: { age: groupsOf("age"), sex: groupsOf("sex"), education: groupsOf("education"), occupation: groupsOf("occupation") },
});
const aReport = Report.parse({
  visits: [
    aVisit("2026-10-15", "open", "상암 DMC 누리꿈스퀘어 앞 광장", "11440"),
    aVisit("2026-11-05", "open"),
    aVisit("2026-11-12", "cancelled"),
  ],
  counts,
  people: { visitors: 31, consulted: 31, enrolled: 31, referred: 31, interviewed: 31, placed: 31 },
  traits: {
    age: groupsOf("age", null, null, 6, 9, 12, null),
    sex: groupsOf("sex", 14, 10, 7),
    education: groupsOf("education", null, 5, 11, null, 6, null, null, null),
    occupation: groupsOf("occupation", null, null, null, null, null, 9, 6, null, 8, null, null),
  },
});

/** What is handed in of one visit. */
const aVisitReport = (visitId: string, remark: string | null) =>
  VisitReportPaper.parse({
    visit: { visitId, date: "2026-11-05", startTime: "10:00", endTime: "17:00", state: "open" },
    place: {
      nameKo: "청량리역 광장",
      nameEn: "Cheongnyangni Station square",
      roadAddress: "서울특별시 동대문구 왕산로 214",
      districtCode: "11230",
    },
    team: [
      { name: "권도경", roles: ["counsellor", "manager"] },
      { name: "오세영", roles: ["desk"] },
    ],
    employers: [
      { nameKo: "솔버들 요양원", jobs: [{ titleKo: "요양보호사", headcount: 3 }], interviews: 6, hired: 2 },
      {
        nameKo: "한들 시설관리",
        jobs: [
          { titleKo: "아파트 경비원", headcount: 2 },
          { titleKo: "미화원", headcount: 4 },
        ],
        interviews: null,
        hired: null,
      },
    ],
    report: { ...aReport, visits: aReport.visits.slice(1, 2) },
    remark: remark === null ? null : { text: remark, version: 1, writtenAt: "2026-11-06T01:00:00.000Z" },
  });

/** Every call of the pages of reports, answered. `period`: the report of a time; `visit`: of one visit. */
const answers = (bodies: { period?: object; visit?: object; planned?: readonly object[] }) => async (page: Page) => {
  const { period, visit, planned } = bodies;
  if (period) await page.route("**/api/staff/reports?*", (route) => route.fulfill({ json: period }));
  if (visit) await page.route("**/api/staff/reports/visits/*", (route) => route.fulfill({ json: visit }));
  if (planned) await page.route("**/api/staff/season?*", (route) => route.fulfill({ json: { today: "2026-11-26", visits: planned } }));
};

const visitId = anId("vis");
const page = (name: string, path: string, bodies: Parameters<typeof answers>[0], more: Partial<Sight> = {}): Sight => ({
  ...{ name, by: "manager", path: () => `/console/reports${path}`, before: answers(bodies) },
  ...more,
});
const remark = "오전에 비가 와서 오신 분이 적었음.\n전기가 20분 동안 끊겨 발전기를 씀.";
const aPlanned = {
  ...{
    visitId: anId("vis"),
    date: "2026-12-03",
    state: "open",
    bus: 1,
    placeId: "seonam-gasan-fashion",
    zone: "seonam",
    districtCode: "11545",
  },
  ...{ placeNameKo: "가산디지털단지 패션아일랜드 앞", placeNameEn: "Gasan Digital Complex, Fashion Island front" },
};

/** What the manager reports, and where the bus goes next. */
export const reportSights = {
  "/console/reports": [
    page("a report of nothing", "", { period: noReport }),
    page("a report", "", { period: aReport }),
    page(
      "a report, by place",
      "",
      { period: aReport },
      {
        reach: (on) =>
          on.page
            .getByLabel(reportWords[on.locale].by, { exact: true })
            .selectOption("place")
            .then(() => {}),
      },
    ),
  ],
  "/console/reports/where-next": [page("where to go next", "/where-next", { period: aReport, planned: [aPlanned] })],
  "/console/reports/visits/:visitId": [
    page("the report of a visit", `/visits/${visitId}`, { visit: aVisitReport(visitId, remark) }),
    page(
      "the report of a visit, remarks with nothing typed",
      `/visits/${visitId}`,
      { visit: aVisitReport(visitId, null) },
      {
        provokes: /^4(04|22) PUT .*remark/,
        reach: async (on) => {
          await button(on, visitReportWords[on.locale].remarkSave).click();
          await on.page.getByRole("alert").waitFor();
        },
      },
    ),
  ],
} satisfies Record<string, readonly Sight[]>;
