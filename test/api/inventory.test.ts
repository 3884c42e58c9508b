import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Item } from "../../functions/platform/db.ts";
import { inventory, ledgerInventory, type PersonalData, peopleKinds, type Whose } from "../../shared/domain/inventory.ts";
import { keptUntil, type RetentionCategory } from "../../shared/domain/retention.ts";
import { type Instant, instantAt, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { type ItemType, itemTypes, type LedgerType, ledgerTypes } from "../../shared/wiring.ts";
import { changeAddress } from "../support/address.ts";
import { anId, aSeeker } from "../support/builders.ts";
import { aWholeSeason, must, planted, type WholeSeason } from "../support/whole-season.ts";
import { aWorld, type World } from "../support/world.ts";

let world: World;
let season: WholeSeason;
let items: Item[];
let entries: Item[];
let leading: [Whose, string][];
beforeAll(async () => {
  world = await aWorld();
  season = await aWholeSeason(world);
  await readdressPlanted();
  await must(erasePlanted());
  await must(exportSaying(planted.seeker.remarks));
  await eraseBroken();
  const before = await world.table.allItems();
  // Some things are there only once the time of others is over.
  const ids = await idsOf(before);
  world.deps.clock.set("2027-12-10T01:00:00.000Z");
  await world.fire("purge-data");
  items = [...before, ...(await world.table.allItems())];
  entries = await world.table.allEntries();
  leading = ids;
});
afterAll(() => world.close());

const { name, phone, mail } = planted.seeker;
const aPlanted = () =>
  aSeeker(world, season.visit.visitId, {
    ...{ name, phone, birthYear: planted.seeker["birth-year"], mail: `${anId("seeker").toLowerCase()}${mail}` },
  });
const readdressPlanted = async () => changeAddress(world, `${anId("seeker").toLowerCase()}${mail}`, await aPlanted());
const erasePlanted = async () => world.call("POST /api/me/erasure", {}, await aPlanted());
/** What staff write in the ledger is why they took an export, and the like: whatever they like. */
const exportSaying = async (reason: string) => {
  const manager = await world.staff(`${anId("manager").toLowerCase()}@center.example.com`, ["manager"]);
  return world.call("POST /api/staff/access-log/exports", { body: { from: "2026-12-01", to: "2026-12-03", reason } }, manager);
};
/** After its first write, so that what is to be gone on with is there. */
const eraseBroken = async (): Promise<void> => {
  const seeker = await aPlanted();
  let writes = 0;
  const stop = world.table.wire.tap(async ({ operation }, next) => {
    if (operation === "TransactWriteItems") writes += 1;
    if (writes > 1) throw new Error("a test said: dead");
    return next();
  });
  await must(world.call("POST /api/me/erasure", {}, seeker));
  stop();
};

/** Every value of an item, and every name of a field, as text. */
const partsOf = (value: unknown): string[] => {
  if (value instanceof Set) return [...value].flatMap(partsOf);
  if (value instanceof Uint8Array) return [];
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (typeof value === "object" && value !== null) return Object.entries(value).flatMap(([name, part]) => [name, ...partsOf(part)]);
  return [String(value)];
};
const says = (item: Item, what: string | number): boolean =>
  partsOf(item).some((part) => (typeof what === "number" ? part === String(what) : part.includes(what)));

/** Nobody in the season has an app in the making, lost a QR code or refuses mail: `strong-sign-in.test.ts`, `ticket-keys.test.ts` and `undelivered-mail.test.ts` make these, and neither holds anything of anybody. */
const notInSeason: readonly ItemType[] = ["totp-draft", "ticket-code", "mail-stop"];

test("an item of every declared type is there, and none of another", () => {
  const found = [...new Set(items.map(({ type }) => type))].sort();
  expect(found).toEqual(itemTypes.filter((type) => !notInSeason.includes(type)).sort());
});

test("an entry of every declared type is in the ledger, and none of another", () => {
  expect([...new Set(entries.map(({ type }) => type as string))].sort()).toEqual([...ledgerTypes].sort());
});

const entriesOf = (type: LedgerType): Item[] => entries.filter((entry) => String(entry.type) === type);

const marks = peopleKinds.flatMap((whose) =>
  Object.entries(planted[whose]).map(([what, mark]) => ({ whose, what: what as PersonalData, mark: mark as string | number })),
);

describe.for(marks)("the $what of a $whose", ({ whose, what, mark }) => {
  const holding = () => new Set(items.filter((item) => says(item, mark)).map(({ type }) => type));
  test("stands in no type that is declared to hold none", () => {
    const undeclared = [...holding()].filter((type) => !(inventory[type].holds[whose] ?? []).includes(what));
    expect(undeclared).toEqual([]);
  });
  test("stands where it is declared to", () => {
    const declared = itemTypes.filter((type) => inventory[type].holds[whose]?.includes(what));
    expect([...holding()].filter((type) => declared.includes(type)).sort()).toEqual([...declared].sort());
  });
  test("stands in the ledger where it is declared to, and nowhere else", () => {
    const found = ledgerTypes.filter((type) => entriesOf(type).some((entry) => says(entry, mark)));
    expect(found).toEqual(ledgerTypes.filter((type) => ledgerInventory[type].holds[whose]?.includes(what)));
  });
});

/** Ids by which the seeker and the desk are known. */
const idsOf = async (all: readonly Item[]): Promise<[Whose, string][]> => {
  const { accountId } = await world.get("GET /api/me", {}, season.seeker);
  const personId = all.find(({ type, accountId: id }) => type === "account" && id === accountId)?.personId as string;
  const staffId = (await world.get("GET /api/me", {}, season.desk)).accountId;
  return [
    ["seeker", accountId],
    ["seeker", personId],
    ["seeker", season.registrationId],
    ["staff", staffId],
  ];
};

test("ids that lead to a person stand only where that is declared", () => {
  const undeclared = leading.flatMap(([whose, id]) =>
    items
      .filter((item) => says(item, id) && !inventory[item.type as ItemType].leadsTo.includes(whose))
      .map(({ type }) => `${type}: ${whose}`),
  );
  expect([...new Set(undeclared)]).toEqual([]);
});

test.for(ledgerTypes)("ids that lead to a person stand in a %s only where that is declared", (type) => {
  const found = peopleKinds.filter((kind) =>
    leading.some(([whose, id]) => whose === kind && entriesOf(type).some((entry) => says(entry, id))),
  );
  expect(found.filter((whose) => !ledgerInventory[type].leadsTo.includes(whose))).toEqual([]);
});

// Entries of those who were erased lead to ids that this season's seeker does not have; of the rest every declared kind is there.
test("ids that are declared to lead to a seeker and to staff do so in the log of looks", () => {
  const found = leading.filter(([, id]) => entriesOf("ledger-entry").some((entry) => says(entry, id))).map(([whose]) => whose);
  expect([...new Set(found)].sort()).toEqual(["seeker", "staff"]);
});

test.for(ledgerTypes)("a %s goes by itself when its time is over, and not before", (type) => {
  const { kept } = ledgerInventory[type];
  for (const entry of entriesOf(type)) {
    const until = seoulDateOf(instantAt(Number(entry.expiresAt) * 1000));
    const from = seoulDateOf(entry.at as Instant);
    const limits = (type === "ledger-entry" ? (["access-log", "failed-sign-in", "grants"] as const) : [kept as RetentionCategory]).map(
      (one) => keptUntil(one, from),
    );
    expect([entry.kind ?? type, limits]).toEqual([entry.kind ?? type, expect.arrayContaining([until])]);
  }
});
