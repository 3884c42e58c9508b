import { describe, expect, test } from "vitest";
import { tableOf, textOfFile } from "../../shared/domain/csv-read.ts";
import { linkIn, sourceDueOn } from "../../shared/domain/lead.ts";
import { draftOfCells, leadColumns, mostInCell, readLeadList } from "../../shared/domain/lead-import.ts";
import { formulasIn } from "../../shared/domain/row-import.ts";
import type { LocalDate } from "../../shared/domain/seoul-time.ts";
import { chunksOf } from "../../web/src/console/import/send-rows.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("a file is read", () => {
  test.for([
    ["UTF-8", utf8("기업명\n가람")],
    ["UTF-8 with the mark of Excel", utf8("\uFEFF기업명\n가람")],
    // "기업명\n가람" in CP949
    ["Korean Windows code", Uint8Array.of(0xb1, 0xe2, 0xbe, 0xf7, 0xb8, 0xed, 0x0a, 0xb0, 0xa1, 0xb6, 0xf7)],
  ] as const)("in %s", ([, bytes]) => expect(textOfFile(bytes)).toBe("기업명\n가람"));

  test("not when it is a workbook or another code", () => {
    expect(textOfFile(Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x00, 0x00))).toBeUndefined();
    expect(textOfFile(Uint8Array.of(0xff, 0xfe, 0x41, 0x00))).toBeUndefined();
  });
});

test("rows have the number that a spreadsheet shows; quoted cells hold separators, quotes and line breaks", () => {
  expect(tableOf('이름,메모\r\n"가람, 본점","둘째 ""줄""\n에서"\r\n\r\n나래,끝')).toEqual([
    { line: 1, cells: ["이름", "메모"] },
    { line: 2, cells: ["가람, 본점", '둘째 "줄"\n에서'] },
    { line: 4, cells: ["나래", "끝"] },
  ]);
  expect(tableOf("이름;전화\n가람;1")[1]?.cells).toEqual(["가람", "1"]);
  expect(tableOf("이름\t전화\n가람\t1")[1]?.cells).toEqual(["가람", "1"]);
});

describe("a list", () => {
  test("is read by the names of its columns, in whichever order and by whichever name", () => {
    const list = readLeadList("연락처,상호(법인명),평점,사업자 등록번호*\n'02-000-0001,가람,5,000-81-10074\n-,나래,,\n");
    expect(list).toEqual({
      ok: true,
      rows: [
        { line: 2, cells: { phone: "'02-000-0001", nameKo: "가람", businessNumber: "000-81-10074" } },
        { line: 3, cells: { nameKo: "나래" } },
      ],
      unknown: ["평점"],
    });
  });
  test.for([
    ["", "empty"],
    ["기업명\n", "empty"],
    ["전화\n02-000-0001", "column-missing"],
    [`기업명\n${"가람\n".repeat(5001)}`, "too-many-rows"],
  ] as const)("%j is refused", ([text, why]) => expect(readLeadList(text)).toEqual({ ok: false, why }));

  test("formulas are found, also in full width; telephone numbers and dashes are none", () => {
    expect(
      formulasIn(leadColumns, { nameKo: "=1+1", address: "＝A1", note: "@SUM(A1)", phone: "+82 2-000-0001", contactName: "-가" }),
    ).toEqual(["nameKo", "address", "contactName", "note"]);
  });
  test("what our own files defused is taken as it was", () => {
    const list = readLeadList('기업명,전화\n"\'=가람",1');
    expect(list.ok && list.rows[0]?.cells.nameKo).toBe("=가람");
  });
  test("cells become a lead: districts by name, people counted with their unit", () => {
    expect(draftOfCells({ nameKo: "가람", district: "금천구", headcount: "3명", mail: "hr@garam.example.com" })).toEqual({
      ...{ nameKo: "가람", districtCode: "11545", job: { headcount: 3 }, contact: { mail: "hr@garam.example.com" } },
    });
    expect(draftOfCells({ district: "금천", headcount: "여럿" })).toMatchObject({
      nameKo: "",
      districtCode: "11545",
      job: { headcount: "여럿" },
    });
  });
  test("goes in pieces that one request takes, whatever its cells hold, in order", () => {
    const long = "가".repeat(mostInCell);
    const rows = Array.from({ length: 100 }, (_, n) => ({
      line: n + 2,
      cells: n % 10 === 0 ? { nameKo: long, note: long, address: long } : { nameKo: "가" },
    }));
    const chunks = chunksOf(rows);
    expect(chunks.flat()).toEqual(rows);
    for (const chunk of chunks) {
      expect(chunk.length).toBeLessThanOrEqual(40);
      expect(utf8(JSON.stringify(chunk)).length).toBeLessThan(31_000);
    }
  });
});

test("a source is due at once, then so many days after a look, and never when it is ended", () => {
  const today = "2026-11-23" as LocalDate;
  expect(sourceDueOn({ everyDays: 7, ended: false }, undefined, today)).toBe(today);
  expect(sourceDueOn({ everyDays: 7, ended: false }, "2026-11-20" as LocalDate, today)).toBe("2026-11-27");
  expect(sourceDueOn({ everyDays: 7, ended: true }, undefined, today)).toBeNull();
});

test("only an address of the web becomes a link", () => {
  expect(linkIn("https://example.com/jobs")).toBe("https://example.com/jobs");
  for (const where of ["javascript:alert(1)", "역 앞 게시판", "https://", undefined]) expect(linkIn(where)).toBeUndefined();
});
