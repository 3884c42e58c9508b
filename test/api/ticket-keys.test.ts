import { afterAll, beforeAll, expect, test } from "vitest";
import { visitSigningKey } from "../../functions/platform/keys.ts";
import { mintTicket } from "../../functions/tickets/sign-token.ts";
import { getSigningKey } from "../../functions/tickets/visit-keys.ts";
import type { Pack } from "../../shared/contract/check-in.ts";
import { judgeScan } from "../../shared/domain/check-in.ts";
import { VisitId } from "../../shared/domain/ids.ts";
import { localPackOf } from "../../web/src/staff/offline/local-pack.ts";
import { refusalOf } from "../support/booking.ts";
import { anOpenVisit, duringVisit, type OpenVisit, openAllDay } from "../support/builders.ts";
import { lastNews, newsTo } from "../support/mails.ts";
import { loadPack } from "../support/phones.ts";
import { readQr } from "../support/read-qr.ts";
import { aDesk, aTicket, scan } from "../support/tickets.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

let world: World;
let desk: Browser;
beforeAll(async () => {
  world = await aWorld(duringVisit);
  desk = await aDesk(world);
});
afterAll(() => world.close());

const aVisit = async (): Promise<OpenVisit> => {
  world.deps.clock.set(duringVisit);
  const visit = await anOpenVisit(world, { plan: { deadlines: openAllDay } });
  await world.settle();
  return visit;
};
/** A pack as it lies on a phone. */
const atHandOf = ({ tickets, events, ...pack }: Pack) => ({
  pack: pack as never,
  tickets: tickets.flatMap(({ rows }) => rows),
  events: events.flatMap(({ rows }) => rows),
});
const keysOf = async ({ visitId }: OpenVisit) =>
  (await world.table.allItems()).filter(({ type, pk }) => type === "visit-key" && pk.includes(visitId));

test("a new QR code takes the place of the old one, which is refused from then on; asked for twice it is one new one", async () => {
  const visit = await aVisit();
  const old = await aTicket(world, visit);
  const params = { visitId: visit.visitId };
  const renew = () => world.call("POST /api/me/visits/{visitId}/ticket/renewal", { params, body: { seen: 1 } }, old.seeker);
  for (const answer of await Promise.all([renew(), renew()])) expect(answer).toMatchObject({ status: 204 });
  await world.settle();
  await renew();
  await world.settle();
  const now = await world.get("GET /api/me/visits/{visitId}/ticket", { params }, old.seeker);
  expect(now.gen).toBe(2);
  expect(now.token).not.toBe(old.token);
  expect(await scan(world, visit, old, desk)).toMatchObject({ value: { verdict: "superseded", tone: "red" } });
  expect(await scan(world, visit, { token: now.token }, desk)).toMatchObject({ value: { verdict: "admitted" } });
});

test("with it comes a new code, by which its holder is called as before; the code of the old paper admits nobody, on a phone neither", async () => {
  const visit = await aVisit();
  const first = await aTicket(world, visit, { name: "선우라온", phone: "010-0000-0177" });
  const params = { visitId: visit.visitId };
  const ticketNow = () => world.get("GET /api/me/visits/{visitId}/ticket", { params }, first.seeker);
  const codes = [first.code];
  for (const seen of [1, 2]) {
    await world.call("POST /api/me/visits/{visitId}/ticket/renewal", { params, body: { seen } }, first.seeker);
    await world.settle();
    codes.push((await ticketNow()).code);
  }
  expect(new Set(codes).size).toBe(3);
  expect(new Set(codes.map((code) => code.slice(0, 4)))).toEqual(new Set([first.code.slice(0, 4)]));
  const [, , newest = ""] = codes;
  const mail = await lastNews(world, first.seeker.mail);
  expect(mail.text).toContain(`${newest.slice(0, 4)} ${newest.slice(4)}`);
  const found = await world.get("POST /api/staff/visits/{visitId}/people-search", { params, body: { text: "0177" } }, desk);
  expect(found.people).toMatchObject([{ code: newest }]);
  const { registrations } = await world.get("GET /api/me/registrations", {}, first.seeker);
  const registrationId = registrations[0]?.registrationId ?? "";
  const spoken = await world.get(
    "GET /api/staff/visits/{visitId}/people/{registrationId}/ticket",
    { params: { ...params, registrationId } },
    desk,
  );
  expect(spoken).toEqual({ code: newest, gen: 3 });

  const phone = localPackOf(atHandOf(await loadPack(world, visit, desk, "phone-a-0001")), []);
  const verdictsOf = async (code: string) => {
    const online = await scan(world, visit, { code }, desk);
    return [online.ok && online.value.verdict, (await judgeScan({ by: "code", text: code }, phone)).verdict];
  };
  for (const code of codes.slice(0, 2)) expect(await verdictsOf(code)).toEqual(["superseded", "superseded"]);
  expect(await verdictsOf(newest)).toEqual(["admitted-by-code", "admitted-by-code"]);
});

