import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anId, aPlace, aPlan } from "../support/builders.ts";
import { aPlanOf, carriedOut } from "../support/plans.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

let world: World;
let manager: Browser;
const elsewhere = { ...aPlace, placeId: "seobuk-worldcup", zone: "seobuk", districtCode: "11440", nameKo: "월드컵경기장 남문 광장" };

beforeAll(async () => {
  world = await aWorld();
  manager = await world.staff("manager@center.example.com", ["manager"]);
  for (const { placeId, ...place } of [aPlace, elsewhere])
    await world.get("PUT /api/staff/places/{placeId}", { params: { placeId }, body: place as never }, manager);
});
afterAll(() => world.close());

const plan = (visitId: string, over: Record<string, unknown>) =>
  world.call("PUT /api/staff/visits/{visitId}", { params: { visitId }, body: aPlan({ bus: 1, ...over }) }, manager);

describe("a bus goes to one visit a day", () => {
  test("when two want it, one has it, and sent again it answers the same", async () => {
    const [one, other] = [anId("vis"), anId("vis")];
    const answers = await Promise.all([one, other].map((id) => plan(id, { date: "2027-01-07" })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)).toMatchObject({ problem: { code: "bus-elsewhere" } });
    const winner = answers[0]?.status === 201 ? one : other;
    expect(await plan(winner, { date: "2027-01-07" })).toMatchObject({ status: 200 });
    expect(await plan(anId("vis"), { date: "2027-01-07", bus: 2 })).toMatchObject({ status: 201 });
  });

  test("a visit that is put on another day frees the first one, and cannot go where the bus is taken", async () => {
    const [one, other] = [anId("vis"), anId("vis")];
    await plan(one, { date: "2027-01-14" });
    await plan(other, { date: "2027-01-21" });
    expect(await plan(one, { date: "2027-01-21" })).toMatchObject({ status: 409, problem: { code: "bus-elsewhere" } });
    expect(await plan(one, { date: "2027-01-28" })).toMatchObject({ status: 200 });
    expect(await plan(other, { date: "2027-01-14" })).toMatchObject({ status: 200 });
  });

  test("a plan that moves or cancels an open visit takes and frees its day", async () => {
    const [one, other] = [anId("vis"), anId("vis")];
    await plan(one, { date: "2027-02-04" });
    await plan(other, { date: "2027-02-18" });
    for (const visitId of [one, other]) await world.get("POST /api/staff/visits/{visitId}/opening", { params: { visitId } }, manager);
    const to = { kind: "move-visit", startTime: "10:00", endTime: "17:00", placeId: aPlace.placeId };
    const planId = anId("pln");
    const params = { visitId: one, planId };
    const draft = aPlanOf({ ...to, date: "2027-02-18" });
    const { plan: drafted } = await world.get("PUT /api/staff/visits/{visitId}/plans/{planId}", { params, body: draft }, manager);
    expect(
      await world.call(
        "POST /api/staff/visits/{visitId}/plans/{planId}/execution",
        { params, body: { version: drafted.version } },
        manager,
      ),
    ).toMatchObject({ status: 409, problem: { code: "bus-elsewhere" } });
    await carriedOut(world, { visitId: one, manager }, aPlanOf({ ...to, date: "2027-02-25" }));
    expect(await plan(anId("vis"), { date: "2027-02-25" })).toMatchObject({ status: 409 });
    expect(await plan(anId("vis"), { date: "2027-02-04" })).toMatchObject({ status: 201 });
    await carriedOut(world, { visitId: other, manager }, aPlanOf({ kind: "cancel-visit" }));
    expect(await plan(anId("vis"), { date: "2027-02-18" })).toMatchObject({ status: 201 });
  });
});

test("the season lists what is planned, whatever became of it, and no more than three years", async () => {
  const visitId = anId("vis");
  await plan(visitId, { date: "2027-03-04" });
  const query = { from: "2027-03-04", to: "2027-03-04" };
  const { visits } = await world.get("GET /api/staff/season", { query }, manager);
  expect(visits).toEqual([
    {
      ...{ visitId, date: "2027-03-04", state: "planned", bus: 1, placeId: aPlace.placeId },
      ...{ placeNameKo: aPlace.nameKo, placeNameEn: aPlace.nameEn, zone: aPlace.zone, districtCode: aPlace.districtCode },
    },
  ]);
  expect(await world.call("GET /api/staff/season", { query: { from: "2026-01-01", to: "2029-12-31" } }, manager)).toMatchObject({
    status: 422,
    problem: { code: "season-too-long" },
  });
});

