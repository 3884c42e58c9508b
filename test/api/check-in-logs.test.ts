import { afterAll, beforeAll, expect, test } from "vitest";
import { fromBase64Url, toBase64Url } from "../../shared/domain/base64url.ts";
import { VisitId } from "../../shared/domain/ids.ts";
import { lookUpKey } from "../../shared/domain/look-up-list.ts";
import { importNotePublicKey, sealNote } from "../../shared/domain/sealed-note.ts";
import { anOpenVisit, duringVisit, type OpenVisit, openAllDay } from "../support/builders.ts";
import { admissionOf, idxOf, loadPack, secretOf, sendEvents } from "../support/phones.ts";
import { aDesk, anEventId, aTicket, scan, withByte } from "../support/tickets.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

let world: World;
let visit: OpenVisit;
let desk: Browser;
beforeAll(async () => {
  world = await aWorld(duringVisit);
  desk = await aDesk(world);
  visit = await anOpenVisit(world, { plan: { deadlines: openAllDay } });
  await world.settle();
});
afterAll(() => world.close());

const phone = "phone-a-0001";
const pin = "482913";

test("nothing personal and no secret is in the logs, whatever is done at the desk and whatever goes wrong with it", async () => {
  const params = { visitId: visit.visitId };
  const visitId = VisitId.parse(visit.visitId);
  const ticket = await aTicket(world, visit, { name: "선우라온", phone: "010-0000-0177" });
  const other = await aTicket(world, visit, { name: "한가람", phone: "010-0000-0188" });
  const pack = await loadPack(world, visit, desk, phone);

  // scans of every kind, and texts that are none
  for (const read of [
    { token: withByte(ticket.token, 60, (byte) => byte ^ 1) },
    { token: `${ticket.token}선우라온` },
    { code: "선우라온" },
    { code: ticket.code },
    { token: ticket.token },
  ])
    await scan(world, visit, read, desk);

  // what phones hand in, readable or not
  const event = await admissionOf(world, visit, desk, phone, other);
  const { idx: _, gen: __, verdict: ___, reentry: ____, ...base } = event;
  const publicKey = await importNotePublicKey(fromBase64Url(pack.noteKey ?? ""));
  const note = { name: "도라지", isNickname: false, need: "other", phone: "010-0000-0199", note: "무릎이 아프심" };
  const walkIn = { ...base, kind: "walk-in", number: "A-001", deskId: "d1" };
  await sendEvents(world, visit, desk, phone, [
    event,
    { ...event, id: anEventId(), reason: "선우라온 님 본인" },
    { v: 7, id: anEventId(), name: "선우라온", phone: "010-0000-0177" },
    { ...walkIn, id: anEventId(), payload: await sealNote(JSON.stringify(note), { visitId, publicKey }) },
    // opens, and is no note; does not open
    { ...walkIn, id: anEventId(), number: "A-002", payload: await sealNote(JSON.stringify({ name: "도라지" }), { visitId, publicKey }) },
    { ...walkIn, id: anEventId(), number: "A-003", payload: toBase64Url(new TextEncoder().encode("도라지")) },
  ]);
  await world.settle();
  await world.get("GET /api/staff/visits/{visitId}/walk-ins", { params }, desk);

  // looking people up, under the PIN too
  const salt = new Uint8Array(16).fill(5);
  const key = toBase64Url(await lookUpKey(pin, { visitId, salt, iterations: 100_000 }));
  await world.call(
    "PUT /api/staff/visits/{visitId}/look-up-key",
    { params, body: { salt: toBase64Url(salt), iterations: 100_000, key } },
    desk,
  );
  for (const text of ["선우라온", "0177", "없는이름"])
    await world.call("POST /api/staff/visits/{visitId}/people-search", { params, body: { text } }, desk);
  await loadPack(world, visit, desk, phone);

  // the lead: conflicts, what was kept aside, a lost phone
  const found = await world.get("GET /api/staff/visits/{visitId}/reconciliation", { params }, desk);
  for (const { hash } of found.quarantined)
    await world.call(
      "POST /api/staff/visits/{visitId}/quarantine/{hash}/settlement",
      { params: { ...params, hash }, body: { decision: "leave", note: "선우라온 님이 아님" } },
      desk,
    );
  const seen = found.conflicts.find(({ maskedName }) => maskedName === "선○○온")?.version ?? "";
  await world.call(
    "POST /api/staff/visits/{visitId}/conflicts/{idx}/settlement",
    { params: { ...params, idx: await idxOf(ticket) }, body: { note: "선우라온 님 본인", seen } },
    desk,
  );
  await world.call(
    "POST /api/staff/visits/{visitId}/devices/{deviceId}/revocation",
    { params: { ...params, deviceId: phone }, body: { reason: "한가람 님이 가져감" } },
    desk,
  );
  await scan(world, visit, other, desk, { deviceId: phone });

  // new codes and keys, and their end
  await world.call("POST /api/me/visits/{visitId}/ticket/renewal", { params, body: { seen: 1 } }, ticket.seeker);
  await world.call("POST /api/staff/visits/{visitId}/ticket-keys", { params }, visit.manager);
  await world.settle();
  const renewed = await world.get("GET /api/me/visits/{visitId}/ticket", { params }, ticket.seeker);
  world.deps.clock.set("2026-12-19T00:00:00.000Z");
  await world.fire("destroy-keys");

  const log = JSON.stringify(world.deps.log.lines);
  expect(world.deps.log.lines.map(({ message }) => message)).toEqual(
    expect.arrayContaining(["walk-in.unreadable", "people.searched", "keys.destroyed"]),
  );
  const secrets = [ticket.token, renewed.token, other.token, pin, key, toBase64Url(secretOf(ticket)), ticket.code];
  const people = ["선우", "라온", "한가람", "선○", "도라지", "무릎", "0177", "0188", "0199", "@example.com", "@center"];
  for (const word of [...secrets, ...people]) expect(log, word).not.toContain(word);
});
