import { Report } from "../../shared/contract/reports.ts";
import { countNames, noCounts, noPeople } from "../../shared/domain/report.ts";
import { anId } from "../support/builders.ts";

const counts = { ...Object.fromEntries(countNames.map((name, i) => [name, i * 7 + 3])) };
const aVisit = (date: string, state: "open" | "cancelled", placeNameKo = "청량리역 광장", districtCode = "11230") => ({
  ...{ visitId: anId("vis"), date, placeNameKo, districtCode, state },
  counts: state === "cancelled" ? noCounts : counts,
});

/** Reports as the API would answer them: of a month without visits, and of one that was held and one that was cancelled. */
export const noReport = Report.parse({
  ...{ visits: [], counts: noCounts, people: noPeople },
  ages: { u30: 0, "30s": 0, "40s": 0, "50s": 0, "60p": 0 },
});
export const aReport = Report.parse({
  visits: [
    aVisit("2026-10-15", "open", "상암 DMC 누리꿈스퀘어 앞 광장", "11440"),
    aVisit("2026-11-05", "open"),
    aVisit("2026-11-12", "cancelled"),
  ],
  counts,
  people: { visitors: 31, consulted: 22, referred: 20, interviewed: 19, placed: 5 },
  ages: { u30: null, "30s": null, "40s": 6, "50s": 9, "60p": 12 },
});
