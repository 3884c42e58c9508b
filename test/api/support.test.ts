import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keyFor, openText, sealText } from "../../functions/platform/seal-text.ts";
import { sealedNow } from "../../functions/support/support-reads.ts";
import { api, type OperationKey } from "../../shared/contract/api.ts";
import { groupWords, needWords } from "../../shared/copy/support.ts";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { Instant } from "../../shared/domain/seoul-time.ts";
import { timetableSlots } from "../../shared/domain/timetable.ts";
import { bookSlot, refusalOf } from "../support/booking.ts";
import { anId, aRegistration, aSeeker } from "../support/builders.ts";
import { aBrowser } from "../support/calls.ts";
import { entriesOf } from "../support/ledger.ts";
import { registrationOf } from "../support/registrations.ts";
import { aWholeSeason, must, plantedSupport, signInAgain, type WholeSeason } from "../support/whole-season.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

const { need, group } = plantedSupport;
const agreed = currentConsentVersion.sensitive_support;
/** The codes, and how they are called: nothing of either may stand anywhere but where it is looked at rightly. */
const marks = [need, group, ...Object.values(needWords[need]), ...Object.values(groupWords[group])];
const holds = (value: unknown): boolean => {
  const text = typeof value === "string" ? value : JSON.stringify(value, (_, one) => (one instanceof Set ? [...one] : one));
  return marks.some((mark) => (text ?? "").includes(mark));
};

let world: World;
let season: WholeSeason;
let lookers: Record<string, Browser>;
const aMember = async (name: string, role: string): Promise<Browser> => {
  const mail = `${anId(role).toLowerCase()}@center.example.com`;
  const manager = await world.staff(`${anId("manager").toLowerCase()}@center.example.com`, ["manager"]);
  await world.get("PUT /api/staff/members", { body: { mail, name, roles: [role] } }, manager);
  return world.signIn(mail);
};
beforeAll(async () => {
  world = await aWorld();
  season = await aWholeSeason(world);
  await signInAgain(world, season.seeker);
  const { visit, seeker } = season;
  const { date, timetables } = await world.get("GET /api/public/visits/{visitId}/slots", { params: { visitId: visit.visitId } }, seeker);
  const free = timetableSlots(date, timetables).findLast((slot) => slot.kind === "counselling" && slot.free > 0);
  await must(bookSlot(world, visit, free?.slotId ?? "", seeker));
  await world.settle();
  const { counsellor } = season;
  lookers = {
    ...{ nobody: aBrowser("ko"), seeker, "other seeker": await aSeeker(world, visit.visitId, { name: "다른이" }) },
    ...{ desk: await aMember("접수원", "desk"), "the counsellor": counsellor, "another counsellor": await aMember("오서린", "counsellor") },
    ...{ outreach: await aMember("발굴원", "outreach"), manager: await aMember("운영자", "manager") },
    ...{ "its employer": await world.signIn(visit.employerMail), "another employer": await world.signIn(season.screened.employerMail) },
    ...{ "its device": season.device },
  };
}, 240_000);
afterAll(() => world.close());

const whom = () => ({ visitId: season.visit.visitId, registrationId: season.registrationId });
const atInterview = () => ({ ...whom(), employerId: season.visit.employerId, bookingId: season.interviews.over.bookingId });
const needsOf = (by: Browser) => world.call("GET /api/staff/visits/{visitId}/people/{registrationId}/needs", { params: whom() }, by);
const groupsOf = (by: Browser) => world.call("GET /api/staff/visits/{visitId}/people/{registrationId}/groups", { params: whom() }, by);
const sharedKey = "GET /api/employers/{employerId}/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/needs" as const;
const sharedWith = (by: Browser, over: object = {}) => world.call(sharedKey, { params: { ...atInterview(), ...over } }, by);

