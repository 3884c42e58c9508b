import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { forgetListed } from "../../functions/entry/forget-listed.ts";
import type { Db } from "../../functions/platform/db.ts";
import { outcomeKey } from "../../functions/platform/keys.ts";
import { proposeReferral } from "../../functions/referrals/propose-referral.ts";
import { findRegistered } from "../../functions/registrations/registration-reads.ts";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { BookingId, EmployerId, VisitId } from "../../shared/domain/ids.ts";
import { bookSlot, cancelBooking, refusalOf } from "../support/booking.ts";
import { aBooking, aDraft, anEnrolment, anId, anOpenVisit, anotherEmployer, aSeeker, type OpenVisit } from "../support/builders.ts";
import { entriesOf } from "../support/ledger.ts";
import { registrationOf } from "../support/registrations.ts";
import { restored } from "../support/restored.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

const here = "/api/staff/visits/{visitId}/people/{registrationId}" as const;
const proposeKey = `PUT ${here}/referrals/{referralId}` as const;
const referredKey = "GET /api/employers/{employerId}/visits/{visitId}/referrals" as const;
const answerKey = "POST /api/me/referrals/{referralId}/answer" as const;
const start = "2026-11-23T01:00:00.000Z";

let world: World;
let visit: OpenVisit;
beforeAll(async () => {
  world = await aWorld();
  visit = await anOpenVisit(world);
});
afterAll(() => world.close());
beforeEach(() => world.deps.clock.set(start));

const aCounsellor = async (name = "권도경") => {
  const mail = `${anId("counsellor").toLowerCase()}@center.example.com`;
  const { accountId } = await world.get("PUT /api/staff/members", { body: { mail, name, roles: ["counsellor"] } }, visit.manager);
  return { browser: await world.signIn(mail), accountId, mail };
};
const aPerson = async (over: Record<string, unknown> = {}) => {
  const seeker = await aSeeker(world, visit.visitId, over);
  const { registrationId } = await registrationOf(world, visit, seeker);
  return { seeker, params: { visitId: visit.visitId, registrationId } };
};
const agreed = { agrees: true, consentVersion: currentConsentVersion.to_employer };
const referredTo = (browser: Browser, over: object = {}) =>
  world.call(referredKey, { params: { employerId: visit.employerId, visitId: visit.visitId, ...over } }, browser);
const namesIn = async (browser: Browser): Promise<string[]> => {
  const answer = await referredTo(browser);
  return answer.ok ? answer.value.referrals.map(({ name }) => name) : [];
};

/** Somebody whose enrolment is accepted, and a proposal of the visit's job to them. */
const aProposal = async (over: Record<string, unknown> = {}) => {
  const counsellor = await aCounsellor();
  const { seeker, params } = await aPerson(over);
  await world.get(`PUT ${here}/enrolment`, { params, body: anEnrolment() }, counsellor.browser);
  const referralId = anId("ref");
  const sent = {
    params: { ...params, referralId },
    body: { at: { visitId: visit.visitId, postingId: visit.postingId }, why: "직종이 같음" },
  };
  await world.get(proposeKey, sent, counsellor.browser);
  return { counsellor: counsellor.browser, seeker, params, referralId, sent };
};