test("whoever has the key and invents a ticket is let in by no phone that asks the server, before a new key and after it", async () => {
  const visit = await aVisit();
  const { visit: shown } = await loadPack(world, visit, desk, "phone-a-0001");
  const { kid, key } = await getSigningKey(world.deps.db, world.office.signer.wrap, shown.visitId);
  const invents = async () => {
    const tid = crypto.getRandomValues(new Uint8Array(16));
    const { token, idx } = await mintTicket({ kid, visitNo: shown.visitNo, tid, gen: 1, visitOn: shown.date }, key);
    expect(await scan(world, visit, { token }, desk)).toMatchObject({
      value: { verdict: "not-issued", tone: "red", idx, maskedName: null },
    });
  };
  await invents();
  await world.call("POST /api/staff/visits/{visitId}/ticket-keys", { params: { visitId: visit.visitId } }, visit.manager);
  await world.settle();
  await invents();
});

test("the new code is mailed once, in their language; staff can ask for it with a reason that is logged", async () => {
  const visit = await aVisit();
  const old = await aTicket(world, visit, { locale: "en", name: "Anna Berg" });
  const { registrations } = await world.get("GET /api/me/registrations", {}, old.seeker);
  const registrationId = registrations[0]?.registrationId ?? "";
  const params = { visitId: visit.visitId, registrationId };
  const before = newsTo(world, old.seeker.mail).length;
  const shown = await world.get("GET /api/staff/visits/{visitId}/people/{registrationId}/ticket", { params }, desk);
  expect(shown).toEqual({ code: old.code, gen: 1 });
  const renew = () =>
    world.call(
      "POST /api/staff/visits/{visitId}/people/{registrationId}/ticket/renewal",
      { params, body: { seen: shown.gen, reason: "다른 사람이 가지고 있을 수 있습니다" } },
      desk,
    );
  for (const _ of ["once", "and again"]) {
    expect(await renew()).toMatchObject({ status: 204 });
    await world.settle();
  }
  expect(newsTo(world, old.seeker.mail)).toHaveLength(before + 1);
  const mail = await lastNews(world, old.seeker.mail);
  expect(mail.subject).toBe("Your new QR code for check-in");
  const now = await world.get("GET /api/me/visits/{visitId}/ticket", { params }, old.seeker);
  expect(now.gen).toBe(2);
  expect((await readQr(mail.images[0] ?? new Uint8Array())).map(({ text }) => text)).toEqual([now.token]);
  const log = (await world.table.allItems()).filter(
    ({ type, did, pk }) => type === "visit-log" && did === "renewed-ticket" && pk.includes(visit.visitId),
  );
  expect(log).toMatchObject([{ registrationId, reason: "다른 사람이 가지고 있을 수 있습니다" }]);
});

test("a new key for a visit: tickets of both keys are good, and a phone with the old pack says that it needs a new one", async () => {
  const visit = await aVisit();
  const before = await aTicket(world, visit);
  const params = { visitId: visit.visitId };
  for (const _ of ["once", "and again"])
    expect(await world.call("POST /api/staff/visits/{visitId}/ticket-keys", { params }, visit.manager)).toMatchObject({
      status: 202,
      value: { kid: 1 },
    });
  await world.settle();
  const after = await aTicket(world, visit);
  expect(before.token.slice(0, 8)).not.toBe(after.token.slice(0, 8));
  for (const ticket of [before, after]) expect(await scan(world, visit, ticket, desk)).toMatchObject({ value: { verdict: "admitted" } });
  expect((await loadPack(world, visit, desk, "phone-a-0001")).keys.map(({ kid }) => kid)).toEqual([0, 1]);
});

test("after the visit its private keys are destroyed, first those for tickets, later those for notes; tickets still verify", async () => {
  const visit = await aVisit();
  const ticket = await aTicket(world, visit);
  const privateKeys = async () => (await keysOf(visit)).flatMap(({ kid, wrappedPrivateKey }) => (wrappedPrivateKey ? [kid] : []));
  await world.fire("destroy-keys");
  expect(await privateKeys()).toEqual([0, 256]);
  world.deps.clock.set("2026-12-04T00:00:00.000Z");
  await world.fire("destroy-keys");
  expect(await privateKeys()).toEqual([256]);
  const late = await aDesk(world);
  expect(await scan(world, visit, ticket, late)).toMatchObject({ value: { verdict: "not-today" } });
  world.deps.clock.set("2026-12-19T00:00:00.000Z");
  await world.fire("destroy-keys");
  expect(await privateKeys()).toEqual([]);
  expect((await keysOf(visit)).map(({ sk }) => sk)).toContain(visitSigningKey(VisitId.parse(visit.visitId), 0).sk);
  const again = await world.call(
    "POST /api/staff/visits/{visitId}/ticket-keys",
    { params: { visitId: visit.visitId } },
    await world.staff("late@center.example.com", ["manager"]),
  );
  expect(refusalOf(again)).toBe("visit-over");
});
