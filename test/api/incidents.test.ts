import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { addMinutes, Instant } from "../../shared/domain/seoul-time.ts";
import { refusalOf } from "../support/booking.ts";
import { anId, anOpenVisit, aRegistration, aSeeker, type OpenVisit, openAllDay } from "../support/builders.ts";
import { entriesOf } from "../support/ledger.ts";
import { registrationOf } from "../support/registrations.ts";
import { aTicket, scan } from "../support/tickets.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

/** 10:05 in Seoul on the day of the visit. */
const now = Instant.parse("2026-12-03T01:05:00.000Z");

let world: World;
let manager: Browser;
let desk: Browser;
beforeAll(async () => {
  world = await aWorld(now);
  manager = await world.staff("manager@center.example.com", ["manager"]);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.deps.clock.set(now);
  desk = await world.staff(`${anId("desk").toLowerCase()}@center.example.com`, ["desk"]);
});

const aVisit = () => anOpenVisit(world, { plan: { deadlines: openAllDay }, pattern: { to: "17:00" } });
const lookAtDay = ({ visitId }: OpenVisit, by = desk) => world.get("GET /api/staff/visits/{visitId}/day", { params: { visitId } }, by);
const what = "접수 휴대전화를 잃어버렸습니다";
const open = async (incidentId = anId("inc"), noticedAt: string = now) => {
  const answer = await world.call("PUT /api/staff/incidents/{incidentId}", { params: { incidentId }, body: { noticedAt, what } }, manager);
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
};
type Choice = { by: string } & Record<string, string>;
const pick = (incidentId: string, choice: Choice, from: Instant = addMinutes(now, -60), to: Instant = addMinutes(now, 120)) =>
  world.call(
    "PUT /api/staff/incidents/{incidentId}/selections/{selectionId}",
    { params: { incidentId, selectionId: anId("sel") }, body: { choice, from, to } },
    manager,
  );
const affected = (incidentId: string) => world.get("GET /api/staff/incidents/{incidentId}/people", { params: { incidentId } }, manager);
const accountOf = async (browser: Browser) => (await world.get("GET /api/me", {}, browser)).accountId as string;

test("is opened once; the clock of 72 hours runs from when it was noticed", async () => {
  const noticedAt = "2026-12-02T23:00:00.000Z";
  const incident = await open(anId("inc"), noticedAt);
  expect(incident).toMatchObject({ noticedAt, what, openedAt: now, openedByName: "권도경", tellBy: "2026-12-05T23:00:00.000Z", told: 0 });
  const again = { params: { incidentId: incident.incidentId }, body: { noticedAt: now, what: "다른 말" } };
  expect(await world.call("PUT /api/staff/incidents/{incidentId}", again, manager)).toMatchObject({
    status: 200,
    value: { noticedAt, what },
  });
  expect((await world.get("GET /api/staff/incidents", {}, manager)).incidents).toContainEqual(incident);
  const early = { params: { incidentId: anId("inc") }, body: { noticedAt: addMinutes(now, 1), what } };
  expect(refusalOf(await world.call("PUT /api/staff/incidents/{incidentId}", early, manager))).toBe("in-future");
});