describe("what somebody looks for", () => {
  test("is written by them, accepted by the desk for three months, renewed in one tap and ended at any time", async () => {
    const { seeker, params } = await aPerson();
    const desk = await world.staff(`${anId("desk").toLowerCase()}@center.example.com`, ["desk"]);
    let me: Browser = seeker;
    const mine = async () => (await world.get("GET /api/me/enrolment", {}, me)).enrolment;
    expect(await mine()).toBeNull();
    expect(await world.get("PUT /api/me/enrolment", { body: anEnrolment() }, seeker)).toMatchObject({
      standing: "submitted",
      validUntil: null,
    });
    // Its answer was lost.
    expect(await world.get("PUT /api/me/enrolment", { body: anEnrolment() }, seeker)).toMatchObject({ version: 1 });
    expect(refusalOf(await world.call("POST /api/me/enrolment/renewal", {}, seeker))).toBe("not-enrolled");
    for (const _ of ["once", "again"])
      expect(await world.get(`POST ${here}/enrolment/acceptance`, { params }, desk)).toMatchObject({
        ...{ standing: "accepted", acceptedOn: "2026-11-23", validUntil: "2027-02-23", version: 2 },
      });
    world.deps.clock.set("2027-03-01T01:00:00.000Z");
    me = await world.signIn(seeker.mail);
    expect(await mine()).toMatchObject({ standing: "expired" });
    expect(await world.get("POST /api/me/enrolment/renewal", {}, me)).toMatchObject({ standing: "accepted", validUntil: "2027-06-01" });
    for (const _ of ["once", "again"]) await world.get("DELETE /api/me/enrolment", {}, me);
    expect(await mine()).toBeNull();
    expect(
      JSON.stringify(
        (await world.table.allItems()).filter((item) => item.type === "enrolment" && item.registrationId === params.registrationId),
      ),
    ).not.toContain("컴퓨터활용능력");
    expect(await world.get("PUT /api/me/enrolment", { body: anEnrolment() }, me)).toMatchObject({ standing: "submitted" });
  });

  test("is accepted with being written down by staff, for whom the look is logged; what was on another screen is refused", async () => {
    const { browser } = await aCounsellor();
    const { seeker, params } = await aPerson();
    expect(await world.get(`PUT ${here}/enrolment`, { params, body: anEnrolment() }, browser)).toMatchObject({ standing: "accepted" });
    const stale = { body: anEnrolment({ occupations: ["81"] }) };
    expect(refusalOf(await world.call("PUT /api/me/enrolment", stale, seeker))).toBe("enrolment-changed");
    const changed = await world.get("PUT /api/me/enrolment", { body: anEnrolment({ occupations: ["81"], seen: 1 }) }, seeker);
    // It runs on: what is accepted is the person, not the words.
    expect(changed).toMatchObject({ standing: "accepted", draft: { occupations: ["81"] } });
    const before = (await entriesOf(world, "enrolment")).length;
    expect(await world.get(`GET ${here}/enrolment`, { params }, browser)).toMatchObject({ name: "김하늘", enrolment: { version: 2 } });
    expect((await entriesOf(world, "enrolment")).length).toBeGreaterThanOrEqual(Math.max(before, 1));
  });

  test("stands in the visit's log for what staff did with it, once however often it was sent, and in nobody's for what its person did", async () => {
    const { browser, mail } = await aCounsellor();
    const { seeker, params } = await aPerson();
    await world.get("PUT /api/me/enrolment", { body: anEnrolment() }, seeker);
    for (let n = 0; n < 2; n++) await world.get(`POST ${here}/enrolment/acceptance`, { params }, browser);
    // A day later it holds for a day more.
    world.deps.clock.forward(24 * 60);
    const staff = await world.signIn(mail);
    const person = await world.signIn(seeker.mail);
    for (let n = 0; n < 2; n++) await world.get(`POST ${here}/enrolment/renewal`, { params }, staff);
    await world.get("POST /api/me/enrolment/renewal", {}, person);
    const { version } = (await world.get("GET /api/me/enrolment", {}, person)).enrolment ?? {};
    const written = { params, body: anEnrolment({ occupations: ["81"], seen: version ?? 0 }) };
    for (let n = 0; n < 2; n++) await world.get(`PUT ${here}/enrolment`, written, staff);
    for (let n = 0; n < 2; n++) await world.get(`POST ${here}/enrolment/ending`, { params }, staff);
    const { records } = await world.get("GET /api/me/export", {}, person);
    const acts = records.flatMap(({ what, content }) => (what === "visit-log" ? [content.did] : []));
    expect(acts.sort()).toEqual(["accepted-enrolment", "ended-enrolment", "renewed-enrolment", "wrote-enrolment"]);
  });

  test.each([
    ["without an occupation", { occupations: [] }],
    ["with four", { occupations: ["01", "02", "03", "11"] }],
    ["with one twice", { occupations: ["01", "01"] }],
    ["with a resident number", { qualifications: "번호 681123-1234567" }],
    ["with one in the career", { careers: [{ what: "681123-1234567", years: 1 }] }],
    ["with an age", { birthYear: 1968 }],
  ])("%s is refused", async (_, over) => {
    const { seeker } = await aPerson();
    expect(refusalOf(await world.call("PUT /api/me/enrolment", { body: anEnrolment(over) }, seeker))).toBe("invalid-fields");
    expect(await world.get("GET /api/me/enrolment", {}, seeker)).toEqual({ enrolment: null });
  });

  test("needs its own consent, in today's text", async () => {
    const { seeker } = await aPerson();
    const body = { ...anEnrolment(), consentVersion: "2020-01" };
    expect(refusalOf(await world.call("PUT /api/me/enrolment", { body }, seeker))).toBe("consent-outdated");
  });

  test("is theirs to read in their export, and gone with them", async () => {
    const { seeker, referralId } = await aProposal();
    const exported = JSON.stringify(await world.get("GET /api/me/export", {}, seeker));
    expect(exported).toContain("컴퓨터활용능력");
    expect(exported).toContain("직종이 같음");
    await world.get("POST /api/me/erasure", {}, seeker);
    await world.settle();
    const left = (await world.table.allItems()).filter(({ type }) => type === "enrolment" || type === "referral");
    expect(JSON.stringify(left)).not.toContain(referralId);
  });
});

