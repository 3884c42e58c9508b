import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bookSlot, refusalOf } from "../support/booking.ts";
import { anId, anOpenVisit, aSeeker, type OpenVisit } from "../support/builders.ts";
import { aReceiver, aSubscription, aSystem, aWebhookWish, deliveriesOf, signatureBy } from "../support/feeds.ts";
import { entriesOf } from "../support/ledger.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

const start = "2026-11-23T01:00:00.000Z";

let world: World;
let visit: OpenVisit;
let managerMail: string;
let manager: Browser;
beforeAll(async () => {
  world = await aWorld(start);
  visit = await anOpenVisit(world, { pattern: { to: "17:00" } });
  manager = visit.manager;
  managerMail = (await world.get("GET /api/me", {}, manager)).mail;
  await world.settle();
});
afterAll(() => world.close());
const reach = { mayLoopback: true, timeoutMs: 2_000 };
let lookUp: World["courier"]["lookUp"];
beforeEach(async () => {
  world.deps.clock.set(start);
  lookUp ??= world.courier.lookUp;
  Object.assign(world.courier, { ...reach, lookUp });
  const { webhooks } = await world.get("GET /api/office/webhooks", {}, manager);
  for (const { webhookId } of webhooks) await world.get("DELETE /api/office/webhooks/{webhookId}", { params: { webhookId } }, manager);
});

const trial = (webhookId: string) => world.call("POST /api/office/webhooks/{webhookId}/trial", { params: { webhookId } }, manager);
const fire = () => world.fire("deliver-feeds");
const webhookOf = async (webhookId: string) => {
  const found = (await world.get("GET /api/office/webhooks", {}, manager)).webhooks.find((one) => one.webhookId === webhookId);
  if (!found) throw new Error("It is not there.");
  return found;
};
const lastOf = async (webhookId: string) => (await deliveriesOf(world, manager, webhookId))[0];
/** Lets time pass to the next try; the manager's session goes on. */
const toNextTry = async (webhookId: string) => {
  const due = (await lastOf(webhookId))?.nextTryAt;
  if (!due) throw new Error("Nothing is due.");
  world.deps.clock.set(due);
};
/** Tries until nothing is due any more; answers the minutes between the tries. */
const tryOut = async (webhookId: string): Promise<number[]> => {
  const waits: number[] = [];
  for (;;) {
    await fire();
    const now = Date.parse(world.deps.clock.now());
    world.deps.clock.set(start);
    const due = (await lastOf(webhookId))?.nextTryAt;
    if (!due) return waits;
    waits.push((Date.parse(due) - now) / 60_000);
    world.deps.clock.set(due);
  }
};

