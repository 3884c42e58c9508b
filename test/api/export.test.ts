import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Item } from "../../functions/platform/db.ts";
import type { MyExport } from "../../shared/contract/my-data.ts";
import { inventory, isGiven } from "../../shared/domain/inventory.ts";
import { refusalOf } from "../support/booking.ts";
import { anId } from "../support/builders.ts";
import { aWholeSeason, planted, type WholeSeason } from "../support/whole-season.ts";
import { aWorld, type World } from "../support/world.ts";

let world: World;
let season: WholeSeason;
let mine: MyExport;
let items: Item[];
/** What tells that something is about the seeker. */
let marks: string[];
beforeAll(async () => {
  world = await aWorld();
  season = await aWholeSeason(world);
  mine = await world.get("GET /api/me/export", {}, season.seeker);
  items = await world.table.allItems();
  const { accountId } = await world.get("GET /api/me", {}, season.seeker);
  const account = items.find((item) => item.type === "account" && item.accountId === accountId);
  const { words, mail } = planted.seeker;
  marks = [accountId, account?.personId as string, season.registrationId, season.seeker.mail, words, mail];
  const idx = items.find((item) => item.type === "ticket" && item.registrationId === season.registrationId)?.idx as string;
  marks.push(idx);
});
afterAll(() => world.close());

/** Fields and values of an item that its person is to be given, one by one. */
const leaves = (type: Item["type"], value: unknown, field = ""): string[] => {
  if (value instanceof Uint8Array) return [`${field}: bytes`];
  if (value instanceof Set) return leaves(type, [...value], field);
  if (Array.isArray(value)) return value.flatMap((one) => leaves(type, one, field));
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([name, one]) => (isGiven(type, name, field === "") ? leaves(type, one, name) : []));
  return [`${field}: ${JSON.stringify(value)}`];
};
/** What lies with somebody else, of whom it says that I am not they, is theirs. */
const isTheirs = ({ type, personId }: Item): boolean => type === "different-people" && !marks.includes(String(personId));
const isMine = (item: Item): boolean => !isTheirs(item) && marks.some((mark) => JSON.stringify(item).includes(mark));
const asLeaves = (type: Item["type"], value: unknown): string => leaves(type, value).sort().join("\n");

test("all that carries my ids or words is in it, field by field, as a scan of the table finds it", () => {
  const expected = items.filter((item) => isMine(item) && inventory[item.type].found !== "nobody");
  const leavesGiven = mine.records.map(({ what, content }) => `${what}\n${asLeaves(what as Item["type"], content)}`);
  // What is sealed in the table is opened for whom it is of.
  const opened = leavesGiven.flatMap((text) => text.split("\n").filter((leaf) => leaf.startsWith("codes: ")));
  expect(opened.sort()).toEqual(['codes: "interpreter_vi"', 'codes: "interpreter_vi"', 'codes: "nk_defector"']);
  const given = leavesGiven.map((text) =>
    text
      .split("\n")
      .filter((leaf) => !leaf.startsWith("codes: "))
      .join("\n"),
  );
  expect(given.sort()).toEqual(expected.map((item) => `${item.type}\n${asLeaves(item.type, item)}`).sort());
});

test("what carries my ids and is not in it ends within a day, or says only who has a seat", () => {
  const left = new Set(items.filter((item) => isMine(item) && inventory[item.type].found === "nobody").map(({ type }) => type));
  expect([...left].sort()).toEqual(["challenge", "slot"]);
});

test("every look at me that the ledger has is in it", async () => {
  const looks = (await world.table.allEntries()).filter(
    (entry) => entry.registrationId === season.registrationId || JSON.stringify(entry.among ?? []).includes(season.registrationId),
  );
  expect(looks.length).toBeGreaterThan(3);
  const shown = mine.access.map(({ entryId }) => entryId);
  for (const { entryId } of looks) expect(shown).toContain(entryId);
});

test("nothing of others is in it: no name or account of staff, nobody else who came", async () => {
  const text = JSON.stringify(mine);
  const deskId = (await world.get("GET /api/me", {}, season.desk)).accountId;
  const others = items.flatMap((item) =>
    item.type === "registration" ? [(item.registration as { registrationId: string }).registrationId] : [],
  );
  for (const other of others.filter((id) => id !== season.registrationId)) expect(text).not.toContain(other);
  for (const mark of [deskId, planted.staff.name, ...Object.values(planted["walk-in"])]) expect(text).not.toContain(mark);
});

test("it says until when each thing is kept", () => {
  const until = (what: string) => [...new Set(mine.records.filter((record) => record.what === what).map((record) => record.keptUntil))];
  expect(until("person")).toEqual(["2028-03-03"]);
  expect(until("check-in-event")).toEqual(["2027-12-03"]);
  expect(until("visit-log")).toEqual(["2028-12-03"]);
  expect(mine.visits).toEqual([
    { visitId: season.visit.visitId, date: "2026-12-03", placeNameKo: "청량리역 광장", placeNameEn: expect.any(String) },
  ]);
});

test("it comes as a file", async () => {
  const answer = await world.call("GET /api/me/export", {}, season.seeker);
  expect(answer.headers.get("content-disposition")).toBe('attachment; filename="jobstop-2026-12-03.json"');
  expect(answer.headers.get("cache-control")).toBe("no-store");
});

test("of somebody who only signed in, it is their account, its address and where it is signed in", async () => {
  const stranger = await world.signIn(`${anId("x").toLowerCase()}@example.com`);
  const all = await world.get("GET /api/me/export", {}, stranger);
  expect(all).toMatchObject({ visits: [], access: [], consents: { notice: null, employers: [] } });
  expect(all.records.map(({ what }) => what).sort()).toEqual(["account", "address", "session"]);
});

describe("correcting", () => {
  const correct = (body: Record<string, unknown>, by = season.seeker) =>
    world.call("PUT /api/me/details", { body: { birthYear: 1940, locale: "ko", ...body } }, by);

  test("what I am called holds everywhere at once, after the visit, too", async () => {
    expect(await correct({ name: "고친별", phone: "010-0000-7399" })).toMatchObject({ status: 204 });
    expect((await world.get("GET /api/me", {}, season.seeker)).person).toEqual({
      ...{ name: "고친별", birthYear: 1940, phone: "01000007399", locale: "ko" },
    });
    expect(await correct({ name: planted.seeker.name })).toMatchObject({ status: 204 });
    expect((await world.get("GET /api/me", {}, season.seeker)).person?.phone).toBeNull();
  });

  test("is refused by field, and for whoever never registered", async () => {
    const answer = await correct({ name: " ", birthYear: 2020, phone: "12" });
    expect(answer).toMatchObject({ problem: { code: "invalid-fields", errors: [{ pointer: "/name" }, { pointer: "/phone" }] } });
    expect(refusalOf(await correct({ name: "어린이", birthYear: 2020 }))).toBe("too-young");
    const stranger = await world.signIn(`${anId("x").toLowerCase()}@example.com`);
    expect(refusalOf(await correct({ name: "낯선이" }, { ...stranger, mail: "" }))).toBe("not-found");
  });
});