describe("jobs that suit somebody", () => {
  test("are those of visits to come, with reasons, for whoever is enrolled", async () => {
    const { browser, mail } = await aCounsellor();
    const { params } = await aPerson();
    expect(refusalOf(await world.call(`GET ${here}/matches`, { params }, browser))).toBe("not-enrolled");
    await world.get(`PUT ${here}/enrolment`, { params, body: anEnrolment({ occupations: ["81"], districts: ["11545"] }) }, browser);
    const { matches } = await world.get(`GET ${here}/matches`, { params }, browser);
    expect(matches[0]).toMatchObject({ postingId: visit.postingId, reasons: ["occupation-same", "district-same", "education-meets"] });
    world.deps.clock.set("2027-02-20T01:00:00.000Z");
    const later = await world.signIn(mail);
    expect((await world.get(`GET ${here}/matches`, { params }, later)).matches).toEqual([]);
    world.deps.clock.set("2027-02-24T01:00:00.000Z");
    const after = await world.signIn(mail);
    expect(refusalOf(await world.call(`GET ${here}/matches`, { params }, after))).toBe("not-enrolled");
  });
});

describe("a job that somebody has booked or applied for", () => {
  const matchesFor = async (params: { visitId: string; registrationId: string }, browser: Browser) =>
    (await world.get(`GET ${here}/matches`, { params }, browser)).matches;
  /** Whichever time is left by the other tests. */
  const bookAny = async (seeker: Browser): Promise<string> => {
    for (const slotId of visit.slots) {
      const bookingId = anId("bkg");
      if ((await bookSlot(world, visit, slotId, seeker, bookingId)).ok) return bookingId;
    }
    throw new Error("no seat is left");
  };
  const enrolled = async () => {
    const { browser } = await aCounsellor();
    const { seeker, params } = await aPerson();
    await world.get(`PUT ${here}/enrolment`, { params, body: anEnrolment() }, browser);
    const propose = () =>
      world.call(
        proposeKey,
        { params: { ...params, referralId: anId("ref") }, body: { at: { visitId: visit.visitId, postingId: visit.postingId } } },
        browser,
      );
    return { browser, seeker, params, propose };
  };

  test("is marked so, stands last and is not proposed, until it is cancelled", async () => {
    const { browser, seeker, params, propose } = await enrolled();
    const bookingId = await bookAny(seeker);
    const matches = await matchesFor(params, browser);
    expect(matches.at(-1)).toMatchObject({ postingId: visit.postingId, reasons: expect.arrayContaining(["already-theirs"]) });
    expect(refusalOf(await propose())).toBe("already-theirs");
    await cancelBooking(world, visit, bookingId, seeker);
    expect((await matchesFor(params, browser)).flatMap(({ reasons }) => reasons)).not.toContain("already-theirs");
    expect((await propose()).ok).toBe(true);
  });

  test("is not proposed when the booking is made in the same moment before it", async () => {
    const { browser, seeker, params } = await enrolled();
    const { accountId } = await world.get("GET /api/me", {}, browser);
    const { personId } = (await findRegistered(world.deps.db, params as Parameters<typeof findRegistered>[1])) ?? {};
    let booked: string | undefined;
    let isFirst = true;
    const ask: Db["ask"] = async (operation, input) => {
      if (operation === "TransactWriteItems" && isFirst) {
        isFirst = false;
        booked = await bookAny(seeker);
      }
      return world.deps.db.ask(operation, input);
    };
    const proposed = await proposeReferral(
      { ...world.deps, db: { ...world.deps.db, ask } },
      { ...params, personId, byId: accountId, referralId: anId("ref") } as Parameters<typeof proposeReferral>[1],
      { at: { visitId: visit.visitId, postingId: visit.postingId } } as Parameters<typeof proposeReferral>[2],
    );
    expect(proposed).toMatchObject({ ok: false, reason: "already-theirs" });
    await cancelBooking(world, visit, booked ?? "", seeker);
  });
});

