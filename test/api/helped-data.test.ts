import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { refusalOf } from "../support/booking.ts";
import { anId, anOpenVisit, aSeeker, type OpenVisit, openAllDay } from "../support/builders.ts";
import { entriesOf } from "../support/ledger.ts";
import { newsTo } from "../support/mails.ts";
import { registrationOf } from "../support/registrations.ts";
import { must } from "../support/whole-season.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

const now = "2026-11-23T01:00:00.000Z";
const reason = "현장에서 본인이 부탁하셨습니다";

let world: World;
let visit: OpenVisit;
let desk: Browser;
let manager: Browser;
beforeAll(async () => {
  world = await aWorld(now);
  visit = await anOpenVisit(world, { plan: { deadlines: openAllDay }, pattern: { to: "17:00" } });
  desk = await world.staff(`${anId("desk").toLowerCase()}@center.example.com`, ["desk"]);
  manager = await world.staff(`${anId("manager").toLowerCase()}@center.example.com`, ["manager"]);
});
beforeEach(() => world.deps.clock.set(now));
afterAll(() => world.close());

let slot = 0;
type Helped = { visitId: string; registrationId: string; bookingId: string; personId: string };
/** Somebody without an address, with an interview and two needs. */
const aHelped = async (name = anId("이름")): Promise<Helped> => {
  const { visitId } = visit;
  const [personId, bookingId] = [anId("psn"), anId("bkg")];
  const form = { name, birthYear: 1958, locale: "ko", phone: "010-0000-0311", noticeVersion: currentConsentVersion.service_core };
  const { registrationId } = await world.get(
    "PUT /api/staff/visits/{visitId}/registrations/{personId}",
    { params: { visitId, personId }, body: form },
    desk,
  );
  const whom = { visitId, registrationId };
  const booked = { slotId: visit.slots[slot++], consentVersion: currentConsentVersion.to_employer, reason: "전화 요청" };
  const key = "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}";
  await must(world.call(key, { params: { ...whom, bookingId }, body: booked }, desk));
  const needs = { needs: ["wheelchair", "plain"], consentVersion: currentConsentVersion.sensitive_support };
  await must(world.call("PUT /api/staff/visits/{visitId}/people/{registrationId}/needs", { params: whom, body: needs }, desk));
  await world.settle();
  return { ...whom, bookingId, personId };
};
const at = "/api/staff/visits/{visitId}/people/{registrationId}" as const;
const on = ({ visitId, registrationId }: Helped) => ({ visitId, registrationId });
const consentsOf = (whom: Helped, by = desk) => world.call(`GET ${at}/consents`, { params: on(whom) }, by);
const withdraw = (whom: Helped, by = desk, body: object = { reason }) =>
  world.call(`POST ${at}/consents/{employerId}/withdrawal`, { params: { ...on(whom), employerId: visit.employerId }, body }, by);
const takeBack = (whom: Helped, answer: "needs" | "groups", by = desk) =>
  world.call(`POST ${at}/support/{answer}/withdrawal`, { params: { ...on(whom), answer }, body: { reason } }, by);
const supportOf = (whom: Helped, by = desk) => world.call(`GET ${at}/support`, { params: on(whom) }, by);
const interview = ({ bookingId, ...whom }: Helped) => ({ ...on({ ...whom, bookingId }), bookingId });
const share = (whom: Helped, needs: string[], by = desk, consentVersion: string = currentConsentVersion.share_accommodation) =>
  world.call(`PUT ${at}/bookings/{bookingId}/needs-share`, { params: interview(whom), body: { needs, consentVersion, reason } }, by);
const unshare = (whom: Helped, by = desk) =>
  world.call(`POST ${at}/bookings/{bookingId}/needs-share/withdrawal`, { params: interview(whom), body: { reason } }, by);
const looksOf = (whom: Helped, by = desk) => world.call(`GET ${at}/access-log`, { params: on(whom), query: {} }, by);
const seenByEmployer = (whom: Helped) =>
  world.call(
    "GET /api/employers/{employerId}/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/needs",
    { params: { ...interview(whom), employerId: visit.employerId } },
    visit.employer,
  );
const logged = async (whom: Helped) =>
  (await world.table.allItems()).filter((item) => item.type === "visit-log" && item.registrationId === whom.registrationId);