describe("whom it affects", () => {
  test("is whoever was seen by one of the staff in that time: by name, and on lists of visits that they were at by then", async () => {
    const visit = await aVisit();
    const seen = await aTicket(world, visit, { name: "마루한", phone: "010-0000-0101" });
    const listed = await aSeeker(world, visit.visitId, { name: "다솜이", phone: undefined });
    await scan(world, visit, seen, desk);
    world.deps.clock.forward(30);
    await lookAtDay(visit);
    world.deps.clock.forward(60);
    const later = await aSeeker(world, visit.visitId, { name: "라온빛" });
    const other = await aVisit();
    await aSeeker(world, other.visitId, { name: "나두리" });

    const { incidentId } = await open();
    await pick(incidentId, { by: "account", accountId: await accountOf(desk) });
    const { people, also } = await affected(incidentId);
    expect(people.map(({ is, name, contact, entries, visits, told }) => ({ is, name, contact, entries, visits, told }))).toEqual([
      ...[listed, seen.seeker].map(({ mail }, i) => ({
        ...{ is: "person", name: ["다솜이", "마루한"][i], contact: { by: "mail", mail } },
        ...{ entries: i === 0 ? 1 : 2, visits: [{ visitId: visit.visitId, date: "2026-12-03" }], told: null },
      })),
    ]);
    expect(also).toEqual([]);
    expect(JSON.stringify(people)).not.toContain(later.mail);
  });

  test("is found by sign-in, address and device, too, and only in the time that was picked", async () => {
    const visit = await aVisit();
    const ticket = await aTicket(world, visit, { name: "바다솔" });
    await scan(world, visit, ticket, desk, { deviceId: "phone-that-was-lost" });
    const [look] = (await entriesOf(world, "check-in")).filter(({ ip }) => ip === desk.ip);
    const choices: Choice[] = [
      { by: "session", session: look?.session ?? "" },
      { by: "session", session: (look?.session ?? "").slice(0, 8) },
      { by: "ip", ip: desk.ip },
      { by: "device", deviceId: "phone-that-was-lost" },
    ];
    for (const choice of choices) {
      const { incidentId } = await open();
      await pick(incidentId, choice);
      expect(
        (await affected(incidentId)).people.map(({ name }) => name),
        JSON.stringify(choice),
      ).toEqual(["바다솔"]);
    }
    const { incidentId } = await open();
    await pick(incidentId, { by: "ip", ip: desk.ip }, addMinutes(now, 61), addMinutes(now, 90));
    expect((await affected(incidentId)).people).toEqual([]);
  });

  test("is called where no mail reaches them, and said to be out of reach without a number", async () => {
    const visit = await aVisit();
    const register = (name: string, phone?: string) =>
      world.get(
        "PUT /api/staff/visits/{visitId}/registrations/{personId}",
        {
          params: { visitId: visit.visitId, personId: anId("psn") },
          body: { name, birthYear: 1958, ...(phone && { phone }), locale: "ko", noticeVersion: currentConsentVersion.service_core },
        },
        desk,
      );
    await register("오순자", "010-0000-0009");
    await register("하늘봄");
    const { incidentId } = await open();
    await pick(incidentId, { by: "account", accountId: await accountOf(desk) });
    expect((await affected(incidentId)).people.map(({ name, contact }) => [name, contact])).toEqual([
      ["오순자", { by: "call", phone: "01000000009" }],
      ["하늘봄", { by: "nothing" }],
    ]);
  });

  test("is itself a look that is logged", async () => {
    const { incidentId } = await open();
    await affected(incidentId);
    expect((await entriesOf(world, "incident-people")).some((entry) => entry.incidentId === incidentId)).toBe(true);
  });

  test("is shown to whoever is on the list as a look at them, and to nobody else", async () => {
    const visit = await aVisit();
    const ticket = await aTicket(world, visit, { name: "가온길" });
    await scan(world, visit, ticket, desk);
    const other = await aSeeker(world, (await aVisit()).visitId);
    const looksAt = async (browser: Browser) =>
      (await world.get("GET /api/me/access-log", { query: {} }, browser)).rows.filter(({ kind }) => kind === "incident-people");
    const { incidentId } = await open();
    await pick(incidentId, { by: "account", accountId: await accountOf(desk) });
    await world.settle();
    expect(await looksAt(ticket.seeker)).toEqual([]);
    await affected(incidentId);
    await world.settle();
    expect(await looksAt(ticket.seeker)).toHaveLength(1);
    expect(await looksAt(other)).toEqual([]);
  });

  test("whoever was told stays told, on one row, when they erased everything; whoever was not, does not", async () => {
    const [first, second] = [await aVisit(), await aVisit()];
    const ticket = await aTicket(world, first, { name: "이루리" });
    await world.get(
      "PUT /api/me/visits/{visitId}/registration",
      { params: { visitId: second.visitId }, body: aRegistration({ name: "이루리" }) },
      ticket.seeker,
    );
    const untold = await aSeeker(world, first.visitId, { name: "차오름" });
    await lookAtDay(first);
    await lookAtDay(second);
    const { incidentId } = await open();
    await pick(incidentId, { by: "account", accountId: await accountOf(desk) });
    const key = (await affected(incidentId)).people.find(({ name }) => name === "이루리")?.key ?? "";
    await world.get("POST /api/staff/incidents/{incidentId}/told", { params: { incidentId }, body: { keys: [key], how: "mail" } }, manager);
    for (const seeker of [ticket.seeker, untold]) await world.get("POST /api/me/erasure", {}, seeker);
    const { people } = await affected(incidentId);
    expect(people.map(({ name, contact, told }) => ({ name, contact, told }))).toEqual(
      expect.arrayContaining([
        { name: "○○", contact: { by: "nothing" }, told: { at: now, how: "mail" } },
        { name: "○○", contact: { by: "nothing" }, told: null },
      ]),
    );
    expect(people).toHaveLength(2);
    expect(people.find(({ told }) => told)).toMatchObject({ key, entries: 2 });
  });

  test("whoever has two records is told once, and stays told on one row when both are erased", async () => {
    const visit = await aVisit();
    const [one, another] = [
      await aSeeker(world, visit.visitId, { name: "두기록" }),
      await aSeeker(world, visit.visitId, { name: "두기록" }),
    ];
    const idOf = async (browser: Browser) => {
      const { registrationId } = await registrationOf(world, visit, browser);
      return (await world.table.allItems()).find((item) => item.type === "agenda" && item.registrationId === registrationId)
        ?.personId as string;
    };
    const [keep, also] = [await idOf(one), await idOf(another)];
    await world.get(
      "POST /api/staff/visits/{visitId}/same-people/merges",
      { params: { visitId: visit.visitId }, body: { one: keep, other: also, reason: "전화로 확인" } },
      manager,
    );
    await lookAtDay(visit);
    const { incidentId } = await open();
    await pick(incidentId, { by: "account", accountId: await accountOf(desk) });
    const { people: before } = await affected(incidentId);
    expect(before).toHaveLength(1);
    const keys = before.map(({ key }) => key);
    await world.get("POST /api/staff/incidents/{incidentId}/told", { params: { incidentId }, body: { keys, how: "mail" } }, manager);
    await world.get("POST /api/me/erasure", {}, one);
    expect((await affected(incidentId)).people.map(({ key, told }) => [key, told?.how])).toEqual([[keys[0], "mail"]]);
  });

  test("is not counted by what was picked by mistake and taken out; that it was picked, and why not, stays", async () => {
    const visit = await aVisit();
    await aSeeker(world, visit.visitId, { name: "한가람" });
    await lookAtDay(visit);
    const { incidentId } = await open();
    const picked = await pick(incidentId, { by: "account", accountId: await accountOf(desk) });
    const selectionId = picked.ok ? (picked.value.selections[0]?.selectionId ?? "") : "";
    expect((await affected(incidentId)).people).toHaveLength(1);
    const takeOut = (reason: string, id = selectionId) =>
      world.call(
        "PUT /api/staff/incidents/{incidentId}/selections/{selectionId}/removal",
        { params: { incidentId, selectionId: id }, body: { reason } },
        manager,
      );
    expect(refusalOf(await takeOut("없는 것", anId("sel")))).toBe("not-found");
    const removed = { at: now, byName: "권도경", note: "다른 직원이었음" };
    expect(await takeOut("다른 직원이었음")).toMatchObject({ value: { selections: [{ selectionId, removed }] } });
    expect(await takeOut("또")).toMatchObject({ value: { selections: [{ removed }] } });
    expect(await affected(incidentId)).toEqual({ entries: 0, people: [], also: [] });
    const logged = (await entriesOf(world, "incident-unselected")).filter((entry) => entry.incidentId === incidentId);
    expect(logged).toMatchObject([{ reason: "다른 직원이었음", by: { role: "manager" } }]);
  });
});