describe("a copy from before", () => {
  test("that is restored brings back neither a referral that was withdrawn nor an enrolment that was ended, but what was written since", async () => {
    const [gone, byConsent, stays] = [
      await aProposal({ name: "거둔이" }),
      await aProposal({ name: "동의를거둔이" }),
      await aProposal({ name: "다시쓴이" }),
    ];
    for (const { referralId, seeker } of [gone, byConsent, stays])
      await world.get(answerKey, { params: { referralId }, body: agreed }, seeker);
    const before = await world.table.allItems();
    world.deps.clock.forward(1);
    await world.get("POST /api/me/referrals/{referralId}/withdrawal", { params: { referralId: gone.referralId } }, gone.seeker);
    await world.get("POST /api/me/consents/{employerId}/withdrawal", { params: { employerId: visit.employerId } }, byConsent.seeker);
    for (const { seeker } of [gone, stays]) await world.get("DELETE /api/me/enrolment", {}, seeker);
    world.deps.clock.forward(1);
    await world.get("PUT /api/me/enrolment", { body: anEnrolment() }, stays.seeker);
    const since = (await world.table.allItems()).filter(({ type }) => type === "enrolment");

    const copy = await restored(before, world.table);
    const deps = { ...world.deps, db: copy.db };
    for (const _ of ["once", "again"]) await forgetListed(deps);
    const items = await copy.allItems();
    const sent = items.filter(({ type, state }) => type === "referral" && state === "sent").map(({ referralId }) => referralId);
    expect(sent).toContain(stays.referralId);
    for (const { referralId } of [gone, byConsent]) expect(sent).not.toContain(referralId);
    const live = items.filter(({ type, draft }) => type === "enrolment" && draft).map(({ registrationId }) => registrationId);
    expect(live).toContain(byConsent.params.registrationId);
    for (const { params } of [gone, stays]) expect(live).not.toContain(params.registrationId);
    await copy.close();

    const later = await restored(since, world.table);
    await forgetListed({ ...world.deps, db: later.db });
    expect((await later.allItems()).find(({ registrationId }) => registrationId === stays.params.registrationId)).toHaveProperty("draft");
    await later.close();
  });
});

