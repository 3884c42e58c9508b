import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { api, type OperationKey } from "../../shared/contract/api.ts";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { addMinutes, Instant } from "../../shared/domain/seoul-time.ts";
import { askForAddress, sayYear, signInProving } from "../support/address.ts";
import { refusalOf } from "../support/booking.ts";
import { aBooking, anId, anOpenVisit, aSeeker, type OpenVisit } from "../support/builders.ts";
import { lastNews, newsTo } from "../support/mails.ts";
import { registrationOf } from "../support/registrations.ts";
import { aSeason, goodRequests } from "../support/season.ts";
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

const year = 1958;
const anAddress = (): string => `${anId("person").toLowerCase()}@example.com`;
const noticeVersion = currentConsentVersion.service_core;
const assisted = async (over: Record<string, unknown> = {}): Promise<string> => {
  const params = { visitId: visit.visitId, personId: anId("psn") };
  const body = { name: "오순자", birthYear: year, phone: "010-0000-0009", locale: "ko", noticeVersion, ...over };
  const { registrationId } = await world.get("PUT /api/staff/visits/{visitId}/registrations/{personId}", { params, body }, desk);
  await world.settle();
  return registrationId;
};
const bookFor = async (registrationId: string, slot = 0) => {
  const params = { visitId: visit.visitId, registrationId, bookingId: anId("bkg") };
  const body = { ...aBooking(visit.slots[slot] ?? ""), reason: "전화 요청" };
  await world.get("PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}", { params, body }, desk);
  await world.settle();
};
const setAddress = async (registrationId: string, mail: string) => {
  const key = "PUT /api/staff/visits/{visitId}/people/{registrationId}/address";
  const body = { mail, reason: "본인이 창구에서 알려 주심" };
  const answer = await world.call(key, { params: { visitId: visit.visitId, registrationId }, body }, desk);
  await world.settle();
  return answer;
};
const rowOf = async (registrationId: string) => {
  const { people } = await world.get("GET /api/staff/visits/{visitId}/day", { params: { visitId: visit.visitId } }, desk);
  return people.find((person) => person.registrationId === registrationId);
};
const me = (browser: Browser) => world.get("GET /api/me", {}, browser);

describe("an address that staff wrote down", () => {
  test("opens nothing of the person's before the year of birth is said: every operation of one's own is refused", async () => {
    const mail = anAddress();
    await bookFor(await assisted({ mail }));
    const browser = await world.signIn(mail);
    expect(await me(browser)).toMatchObject({ mail, person: null, isUnproven: true });
    const own = (Object.keys(api) as OperationKey[]).filter((key) => api[key].who === "signed-in");
    const season = await aSeason(world);
    const open: string[] = [];
    for (const key of own) {
      if (key === "POST /api/me/address-proof") continue;
      const answer = await world.call(key, goodRequests[key](season), browser);
      if (answer.ok || answer.problem.code !== "address-unproven") open.push(key);
      expect(JSON.stringify(answer)).not.toMatch(/오순자|01000000009/);
    }
    expect(open.filter((key) => !key.includes("/second-step/")).sort()).toEqual([
      "DELETE /api/me/sign-ins",
      "DELETE /api/me/sign-ins/{signInId}",
      "GET /api/me",
      "GET /api/me/sign-ins",
    ]);
  });

  test("is proven once and for good, in every browser of theirs", async () => {
    const mail = anAddress();
    const registrationId = await assisted({ mail });
    const [browser, other] = [await world.signIn(mail), await world.signIn(mail)];
    expect(refusalOf(await sayYear(world, browser, year + 1))).toBe("wrong-birth-year");
    expect(await rowOf(registrationId)).toMatchObject({ mailUnproven: true });
    expect(await sayYear(world, browser, year)).toMatchObject({ status: 204 });
    expect(await rowOf(registrationId)).not.toHaveProperty("mailUnproven");
    for (const signedIn of [browser, other, await world.signIn(mail)]) {
      expect(await me(signedIn)).toMatchObject({ person: { name: "오순자" } });
      expect((await registrationOf(world, visit, signedIn)).registrationId).toBe(registrationId);
    }
    // Whatever is said afterwards changes nothing.
    for (let again = 0; again < 4; again++) await sayYear(world, browser, year + 1);
    expect(await me(browser)).toMatchObject({ person: { name: "오순자" } });
  });

  test("of somebody who signed in there before and is nobody yet is asked for as well, in sessions of before, too", async () => {
    const mail = anAddress();
    const before = await world.signIn(mail);
    expect(await me(before)).not.toHaveProperty("isUnproven");
    const registrationId = await assisted({ mail });
    expect(await me(before)).toMatchObject({ person: null, isUnproven: true });
    expect(refusalOf(await world.call("GET /api/me/registrations", {}, before))).toBe("address-unproven");
    expect(refusalOf(await askForAddress(world, anAddress(), before))).toBe("address-unproven");
    expect(await sayYear(world, before, year)).toMatchObject({ status: 204 });
    expect((await registrationOf(world, visit, before)).registrationId).toBe(registrationId);
  });

  test("is named to nobody in the mails that go there; from the moment it is proven they have the name", async () => {
    const mail = anAddress();
    const registrationId = await assisted({ mail });
    const registered = await lastNews(world, mail);
    await bookFor(registrationId);
    const booked = await lastNews(world, mail);
    expect([registered.subject, booked.subject]).toEqual(["사전 등록을 마쳤습니다", "현장면접 예약이 확정되었습니다"]);
    for (const told of [registered, booked]) {
      expect(told.text).toContain("방문자 님");
      expect(JSON.stringify(told)).not.toMatch(/오순자|순자|1958|0000-?0009/);
    }
    await signInProving(world, mail);
    await bookFor(registrationId, 3);
    expect((await lastNews(world, mail)).text).toContain("오순자 님");
  });

  test("that the person registered by themselves is asked nothing", async () => {
    const seeker = await aSeeker(world, visit.visitId, { mail: anAddress(), beforeBooking: false });
    expect(await me(seeker)).not.toHaveProperty("isUnproven");
    expect(await sayYear(world, seeker, 1900)).toMatchObject({ status: 204 });
    expect((await registrationOf(world, visit, seeker)).registrationId).toBeTruthy();
  });
});

