import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { api, type OperationKey } from "../../shared/contract/api.ts";
import { Instant, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { refusalOf } from "../support/booking.ts";
import { aKioskForm, anId, anOpenVisit, type OpenVisit } from "../support/builders.ts";
import { aBrowser } from "../support/calls.ts";
import { entriesOf } from "../support/ledger.ts";
import { aKiosk } from "../support/pairing.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

const start = "2026-11-23T01:00:00.000Z";
let world: World;
let visit: OpenVisit;
let desk: Browser;
beforeEach(() => world.deps.clock.set(start));
beforeAll(async () => {
  world = await aWorld(start);
  visit = await anOpenVisit(world, { plan: { date: seoulDateOf(world.deps.clock.now()) } });
  desk = await world.staff("desk@center.example.com", ["desk"]);
});
afterAll(() => world.close());

const register = (kiosk: Browser, form: object = {}, personId = anId("psn")) =>
  world.call("PUT /api/kiosk/registrations/{personId}", { params: { personId }, body: aKioskForm({ ...form }) }, kiosk);
const people = async () =>
  (await world.get("GET /api/staff/visits/{visitId}/day", { params: { visitId: visit.visitId } }, desk)).people.length;

test("people register at a kiosk and are told nothing; the same form again is one registration", async () => {
  const kiosk = await aKiosk(world, visit, desk);
  const before = await people();
  const personId = anId("psn");
  const answers = [await register(kiosk, {}, personId), await register(kiosk, {}, personId), await register(kiosk)];
  // Somebody of that name is registered already: no answer tells.
  expect(answers.map((answer) => [answer.status, answer.ok && answer.value])).toEqual([
    [204, ""],
    [204, ""],
    [204, ""],
  ]);
  expect(await people()).toBe(before + 2);
  expect(refusalOf(await register(kiosk, { birthYear: 2020 }))).toBe("too-young");
  expect(refusalOf(await register(kiosk, { mail: "somebody@example.com" }))).toBe("invalid-fields");
  expect(await entriesOf(world, "kiosk-paired")).toContainEqual(expect.objectContaining({ visitId: visit.visitId }));
});

test("it reads nothing: every operation that answers anything about anybody is closed to it", async () => {
  const kiosk = await aKiosk(world, visit, desk);
  expect((Object.keys(api) as OperationKey[]).filter((key) => api[key].who === "kiosk")).toEqual([
    "PUT /api/kiosk/registrations/{personId}",
  ]);
  for (const key of ["GET /api/me", "GET /api/me/registrations", "GET /api/me/export"] as const)
    expect(refusalOf(await world.call(key, {}, kiosk))).toBe("sign-in-needed");
  expect(refusalOf(await world.call("GET /api/table/day", {}, kiosk))).toBe("pairing-needed");
  expect(refusalOf(await world.call("GET /api/staff/visits/{visitId}/day", { params: { visitId: visit.visitId } }, kiosk))).toBe(
    "sign-in-needed",
  );
});

test("a code pairs one device, and signs out whoever was signed in on it", async () => {
  const { code } = await world.get("POST /api/staff/visits/{visitId}/kiosk-codes", { params: { visitId: visit.visitId } }, desk);
  const another = await world.staff("other-desk@center.example.com", ["desk"]);
  const copy = { ...another, cookies: new Map(another.cookies) };
  const pair = (by: Browser) => world.call("POST /api/kiosk/pairing", { body: { code } }, by);
  expect(await pair(another)).toMatchObject({ status: 200, value: { visitId: visit.visitId } });
  expect(refusalOf(await world.call("GET /api/me", {}, copy))).toBe("sign-in-needed");
  expect(refusalOf(await pair({ ...copy, cookies: new Map() }))).toBe("pairing-code-unusable");
  expect(refusalOf(await world.call("POST /api/table/pairing", { body: { code } }, { ...copy, cookies: new Map() }))).toBe(
    "pairing-code-unusable",
  );
});

test("ended by the desk, or with the visit, it writes nothing more", async () => {
  const own = await anOpenVisit(world, { plan: { date: seoulDateOf(Instant.parse(start)) } });
  const kiosk = await aKiosk(world, own, desk);
  expect((await register(kiosk)).status).toBe(204);
  const shown = () => world.get("GET /api/staff/visits/{visitId}/kiosks", { params: { visitId: own.visitId } }, desk);
  const [newest] = (await shown()).kiosks;
  const given = await world.get("POST /api/staff/visits/{visitId}/kiosk-codes", { params: { visitId: own.visitId } }, desk);
  world.deps.clock.forward(1);
  expect(newest).toMatchObject({ pairedAt: start, endedAt: null, isLive: true });
  const ended = await world.get("POST /api/staff/visits/{visitId}/kiosks/end", { params: { visitId: own.visitId } }, desk);
  expect(ended.kiosks.filter(({ isLive }) => isLive)).toEqual([]);
  expect(await shown()).toEqual(ended);
  // a code that was given before is over, too
  expect(refusalOf(await world.call("POST /api/kiosk/pairing", { body: { code: given.code } }, aBrowser()))).toBe("pairing-code-unusable");
  expect(refusalOf(await register(kiosk))).toBe("pairing-needed");
  const next = await aKiosk(world, own, desk);
  world.deps.clock.set("2026-11-23T08:00:00.000Z");
  expect(refusalOf(await register(next))).toBe("pairing-needed");
});

describe("a code that waits", () => {
  const given = async (on: OpenVisit) =>
    (await world.get("POST /api/staff/visits/{visitId}/kiosk-codes", { params: { visitId: on.visitId } }, desk)).code;
  const endAll = (on: OpenVisit) => world.get("POST /api/staff/visits/{visitId}/kiosks/end", { params: { visitId: on.visitId } }, desk);
  const shown = (on: OpenVisit) => world.get("GET /api/staff/visits/{visitId}/kiosks", { params: { visitId: on.visitId } }, desk);
  const pair = (code: string) => world.call("POST /api/kiosk/pairing", { body: { code } }, aBrowser());
  const today = () => anOpenVisit(world, { plan: { date: seoulDateOf(Instant.parse(start)) } });

  test("is taken back also where no kiosk was ever live, and only that: one that is given in the same moment afterwards is good", async () => {
    const own = await today();
    expect(await shown(own)).toEqual({ kiosks: [], codeUntil: null });
    const [first, second] = [await given(own), await given(own)];
    expect(await shown(own)).toEqual({ kiosks: [], codeUntil: "2026-11-23T01:10:00.000Z" });
    expect(await endAll(own)).toEqual({ kiosks: [], codeUntil: null });
    const next = await given(own);
    for (const dead of [first, second]) expect(refusalOf(await pair(dead))).toBe("pairing-code-unusable");
    expect(await pair(next)).toMatchObject({ status: 200 });
    expect((await endAll(own)).kiosks).toMatchObject([{ isLive: false }]);
    const last = await given(own);
    await endAll(own);
    expect(refusalOf(await pair(last))).toBe("pairing-code-unusable");
  });

  test("of another visit stays good", async () => {
    const [own, other] = [await today(), await today()];
    const code = await given(other);
    await endAll(own);
    expect(await pair(code)).toMatchObject({ status: 200 });
  });

  test("that is handed in while all are ended makes no kiosk that lives on", async () => {
    for (let round = 0; round < 4; round++) {
      const own = await today();
      const code = await given(own);
      await Promise.all([pair(code), endAll(own)]);
      expect((await shown(own)).kiosks.filter(({ isLive }) => isLive)).toEqual([]);
    }
  });

  test("is not shown once its time is over, and what was noted of it goes by itself", async () => {
    const own = await today();
    await given(own);
    const noted = (await world.table.allItems()).find((item) => item.type === "kiosk-codes" && item.pk === `VISIT#${own.visitId}`);
    expect(noted?.expiresAt).toBe(Date.parse("2026-11-23T02:10:00.000Z") / 1000);
    world.deps.clock.forward(10);
    expect(await shown(own)).toEqual({ kiosks: [], codeUntil: null });
  });
});