describe("a referral", () => {
  test("is proposed once, and asking for the answer is on the counsellor's list; the employer sees nobody", async () => {
    const { counsellor, params, referralId, sent } = await aProposal({ name: "알선이" });
    expect(await world.call(proposeKey, sent, counsellor)).toMatchObject({ ok: true, status: 200 });
    const twice = { ...sent, params: { ...sent.params, referralId: anId("ref") } };
    expect(refusalOf(await world.call(proposeKey, twice, counsellor))).toBe("already-referred");
    const { followUps } = await world.get("GET /api/staff/follow-ups", {}, counsellor);
    expect(followUps).toMatchObject([{ cause: "referral", waitingFor: "person", person: { registrationId: params.registrationId } }]);
    expect(await world.get(`GET ${here}/referrals`, { params }, counsellor)).toMatchObject({
      referrals: [{ referralId, state: "proposed" }],
    });
    expect(await namesIn(visit.employer)).not.toContain("알선이");
  });

  test("that ends with the consent, or is taken back, leaves nothing to be done for it on anybody's list", async () => {
    const [byConsent, takenBack] = [await aProposal({ name: "동의를거둔사람" }), await aProposal({ name: "추천을거둔사람" })];
    const tasksOf = async (counsellor: Browser) => (await world.get("GET /api/staff/follow-ups", {}, counsellor)).followUps;
    for (const { referralId, seeker, counsellor } of [byConsent, takenBack]) {
      await world.get(answerKey, { params: { referralId }, body: agreed }, seeker);
      expect(await tasksOf(counsellor)).toMatchObject([{ waitingFor: "employer" }]);
    }
    await world.get("POST /api/me/consents/{employerId}/withdrawal", { params: { employerId: visit.employerId } }, byConsent.seeker);
    const params = { referralId: takenBack.referralId };
    await world.get("POST /api/me/referrals/{referralId}/withdrawal", { params }, takenBack.seeker);
    for (const { counsellor } of [byConsent, takenBack]) expect(await tasksOf(counsellor)).toEqual([]);
  });

  test("goes to the employer with the yes, and shows what was agreed to and no more; the look is logged", async () => {
    const { counsellor, seeker, referralId } = await aProposal({ name: "동의자" });
    expect((await world.get("GET /api/me/referrals", {}, seeker)).referrals).toMatchObject([
      { referralId, why: "직종이 같음", isOpen: true },
    ]);
    const params = { referralId };
    expect(refusalOf(await world.call(answerKey, { params, body: { agrees: true } }, seeker))).toBe("consent-outdated");
    expect(await namesIn(visit.employer)).not.toContain("동의자");
    for (const _ of ["once", "again"])
      expect(await world.get(answerKey, { params, body: agreed }, seeker)).toMatchObject({ state: "sent", answeredBy: "web" });
    const answer = await referredTo(visit.employer);
    const row = answer.ok ? answer.value.referrals.find(({ name }) => name === "동의자") : undefined;
    expect(Object.keys(row ?? {}).sort()).toEqual([
      "byName",
      "interview",
      "name",
      "postingId",
      "referralId",
      "sentAt",
      "summary",
      "titleKo",
    ]);
    expect(row?.summary).toEqual({ occupations: ["02"], careers: [{ what: "사무 보조", years: 3 }], qualifications: "컴퓨터활용능력 2급" });
    const { rows } = await world.get("GET /api/me/access-log", {}, seeker);
    expect(rows.filter(({ kind }) => kind === "referred")).toHaveLength(1);
    const { followUps } = await world.get("GET /api/staff/follow-ups", {}, counsellor);
    expect(followUps).toMatchObject([{ cause: "referral", waitingFor: "employer", dueOn: "2026-12-04" }]);
  });

  test("is told to its person by mail", async () => {
    const { seeker } = await aProposal();
    await world.settle();
    expect(world.mailsTo(seeker.mail).at(-1)?.subject).toMatch(/일자리/);
  });

  test("is in order of application", async () => {
    const [first, second] = [await aProposal({ name: "나중동의" }), await aProposal({ name: "먼저동의" })];
    await world.get(answerKey, { params: { referralId: second.referralId }, body: agreed }, second.seeker);
    world.deps.clock.forward(1);
    await world.get(answerKey, { params: { referralId: first.referralId }, body: agreed }, first.seeker);
    const names = await namesIn(visit.employer);
    expect(names.indexOf("먼저동의")).toBeLessThan(names.indexOf("나중동의"));
    expect(names).toContain("나중동의");
  });

  test("is hidden at once when they take it back, whoever reads the list in that moment", async () => {
    const { seeker, referralId } = await aProposal({ name: "거둔이" });
    await world.get(answerKey, { params: { referralId }, body: agreed }, seeker);
    expect(await namesIn(visit.employer)).toContain("거둔이");
    for (const _ of ["once", "again"])
      expect(await world.get("POST /api/me/referrals/{referralId}/withdrawal", { params: { referralId } }, seeker)).toMatchObject({
        ...{ state: "withdrawn", summary: null },
      });
    expect(await namesIn(visit.employer)).not.toContain("거둔이");
    expect(refusalOf(await world.call(answerKey, { params: { referralId }, body: agreed }, seeker))).toBe("referral-changed");
  });

  test("needs an enrolment that runs: when it is proposed, and when they say yes; without one they can still say no", async () => {
    const { browser } = await aCounsellor();
    const { params } = await aPerson();
    const body = { at: { visitId: visit.visitId, postingId: visit.postingId } };
    expect(refusalOf(await world.call(proposeKey, { params: { ...params, referralId: anId("ref") }, body }, browser))).toBe("not-enrolled");
    const { seeker, referralId } = await aProposal();
    await world.get("DELETE /api/me/enrolment", {}, seeker);
    expect(refusalOf(await world.call(answerKey, { params: { referralId }, body: agreed }, seeker))).toBe("not-enrolled");
    expect(await world.get(answerKey, { params: { referralId }, body: { agrees: false } }, seeker)).toMatchObject({ state: "declined" });
  });

  test("is hidden by what it is, not by an index that is a moment old", async () => {
    const { seeker, referralId } = await aProposal({ name: "색인이" });
    await world.get(answerKey, { params: { referralId }, body: agreed }, seeker);
    const itemOf = async () => (await world.table.allItems()).find((item) => item.type === "referral" && item.referralId === referralId);
    const before = await itemOf();
    await world.get("POST /api/me/referrals/{referralId}/withdrawal", { params: { referralId } }, seeker);
    const stale = { gsi1pk: before?.gsi1pk, gsi1sk: before?.gsi1sk };
    expect(stale.gsi1pk).toBeDefined();
    await world.table.doc.send(new PutCommand({ TableName: world.table.db.table, Item: { ...(await itemOf()), ...stale } }));
    expect(await namesIn(visit.employer)).not.toContain("색인이");
    const answer = await referredTo(visit.employer);
    expect(answer.ok && answer.value.referrals.some((one) => one.referralId === referralId)).toBe(false);
  });

  test("is hidden with the consent for its employer, however that is taken back", async () => {
    const { seeker, referralId } = await aProposal({ name: "동의철회" });
    await world.get(answerKey, { params: { referralId }, body: agreed }, seeker);
    const { employers } = await world.get("GET /api/me/consents", {}, seeker);
    expect(employers).toMatchObject([{ employerId: visit.employerId, stands: true, given: [{ gave: "referral", endedAt: null }] }]);
    await world.settle();
    const employerMail = "hr@solbeodeul.example.com";
    const toldSince = world.mailsTo(employerMail).length;
    await world.get("POST /api/me/consents/{employerId}/withdrawal", { params: { employerId: visit.employerId } }, seeker);
    expect(await namesIn(visit.employer)).not.toContain("동의철회");
    await world.settle();
    expect(world.mailsTo(seeker.mail).filter(({ subject }) => subject === "동의를 거두었습니다")).toHaveLength(1);
    const told = world.mailsTo(employerMail).slice(toldSince);
    expect(told.map(({ subject }) => subject)).toEqual(["구직자의 정보를 지워 주세요"]);
    expect(told[0]?.text).toContain("알선: ");
    expect(told[0]?.text).not.toContain("동의철회");
    expect((await world.get("GET /api/me/consents", {}, seeker)).employers).toMatchObject([{ stands: false }]);
  });

  test("that is declined goes nowhere, and asks nobody any more", async () => {
    const { counsellor, params, referralId } = await aProposal({ name: "거절한이" });
    const at = { ...params, referralId };
    const answer = { params: at, body: { agrees: false, told: "telephone" } };
    expect(await world.get(`POST ${here}/referrals/{referralId}/answer`, answer, counsellor)).toMatchObject({
      ...{ state: "declined", answeredBy: "telephone" },
    });
    expect((await world.get("GET /api/staff/follow-ups", {}, counsellor)).followUps).toEqual([]);
    const yes = { params: at, body: { ...agreed, told: "in-person" } };
    expect(refusalOf(await world.call(`POST ${here}/referrals/{referralId}/answer`, yes, counsellor))).toBe("referral-changed");
    expect(await namesIn(visit.employer)).not.toContain("거절한이");
  });

  test("is nobody else's: not another seeker's, not another employer's", async () => {
    const { seeker, referralId } = await aProposal({ name: "남의것" });
    const other = await aPerson();
    expect(refusalOf(await world.call(answerKey, { params: { referralId }, body: agreed }, other.seeker))).toBe("not-found");
    await world.get(answerKey, { params: { referralId }, body: agreed }, seeker);
    const garam = await anotherEmployer(world, visit);
    const seen = await referredTo(garam.employer, { employerId: garam.employerId });
    expect(seen).toMatchObject({ ok: true, value: { referrals: [] } });
    expect(refusalOf(await referredTo(garam.employer))).toBe("not-found");
  });

  test("comes to what the employer says of the interview, which the counsellor reads and its person does not", async () => {
    const { counsellor, seeker, params, referralId } = await aProposal({ name: "면접본이" });
    await world.get(answerKey, { params: { referralId }, body: agreed }, seeker);
    const bookingId = anId("bkg");
    const at = { visitId: visit.visitId, bookingId };
    const body = aBooking(visit.slots[0] ?? "");
    await world.get("PUT /api/me/visits/{visitId}/bookings/{bookingId}", { params: at, body }, seeker);
    const [mine] = (await world.get("GET /api/me/referrals", {}, seeker)).referrals;
    expect(mine?.interview).toMatchObject({ outcome: null, isPlaced: false });
    // As the employer notes it at its table (`table.test.ts`).
    const Item = {
      ...outcomeKey(VisitId.parse(visit.visitId), EmployerId.parse(visit.employerId), BookingId.parse(bookingId)),
      ...{ type: "interview-outcome", version: 1, visitId: visit.visitId, employerId: visit.employerId, bookingId },
      ...{ registrationId: params.registrationId, outcome: "hired", notedAt: start, by: "employer" },
    };
    await world.table.doc.send(new PutCommand({ TableName: world.deps.db.table, Item }));
    expect((await world.get(`GET ${here}/referrals`, { params }, counsellor)).referrals).toMatchObject([
      { interview: { outcome: "hired" } },
    ]);
    expect((await world.get("GET /api/me/referrals", {}, seeker)).referrals[0]?.interview).toMatchObject({ outcome: null });
  });

  test("takes one of a yes and a no said at once", async () => {
    const { seeker, referralId } = await aProposal({ name: "동시에" });
    const bodies = [agreed, { agrees: false }];
    const answers = await Promise.all(bodies.map((body) => world.call(answerKey, { params: { referralId }, body }, seeker)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const [{ state } = { state: "" }] = (await world.get("GET /api/me/referrals", {}, seeker)).referrals;
    expect((await namesIn(visit.employer)).includes("동시에")).toBe(state === "sent");
  });

  test("counts in the report of the visit where it was made, as the enrolment does, also when both are given up and their person is erased", async () => {
    const counted = async () => {
      world.deps.clock.set("2026-12-03T10:00:00.000Z");
      const manager = await world.staff(`${anId("manager").toLowerCase()}@center.example.com`, ["manager"]);
      const { visits, people } = await world.get("GET /api/staff/reports", { query: { from: "2026-12-03", to: "2026-12-03" } }, manager);
      world.deps.clock.set(start);
      const row = visits.find(({ visitId }) => visitId === visit.visitId);
      return [row?.counts.enrolments ?? 0, row?.counts.referrals ?? 0, people.referred];
    };
    const before = await counted();
    const since = async () => (await counted()).map((count, i) => count - (before[i] ?? 0));
    const { counsellor, seeker, params, referralId } = await aProposal();
    expect(await since()).toEqual([1, 0, 0]);
    for (const _ of ["once", "again"]) await world.get(answerKey, { params: { referralId }, body: agreed }, seeker);
    await world.get(`POST ${here}/enrolment/renewal`, { params }, counsellor);
    expect(await since()).toEqual([1, 1, 1]);
    await world.get("POST /api/me/referrals/{referralId}/withdrawal", { params: { referralId } }, seeker);
    await world.get("DELETE /api/me/enrolment", {}, seeker);
    expect(await since()).toEqual([1, 1, 1]);
    // One who writes it by themselves is counted where it is accepted.
    const alone = await aPerson();
    await world.get("PUT /api/me/enrolment", { body: anEnrolment() }, alone.seeker);
    expect(await since()).toEqual([1, 1, 1]);
    for (const _ of ["once", "again"]) await world.get(`POST ${here}/enrolment/acceptance`, { params: alone.params }, counsellor);
    expect(await since()).toEqual([2, 1, 1]);
    await world.get("POST /api/me/erasure", {}, seeker);
    await world.settle();
    expect(await since()).toEqual([2, 1, 1]);
  });
});

describe("a job whose posting was cut short after it was proposed", () => {
  test("is not agreed to any more, also in that very moment, and nothing is sent; no can still be said", async () => {
    const own = await anOpenVisit(world, { plan: { date: "2027-01-07" } });
    const { counsellor, seeker, params } = await aProposal();
    const referralId = anId("ref");
    const at = { visitId: own.visitId, postingId: own.postingId };
    await world.get(proposeKey, { params: { ...params, referralId }, body: { at } }, counsellor);
    const { employerId, postingId, employer } = own;
    const draft = aDraft({ validUntil: "2026-12-20" });
    await world.get("PUT /api/employers/{employerId}/postings/{postingId}", { params: { employerId, postingId }, body: draft }, employer);
    const answer = (body: object) => world.call(answerKey, { params: { referralId }, body }, seeker);
    expect(refusalOf(await answer(agreed))).toBe("job-ended");
    const sent = { employerId, visitId: own.visitId };
    expect(await world.get(referredKey, { params: sent }, employer)).toMatchObject({ referrals: [] });
    expect((await answer({ agrees: false })).ok).toBe(true);
  });
});
