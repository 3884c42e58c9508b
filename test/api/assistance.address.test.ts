import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { refusalOf } from "../support/booking.ts";
import { aBooking, anId, anOpenVisit, aSeeker, type OpenVisit } from "../support/builders.ts";
import { entriesOf } from "../support/ledger.ts";
import { lastNews, newsTo } from "../support/mails.ts";
import { registrationOf } from "../support/registrations.ts";
import { aDesk } from "../support/tickets.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

const start = "2026-11-23T01:00:00.000Z";

let world: World;
let visit: OpenVisit;
let desk: Browser;
beforeAll(async () => {
  world = await aWorld(start);
});
beforeEach(async () => {
  world.deps.clock.set(start);
  visit = await anOpenVisit(world);
  desk = await aDesk(world);
  await world.settle();
});
afterAll(() => world.close());

const reason = "전화로 주소를 알려 주셨습니다";
const anAddress = (): string => `${anId("person").toLowerCase()}@example.com`;
const noticeVersion = currentConsentVersion.service_core;
/** Registered by staff, on the telephone. */
const assisted = async (over: Record<string, unknown> = {}): Promise<string> => {
  const params = { visitId: visit.visitId, personId: anId("psn") };
  const body = { name: "오순자", birthYear: 1958, phone: "010-0000-0009", locale: "ko", noticeVersion, ...over };
  const { registrationId } = await world.get("PUT /api/staff/visits/{visitId}/registrations/{personId}", { params, body }, desk);
  await world.settle();
  return registrationId;
};
const at = (registrationId: string) => ({ visitId: visit.visitId, registrationId });
const set = async (registrationId: string, mail: string, by = desk) => {
  const params = at(registrationId);
  const answer = await world.call(
    "PUT /api/staff/visits/{visitId}/people/{registrationId}/address",
    { params, body: { mail, reason } },
    by,
  );
  await world.settle();
  return answer;
};
const bookFor = async (registrationId: string, slot: number) => {
  const params = { ...at(registrationId), bookingId: anId("bkg") };
  const body = { ...aBooking(visit.slots[slot] ?? ""), reason: "전화 요청" };
  await world.get("PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}", { params, body }, desk);
  await world.settle();
  return params;
};
const cancelFor = async (params: Awaited<ReturnType<typeof bookFor>>, slot: number) => {
  const body = { seen: { slotId: visit.slots[slot], sequence: 0 }, reason: "기업 사정으로 취소했습니다" };
  const key = "POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/cancellation";
  await world.get(key, { params, body }, desk);
  await world.settle();
};
const dayOf = async () => (await world.get("GET /api/staff/visits/{visitId}/day", { params: { visitId: visit.visitId } }, desk)).people;
const undelivered = async () =>
  (await world.get("GET /api/staff/undelivered-mails", {}, desk)).mails.filter(({ visitId }) => visitId === visit.visitId);
const subjects = (mail: string): string[] => newsTo(world, mail).map(({ subject }) => subject);
const added = "이 주소로 안내를 보내 드립니다";
const changed = "전자우편 주소가 바뀌었습니다";

