import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { addMinutes } from "../../shared/domain/seoul-time.ts";
import { bookSlot, cancelBooking, moveBooking, refusalOf } from "../support/booking.ts";
import { anId, anOpenVisit, aSeeker, duringVisit, type OpenVisit } from "../support/builders.ts";
import { aReceiver, aSubscription, type Received, signatureBy, told, typesOf } from "../support/feeds.ts";
import { aPlantedDay } from "../support/planted.ts";
import { registrationOf } from "../support/registrations.ts";
import { aDesk, aTicket, scan } from "../support/tickets.ts";
import { signInAgain } from "../support/whole-season.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

const start = "2026-11-23T01:00:00.000Z";

let world: World;
let visit: OpenVisit;
let manager: Browser;
let next = 0;
beforeAll(async () => {
  world = await aWorld(start);
  visit = await anOpenVisit(world, { pattern: { to: "17:00" } });
  manager = visit.manager;
  await world.settle();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.deps.clock.set(start);
  // Each test has the subscriptions that it makes.
  const { webhooks } = await world.get("GET /api/office/webhooks", {}, manager);
  for (const { webhookId } of webhooks) await world.get("DELETE /api/office/webhooks/{webhookId}", { params: { webhookId } }, manager);
});

const freeSlot = (): string => visit.slots[next++] ?? "";
const aBooked = async () => {
  const seeker = await aSeeker(world, visit.visitId);
  const [slotId, bookingId] = [freeSlot(), anId("bkg")];
  const answer = await bookSlot(world, visit, slotId, seeker, bookingId);
  if (!answer.ok) throw new Error(answer.problem.code);
  return { seeker, slotId, bookingId };
};
const deliver = async () => {
  await world.settle();
  await world.fire("deliver-feeds");
};
describe("what is told", () => {
  test("a booking that is made, moved and cancelled is three events of one pseudonym, signed, in the time of Seoul", async () => {
    const receiver = await aReceiver();
    const { secret } = await aSubscription(world, manager, { url: receiver.url });
    const { seeker, slotId, bookingId } = await aBooked();
    await world.settle();
    const to = freeSlot();
    await moveBooking(world, visit, { bookingId, seen: { slotId, sequence: 0 }, slotId: to }, seeker);
    await world.settle();
    await cancelBooking(world, visit, bookingId, seeker);
    await deliver();
    expect(typesOf(receiver.received).sort()).toEqual(["booking.cancelled", "booking.made", "booking.moved"]);
    const ids = receiver.received.map(({ headers }) => headers["webhook-id"]);
    expect(new Set(ids).size).toBe(3);
    for (const one of receiver.received) {
      expect(one.headers).toMatchObject({ "content-type": "application/json", "webhook-timestamp": String(Date.parse(start) / 1000) });
      expect(one.headers["webhook-signature"]).toBe(signatureBy(secret, one));
      expect(one.headers["webhook-id"]).toMatch(/^evt_[0-9A-Z]{26}$/);
      expect(told(one)).toMatchObject({ timestamp: "2026-11-23T10:00:00+09:00", timeZone: "Asia/Seoul" });
    }
    const data = receiver.received.map((one) => told(one).data).sort((a, b) => Number(a.sequence) - Number(b.sequence));
    expect(new Set(data.map(({ booking }) => booking)).size).toBe(1);
    expect(data.map(({ sequence }) => sequence)).toEqual([0, 1, 2]);
    expect(data[2]).toEqual({
      booking: expect.stringMatching(/^booking_[\w-]{22}$/),
      ...{ sequence: 2, kind: "interview", by: "person", service: null },
      ...{ employerId: visit.employerId, postingId: visit.postingId },
      ...{ startsAt: expect.stringMatching(/^2026-12-03T\d\d:\d\d:00\+09:00$/), endsAt: expect.stringMatching(/\+09:00$/) },
      visit: { visitId: visit.visitId, date: "2026-12-03", placeId: expect.any(String), zone: "dongbuk", districtCode: expect.any(String) },
    });
  });

  test("somebody who comes and what came of their interview", async () => {
    const receiver = await aReceiver();
    await aSubscription(world, manager, { url: receiver.url, events: ["arrival", "result"] });
    const ticket = await aTicket(world, visit);
    const bookingId = anId("bkg");
    await bookSlot(world, visit, freeSlot(), ticket.seeker, bookingId);
    await world.settle();
    world.deps.clock.set(duringVisit);
    const desk = await aDesk(world);
    await scan(world, visit, ticket, desk);
    await deliver();
    expect(receiver.received.map(told)).toEqual([
      expect.objectContaining({ type: "arrival.made", timestamp: "2026-12-03T10:05:00+09:00" }),
    ]);
    expect(told(receiver.received[0] as Received).data).toMatchObject({ registered: true, visitor: expect.stringMatching(/^visitor_/) });
    world.deps.clock.set("2026-12-04T01:00:00.000Z");
    await signInAgain(world, ticket.seeker);
    const { registrationId } = await registrationOf(world, visit, ticket.seeker);
    const { visitId, employerId } = visit;
    visit.employer.cookies = (await world.signIn(visit.employerMail)).cookies;
    const say = (outcome: string, seen: number) =>
      world.get(
        "PUT /api/employers/{employerId}/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/outcome",
        { params: { employerId, visitId, registrationId, bookingId }, body: { outcome, seen } },
        visit.employer,
      );
    await say("met", 0);
    await world.settle();
    world.deps.clock.forward(1);
    await say("hired", 1);
    await world.settle();
    const counsellor = await world.staff(`${anId("counsellor").toLowerCase()}@center.example.com`, ["counsellor"]);
    const placement = "/api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/placement" as const;
    const params = { visitId, registrationId, bookingId };
    const confirm = async () => {
      world.deps.clock.forward(1);
      const body = { startedOn: "2026-12-14", confirmedBy: "employer" } as const;
      await world.get(`PUT ${placement}`, { params, body }, counsellor);
      await world.settle();
    };
    await confirm();
    // Taken back, sent twice, and confirmed again.
    const confirmedAt = world.deps.clock.now();
    world.deps.clock.forward(1);
    const withdrawal = { params, body: { reason: "다른 분의 결과임", confirmedAt } };
    for (let n = 0; n < 2; n++) await world.get(`POST ${placement}/withdrawal`, withdrawal, counsellor);
    await world.settle();
    await confirm();
    await deliver();
    const results = receiver.received.map(told).filter(({ type }) => type.startsWith("result."));
    expect(new Set(results.map(({ data }) => data.booking)).size).toBe(1);
    // In whatever order they come: by the sequence the last one stands.
    const inOrder = results.sort((a, b) => Number(a.data.sequence) - Number(b.data.sequence));
    expect(new Set(inOrder.map(({ data }) => data.sequence)).size).toBe(5);
    expect(inOrder.map(({ type, data }) => [type, data.result])).toEqual([
      ...["met", "hired", "placed"].map((result) => ["result.noted", result]),
      ...[
        ["result.undone", "placed"],
        ["result.noted", "placed"],
      ],
    ]);
    expect(receiver.received.some(({ body }) => body.includes("다른 분"))).toBe(false);
  });

  test("only what was asked for, and to each receiver under a pseudonym of its own", async () => {
    const [one, other] = [await aReceiver(), await aReceiver()];
    await aSubscription(world, manager, { url: one.url, events: ["booking.cancelled"] });
    await aSubscription(world, manager, { url: other.url });
    const { seeker, bookingId } = await aBooked();
    await world.settle();
    await cancelBooking(world, visit, bookingId, seeker);
    await deliver();
    expect(typesOf(one.received)).toEqual(["booking.cancelled"]);
    expect(typesOf(other.received).sort()).toEqual(["booking.cancelled", "booking.made"]);
    const [mine] = one.received.map((received) => told(received).data.booking);
    const theirs = other.received.map((received) => told(received).data.booking);
    expect(new Set(theirs).size).toBe(1);
    expect(theirs).not.toContain(mine);
    // The same change is the same event, whoever is told of it.
    expect(other.received.map(({ headers }) => headers["webhook-id"])).toContain(one.received[0]?.headers["webhook-id"]);
  });

  test("a change that the stream repeats is one event, whole or in part", async () => {
    const receiver = await aReceiver();
    await aSubscription(world, manager, { url: receiver.url });
    await world.settle();
    const { seeker, bookingId } = await aBooked();
    await cancelBooking(world, visit, bookingId, seeker);
    const records = await world.table.newRecords();
    await world.deliver(records);
    await world.deliver(records.slice(-3));
    await world.fire("deliver-feeds");
    await world.deliver(records);
    await world.fire("deliver-feeds");
    expect(typesOf(receiver.received).sort()).toEqual(["booking.cancelled", "booking.made"]);
  });

  test("the example of docs/FEEDS.md verifies it, with the new secret and the one before, and refuses what was changed", async () => {
    const receiver = await aReceiver();
    const { webhookId, secret } = await aSubscription(world, manager, { url: receiver.url });
    const renewed = await world.get("POST /api/office/webhooks/{webhookId}/secret", { params: { webhookId } }, manager);
    await aBooked();
    await deliver();
    const doc = readFileSync(join(import.meta.dirname, "../../docs/FEEDS.md"), "utf8");
    const [, example = ""] = /```js\n(.*?)```/s.exec(doc) ?? [];
    const folder = mkdtempSync(join(tmpdir(), "jobstop-verify-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, "verify.mjs");
    writeFileSync(file, example);
    const { verify } = (await import(pathToFileURL(file).href)) as {
      verify(secret: string, headers: object, body: string, now: number): { id: string; type: string };
    };
    const [{ headers, body }] = receiver.received as [Received];
    const now = Date.parse(start);
    for (const known of [secret, renewed.secret])
      expect(verify(known, headers, body, now)).toMatchObject({ id: headers["webhook-id"], type: "booking.made" });
    expect(() => verify(secret, headers, body.replace("made", "moved"), now)).toThrow("not signed");
    expect(() => verify(secret, { ...headers, "webhook-id": "evt_other" }, body, now)).toThrow("not signed");
    expect(() => verify(secret, headers, body, now + 301_000)).toThrow("too old");
    expect(renewed.webhook.formerSecretUntil).toBe("2026-11-24T01:00:00.000Z");
    // A day later the one before signs no more.
    world.deps.clock.set("2026-11-24T01:00:00.000Z");
    await aBooked();
    await deliver();
    const last = receiver.received.at(-1) as Received;
    expect(last.headers["webhook-signature"]).toBe(signatureBy(renewed.secret, last));
  });
});

test("each secret signs for the day that it was promised, however soon another follows; a third one waits", async () => {
  const receiver = await aReceiver();
  const { webhookId, secret } = await aSubscription(world, manager, { url: receiver.url });
  const { mail } = await world.get("GET /api/me", {}, manager);
  const renew = (by = manager) => world.call("POST /api/office/webhooks/{webhookId}/secret", { params: { webhookId } }, by);
  const signedBy = async (): Promise<string[]> => {
    await world.call("POST /api/office/webhooks/{webhookId}/trial", { params: { webhookId } }, manager);
    await deliver();
    const last = receiver.received.at(-1) as Received;
    return [secret, ...made].filter((one) => String(last.headers["webhook-signature"]).split(" ").includes(signatureBy(one, last)));
  };
  const made: string[] = [];
  const begun = world.deps.clock.now();
  for (let i = 0; i < 2; i++) {
    const renewed = await renew();
    made.push(renewed.ok ? renewed.value.secret : "");
    world.deps.clock.forward(60);
  }
  expect(await signedBy()).toEqual([secret, ...made]);
  const refused = await renew();
  expect(refusalOf(refused)).toBe("too-many-secrets");
  expect(refused.headers.get("retry-after")).toBe(String(22 * 3600));
  expect(await signedBy()).toEqual([secret, ...made]);
  // The first day is over: one is free again.
  world.deps.clock.set(addMinutes(begun, 24 * 60));
  const again = await world.signIn(mail);
  const sent = await Promise.all([renew(again), renew(again)]);
  expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
});

test("nothing of a whole day at the bus that leaves holds anything of anybody", async () => {
  const own = await aWorld(start);
  try {
    const receiver = await aReceiver();
    const aManager = await own.staff("manager@center.example.com", ["manager"]);
    await aSubscription(own, aManager, { url: receiver.url });
    const planted = await aPlantedDay(own);
    await own.settle();
    // More than one run: a hundred at a time.
    for (let i = 0; i < 3; i++) await own.fire("deliver-feeds");
    const types = new Set(typesOf(receiver.received));
    expect([...types].sort()).toEqual(expect.arrayContaining(["arrival.made", "booking.made"]));
    for (const one of receiver.received) {
      expect(planted.holds(one.body)).toBe(false);
      expect(planted.holds(JSON.stringify(one.headers))).toBe(false);
      // No id of a person, or of what is theirs.
      expect(one.body).not.toMatch(/(reg|psn|bkg|acc)_[0-9A-Z]{26}/);
    }
  } finally {
    await own.close();
  }
});