describe("what somebody needs", () => {
  test("is seen by the desk and the counsellors of the visit, and each look is logged", async () => {
    for (const who of ["desk", "the counsellor", "another counsellor"])
      expect(await needsOf(lookers[who] as Browser)).toMatchObject({
        value: { needs: [need], seesGroups: who === "the counsellor" },
      });
    const roles = (await entriesOf(world, "needs")).map(({ by }) => ("role" in by ? by.role : undefined));
    expect(roles).toEqual(expect.arrayContaining(["desk", "counsellor"]));
    for (const who of ["manager", "outreach", "its employer", "seeker"])
      expect(refusalOf(await needsOf(lookers[who] as Browser))).toBe("not-allowed");
  });

  test("of a group only by the counsellor with whom they have a time; to all others it is as if there were none", async () => {
    expect(await groupsOf(lookers["the counsellor"] as Browser)).toMatchObject({ value: { groups: [group] } });
    expect(refusalOf(await groupsOf(lookers["another counsellor"] as Browser))).toBe("not-found");
    for (const who of ["desk", "manager", "outreach"]) expect(refusalOf(await groupsOf(lookers[who] as Browser))).toBe("not-allowed");
    // Once an hour of the test's clock, and nobody else.
    const lookedAt = (await entriesOf(world, "groups")).map(({ by }) => ("role" in by ? by.role : "somebody else"));
    expect([...new Set(lookedAt)]).toEqual(["counsellor"]);
    const { access } = await world.get("GET /api/me/export", {}, season.seeker);
    expect(access.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["groups"]));
  });

  test("is offered to an employer only where something was shared, and learning that it was not is no look at anybody's needs", async () => {
    const params = { employerId: season.visit.employerId, visitId: season.visit.visitId };
    const before = (await entriesOf(world, "needs")).length;
    const now = world.deps.clock.now();
    // The interview begins at ten that day, and is over by the time of this world.
    world.deps.clock.set(Instant.parse("2026-12-03T01:00:00.000Z"));
    const { times } = await world.get(
      "GET /api/employers/{employerId}/visits/{visitId}/interviews",
      { params },
      lookers["its employer"] as Browser,
    );
    world.deps.clock.set(now);
    const said = new Map<string, boolean>(
      times.flatMap(({ interview }) => (interview ? [[interview.bookingId, interview.sharesNeeds]] : [])),
    );
    expect(said.get(season.interviews.over.bookingId)).toBe(true);
    expect([...said.values()].filter((shares) => !shares).length).toBeGreaterThan(0);
    expect(JSON.stringify(times)).not.toContain(need);
    expect((await entriesOf(world, "needs")).length).toBe(before);
  });

  test("is seen by the employer of the one interview that it was shared for", async () => {
    expect(await sharedWith(lookers["its employer"] as Browser)).toMatchObject({ value: { needs: [need] } });
    const { bookingId } = season.interviews.accepted;
    const { employerId } = season.screened;
    expect(refusalOf(await sharedWith(lookers["another employer"] as Browser, { employerId, bookingId }))).toBe("not-found");
    expect(refusalOf(await sharedWith(lookers["another employer"] as Browser))).toBe("not-found");
  });
});

// What shows it rightly; everything else is searched.
const rightly: Partial<Record<OperationKey, readonly string[]>> = {
  "GET /api/me/support": ["seeker"],
  "GET /api/me/export": ["seeker"],
  "GET /api/staff/visits/{visitId}/people/{registrationId}/needs": ["desk", "the counsellor", "another counsellor"],
  "GET /api/staff/visits/{visitId}/people/{registrationId}/groups": ["the counsellor"],
  [sharedKey]: ["its employer"],
  // Shared for the interview, by the look at whoever is here.
  "GET /api/table/people/{registrationId}/bookings/{bookingId}": ["its device"],
};

