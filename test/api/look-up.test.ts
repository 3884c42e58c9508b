import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { fromBase64Url, toBase64Url } from "../../shared/domain/base64url.ts";
import { VisitId } from "../../shared/domain/ids.ts";
import { lookUpKey, openLookUpList } from "../../shared/domain/look-up-list.ts";
import { refusalOf } from "../support/booking.ts";
import { anOpenVisit, duringVisit, type OpenVisit, openAllDay } from "../support/builders.ts";
import { entriesOf } from "../support/ledger.ts";
import { idxOf, loadPack } from "../support/phones.ts";
import { aDesk, aTicket } from "../support/tickets.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

let world: World;
let visit: OpenVisit;
let desk: Browser;
beforeAll(async () => {
  world = await aWorld(duringVisit);
  desk = await aDesk(world);
});
beforeEach(async () => {
  world.deps.clock.set(duringVisit);
  visit = await anOpenVisit(world, { plan: { deadlines: openAllDay } });
  await world.settle();
});
afterAll(() => world.close());

const params = () => ({ visitId: visit.visitId });
const phone = "phone-a-0001";
const pin = "482913";
/** Few enough for a test; a phone takes more. */
const iterations = 100_000;

const keyOf = (typed: string, salt: Uint8Array<ArrayBuffer>) =>
  lookUpKey(typed, { visitId: VisitId.parse(visit.visitId), salt, iterations });
/** As the phone of the lead does it. */
const setPin = async (typed = pin, by = desk) => {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const body = { salt: toBase64Url(salt), iterations, key: toBase64Url(await keyOf(typed, salt)) };
  return world.call("PUT /api/staff/visits/{visitId}/look-up-key", { params: params(), body }, by);
};
const open = async ({ salt, sealed = "" }: { salt: string; sealed?: string | undefined }, typed = pin) =>
  openLookUpList(sealed, { key: await keyOf(typed, fromBase64Url(salt)), visitId: VisitId.parse(visit.visitId) });

describe("the list for looking people up without a network", () => {
  test("is not there before the lead has set a PIN; then it opens with that one, masked, and with no other", async () => {
    const ticket = await aTicket(world, visit, { name: "선우라온", phone: "010-0000-0177" });
    expect((await loadPack(world, visit, desk, phone)).lookUp).toBeNull();
    expect(await setPin()).toMatchObject({ status: 204 });
    const pack = await loadPack(world, visit, desk, phone);
    expect(JSON.stringify(pack)).not.toMatch(/선우라온|선○○온|example\.com|0177/);
    const { lookUp } = pack;
    if (!lookUp) throw new Error("no list");
    expect(lookUp).toMatchObject({ iterations, setAt: duringVisit });
    expect(await open(lookUp)).toEqual([{ idx: await idxOf(ticket), maskedName: "선○○온", phoneEnd: "0177" }]);
    await expect(open(lookUp, "482914")).rejects.toThrow();

    const stored = JSON.stringify(await world.table.allItems());
    const key = await keyOf(pin, fromBase64Url(lookUp.salt));
    for (const word of [pin, toBase64Url(key), Buffer.from(key).toString("base64")]) expect(stored).not.toContain(word);
  });

  test("is sent again only when somebody in it has changed, or the PIN", async () => {
    await aTicket(world, visit);
    await setPin();
    const first = (await loadPack(world, visit, desk, phone)).lookUp;
    const has = (lookUp = first?.digest ?? "") => ({ tickets: [], events: [], lookUp });
    const again = (await loadPack(world, visit, desk, phone, has())).lookUp;
    expect(again).toEqual({ ...first, sealed: undefined });
    await aTicket(world, visit, { name: "한가람" });
    const changed = (await loadPack(world, visit, desk, phone, has())).lookUp;
    expect(changed?.sealed).toBeDefined();
    await setPin("739105");
    const anew = (await loadPack(world, visit, desk, phone, has(changed?.digest))).lookUp;
    if (!anew) throw new Error("no list");
    expect((await open(anew, "739105")).length).toBe(2);
    await expect(open(anew)).rejects.toThrow();
  });

  test("ends with the visit: no PIN is set any more, and what was set is destroyed", async () => {
    await setPin();
    world.deps.clock.set("2026-12-04T00:00:00.000Z");
    expect(refusalOf(await setPin(pin, await aDesk(world)))).toBe("visit-over");
    await world.fire("destroy-keys");
    expect((await world.table.allItems()).filter(({ type, pk }) => type === "look-up-key" && pk.includes(visit.visitId))).toEqual([]);
  });
});