describe("whoever says the wrong year three times", () => {
  const wrongThrice = async (browser: Browser) => {
    const answers: (string | undefined)[] = [];
    for (let wrong = 1; wrong <= 3; wrong++) answers.push(refusalOf(await sayYear(world, browser, year + wrong)));
    return answers;
  };

  test("goes on as somebody without registrations; staff see it, and nothing more is mailed there", async () => {
    const mail = anAddress();
    const registrationId = await assisted({ mail });
    const stranger = await world.signIn(mail);
    expect(await wrongThrice(stranger)).toEqual(["wrong-birth-year", "wrong-birth-year", "address-refused"]);
    expect(await me(stranger)).toMatchObject({ mail, person: null });
    expect(await me(stranger)).not.toHaveProperty("isUnproven");
    expect(await world.get("GET /api/me/registrations", {}, stranger)).toEqual({ registrations: [] });
    // Even the right year opens nothing any more.
    await sayYear(world, stranger, year);
    expect(await world.get("GET /api/me/registrations", {}, await world.signIn(mail))).toEqual({ registrations: [] });
    const row = await rowOf(registrationId);
    expect(row).toMatchObject({ mailTrouble: "not-proven" });
    expect(row).not.toHaveProperty("mailUnproven");
    const before = newsTo(world, mail).length;
    await bookFor(registrationId);
    expect(newsTo(world, mail)).toHaveLength(before);
  });

  test("can register for themselves, and the person gets another address from staff", async () => {
    const mail = anAddress();
    const registrationId = await assisted({ mail });
    const stranger = await world.signIn(mail);
    await wrongThrice(stranger);
    const right = anAddress();
    expect(await setAddress(registrationId, right)).toMatchObject({ status: 204 });
    expect(await rowOf(registrationId)).toMatchObject({ mailUnproven: true });
    expect(await rowOf(registrationId)).not.toHaveProperty("mailTrouble");
    const person = await signInProving(world, right);
    expect((await registrationOf(world, visit, person)).registrationId).toBe(registrationId);
    const form = { name: "도하늘", birthYear: 1990, locale: "ko" as const, noticeVersion, beforeBooking: false };
    const key = "PUT /api/me/visits/{visitId}/registration";
    await world.get(key, { params: { visitId: visit.visitId }, body: form }, stranger);
    await world.settle();
    expect(await me(stranger)).toMatchObject({ person: { name: "도하늘" } });
    expect((await registrationOf(world, visit, person)).registrationId).toBe(registrationId);
  });

  test("and is the person after all gets the same address back, with tries of its own", async () => {
    const mail = anAddress();
    const registrationId = await assisted({ mail });
    await wrongThrice(await world.signIn(mail));
    expect(await setAddress(registrationId, mail)).toMatchObject({ status: 204 });
    const browser = await world.signIn(mail);
    expect(refusalOf(await sayYear(world, browser, year + 1))).toBe("wrong-birth-year");
    expect(await sayYear(world, browser, year)).toMatchObject({ status: 204 });
    expect((await registrationOf(world, visit, browser)).registrationId).toBe(registrationId);
  });

  test("side by side has three tries and no more", async () => {
    const mail = anAddress();
    await assisted({ mail });
    const browser = await world.signIn(mail);
    const years = [year + 1, year + 2, year + 3, year + 4, year + 5, year + 6, year + 7, year + 8];
    const answers = await Promise.all(years.map((said) => sayYear(world, browser, said)));
    const refusals = answers.map((answer) => (answer.ok ? "settled" : answer.problem.code));
    expect(refusals.filter((code) => code === "wrong-birth-year")).toHaveLength(2);
    await sayYear(world, browser, year);
    expect(await world.get("GET /api/me/registrations", {}, await world.signIn(mail))).toEqual({ registrations: [] });
  });

  test("is forgotten like anybody who never registers; the person stays", async () => {
    const mail = anAddress();
    const registrationId = await assisted({ mail });
    const stranger = await world.signIn(mail);
    await wrongThrice(stranger);
    const { accountId } = await me(stranger);
    const account = (await world.table.allItems()).find((item) => item.type === "account" && item.accountId === accountId);
    expect(account).toMatchObject({ gsi1pk: "NEWCOMERS", gsi1sk: `${start}#${accountId}` });
    world.deps.clock.set(addMinutes(Instant.parse(start), 60 * 24));
    desk = await aDesk(world);
    expect(await rowOf(registrationId)).toMatchObject({ mailTrouble: "not-proven" });
  });
});

test("the right year, sent twice as the last try, opens what is theirs", async () => {
  const mail = anAddress();
  const registrationId = await assisted({ mail });
  const browser = await world.signIn(mail);
  for (const wrong of [year - 1, year - 2]) expect(refusalOf(await sayYear(world, browser, wrong))).toBe("wrong-birth-year");
  await Promise.all([sayYear(world, browser, year), sayYear(world, browser, year)]);
  expect((await registrationOf(world, visit, browser)).registrationId).toBe(registrationId);
});
