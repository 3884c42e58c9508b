import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { signInProving } from "../support/address.ts";
import { refusalOf } from "../support/booking.ts";
import { aBooking, anId, anOpenVisit, type OpenVisit } from "../support/builders.ts";
import { newsTo } from "../support/mails.ts";
import { aDesk } from "../support/tickets.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

const start = "2026-11-23T01:00:00.000Z";

let world: World;
let visit: OpenVisit;
let desk: Browser;
beforeEach(async () => {
  world = await aWorld(start);
  visit = await anOpenVisit(world);
  desk = await aDesk(world);
  await world.settle();
});
afterEach(() => world.close());

const aCaller = {
  name: "오순자",
  birthYear: 1958,
  phone: "010-0000-0009",
  locale: "ko",
  noticeVersion: currentConsentVersion.service_core,
};
const register = (over: Record<string, unknown> = {}, personId = anId("psn"), { visitId } = visit) =>
  world.call(
    "PUT /api/staff/visits/{visitId}/registrations/{personId}",
    { params: { visitId, personId }, body: { ...aCaller, ...over } },
    desk,
  );
const registered = async (over: Record<string, unknown> = {}): Promise<string> => {
  const answer = await register(over);
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value.registrationId;
};
const onBooking = (registrationId: string, bookingId: string) => ({ visitId: visit.visitId, registrationId, bookingId });
const bookFor = (registrationId: string, bookingId = anId("bkg")) =>
  world.get(
    "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}",
    { params: onBooking(registrationId, bookingId), body: { ...aBooking(visit.slots[0] ?? ""), reason: "전화로 부탁" } },
    desk,
  );
const undelivered = async () => (await world.get("GET /api/staff/undelivered-mails", {}, desk)).mails;
const day = async () => (await world.get("GET /api/staff/visits/{visitId}/day", { params: { visitId: visit.visitId } }, desk)).people;
const items = async (type: string) => (await world.table.allItems()).filter((item) => item.type === type);

describe("when staff register somebody without a mail address", () => {
  test("they have a ticket and can be booked for; nobody is asked to tell them what they were just told", async () => {
    const registrationId = await registered();
    const bookingId = anId("bkg");
    await bookFor(registrationId, bookingId);
    await world.settle();
    expect(await day()).toMatchObject([{ registrationId, maskedName: "오○자", mailTrouble: "no-address", bookings: [{ bookingId }] }]);
    expect(await items("registration")).toMatchObject([{ ticketCode: expect.any(String) }]);
    expect(await undelivered()).toEqual([]);
    expect(world.office.ses.mailbox.list().filter(({ to }) => to.includes("undefined"))).toEqual([]);
    expect(await items("consent")).toMatchObject([
      { code: "service_core", channel: "staff", textVersion: currentConsentVersion.service_core },
    ]);
    expect((await items("visit-log")).map(({ did }) => did).sort()).toEqual(["booked", "registered"]);
  });

  test("a new QR code, which they asked for at the desk, is no call to make: the desk is shown the new code to tell them", async () => {
    const registrationId = await registered();
    await world.settle();
    const params = { visitId: visit.visitId, registrationId };
    const ticket = () => world.get("GET /api/staff/visits/{visitId}/people/{registrationId}/ticket", { params }, desk);
    const { code, gen } = await ticket();
    const key = "POST /api/staff/visits/{visitId}/people/{registrationId}/ticket/renewal";
    await world.get(key, { params, body: { seen: gen, reason: "종이를 잃어버림" } }, desk);
    await world.settle();
    const renewed = await ticket();
    expect(renewed.gen).toBe(gen + 1);
    expect(renewed.code).not.toBe(code);
    expect(await undelivered()).toEqual([]);
  });

  test("what changes without them is a call to make, with their number, until somebody has called", async () => {
    const registrationId = await registered();
    const { bookingId, slotId, sequence } = await bookFor(registrationId);
    await world.get(
      "POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/cancellation",
      { params: onBooking(registrationId, bookingId), body: { seen: { slotId, sequence }, reason: "기업이 오지 못합니다" } },
      desk,
    );
    await world.settle();
    const [call, ...others] = await undelivered();
    expect(others).toEqual([]);
    expect(call).toMatchObject({
      message: "booking_cancelled_by_centre",
      state: "no-address",
      maskedMail: null,
      phone: "01000000009",
      canGoAgain: false,
      reader: { who: "person", maskedName: "오○자", registrationId },
    });
    await world.get("POST /api/staff/undelivered-mails/{mailId}/call", { params: { mailId: call?.mailId ?? "" } }, desk);
    expect(await undelivered()).toEqual([]);
    // a day later nothing counts as lost
    world.deps.clock.forward(25 * 60);
    await world.fire("find-lost-mails");
    desk = await aDesk(world);
    expect(await undelivered()).toEqual([]);
  });

  test("sent again, also at the same moment, it is one registration", async () => {
    const personId = anId("psn");
    const answers = await Promise.all(Array.from({ length: 5 }, () => register({}, personId)));
    expect(answers.map(({ ok }) => ok)).toEqual(answers.map(() => true));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
    expect(await items("registration")).toHaveLength(1);
    expect((await items("visit-log")).filter(({ did }) => did === "registered")).toHaveLength(1);
  });

  test("somebody else's id is refused, and what they said of themselves stays", async () => {
    const personId = anId("psn");
    await register({}, personId);
    expect(refusalOf(await register({ name: "김하늘" }, personId))).toBe("id-taken");
    expect(await items("person")).toMatchObject([{ name: "오순자", phone: "01000000009" }]);
  });
});

describe("when staff register somebody with a mail address", () => {
  const mail = "soonja@example.com";

  test("they get the mail, and find all of it when they sign in and say their year of birth", async () => {
    const registrationId = await registered({ mail });
    await bookFor(registrationId);
    await world.settle();
    expect(newsTo(world, mail)).toHaveLength(2);
    const { registrations } = await world.get("GET /api/me/registrations", {}, await signInProving(world, mail));
    expect(registrations).toMatchObject([{ registrationId, bookings: [{ booking: { state: "confirmed" } }] }]);
  });

  test("whom we know already keeps what they said; under another name nobody is registered", async () => {
    await registered({ mail });
    const other = await anOpenVisit(world, { plan: { date: "2026-12-10" } });
    expect(await register({ mail, phone: "010-0000-0010" }, anId("psn"), other)).toMatchObject({ status: 201 });
    expect(await items("person")).toMatchObject([{ name: "오순자", phone: "01000000009", mail }]);
    const before = await world.table.allItems();
    expect(refusalOf(await register({ mail, name: "김하늘" }))).toBe("address-in-use");
    expect(await world.table.allItems()).toEqual(before);
  });
});

describe("when somebody cannot be registered", () => {
  test("it is said why, and nothing is written, no account either", async () => {
    const mail = "nobody@example.com";
    expect(refusalOf(await register({ mail, birthYear: 2015 }))).toBe("too-young");
    expect(refusalOf(await register({ mail, noticeVersion: "2020-01" }))).toBe("consent-outdated");
    expect(refusalOf(await register({ mail }, anId("psn"), { ...visit, visitId: anId("vis") }))).toBe("not-found");
    world.deps.clock.set("2026-12-04T01:00:00.000Z");
    desk = await aDesk(world);
    expect(refusalOf(await register({ mail }))).toBe("visit-over");
    expect(JSON.stringify(await world.table.allItems())).not.toContain(mail);
    expect(await items("person")).toEqual([]);
  });
});