describe("when a receiver fails", () => {
  test("the same event comes again under the same id, with a signature of its own time, until it arrives", async () => {
    const receiver = await aReceiver((response, nth) => void response.writeHead(nth < 3 ? 500 : 200).end("thanks"));
    const { webhookId, secret } = await aSubscription(world, manager, { url: receiver.url });
    await trial(webhookId);
    await fire();
    expect(await lastOf(webhookId)).toMatchObject({ type: "feed.trial", state: "waiting", tries: 1, status: 500 });
    expect(await webhookOf(webhookId)).toMatchObject({ failingSince: start, failingStatus: 500 });
    // Not before its time.
    await fire();
    expect(receiver.received).toHaveLength(1);
    await toNextTry(webhookId);
    await fire();
    await toNextTry(webhookId);
    await fire();
    expect(await lastOf(webhookId)).toMatchObject({ state: "delivered", tries: 3, status: 200, trouble: null, nextTryAt: null });
    expect(await webhookOf(webhookId)).toMatchObject({ failingSince: null, failingStatus: null });
    expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(new Set(receiver.received.map(({ headers }) => headers["webhook-timestamp"])).size).toBe(3);
    for (const one of receiver.received) expect(one.headers["webhook-signature"]).toBe(signatureBy(secret, one));
    world.deps.clock.forward(24 * 60);
    await fire();
    expect(receiver.received).toHaveLength(3);
  });

  test("pauses grow, and after most of a day without success it is paused, and the managers are mailed, once", async () => {
    const receiver = await aReceiver();
    await receiver.close();
    const { webhookId } = await aSubscription(world, manager, { url: receiver.url });
    await trial(webhookId);
    const mails = world.mailsTo(managerMail).length;
    const waits = await tryOut(webhookId);
    expect(waits).toEqual([1, 5, 15, 60, 120, 240, 360, 480]);
    expect(await lastOf(webhookId)).toMatchObject({ state: "given-up", tries: 9, status: null, trouble: "unreachable" });
    expect((await webhookOf(webhookId)).paused).toMatchObject({ because: "unreachable" });
    const told = world.mailsTo(managerMail).slice(mails);
    expect(told.map(({ subject }) => subject)).toEqual(["다른 시스템에 보내던 알림이 멈췄습니다"]);
    expect(told[0]?.text).toContain("서울시 일자리 포털");
    await fire();
    // That it is changed while it is paused tells nobody that it was paused.
    await world.get("PUT /api/office/webhooks/{webhookId}", { params: { webhookId }, body: aWebhookWish({ name: "교통정보" }) }, manager);
    await world.settle();
    expect(world.mailsTo(managerMail).length).toBe(mails + 1);
    expect(world.deps.log.lines.filter(({ message }) => message === "webhook.paused")).not.toHaveLength(0);
  });

  test("one that says that it is gone is told nothing more", async () => {
    const receiver = await aReceiver((response) => void response.writeHead(410).end());
    const { webhookId } = await aSubscription(world, manager, { url: receiver.url });
    await trial(webhookId);
    await fire();
    expect(await lastOf(webhookId)).toMatchObject({ state: "given-up", tries: 1, status: 410 });
    expect((await webhookOf(webhookId)).paused).toEqual({ because: "gone", at: start });
    expect(refusalOf(await trial(webhookId))).toBe("webhook-paused");
    // A person who looked into it lets it go on.
    const resumed = await world.get("DELETE /api/office/webhooks/{webhookId}/pause", { params: { webhookId } }, manager);
    expect(resumed).toMatchObject({ paused: null, failingSince: null });
    expect((await trial(webhookId)).ok).toBe(true);
  });

  test("a redirect is not followed, and one that is slow is not waited for", async () => {
    const elsewhere = await aReceiver();
    const redirecting = await aReceiver((response) => void response.writeHead(307, { location: elsewhere.url }).end());
    const one = await aSubscription(world, manager, { url: redirecting.url });
    const silent = await aReceiver(() => {});
    const other = await aSubscription(world, manager, { url: silent.url });
    await Promise.all([trial(one.webhookId), trial(other.webhookId)]);
    world.courier.timeoutMs = 400;
    await fire();
    expect(await lastOf(one.webhookId)).toMatchObject({ state: "waiting", status: 307, trouble: "redirected" });
    expect(await lastOf(other.webhookId)).toMatchObject({ state: "waiting", status: null, trouble: "timeout" });
    expect(elsewhere.received).toEqual([]);
  });

  test("the rest waits for the next run, and no other receiver waits for it", async () => {
    const failing = await aReceiver((response) => void response.writeHead(503).end());
    const fine = await aReceiver();
    const one = await aSubscription(world, manager, { url: failing.url });
    const other = await aSubscription(world, manager, { url: fine.url });
    for (let i = 0; i < 9; i++) await Promise.all([trial(one.webhookId), trial(other.webhookId)]);
    await fire();
    expect(fine.received).toHaveLength(9);
    expect(failing.received).toHaveLength(4);
  });
});

