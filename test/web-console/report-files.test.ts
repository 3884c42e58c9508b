import { read, utils } from "@e965/xlsx";
import { expect, test } from "vitest";
import { Report } from "../../shared/contract/reports.ts";
import { noCounts, noPeople, peopleNames } from "../../shared/domain/report.ts";
import { maskedTraits, noTraits } from "../../shared/domain/report-traits.ts";
import { LocalDate } from "../../shared/domain/seoul-time.ts";
import { csvFile, xlsxFile } from "../../web/src/console/manager/reports/report-files.ts";
import { reportSheets } from "../../web/src/console/manager/reports/report-sheets.ts";
import { anId } from "../support/builders.ts";

const period = { from: LocalDate.parse("2026-11-01"), to: LocalDate.parse("2026-11-30") };
/** A place whose name a spreadsheet would run, were it a cell that is typed in. */
const formula = '=HYPERLINK("https://example.com","청량리역")';

const aReport = (): Report => {
  const table = noTraits();
  table.sex.female.visitors = 14;
  table.sex.male.visitors = 3;
  table.sex.unknown.visitors = 9;
  const counts = { ...noCounts, arrived: 17, walkIns: 9, consultations: 21, placements: 2 };
  const visit = { visitId: anId("vis"), date: "2026-11-05", placeNameKo: formula, districtCode: "11230", state: "open", counts };
  return Report.parse({
    visits: [visit, { ...visit, visitId: anId("vis"), date: "2026-11-12", state: "cancelled", counts: noCounts }],
    ...{ counts, people: { ...noPeople, visitors: 26 }, traits: maskedTraits(table) },
  });
};

/** The workbook as another program reads it. */
const opened = async (locale: "ko" | "en" = "ko") => {
  const bytes = new Uint8Array(await (await xlsxFile(reportSheets(aReport(), period, locale))).arrayBuffer());
  return read(bytes, { type: "array", cellFormula: true, bookFiles: true });
};

test("a workbook has a sheet for each table, named in the reader's language, with numbers as numbers", async () => {
  const book = await opened();
  expect(book.SheetNames).toEqual([
    ...["건수", "실인원", "방문마다", "달", "분기", "해(시즌)", "권역", "자치구", "장소", "연령대", "성별", "학력", "희망 직종"],
  ]);
  const rows = (name: string) => utils.sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1 });
  expect(rows("건수")).toContainEqual(["상담", 21]);
  expect(rows("건수")).toContainEqual(["운영 횟수", 1]);
  expect(rows("실인원")[1]).toEqual(["방문", 26]);
  expect(rows("권역")[1]?.slice(0, 3)).toEqual(["동북권", 1, 26]);
  expect((await opened("en")).SheetNames[0]).toBe("Cases");
});

test("what is hidden is said in words, and its sum does not tell it", async () => {
  const book = await opened();
  const rows = utils.sheet_to_json<unknown[]>(book.Sheets.성별 ?? {}, { header: 1 });
  expect(rows.map(([name, visitors]) => [name, visitors])).toEqual([
    ...[
      ["성별", "방문"],
      ["여성", 15],
      ["남성", "적지 않음"],
      ["알 수 없음", "적지 않음"],
    ],
    ["모두", 26],
  ]);
  expect(rows[0]).toHaveLength(1 + peopleNames.length);
});

test("text that looks like a formula is text, and the head stays in sight", async () => {
  const book = await opened();
  const sheet = book.Sheets.방문마다 ?? {};
  const place = Object.values(sheet).find((cell) => (cell as { v?: unknown }).v === formula) as { t: string; f?: string } | undefined;
  expect(place?.t).toBe("s");
  expect(
    Object.values(book.Sheets)
      .flatMap((one) => Object.values(one))
      .filter((cell) => (cell as { f?: string }).f !== undefined),
  ).toEqual([]);
  // What the reader leaves aside stands in the parts of the file.
  const parts = Object.entries((book as unknown as { files: Record<string, { content: Uint8Array }> }).files);
  const sheets = parts.filter(([name]) => /^\/?xl\/worksheets\/sheet\d+\.xml$/.test(name));
  expect(sheets).toHaveLength(book.SheetNames.length);
  for (const [, { content }] of sheets) expect(new TextDecoder().decode(content)).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
});

test("the same as text opens in a spreadsheet with Korean as it was written, and runs nothing", () => {
  const text = csvFile(reportSheets(aReport(), period, "ko"));
  expect(text.startsWith("\uFEFF건수\r\n항목,수\r\n")).toBe(true);
  const book = read(new TextEncoder().encode(text), { type: "array", raw: true });
  const rows = utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[0] ?? ""] ?? {}, { header: 1 });
  expect(rows.flat()).toContain(`'${formula}`);
  expect(rows).toContainEqual(expect.arrayContaining(["남성", "적지 않음"]));
});