describe("for somebody whom no mail reaches, staff", () => {
  test("take back what they agreed to for an employer: at once, with all that follows, and with the reason", async () => {
    const whom = await aHelped();
    expect(await consentsOf(whom)).toMatchObject({
      value: { employers: [{ employerId: visit.employerId, stands: true, isSeen: true, cancels: [{}] }], support: [{ to: "needs" }] },
    });
    expect(refusalOf(await withdraw(whom, desk, { reason: "" }))).toBe("invalid-fields");
    const told = newsTo(world, visit.employerMail).length + newsTo(world, "hr@solbeodeul.example.com").length;
    expect(await withdraw(whom)).toMatchObject({ value: { employers: [{ stands: false, isSeen: false, cancels: [] }] } });
    expect(await withdraw(whom)).toMatchObject({ status: 200 });
    const shown = await world.get(
      "GET /api/employers/{employerId}/visits/{visitId}/interviews",
      { params: { employerId: visit.employerId, visitId: visit.visitId } },
      visit.employer,
    );
    expect(JSON.stringify(shown)).not.toContain(whom.registrationId);
    const { people } = await world.get("GET /api/staff/visits/{visitId}/day", { params: { visitId: visit.visitId } }, desk);
    expect(people.find(({ registrationId }) => registrationId === whom.registrationId)).toMatchObject({ bookings: [], isCancelled: true });
    await world.settle();
    const gone = [...newsTo(world, visit.employerMail), ...newsTo(world, "hr@solbeodeul.example.com")];
    expect(gone.length).toBe(told + 1);
    expect(gone.some(({ subject }) => subject === "구직자의 정보를 지워 주세요")).toBe(true);
    expect((await logged(whom)).filter(({ did }) => did === "withdrew-consent")).toMatchObject([{ reason, employerId: visit.employerId }]);
    const nobody = { ...whom, registrationId: anId("reg") };
    expect(refusalOf(await withdraw(nobody))).toBe("not-found");
    const params = { ...on(whom), employerId: anId("emp") };
    expect(refusalOf(await world.call(`POST ${at}/consents/{employerId}/withdrawal`, { params, body: { reason } }, desk))).toBe(
      "not-found",
    );
  });

  test("take back that needs are kept, unread, and with them what employers know; the visit may be over", async () => {
    const whom = await aHelped();
    await must(share(whom, ["plain"]));
    expect(await seenByEmployer(whom)).toMatchObject({ value: { needs: ["plain"] } });
    world.deps.clock.set("2026-12-10T01:00:00.000Z");
    const later = await world.staff(`${anId("manager").toLowerCase()}@center.example.com`, ["manager"]);
    const taken = await takeBack(whom, "needs", later);
    expect(taken).toMatchObject({ value: { support: [] } });
    expect(JSON.stringify(taken)).not.toMatch(/wheelchair|plain/);
    expect(await takeBack(whom, "groups", later)).toMatchObject({ status: 200 });
    expect((await world.table.allItems()).filter(({ pk }) => pk === `SUPPORT#${whom.personId}`)).toEqual([]);
    expect(
      (await logged(whom)).flatMap(({ did, reason: why }) => (String(did).startsWith("took-back") ? [`${did}: ${why}`] : [])).sort(),
    ).toEqual([`took-back-groups: ${reason}`, `took-back-needs: ${reason}`]);
  });

  test("say which employer may know which need, with the consent read to them, and take it back", async () => {
    const whom = await aHelped();
    expect(await supportOf(whom)).toMatchObject({
      value: { needs: { codes: ["wheelchair", "plain"] }, interviews: [{ bookingId: whom.bookingId, shared: null }] },
    });
    expect(refusalOf(await share(whom, ["plain"], desk, "2026-01"))).toBe("consent-outdated");
    expect(refusalOf(await share(whom, ["quiet"]))).toBe("invalid-fields");
    expect(await share(whom, ["plain"])).toMatchObject({ value: { interviews: [{ shared: ["plain"] }] } });
    expect(await share(whom, ["wheelchair"])).toMatchObject({ value: { interviews: [{ shared: ["wheelchair"] }] } });
    expect(await seenByEmployer(whom)).toMatchObject({ value: { needs: ["wheelchair"] } });
    expect(await consentsOf(whom)).toMatchObject({
      value: { support: expect.arrayContaining([expect.objectContaining({ to: "share", channel: "staff", stands: true })]) },
    });
    expect(await unshare(whom)).toMatchObject({ value: { interviews: [{ shared: null }] } });
    expect(await unshare(whom)).toMatchObject({ status: 200 });
    expect(refusalOf(await seenByEmployer(whom))).toBe("not-found");
    const did = (await logged(whom)).filter(({ bookingId, did }) => bookingId === whom.bookingId && /share/.test(String(did)));
    expect(did.map((entry) => [entry.did, entry.reason]).sort()).toEqual([
      ["shared-needs", reason],
      ["shared-needs", reason],
      ["took-back-share", reason],
      ["took-back-share", reason],
    ]);
    expect(JSON.stringify(await logged(whom))).not.toMatch(/wheelchair|plain/);
    expect(refusalOf(await share({ ...whom, bookingId: anId("bkg") }, ["plain"]))).toBe("not-found");
    // As with all needs: until the day after the visit, and not for whoever only manages.
    expect(refusalOf(await supportOf(whom, manager))).toBe("not-allowed");
    expect(refusalOf(await share(whom, ["plain"], manager))).toBe("not-allowed");
    world.deps.clock.set("2026-12-05T01:00:00.000Z");
    const later = await world.staff(`${anId("desk").toLowerCase()}@center.example.com`, ["desk"]);
    expect(refusalOf(await supportOf(whom, later))).toBe("not-found");
  });

  test("do the same where the interview stands under another record of the same person", async () => {
    const name = anId("이름");
    const [one, other] = [await aHelped(name), await aHelped(name)];
    await must(takeBack(one, "needs"));
    const two = { one: one.personId, other: other.personId, reason };
    await must(world.call("POST /api/staff/visits/{visitId}/same-people/merges", { params: { visitId: visit.visitId }, body: two }, desk));
    expect(await supportOf(one)).toMatchObject({
      value: { needs: { codes: ["wheelchair", "plain"] }, interviews: [{ bookingId: one.bookingId }] },
    });
    await must(share(one, ["plain"]));
    expect(await seenByEmployer(one)).toMatchObject({ value: { needs: ["plain"] } });
    await must(takeBack(one, "needs"));
    expect(refusalOf(await seenByEmployer(one))).toBe("not-found");
  });

  test("read who looked and why, as the person would; each look of theirs is in it", async () => {
    const whom = await aHelped();
    for (const look of [consentsOf, supportOf, looksOf]) await must(look(whom));
    const seen = await looksOf(whom);
    const rows = seen.ok ? seen.value.rows : [];
    expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["help", "needs"]));
    for (const { by } of rows) expect(Object.keys(by).sort()).toEqual(["as", "role"]);
    const ours = (await entriesOf(world, "help")).filter(({ registrationId }) => registrationId === whom.registrationId);
    expect(ours.length).toBeGreaterThanOrEqual(2);
    await must(withdraw(whom));
    expect((await entriesOf(world, "help")).filter(({ registrationId }) => registrationId === whom.registrationId).length).toBe(
      ours.length + 1,
    );
  });
});

test("whoever can sign in does it themselves; others who work here may not", async () => {
  const seeker = await aSeeker(world, visit.visitId, { name: anId("이름") });
  await world.settle();
  const { registrationId } = await registrationOf(world, visit, seeker);
  const whom = { visitId: visit.visitId, registrationId, bookingId: anId("bkg"), personId: "" };
  const outreach = await world.staff(`${anId("out").toLowerCase()}@center.example.com`, ["outreach"]);
  const acts = [
    (by: Browser) => consentsOf(whom, by),
    (by: Browser) => withdraw(whom, by),
    (by: Browser) => takeBack(whom, "needs", by),
    (by: Browser) => supportOf(whom, by),
    (by: Browser) => share(whom, ["plain"], by),
    (by: Browser) => unshare(whom, by),
    (by: Browser) => looksOf(whom, by),
  ];
  for (const act of acts) {
    expect(refusalOf(await act(desk))).toBe("can-do-it-themselves");
    expect(refusalOf(await act(outreach))).toBe("not-allowed");
  }
});
