import { Report, VisitReportPaper } from "../../shared/contract/reports.ts";
import { countNames, noCounts, noPeople, peopleNames } from "../../shared/domain/report.ts";
import { type Trait, traitGroups } from "../../shared/domain/report-traits.ts";
import { anId } from "../support/builders.ts";

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
export const noReport = Report.parse({
  ...{ visits: [], counts: noCounts, people: noPeople },
  traits: { age: groupsOf("age"), sex: groupsOf("sex"), education: groupsOf("education"), occupation: groupsOf("occupation") },
});
export const aReport = Report.parse({
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
export const aVisitReport = (visitId: string, remark: string | null) =>
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