describe("a receiver that asks to be left alone", () => {
  const failsWith = (retryAfter: string) => aReceiver((response) => void response.writeHead(503, { "retry-after": retryAfter }).end());
  const waitAfter = async (retryAfter: string): Promise<number> => {
    const receiver = await failsWith(retryAfter);
    const { webhookId } = await aSubscription(world, manager, { url: receiver.url });
    await trial(webhookId);
    await fire();
    return (Date.parse((await lastOf(webhookId))?.nextTryAt ?? "") - Date.parse(start)) / 60_000;
  };
  const inMinutes = (minutes: number) => new Date(Date.parse(start) + minutes * 60_000).toUTCString();

  test.each([
    ["for some seconds", "1800", 30],
    ["until a moment", inMinutes(45), 45],
    ["for less than we wait anyway", "10", 1],
    ["for ever", "999999999", 480],
    ["until a year from now", inMinutes(600_000), 480],
    ["until yesterday", inMinutes(-1440), 1],
    ["in words that nobody reads", "soon", 1],
    ["for less than nothing", "-5", 1],
  ])("%s is tried again when it may be", async (_, retryAfter, minutes) => {
    expect(await waitAfter(retryAfter)).toBe(minutes);
  });

  test("is sent nothing else meanwhile, and everything afterwards", async () => {
    let isUp = false;
    const receiver = await aReceiver((response) =>
      isUp ? void response.writeHead(204).end() : void response.writeHead(429, { "retry-after": "1800" }).end(),
    );
    const { webhookId } = await aSubscription(world, manager, { url: receiver.url });
    await trial(webhookId);
    await fire();
    await trial(webhookId);
    isUp = true;
    world.deps.clock.forward(29);
    await fire();
    expect(receiver.received).toHaveLength(1);
    world.deps.clock.forward(1);
    await fire();
    expect(receiver.received).toHaveLength(3);
  });
});

describe("of two runs", () => {
  test("one makes a try; one that broke off before it was written down is made again, under the same id", async () => {
    const receiver = await aReceiver();
    const { webhookId } = await aSubscription(world, manager, { url: receiver.url });
    await trial(webhookId);
    await Promise.all([fire(), fire()]);
    expect(receiver.received).toHaveLength(1);
    await trial(webhookId);
    // The process ends between the answer and what is to be written of it.
    const stop = world.table.wire.tap(async ({ operation, input }, goOn) => {
      if (operation === "TransactWriteItems" && JSON.stringify(input).includes('"delivered"')) throw new Error("a test said: died");
      return goOn();
    });
    await expect(fire()).rejects.toThrow("could not be served");
    stop();
    expect(receiver.received).toHaveLength(2);
    expect(await lastOf(webhookId)).toMatchObject({ state: "waiting", tries: 1, trouble: "broken-off" });
    await fire();
    expect(receiver.received).toHaveLength(2);
    world.deps.clock.forward(3);
    await fire();
    expect(receiver.received.slice(1).map(({ headers }) => headers["webhook-id"])).toEqual([
      receiver.received[1]?.headers["webhook-id"],
      receiver.received[1]?.headers["webhook-id"],
    ]);
    expect(await lastOf(webhookId)).toMatchObject({ state: "delivered", tries: 2 });
  });
});

describe("an address", () => {
  const put = (url: string) => {
    const webhookId = anId("whk");
    return world.call("PUT /api/office/webhooks/{webhookId}", { params: { webhookId }, body: aWebhookWish({ url }) }, manager);
  };

  test.for([
    "http://hooks.example.com/",
    "ftp://hooks.example.com/",
    "https://hooks.example.com:8443/",
    "https://somebody:secret@hooks.example.com/",
    "https://203.0.113.7/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://[::1]/",
    "https://[2606:4700::1111]/",
    "https://localhost/",
    "https://intranet/",
    "https://hooks.example.com/#part",
    "http://127.0.0.2/",
    "not an address",
  ])("%s is refused before anything is written", async (url) => {
    expect(await put(url)).toMatchObject({ status: 422, problem: { errors: [{ pointer: "/url", code: "feed-address-or-loopback" }] } });
  });

  test("on this machine is one only where that was said outright", async () => {
    const receiver = await aReceiver();
    const { webhookId } = await aSubscription(world, manager, { url: receiver.url });
    await trial(webhookId);
    world.courier.mayLoopback = false;
    await fire();
    expect(await lastOf(webhookId)).toMatchObject({ state: "waiting", trouble: "address-refused" });
    expect(receiver.received).toEqual([]);
  });

  test.for([
    ["127.0.0.1"],
    ["10.0.0.8"],
    ["172.31.255.1"],
    ["192.168.0.1"],
    ["169.254.169.254"],
    ["100.64.0.1"],
    ["0.0.0.0"],
    ["::1"],
    ["::"],
    ["fe80::1"],
    ["fd00:ec2::254"],
    ["::ffff:127.0.0.1"],
    ["64:ff9b::7f00:1"],
    ["2002:7f00:1::"],
    ["203.0.113.9", "127.0.0.1"],
    ["8.8.8.8", "10.0.0.1"],
    [],
  ])("whose name leads to %s is not connected to", async (addresses) => {
    world.courier.lookUp = async () => addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    const { webhookId } = await aSubscription(world, manager, { url: "https://rebound.example.com/hook" });
    await trial(webhookId);
    await fire();
    expect(await lastOf(webhookId)).toMatchObject({ state: "waiting", tries: 1, trouble: "address-refused" });
  });
});