describe("nothing of it stands", () => {
  test("in the table or the ledger, where it is sealed", async () => {
    const items = await world.table.allItems();
    expect(items.filter(({ type }) => type.startsWith("support-")).length).toBeGreaterThanOrEqual(3);
    expect(items.filter(holds)).toEqual([]);
    expect((await world.table.allEntries()).filter(holds)).toEqual([]);
  });

  test("in the open for whoever has the secret that seals tickets; what that sealed before opens until it is said anew", async () => {
    const { ticketSealKey, supportSealKey } = world.settings;
    const seeker = await aSeeker(world, season.visit.visitId, { name: anId("이름") });
    const say = (needs: string[]) => world.call("PUT /api/me/support/needs", { body: { needs, consentVersion: agreed } }, seeker);
    const said = async () => (await world.get("GET /api/me/support", {}, seeker)).needs?.codes;
    const { registrationId } = await registrationOf(world, season.visit, seeker);
    const known = new Set((await world.table.allItems()).map(({ pk }) => pk));
    await must(say(["quiet"]));
    const find = async () => {
      const found = (await world.table.allItems()).find(({ type, pk }) => type === "support-needs" && !known.has(pk));
      if (!found) throw new Error("Nothing was kept.");
      return found;
    };
    const item = await find();
    const place = `${item.pk}|${item.sk}`;
    const before = keyFor(ticketSealKey, "jobstop/support/v1");
    const sealed = String(item.sealed);
    expect(() => openText(before, place, sealed.slice(sealedNow.length))).toThrow();
    expect(openText(keyFor(supportSealKey, "jobstop/support/v2"), place, sealed.slice(sealedNow.length))).toBe('["quiet"]');

    await world.table.doc.send(
      new UpdateCommand({
        TableName: world.table.db.table,
        Key: { pk: item.pk, sk: item.sk },
        UpdateExpression: "SET sealed = :old",
        ExpressionAttributeValues: { ":old": sealText(before, world.deps.ids, place, '["plain"]') },
      }),
    );
    expect(await said()).toEqual(["plain"]);
    const params = { visitId: season.visit.visitId, registrationId };
    expect(await world.call("GET /api/staff/visits/{visitId}/people/{registrationId}/needs", { params }, lookers.desk)).toMatchObject({
      value: { needs: ["plain"] },
    });
    await must(say(["escort"]));
    expect(String((await find()).sealed).startsWith(sealedNow)).toBe(true);
    expect(await said()).toEqual(["escort"]);
  });

  test("in any mail, its calendar file or its QR code", () => {
    const mails = world.office.ses.mailbox.list({});
    expect(mails.length).toBeGreaterThan(20);
    expect(mails.filter((mail) => holds(mail))).toEqual([]);
  });

  const reads = (Object.keys(api) as OperationKey[]).filter((key) => key.startsWith("GET "));
  /** Ids of the season's own, so that what is asked for is there. */
  const paramsOf = (key: string) => {
    const known: Record<string, string> = {
      ...{ ...whom(), employerId: season.visit.employerId, bookingId: season.interviews.over.bookingId },
      ...{ month: "2026-12", placeId: anId("plc"), incidentId: anId("inc"), planId: anId("pln") },
    };
    return Object.fromEntries([...key.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [name, known[name] ?? anId("xxx")]));
  };

  test.for([
    "nobody",
    "seeker",
    "other seeker",
    "desk",
    "the counsellor",
    "another counsellor",
    "outreach",
    "manager",
    "its employer",
    "another employer",
    "its device",
  ])("in any answer to %s", async (who) => {
    let answered = 0;
    for (const key of reads) {
      const answer = await world.call(key, { params: paramsOf(key) }, lookers[who]);
      if (answer.ok) answered += 1;
      const isRight = rightly[key]?.includes(who) ?? false;
      expect([key, holds(answer)]).toEqual([key, isRight]);
    }
    expect(answered).toBeGreaterThan(3);
  });

  test("in a pack, a search, the queue, an export of the log or what staff hand somebody", async () => {
    const { visitId } = season.visit;
    const params = { visitId };
    const { desk, manager } = lookers as Record<"desk" | "manager", Browser>;
    const answers = [
      await world.call("POST /api/staff/visits/{visitId}/packs", { params, body: { deviceId: "phone-a-0001" } }, desk),
      await world.call("POST /api/staff/visits/{visitId}/people-search", { params, body: { text: "심은별" } }, desk),
      await world.call("GET /api/public/visits/{visitId}/board", { params }, lookers.nobody),
      await world.call("POST /api/staff/access-log/exports", { body: { from: "2026-12-01", to: "2026-12-03", reason: "점검" } }, manager),
    ];
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    expect(answers.map(holds)).toEqual([false, false, false, false]);
  });

  test("in any line of the logs", () => {
    expect(world.deps.log.lines.length).toBeGreaterThan(0);
    expect(world.deps.log.lines.filter(holds)).toEqual([]);
  });
});