describe("when staff write down the address of somebody who has none", () => {
  test("the first mail names nobody; what happens from then on goes by mail, what was to be told by telephone stays so", async () => {
    const registrationId = await assisted();
    await cancelFor(await bookFor(registrationId, 0), 0);
    const booked = await bookFor(registrationId, 3);
    const tasks = await undelivered();
    expect(tasks).toMatchObject([{ state: "no-address", maskedMail: null, canGoAgain: false }]);
    const mail = anAddress();
    expect(await set(registrationId, mail)).toMatchObject({ status: 204 });
    const told = await lastNews(world, mail);
    expect(told.subject).toBe(added);
    expect(`${told.subject} ${told.text} ${told.html}`).not.toMatch(/오순자|순자|솔버들/);
    expect(await dayOf()).toMatchObject([{ registrationId, mailUnproven: true }]);
    await cancelFor(booked, 3);
    expect(subjects(mail)).toEqual([added, "예약이 취소되었습니다"]);
    expect(await undelivered()).toEqual(tasks);
  });

  test("it is unproven until they sign in, who then find what is theirs", async () => {
    const registrationId = await assisted();
    const mail = anAddress();
    await set(registrationId, mail);
    const browser = await world.signIn(mail);
    expect(await world.get("GET /api/me", {}, browser)).toMatchObject({ mail, person: { name: "오순자" } });
    expect((await registrationOf(world, visit, browser)).registrationId).toBe(registrationId);
    const [person] = await dayOf();
    expect(person).not.toHaveProperty("mailUnproven");
    expect(person).not.toHaveProperty("mailTrouble");
    expect(refusalOf(await set(registrationId, anAddress()))).toBe("can-do-it-themselves");
  });

  test("who did it and why is in both logs, and the person reads of it; sent again it answers the same and is told once", async () => {
    const registrationId = await assisted();
    const mail = anAddress();
    expect([(await set(registrationId, mail)).status, (await set(registrationId, mail)).status]).toEqual([204, 204]);
    expect(subjects(mail)).toEqual([added]);
    const logged = (await world.table.allItems()).filter((item) => item.type === "visit-log" && item.did === "set-address");
    expect(logged.filter((item) => item.registrationId === registrationId).map((item) => item.reason)).toEqual([reason]);
    const entries = (await entriesOf(world, "address-set")).filter((entry) => entry.registrationId === registrationId);
    expect(entries).toMatchObject([{ reason, people: 1, visitId: visit.visitId }]);
    expect(JSON.stringify([logged, entries])).not.toContain(mail);
    const { rows } = await world.get("GET /api/me/access-log", {}, await world.signIn(mail));
    expect(rows.map(({ kind }) => kind)).toContain("address-set");
  });

  test("an address with which somebody is registered is refused, and one with which somebody works, too", async () => {
    const registrationId = await assisted();
    const other = await aSeeker(world, visit.visitId, { mail: anAddress() });
    expect(refusalOf(await set(registrationId, other.mail))).toBe("address-taken");
    expect(refusalOf(await set(registrationId, visit.employerMail))).toBe("address-taken");
    expect(await dayOf()).toContainEqual(expect.objectContaining({ registrationId, mailTrouble: "no-address" }));
  });

  test("of two people for whom one address is written down in the same moment one gets it", async () => {
    const [one, other] = [await assisted(), await assisted({ name: "도하늘" })];
    const mail = anAddress();
    const answers = await Promise.all([set(one, mail), set(other, mail)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    const holding = (await world.table.allItems()).filter((item) => item.mail === mail).map(({ type }) => type);
    expect(holding.sort()).toEqual(["account", "person"]);
  });

  test("an address from which mail came back is refused before it is used", async () => {
    const registrationId = await assisted();
    const mail = anAddress();
    world.office.ses.faults.add({ kind: "Bounce", to: mail });
    await assisted({ name: "도하늘", mail });
    expect(refusalOf(await set(registrationId, mail))).toBe("address-returned");
  });

  test("where it does not arrive, day and call list say so, and staff can write down another", async () => {
    const registrationId = await assisted();
    const wrong = anAddress();
    world.office.ses.faults.add({ kind: "Bounce", to: wrong });
    await set(registrationId, wrong);
    expect(await dayOf()).toMatchObject([{ registrationId, mailTrouble: "bounced" }]);
    expect(await undelivered()).toMatchObject([{ message: "address_added", state: "bounced", reader: { registrationId } }]);
    const right = anAddress();
    expect(await set(registrationId, right)).toMatchObject({ status: 204 });
    const [person] = await dayOf();
    expect(person).toMatchObject({ mailUnproven: true });
    expect(person).not.toHaveProperty("mailTrouble");
    expect(subjects(right)).toEqual([added]);
  });
});

describe("when staff correct an address that was mistyped", () => {
  test("whoever got in with it is out, it is told, and opens nothing any more", async () => {
    const typo = anAddress();
    const registrationId = await assisted({ mail: typo });
    expect(await dayOf()).toMatchObject([{ registrationId, mailUnproven: true }]);
    const right = anAddress();
    expect(await set(registrationId, right)).toMatchObject({ status: 204 });
    expect(subjects(typo)).toContain(changed);
    expect((await lastNews(world, typo)).text).not.toMatch(new RegExp(`오순자|${right}`));
    expect(await world.get("GET /api/me", {}, await world.signIn(typo))).toMatchObject({ person: null });
    expect(await world.get("GET /api/me", {}, await world.signIn(right))).toMatchObject({ person: { name: "오순자" } });
  });

  test("one that bounced after years of use: sessions of before end", async () => {
    const mail = anAddress();
    const seeker = await aSeeker(world, visit.visitId, { mail, beforeBooking: false });
    world.office.ses.faults.add({ kind: "Bounce", to: mail });
    await world.settle();
    const { registrationId } = await registrationOf(world, visit, seeker);
    const lost = (await undelivered()).find(({ message }) => message === "visit_registered");
    expect(lost).toMatchObject({ state: "bounced", canGoAgain: false });
    const right = anAddress();
    expect(await set(registrationId, right)).toMatchObject({ status: 204 });
    expect(refusalOf(await world.call("GET /api/me", {}, seeker))).toBe("sign-in-needed");
    // What came back can be sent to the other one.
    expect((await undelivered()).find(({ mailId }) => mailId === lost?.mailId)).toMatchObject({ canGoAgain: true });
    const params = { mailId: lost?.mailId ?? "" };
    await world.get("POST /api/staff/undelivered-mails/{mailId}/repetition", { params }, desk);
    await world.settle();
    expect(subjects(right)).toHaveLength(2);
    expect(await undelivered()).toEqual([]);
  });

  test("one that works stays in its owner's hands, and that of somebody who works here", async () => {
    const seeker = await aSeeker(world, visit.visitId, { mail: anAddress(), beforeBooking: false });
    await world.settle();
    const { registrationId } = await registrationOf(world, visit, seeker);
    expect(refusalOf(await set(registrationId, anAddress()))).toBe("can-do-it-themselves");
    const worker = anAddress();
    const theirs = await assisted({ name: "오서린", mail: worker });
    const body = { mail: worker, name: "오서린", roles: ["desk"] };
    await world.get("PUT /api/staff/members", { body }, visit.manager);
    expect(refusalOf(await set(theirs, anAddress()))).toBe("address-fixed");
  });
});

test("an id of another visit, of somebody who took it back, or of a visit that is over is refused", async () => {
  const registrationId = await assisted();
  const other = await anOpenVisit(world);
  const key = "PUT /api/staff/visits/{visitId}/people/{registrationId}/address";
  const body = { mail: anAddress(), reason };
  for (const params of [{ ...at(registrationId), visitId: other.visitId }, at("reg_00000000000000000000000000")])
    expect(refusalOf(await world.call(key, { params, body }, desk))).toBe("not-found");
  world.deps.clock.set("2026-12-03T08:00:00.000Z");
  expect(refusalOf(await set(registrationId, anAddress(), await aDesk(world)))).toBe("visit-over");
  world.deps.clock.set(start);
  await world.get(
    "POST /api/staff/visits/{visitId}/people/{registrationId}/withdrawal",
    { params: at(registrationId), body: { registeredAt: start, reason: "전화 요청" } },
    desk,
  );
  expect(refusalOf(await set(registrationId, anAddress()))).toBe("registration-withdrawn");
});

test("erased afterwards, nothing of either address is left", async () => {
  const [typo, mail] = [anAddress(), anAddress()];
  const registrationId = await assisted({ mail: typo });
  await set(registrationId, mail);
  await world.get("POST /api/me/erasure", {}, await world.signIn(mail));
  await world.settle();
  const holding = (await world.table.allItems()).filter(
    (item) => item.type !== "challenge" && [typo, mail].some((one) => JSON.stringify(item).includes(one)),
  );
  expect(holding.map(({ type }) => type)).toEqual([]);
});