describe("a manager", () => {
  test.for([
    [{ name: "900101-1234567" }, "/name resident-number"],
    [{ name: "포털\u202E" }, "/name hidden-characters"],
    [{ name: "" }, "/name required"],
    [{ url: "https://hooks.example.com/900101-1234567" }, "/url resident-number"],
    [{ url: `https://hooks.example.com/${"a".repeat(300)}` }, "/url too-long"],
    [{ events: [] }, "/events required"],
    [{ events: ["arrival", "arrival"] }, "/events twice"],
    [{ events: ["feed.trial"] }, "/events/0 not-a-choice"],
  ] as const)("is refused %j, and nothing is written", async ([over, refused]) => {
    await world.table.newRecords();
    const sent = { params: { webhookId: anId("whk") }, body: { ...aWebhookWish(), ...over } };
    const answer = await world.call("PUT /api/office/webhooks/{webhookId}", sent, manager);
    expect(answer.ok ? [] : (answer.problem.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([refused]);
    expect(await world.table.newRecords()).toEqual([]);
  });

  test("sees the secret once: sent again, the same request answers without it, and changes what it says", async () => {
    const webhookId = anId("whk");
    const send = (more: object = {}) =>
      world.call("PUT /api/office/webhooks/{webhookId}", { params: { webhookId }, body: { ...aWebhookWish(), ...more } }, manager);
    const first = await send();
    expect(first).toMatchObject({ status: 201, value: { secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/) } });
    expect(await send()).toMatchObject({ status: 200, value: { secret: null } });
    expect(await send({ events: ["arrival"], name: "교통정보" })).toMatchObject({
      status: 200,
      value: { secret: null, webhook: { name: "교통정보", events: ["arrival"] } },
    });
    const secret = first.ok ? (first.value.secret ?? "") : "";
    const listed = JSON.stringify(await world.get("GET /api/office/webhooks", {}, manager));
    const stored = JSON.stringify(await world.table.allItems());
    for (const text of [listed, stored]) expect(text).not.toContain(secret.slice("whsec_".length));
  });

  test("pauses: what happens meanwhile is not told later, and what waits is skipped", async () => {
    const receiver = await aReceiver();
    const { webhookId } = await aSubscription(world, manager, { url: receiver.url });
    await trial(webhookId);
    await world.get("PUT /api/office/webhooks/{webhookId}/pause", { params: { webhookId } }, manager);
    const seeker = await aSeeker(world, visit.visitId);
    await bookSlot(world, visit, visit.slots[0] ?? "", seeker);
    await world.settle();
    await fire();
    await world.get("DELETE /api/office/webhooks/{webhookId}/pause", { params: { webhookId } }, manager);
    await fire();
    expect(receiver.received).toEqual([]);
    expect((await deliveriesOf(world, manager, webhookId)).map(({ type, state }) => [type, state])).toEqual([["feed.trial", "skipped"]]);
  });

  test("removes: nothing goes there any more; who added, changed and removed stands in the log", async () => {
    const receiver = await aReceiver();
    const { webhookId } = await aSubscription(world, manager, { url: receiver.url });
    await trial(webhookId);
    await world.get("POST /api/office/webhooks/{webhookId}/secret", { params: { webhookId } }, manager);
    await world.get("DELETE /api/office/webhooks/{webhookId}", { params: { webhookId } }, manager);
    await fire();
    expect(receiver.received).toEqual([]);
    expect(refusalOf(await trial(webhookId))).toBe("not-found");
    for (const kind of ["webhook-added", "webhook-secret-made", "webhook-removed"] as const)
      expect(await entriesOf(world, kind)).toContainEqual(
        expect.objectContaining({ records: [webhookId], reason: "서울시 일자리 포털", by: expect.objectContaining({ role: "manager" }) }),
      );
  });

  test("sees what was told page by page, the latest first, each once", async () => {
    const { webhookId } = await aSubscription(world, manager);
    const made: string[] = [];
    for (let i = 0; i < 27; i++) {
      // No more than 20 trials an hour.
      world.deps.clock.set(i < 20 ? start : "2026-11-23T02:00:00.000Z");
      made.unshift((await world.get("POST /api/office/webhooks/{webhookId}/trial", { params: { webhookId } }, manager)).eventId);
    }
    const params = { webhookId };
    const first = await world.get("GET /api/office/webhooks/{webhookId}/deliveries", { params }, manager);
    expect(first.deliveries).toHaveLength(25);
    const query = { before: first.next ?? "" };
    const second = await world.get("GET /api/office/webhooks/{webhookId}/deliveries", { params, query }, manager);
    expect(second.next).toBeNull();
    expect([...first.deliveries, ...second.deliveries].map(({ eventId }) => eventId)).toEqual(made);
  });

  test("may try so often, and have so many", async () => {
    const { webhookId } = await aSubscription(world, manager);
    for (let i = 0; i < 20; i++) expect((await trial(webhookId)).ok).toBe(true);
    const refused = await trial(webhookId);
    expect(refusalOf(refused)).toBe("too-many-requests");
    expect(refused.headers.get("retry-after")).toBe("3600");
    for (let i = 1; i < 10; i++) await aSubscription(world, manager);
    await expect(aSubscription(world, manager)).rejects.toThrow("too-many-connections");
  });

  test("of twenty that are added at once there are never more than ten, and of thirty keys twenty; a place is free once one goes", async () => {
    const many = <T>(n: number, make: () => Promise<T>) => Promise.allSettled(Array.from({ length: n }, make));
    await many(20, () => aSubscription(world, manager));
    // Whoever met the others may try again: in the end it is full.
    for (let i = 0; i < 10; i++) await many(1, () => aSubscription(world, manager));
    const { webhooks } = await world.get("GET /api/office/webhooks", {}, manager);
    expect(webhooks).toHaveLength(10);
    const [first] = webhooks;
    await world.get("DELETE /api/office/webhooks/{webhookId}", { params: { webhookId: first?.webhookId ?? "" } }, manager);
    await aSubscription(world, manager);
    await expect(aSubscription(world, manager)).rejects.toThrow("too-many-connections");
    await many(30, () => aSystem(world, manager));
    for (let i = 0; i < 20; i++) await many(1, () => aSystem(world, manager));
    expect((await world.get("GET /api/office/api-keys", {}, manager)).keys).toHaveLength(20);
    await expect(aSystem(world, manager)).rejects.toThrow("too-many-connections");
  });
});

test("no secret, payload or address of a receiver is in any line of the log", async () => {
  const receiver = await aReceiver((response) => void response.writeHead(500).end());
  const { webhookId, secret } = await aSubscription(world, manager, { url: receiver.url });
  await trial(webhookId);
  await fire();
  const lines = JSON.stringify(world.deps.log.lines);
  expect(lines).toContain(webhookId);
  for (const text of [secret, secret.slice("whsec_".length), receiver.url, "timeZone", "v1,"]) expect(lines).not.toContain(text);
});