describe("somebody else who says what they need", () => {
  const aNeedy = async (over: Record<string, unknown> = {}) => {
    const seeker = await aSeeker(world, season.visit.visitId, { name: anId("이름"), ...over });
    await must(world.call("PUT /api/me/support/needs", { body: { needs: [need, "plain"], consentVersion: agreed } }, seeker));
    const { registrationId } = await registrationOf(world, season.visit, seeker);
    return { seeker, registrationId };
  };
  const seenAt = async (registrationId: string) => {
    const params = { visitId: season.visit.visitId, registrationId };
    return world.call("GET /api/staff/visits/{visitId}/people/{registrationId}/needs", { params }, lookers.desk);
  };

  test("it takes a registration, today's text, and known codes, each once", async () => {
    const stranger = await world.signIn(`${anId("new").toLowerCase()}@example.com`);
    const say = (body: object, by: Browser) => world.call("PUT /api/me/support/needs", { body }, by);
    expect(refusalOf(await say({ needs: ["plain"], consentVersion: agreed }, stranger))).toBe("not-registered");
    const { seeker } = await aNeedy();
    expect(refusalOf(await say({ needs: ["plain"], consentVersion: "2026-01" }, seeker))).toBe("consent-outdated");
    for (const needs of [[], ["plain", "plain"], ["diabetes"]])
      expect(refusalOf(await say({ needs, consentVersion: agreed }, seeker))).toBe("invalid-fields");
  });

  test("what was said anew takes the place of what was said before; what was taken back is gone", async () => {
    const { seeker, registrationId } = await aNeedy();
    await must(world.call("PUT /api/me/support/needs", { body: { needs: ["quiet"], consentVersion: agreed } }, seeker));
    expect(await seenAt(registrationId)).toMatchObject({ value: { needs: ["quiet"] } });
    await must(world.call("DELETE /api/me/support/needs", {}, seeker));
    expect(await seenAt(registrationId)).toMatchObject({ value: { needs: null } });
    expect(await world.get("GET /api/me/support", {}, seeker)).toMatchObject({ needs: null, groups: null });
  });

  test("staff write it down for who says it there, with the consent read to them, and take it back; their log says that, and not what", async () => {
    const { registrationId, seeker } = await aNeedy();
    const params = { visitId: season.visit.visitId, registrationId };
    const write = (by: Browser, consentVersion: string = agreed) =>
      world.call(
        "PUT /api/staff/visits/{visitId}/people/{registrationId}/needs",
        { params, body: { needs: ["escort"], consentVersion } },
        by,
      );
    expect(refusalOf(await write(lookers.desk as Browser, "2026-01"))).toBe("consent-outdated");
    await must(write(lookers.desk as Browser));
    expect(await seenAt(registrationId)).toMatchObject({ value: { needs: ["escort"] } });
    expect(await world.get("GET /api/me/support", {}, seeker)).toMatchObject({ needs: { codes: ["escort"] } });
    await must(world.call("DELETE /api/staff/visits/{visitId}/people/{registrationId}/needs", { params }, lookers["the counsellor"]));
    expect(await seenAt(registrationId)).toMatchObject({ value: { needs: null } });
    const logged = (await world.table.allItems()).filter((item) => item.type === "visit-log" && item.registrationId === registrationId);
    expect(logged.map(({ did }) => did)).toEqual(expect.arrayContaining(["wrote-needs", "took-back-needs"]));
    expect(JSON.stringify(logged)).not.toContain("escort");
    const nobody = { params: { ...params, registrationId: anId("reg") } };
    expect(refusalOf(await world.call("DELETE /api/staff/visits/{visitId}/people/{registrationId}/needs", nobody, lookers.desk))).toBe(
      "not-found",
    );
  });

  test("an employer knows only what is needed still, and nothing once the consent or the share is over", async () => {
    const { visit } = season;
    const { seeker, registrationId } = await aNeedy();
    const bookingId = anId("bkg");
    await must(bookSlot(world, visit, visit.slots[19] ?? "", seeker, bookingId));
    const params = { visitId: visit.visitId, bookingId };
    const shareKey = "PUT /api/me/visits/{visitId}/bookings/{bookingId}/needs-share" as const;
    const share = (needs: string[]) =>
      world.call(shareKey, { params, body: { needs, consentVersion: currentConsentVersion.share_accommodation } }, seeker);
    const seen = async () => sharedWith(lookers["its employer"] as Browser, { registrationId, bookingId });
    expect(refusalOf(await seen())).toBe("not-found");
    expect(refusalOf(await share(["quiet"]))).toBe("invalid-fields");
    await must(share([need, "plain"]));
    expect(await seen()).toMatchObject({ value: { needs: [need, "plain"] } });
    await must(world.call("PUT /api/me/support/needs", { body: { needs: ["plain"], consentVersion: agreed } }, seeker));
    expect(await seen()).toMatchObject({ value: { needs: ["plain"] } });
    await must(world.call("DELETE /api/me/visits/{visitId}/bookings/{bookingId}/needs-share", { params }, seeker));
    expect(refusalOf(await seen())).toBe("not-found");
    await must(share(["plain"]));
    await must(world.call("DELETE /api/me/support/needs", {}, seeker));
    expect(refusalOf(await seen())).toBe("not-found");
    expect((await world.get("GET /api/me/support", {}, seeker)).interviews.map(({ shared }) => shared)).toEqual([null]);
    await must(world.call("PUT /api/me/support/needs", { body: { needs: ["plain"], consentVersion: agreed } }, seeker));
    await must(share(["plain"]));
    const { employerId } = visit;
    await must(world.call("POST /api/me/consents/{employerId}/withdrawal", { params: { employerId } }, seeker));
    expect(refusalOf(await seen())).toBe("not-found");
  });

  test("two counsellors of one name are told apart by nobody: neither sees a group", async () => {
    const mail = `${anId("namesake").toLowerCase()}@center.example.com`;
    const namesake = await world.staff(mail, ["counsellor"]);
    const answers = [await groupsOf(namesake), await groupsOf(lookers["the counsellor"] as Browser)];
    await world.staff(mail, ["outreach"]);
    expect(answers.map(refusalOf)).toEqual(["not-found", "not-found"]);
  });

  test("it is in the export, whole, and gone with everything else", async () => {
    const { seeker } = await aNeedy();
    await must(
      world.call("PUT /api/me/support/groups", { body: { groups: [group], consentVersion: currentConsentVersion.support_groups } }, seeker),
    );
    const mine = await world.get("GET /api/me/export", {}, seeker);
    const codesOf = (what: string) => mine.records.find((record) => record.what === what)?.content;
    expect(codesOf("support-needs")).toMatchObject({ codes: [need, "plain"], textVersion: agreed });
    expect(codesOf("support-groups")).toMatchObject({ codes: [group], textVersion: currentConsentVersion.support_groups });
    expect(JSON.stringify(mine.records)).not.toContain("sealed");
    const personId = String((codesOf("support-needs") as { personId?: string }).personId);
    await must(world.call("POST /api/me/erasure", {}, seeker));
    expect((await world.table.allItems()).filter(({ pk }) => pk === `SUPPORT#${personId}`)).toEqual([]);
  });
});