test("what was done is noted step by step, each in the log, until it is closed", async () => {
  const visit = await aVisit();
  for (const name of ["가온", "나래"]) await aSeeker(world, visit.visitId, { name });
  await lookAtDay(visit);
  const { incidentId } = await open();
  await pick(incidentId, { by: "account", accountId: await accountOf(desk) });
  const params = { incidentId };
  const keys = (await affected(incidentId)).people.map(({ key }) => key);
  const invented = { params, body: { keys: [...keys, anId("psn")], how: "mail" as const } };
  expect(refusalOf(await world.call("POST /api/staff/incidents/{incidentId}/told", invented, manager))).toBe("invalid-fields");
  const told = await world.get("POST /api/staff/incidents/{incidentId}/told", { params, body: { keys, how: "mail" } }, manager);
  expect(told.told).toBe(2);
  await world.get("POST /api/staff/incidents/{incidentId}/told", { params, body: { keys: keys.slice(0, 1), how: "call" } }, manager);
  const report = (note: string, was = true) =>
    world.call("PUT /api/staff/incidents/{incidentId}/report", { params, body: { was, note } }, manager);
  expect(await report("1천 명 미만", false)).toMatchObject({ value: { reported: { was: false, note: "1천 명 미만" } } });
  expect(await report("접수 번호 2026-0001")).toMatchObject({
    value: { reported: { at: now, was: true, note: "접수 번호 2026-0001" }, told: 2 },
  });
  expect(await report("다른 번호")).toMatchObject({ value: { reported: { note: "접수 번호 2026-0001" } } });
  const close = () => world.call("PUT /api/staff/incidents/{incidentId}/closing", { params, body: { note: "화면 잠금" } }, manager);
  expect(await close()).toMatchObject({ value: { closed: { note: "화면 잠금" } } });
  expect(await close()).toMatchObject({ status: 200 });
  expect(refusalOf(await pick(incidentId, { by: "ip", ip: "198.51.100.7" }))).toBe("incident-closed");
  const kinds = ["incident-opened", "incident-told", "incident-reported", "incident-closed"] as const;
  for (const kind of kinds) {
    const steps = (await entriesOf(world, kind)).filter((entry) => entry.incidentId === incidentId);
    expect(steps, kind).toHaveLength(kind === "incident-told" || kind === "incident-reported" ? 2 : 1);
    for (const step of steps) expect(step).toMatchObject({ by: { role: "manager" }, ip: manager.ip });
  }
  const { rows } = await world.get("GET /api/staff/access-log", { query: { kind: "incident-reported" } }, manager);
  expect(rows.map(({ reason }) => reason)).toContain("접수 번호 2026-0001");
});
