import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Item } from "../../functions/platform/db.ts";
import type { AgendaItem } from "../../functions/registrations/registration-reads.ts";
import type { SlotItem } from "../../functions/slots/slot-reads.ts";
import { bookSlot } from "../support/booking.ts";
import { anId, anOpenVisit, aSeeker, type OpenVisit } from "../support/builders.ts";
import { forSlot, waits } from "../support/waitlist.ts";
import { aWorld, type World } from "../support/world.ts";

let world: World;
let visit: OpenVisit;

// A world for each: what is laid past the conditions leads to offers and mails, which would be there for the next.
beforeEach(async () => {
  world = await aWorld();
  visit = await anOpenVisit(world);
  const [first = "", second = ""] = visit.slots;
  await bookSlot(world, visit, first, await aSeeker(world, visit.visitId, { name: "김하나" }));
  await bookSlot(world, visit, second, await aSeeker(world, visit.visitId, { name: "이두리" }));
  await waits(world, visit, forSlot(first), await aSeeker(world, visit.visitId, { name: "박세찬" }));
  await world.settle();
});
afterEach(() => world.close());

const found = async () => {
  world.deps.log.lines.length = 0;
  await world.fire("check-promises");
  return world.deps.log.lines.find(({ message }) => message === "promises.checked")?.data;
};

/** Lays something into the table past every condition, and looks. */
const foundWith = async (spoiled: Item): Promise<unknown> => {
  const { db, doc } = world.table;
  await doc.send(new PutCommand({ TableName: db.table, Item: spoiled }));
  return found();
};
const itemOf = async <T extends Item>(type: string, is: (item: T) => boolean): Promise<T> => {
  const item = ((await world.table.allItems()) as T[]).find((one) => one.type === type && is(one));
  if (!item) throw new Error(`There is no such ${type}.`);
  return item;
};

test("a day as people leave it breaks no promise, and it is said that somebody looked", async () => {
  expect(await found()).toEqual([{ visits: 1, oversold: 0, adrift: 0 }]);
});

test("a seat that two hold is counted as oversold, whoever believes in it", async () => {
  const slot = await itemOf<SlotItem>("slot", ({ takers }) => Object.keys(takers).length === 1);
  const takers = { ...slot.takers, [anId("bkg")]: anId("reg") } as SlotItem["takers"];
  expect(await foundWith({ ...slot, takers })).toEqual([{ visits: 1, oversold: 1, adrift: 1 }]);
});

test("a seat of nobody's is counted", async () => {
  const agenda = await itemOf<AgendaItem>("agenda", ({ bookings }) => Object.keys(bookings).length === 1);
  expect(await foundWith({ ...agenda, bookings: {} })).toEqual([{ visits: 1, oversold: 0, adrift: 1 }]);
});

test("somebody who believes in a seat that is not theirs is counted", async () => {
  const slot = await itemOf<SlotItem>("slot", ({ takers }) => Object.keys(takers).length === 1);
  expect(await foundWith({ ...slot, takers: {} })).toEqual([{ visits: 1, oversold: 0, adrift: 1 }]);
});