test("staff who hand somebody their data see that groups were named, and not which", async () => {
  const { visit } = season;
  const name = anId("이름");
  const seeker = await aSeeker(world, visit.visitId, { name });
  await must(
    world.call("PUT /api/me/support/groups", { body: { groups: [group], consentVersion: currentConsentVersion.support_groups } }, seeker),
  );
  await must(world.call("PUT /api/me/support/needs", { body: { needs: ["quiet"], consentVersion: agreed } }, seeker));
  const { visitId } = visit;
  const personId = anId("psn");
  const { beforeBooking: _, ...form } = aRegistration({ name });
  const assisted = { params: { visitId, personId }, body: form };
  const { registrationId } = await world.get("PUT /api/staff/visits/{visitId}/registrations/{personId}", assisted, lookers.desk);
  // The same person twice: what is of the one is of the other.
  const { pairs } = await world.get("GET /api/staff/visits/{visitId}/same-people", { params: { visitId } }, lookers.desk);
  const pair = pairs.find(({ one, other }) => one.personId === personId || other.personId === personId);
  const body = { one: pair?.one.personId ?? "", other: pair?.other.personId ?? "", reason: "본인 확인" };
  await must(world.call("POST /api/staff/visits/{visitId}/same-people/merges", { params: { visitId }, body }, lookers.desk));
  const key = "POST /api/staff/visits/{visitId}/people/{registrationId}/export";
  const answer = await world.get(key, { params: { visitId, registrationId }, body: { reason: "전화로 부탁하심" } }, lookers.desk);
  expect(answer.records.map(({ what }) => what)).toEqual(expect.arrayContaining(["support-needs", "support-groups"]));
  expect(JSON.stringify(answer)).toContain("quiet");
  expect(holds(answer)).toBe(false);
});