describe("looking somebody up with a network", () => {
  const search = async (text: string) =>
    (await world.get("POST /api/staff/visits/{visitId}/people-search", { params: params(), body: { text } }, desk)).people;

  test("finds by the beginning of a name or the last digits, masked, with the code that checks them in; whom it found is in the log", async () => {
    const ticket = await aTicket(world, visit, { name: "선우 라온", phone: "010-0000-0177" });
    await aTicket(world, visit, { name: "한가람", phone: undefined });
    const found = [{ maskedName: "선○ 라○", phoneEnd: "0177", code: ticket.code, arrivedAt: null, times: [] }];
    for (const text of ["선우라온", "선우 라", "선우", "0177", "177", "010-0000-0177"]) expect(await search(text)).toEqual(found);
    for (const text of ["선", "라온", "0178", "77", "우라", "김하늘"]) expect(await search(text)).toEqual([]);
    expect(await search("한가람")).toMatchObject([{ maskedName: "한○람", phoneEnd: null }]);
    const looks = (await entriesOf(world, "found")).filter(({ visitId }) => visitId === visit.visitId);
    // Two people, one after the other: finding somebody else is another look.
    expect(looks.map(({ people, among }) => [people, among?.length])).toEqual([
      [1, 1],
      [1, 1],
    ]);
    expect(JSON.stringify(looks)).not.toMatch(/선우|0177/);
  });

  const ask = (text: string, by: Browser) =>
    world.call("POST /api/staff/visits/{visitId}/people-search", { params: params(), body: { text } }, by);

  test("is kept to what a desk asks in a minute, and a search that finds nobody is logged as well", async () => {
    const tryer = await aDesk(world);
    const { accountId } = await world.get("GET /api/me", {}, tryer);
    const before = world.deps.log.lines.length;
    const answers: Awaited<ReturnType<typeof ask>>[] = [];
    for (let n = 0; n < 31; n++) answers.push(await ask(String(100 + n), tryer));
    expect(answers.slice(0, 30).every(({ ok }) => ok)).toBe(true);
    expect(answers[30]?.ok === false && answers[30].problem.code).toBe("too-many-requests");
    const lines = world.deps.log.lines.slice(before).filter(({ message }) => message === "people.searched");
    expect(lines).toHaveLength(30);
    expect(lines[0]?.data).toEqual([{ visitId: visit.visitId, staffId: accountId, found: 0 }]);
    expect(await ask("100", desk)).toMatchObject({ status: 200 });
    world.deps.clock.forward(1);
    expect(await ask("100", tryer)).toMatchObject({ status: 200 });
  });

  test("and the pack end with the day after the visit", async () => {
    const load = (by: Browser) => world.call("POST /api/staff/visits/{visitId}/packs", { params: params(), body: { deviceId: phone } }, by);
    world.deps.clock.set("2026-12-04T14:59:00.000Z");
    const late = await aDesk(world);
    for (const answer of [await ask("100", late), await load(late)]) expect(answer).toMatchObject({ status: 200 });
    world.deps.clock.set("2026-12-04T15:00:00.000Z");
    for (const answer of [await ask("100", late), await load(late)]) expect(refusalOf(answer)).toBe("visit-over");
  });

  test("is refused without anything to look for", async () => {
    expect(
      refusalOf(await world.call("POST /api/staff/visits/{visitId}/people-search", { params: params(), body: { text: " " } }, desk)),
    ).toBe("invalid-fields");
  });
});
