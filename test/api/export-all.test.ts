import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { read, utils } from "@e965/xlsx";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Item } from "../../functions/platform/db.ts";
import { supportKeysOf } from "../../functions/support/support-reads.ts";
import { exportAll, type Manifest } from "../../infra/operate/export/export-all.ts";
import { aWholeSeason, planted, type WholeSeason } from "../support/whole-season.ts";
import { aWorld, type World } from "../support/world.ts";

let world: World;
let season: WholeSeason;
let folder: string;
let manifest: Manifest;
let items: Item[];
let entries: Item[];

const to = (where: string, keys = supportKeysOf(world.settings)) =>
  exportAll({ client: world.table.client, deps: world.deps, folder: where, reason: "다른 체계로 옮김", keys, say: () => {} });

beforeAll(async () => {
  world = await aWorld();
  season = await aWholeSeason(world);
  folder = mkdtempSync(join(tmpdir(), "jobstop-export-"));
  items = await world.table.allItems();
  manifest = await to(folder);
  entries = await world.table.allEntries();
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await world.close();
});

const textOf = (name: string): string => readFileSync(join(folder, name), "utf8");
const linesOf = (name: string): Record<string, unknown>[] =>
  textOf(name)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
const countsOf = (some: readonly Item[]) => {
  const counts: Record<string, number> = {};
  for (const { type } of some) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
};

test("every record of both tables is in one line of the file of its type, and the manifest says so", () => {
  const exported = (part: string) =>
    Object.fromEntries(
      Object.entries(manifest.files).flatMap(([name, { rows }]) =>
        name.startsWith(`${part}/`) ? [[name.slice(part.length + 1, -".jsonl".length), rows]] : [],
      ),
    );
  expect(exported("table")).toEqual(countsOf(items));
  expect(exported("ledger")).toEqual(countsOf(entries));
  expect(manifest.rows).toBe(items.length + entries.length);
  for (const [name, { rows, bytes, sha256 }] of Object.entries(manifest.files)) {
    const file = readFileSync(join(folder, name));
    expect([name, file.length, createHash("sha256").update(file).digest("hex")]).toEqual([name, bytes, sha256]);
    if (name.endsWith(".jsonl")) expect(linesOf(name)).toHaveLength(rows);
  }
});

test("records say what stands in the table, in Korean as it was written; what people need is opened", () => {
  const names = (file: string) => linesOf(file).map(({ name }) => name);
  expect(names("table/person.jsonl")).toContain(planted.seeker.name);
  expect(textOf("table/agenda.jsonl")).toContain(planted.seeker.words);
  const [stored] = items.filter(({ type, registrationId }) => type === "agenda" && registrationId === season.registrationId);
  const line = linesOf("table/agenda.jsonl").find(({ registrationId }) => registrationId === season.registrationId);
  expect(line?.bookings).toEqual(JSON.parse(JSON.stringify(stored?.bookings)));
  expect(linesOf("table/support-needs.jsonl").map(({ opened }) => opened)).toEqual([["interpreter_vi"]]);
  expect(textOf("README.md")).toContain("개인정보");
  for (const type of Object.keys(countsOf(items))) expect(textOf("README.md")).toContain(`### ${type}\n`);
});

test("tables open in a reader of spreadsheets, with names, dashes and times of Seoul", () => {
  const rowsOf = (name: string): Record<string, string>[] => {
    const book = read(readFileSync(join(folder, "csv", `${name}.csv`)), { type: "buffer", raw: true });
    return utils.sheet_to_json(book.Sheets[book.SheetNames[0] ?? ""] ?? {}, { raw: false, defval: "" });
  };
  expect(rowsOf("people").find((row) => row.이름 === planted.seeker.name)).toMatchObject({ 전화: "010-0000-7391", 출생연도: "1937" });
  expect(rowsOf("people")).toHaveLength(items.filter(({ type }) => type === "person").length);
  const booking = rowsOf("bookings").find((row) => row["예약 번호"] === season.interviews.byStaff.bookingId);
  expect(booking).toMatchObject({ "방문 번호": season.visit.visitId, 종류: "interview" });
  expect(booking?.시작).toMatch(/^2026-12-03 1\d:\d\d/);
  expect(rowsOf("employers").map((row) => row.이름)).toContain("㈜솔버들정밀");
  expect(rowsOf("postings").every((row) => row.제목 !== "")).toBe(true);
});

test("it is for its owner alone, and stands in the ledger with its reason", () => {
  expect(statSync(folder).mode & 0o077).toBe(0);
  for (const name of Object.keys(manifest.files)) expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
  const noted = entries.filter(({ kind, by }) => kind === "exported" && (by as { operator?: true }).operator);
  expect(noted).toMatchObject([{ reason: "다른 체계로 옮김", at: manifest.at }]);
});

test("without the secrets what people need stays sealed; a whole export is never written over, one that was broken off is", async () => {
  const other = mkdtempSync(join(tmpdir(), "jobstop-export-"));
  writeFileSync(join(other, "unfinished"), "");
  writeFileSync(join(other, "README.md"), "half");
  await exportAll({ client: world.table.client, deps: world.deps, folder: other, reason: "시험", say: () => {} });
  expect(readFileSync(join(other, "README.md"), "utf8")).toMatch(/0 were opened .*, 3 left sealed: /);
  expect(readFileSync(join(other, "table", "support-needs.jsonl"), "utf8")).not.toContain("interpreter_vi");
  expect(readdirSync(other)).not.toContain("unfinished");
  await expect(to(other)).rejects.toThrow("complete export already");
  rmSync(join(other, "manifest.json"));
  await expect(to(other)).rejects.toThrow("not empty");
  rmSync(other, { recursive: true });
});