describe("calendars to subscribe to", () => {
  const ask = async (file: string, headers: Record<string, string> = {}, locale = "ko") => {
    const response = await world.fetch(`/api/public/calendars/${locale}/${file}`, { headers });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const entriesOf = (text: string) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((component) => {
      const event = new ICAL.Event(component);
      return {
        uid: event.uid,
        summary: event.summary,
        location: event.location,
        description: event.description,
        sequence: event.sequence,
        status: component.getFirstPropertyValue("status"),
        starts: event.startDate.toJSDate().toISOString(),
        ends: event.endDate.toJSDate().toISOString(),
      };
    });
  const entryOf = (text: string, visitId: string) => entriesOf(text).find(({ uid }) => uid.startsWith(visitId));

  test("a reader of calendars reads times and Korean words, in lines no longer than 75 bytes", async () => {
    const visitId = anId("vis");
    await plan(visitId, { date: "2027-04-01" });
    const { status, headers, text } = await ask("seoul.ics");
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(entryOf(text, visitId)).toMatchObject({
      summary: `찾아가는 일자리 버스: ${aPlace.nameKo}`,
      status: "CONFIRMED",
      starts: "2027-04-01T01:00:00.000Z",
      ends: "2027-04-01T08:00:00.000Z",
    });
    expect(entryOf(text, visitId)?.description).toContain(`/visits/${visitId}`);
    expect(entryOf(text, visitId)?.location).toContain(aPlace.nameKo);
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toContain("\uFFFD");
    expect(entryOf((await ask("seoul.ics", {}, "en")).text, visitId)?.summary).toBe(`Job bus: ${aPlace.nameEn}`);
  });

  test("who has it already is told that nothing changed, until something does", async () => {
    const visitId = anId("vis");
    await plan(visitId, { date: "2027-04-08" });
    const first = await ask("seoul.ics");
    const etag = first.headers.get("etag") ?? "";
    expect(first.headers.get("cache-control")).toBe("public, max-age=0, s-maxage=60");
    const again = await ask("seoul.ics", { "if-none-match": `W/${etag}` });
    expect([again.status, again.text, again.headers.get("etag")]).toEqual([304, "", etag]);
    await plan(visitId, { date: "2027-04-15" });
    const after = await ask("seoul.ics", { "if-none-match": etag });
    expect(after.status).toBe(200);
    const [before, now] = [entryOf(first.text, visitId), entryOf(after.text, visitId)];
    expect(now?.uid).toBe(before?.uid);
    expect(now?.starts).toBe("2027-04-15T01:00:00.000Z");
    expect(now?.sequence).toBeGreaterThan(before?.sequence ?? 0);
  });

  test("a visit that goes to another zone is cancelled in the calendar that it leaves, and is itself again when it comes back", async () => {
    const visitId = anId("vis");
    const own = `${aPlace.zone}.ics`;
    await plan(visitId, { date: "2027-04-22" });
    expect(entryOf((await ask("seobuk.ics")).text, visitId)).toBeUndefined();
    await plan(visitId, { date: "2027-04-22", placeId: elsewhere.placeId });
    expect(entryOf((await ask(own)).text, visitId)).toMatchObject({ status: "CANCELLED" });
    expect(entryOf((await ask("seobuk.ics")).text, visitId)).toMatchObject({ status: "CONFIRMED" });
    await plan(visitId, { date: "2027-04-22" });
    expect(entryOf((await ask(own)).text, visitId)).toMatchObject({ status: "CONFIRMED" });
    expect(entryOf((await ask("seobuk.ics")).text, visitId)).toMatchObject({ status: "CANCELLED" });
  });

  test("a visit that was cancelled stays, says so, and has a higher sequence", async () => {
    const visitId = anId("vis");
    await plan(visitId, { date: "2027-04-29" });
    await world.get("POST /api/staff/visits/{visitId}/opening", { params: { visitId } }, manager);
    const before = entryOf((await ask("seoul.ics")).text, visitId);
    await carriedOut(world, { visitId, manager }, aPlanOf({ kind: "cancel-visit" }));
    const after = entryOf((await ask("seoul.ics")).text, visitId);
    expect(after).toMatchObject({ uid: before?.uid, status: "CANCELLED" });
    expect(after?.summary).toMatch(/^\[취소\]/);
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0);
  });

  test("a calendar that there is not is not found", async () => {
    expect((await ask("busan.ics")).status).toBe(404);
    expect((await ask("seoul.ics", {}, "fr")).status).toBe(404);
  });
});
