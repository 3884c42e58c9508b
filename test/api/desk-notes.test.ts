import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { refusalOf } from "../support/booking.ts";
import { aConsultation, aNextStep, anId, anOpenVisit, duringVisit, type OpenVisit, openAllDay } from "../support/builders.ts";
import { aDeskNote, handInKey } from "../support/desk-notes.ts";
import { entriesOf } from "../support/ledger.ts";
import { idxOf, loadPack } from "../support/phones.ts";
import { registrationOf } from "../support/registrations.ts";
import { anEventId, aTicket } from "../support/tickets.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

const notesKey = "GET /api/staff/visits/{visitId}/people/{registrationId}/consultations" as const;
const mendKey = "PUT /api/office/visits/{visitId}/desk-notes/{consultationId}/mended" as const;
const dropKey = "DELETE /api/office/visits/{visitId}/desk-notes/{consultationId}" as const;
const talksKey = "GET /api/office/visits/{visitId}/walk-ins/{walkInId}/consultations" as const;
const strikeKey = "POST /api/office/visits/{visitId}/people/{registrationId}/consultations/{consultationId}/striking" as const;
const strikeTalkKey = "POST /api/office/visits/{visitId}/walk-ins/{walkInId}/consultations/{consultationId}/striking" as const;
const words = "다리가 아파 앉아서 하는 일을 찾으심";

let world: World;
let visit: OpenVisit;
let counsellor: Browser;
let mail: string;
beforeAll(async () => {
  world = await aWorld(duringVisit);
  visit = await anOpenVisit(world, { plan: { deadlines: openAllDay }, pattern: { to: "16:00" } });
  await world.settle();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.deps.clock.set(duringVisit);
  mail = `${anId("counsellor").toLowerCase()}@center.example.com`;
  counsellor = await world.staff(mail, ["counsellor"]);
});

const aCounsellor = () => world.staff(`${anId("counsellor").toLowerCase()}@center.example.com`, ["counsellor"]);
const now = () => world.deps.clock.now() as string;
const aNote = (over: Record<string, unknown> = {}) => aConsultation({ heldAt: now(), note: words, ...over });
/** Somebody with a ticket, and where staff find them. */
const somebody = async () => {
  const ticket = await aTicket(world, visit);
  const { registrationId } = await registrationOf(world, visit, ticket.seeker);
  return { ticket, subject: await idxOf(ticket), params: { visitId: visit.visitId, registrationId } };
};
const handIn = async (note: Awaited<ReturnType<typeof aDeskNote>>, by = counsellor) => {
  const answer = await world.call(handInKey, note, by);
  await world.settle();
  return answer;
};
const refusedOf = async (by = counsellor) => (await world.get("GET /api/office/desk-notes", {}, by)).notes;
const itemsSaying = async (text: string, at = world) =>
  (await at.table.allItems()).filter((item) => JSON.stringify(item).includes(text)).map(({ type }) => type);

describe("a note that a phone sealed", () => {
  test("is one note with its next step, however often it comes, whether its person was named by ticket or by registration", async () => {
    for (const byTicket of [true, false]) {
      const { subject, params } = await somebody();
      const about = byTicket ? { subject } : { registrationId: params.registrationId };
      const note = await aDeskNote(world, visit, counsellor, about, aNote({ next: aNextStep() }));
      expect(JSON.stringify(note)).not.toContain(words);
      expect(await world.call(handInKey, note, counsellor)).toMatchObject({ ok: true, status: 201 });
      // Sent again before and after it was opened.
      expect(await handIn(note)).toMatchObject({ ok: true, status: 200 });
      expect(await handIn(note)).toMatchObject({ ok: true, status: 200 });
      const { consultations } = await world.get(notesKey, { params }, counsellor);
      expect(consultations).toMatchObject([{ note: words, isMine: true, next: { what: "이력서 다시 보기", state: "open" } }]);
    }
    expect(await refusedOf()).toEqual([]);
    const left = (await world.table.allItems()).filter(({ type, state }) => type === "desk-note" && state === "written");
    expect(left.flatMap(({ sealed, said }) => [sealed, said]).filter(Boolean)).toEqual([]);
  });

  test("stays one when it was corrected before the lost answer made the phone send it again", async () => {
    const { subject, params } = await somebody();
    const note = await aDeskNote(world, visit, counsellor, { subject }, aNote());
    await handIn(note);
    const key = "PUT /api/staff/visits/{visitId}/people/{registrationId}/consultations/{consultationId}";
    const at = { ...params, consultationId: note.params.consultationId };
    await world.get(key, { params: at, body: aNote({ note: "고쳐 적음", seen: 1 }) }, counsellor);
    expect(await handIn(note)).toMatchObject({ ok: true, status: 200 });
    expect((await world.get(notesKey, { params }, counsellor)).consultations).toMatchObject([{ note: "고쳐 적음", version: 2 }]);
    expect(await refusedOf()).toEqual([]);
  });

  test("is not opened by another note under its number", async () => {
    const { subject } = await somebody();
    const note = await aDeskNote(world, visit, counsellor, { subject }, aNote());
    await handIn(note);
    const other = await aDeskNote(world, visit, counsellor, { subject }, aNote({ note: "다른 말" }));
    expect(refusalOf(await handIn({ ...other, params: note.params }))).toBe("id-taken");
  });

  test("is handed in by whoever is at the desk, and is its counsellor's; nobody else's becomes one", async () => {
    const { subject, params } = await somebody();
    const desk = await world.staff(`${anId("desk").toLowerCase()}@center.example.com`, ["desk"]);
    const note = await aDeskNote(world, visit, counsellor, { subject }, aNote());
    await handIn(note, desk);
    expect((await world.get(notesKey, { params }, counsellor)).consultations).toMatchObject([{ note: words, isMine: true }]);
    const { accountId: byId } = await world.get("GET /api/me", {}, desk);
    const theirs = { params: { ...note.params, consultationId: anId("con") }, body: { ...note.body, byId: byId as string } };
    expect(refusalOf(await handIn(theirs, desk))).toBe("not-a-counsellor");
  });

  test("about somebody who is registered no longer is refused, and nothing of it kept", async () => {
    const { ticket, subject } = await somebody();
    const note = await aDeskNote(world, visit, counsellor, { subject }, aNote({ note: "지운 뒤에 온 말" }));
    await world.get("POST /api/me/erasure", {}, ticket.seeker);
    await world.settle();
    expect(refusalOf(await handIn(note))).toBe("note-of-nobody");
    expect(await itemsSaying("지운 뒤에 온 말")).toEqual([]);
  });
});

describe("a note that was struck", () => {
  const strike = (params: { visitId: string; registrationId: string }, consultationId: string) =>
    world.call(strikeKey, { params: { ...params, consultationId }, body: { reason: "다른 분의 글" } }, counsellor);

  test("is taken from the phone that sends it again, and comes back neither by that nor by a stream that repeats", async () => {
    const { subject, params } = await somebody();
    const note = await aDeskNote(world, visit, counsellor, { subject }, aNote({ note: "지운 말", next: aNextStep() }));
    await world.table.newRecords();
    await world.get(handInKey, note, counsellor);
    const records = await world.table.newRecords();
    await world.deliver(records);
    expect((await strike(params, note.params.consultationId)).ok).toBe(true);
    await world.deliver(records);
    expect(await handIn(note)).toMatchObject({ ok: true, status: 200 });
    expect((await world.get(notesKey, { params }, counsellor)).consultations).toEqual([]);
    expect(await refusedOf()).toEqual([]);
    expect(await itemsSaying("지운 말")).toEqual([]);
  });

  test("is known to a phone that keeps it since the answer to the page was lost", async () => {
    const { params } = await somebody();
    const note = await aDeskNote(world, visit, counsellor, { registrationId: params.registrationId }, aNote());
    const key = "PUT /api/staff/visits/{visitId}/people/{registrationId}/consultations/{consultationId}";
    await world.get(key, { params: { ...params, consultationId: note.params.consultationId }, body: aNote() }, counsellor);
    expect((await strike(params, note.params.consultationId)).ok).toBe(true);
    expect(await handIn(note)).toMatchObject({ ok: true, status: 200 });
    expect((await world.get(notesKey, { params }, counsellor)).consultations).toEqual([]);
    expect(await refusedOf()).toEqual([]);
  });
});

describe("a note that cannot be written", () => {
  test("waits for who wrote it, with what it says, and is written once they have mended it; the look is logged", async () => {
    const { subject, params } = await somebody();
    const note = await aDeskNote(world, visit, counsellor, { subject }, aNote({ heldAt: "2027-01-01T01:00:00.000Z" }));
    expect(await handIn(note)).toMatchObject({ ok: true, status: 201 });
    expect(await refusedOf()).toMatchObject([{ refusal: "in-future", isWalkIn: false, whom: "김하늘", said: { note: words } }]);
    expect(await refusedOf(await aCounsellor())).toEqual([]);
    expect((await world.get(notesKey, { params }, counsellor)).consultations).toEqual([]);
    expect((await entriesOf(world, "consultations")).some(({ among }) => among?.includes(params.registrationId))).toBe(true);
    const still = { params: note.params, body: aNote({ heldAt: "2027-01-01T01:00:00.000Z" }) };
    expect(refusalOf(await world.call(mendKey, still, counsellor))).toBe("in-future");
    expect(refusalOf(await world.call(mendKey, { params: note.params, body: aNote() }, await aCounsellor()))).toBe("not-found");
    expect(await world.call(mendKey, { params: note.params, body: aNote({ note: "고친 말" }) }, counsellor)).toMatchObject({ status: 204 });
    expect((await world.get(notesKey, { params }, counsellor)).consultations).toMatchObject([{ note: "고친 말" }]);
    expect(await refusedOf()).toEqual([]);
  });

  test("is one of a talk dated long before the visit, or before its day with a walk-in: it waits, and is mended", async () => {
    const { subject, params } = await somebody();
    const early = aNote({ heldAt: "2006-11-26T01:00:00.000Z" });
    const note = await aDeskNote(world, visit, counsellor, { subject }, early);
    const walkIn = anEventId();
    const yesterday = aNote({ heldAt: "2026-12-02T14:59:59.000Z" });
    const ofWalkIn = await aDeskNote(world, visit, counsellor, { subject: walkIn }, yesterday);
    for (const one of [note, ofWalkIn]) expect(await handIn(one)).toMatchObject({ ok: true, status: 201 });
    expect(await refusedOf()).toMatchObject([{ refusal: "too-early" }, { refusal: "too-early" }]);
    const mend = (one: typeof note, body: object) => world.call(mendKey, { params: one.params, body: body as typeof early }, counsellor);
    for (const [one, body] of [[note, early] as const, [ofWalkIn, yesterday] as const])
      expect(await mend(one, body)).toMatchObject({ problem: { errors: [{ pointer: "/heldAt", code: "talk-too-early" }] } });
    for (const one of [note, ofWalkIn]) expect(await mend(one, aNote())).toMatchObject({ status: 204 });
    expect(await refusedOf()).toEqual([]);
    expect((await world.get(notesKey, { params }, counsellor)).consultations).toHaveLength(1);
    const talks = { params: { visitId: visit.visitId, walkInId: walkIn } };
    expect((await world.get(talksKey, talks, counsellor)).consultations).toMatchObject([{ heldAt: now() }]);
  });

  test("is dropped by who wrote it: its words go", async () => {
    const { subject } = await somebody();
    const said = aNote({ heldAt: "2027-01-01T01:00:00.000Z", note: "버릴 말" });
    const note = await aDeskNote(world, visit, counsellor, { subject }, said);
    await handIn(note);
    expect(refusalOf(await world.call(dropKey, { params: note.params }, await aCounsellor()))).toBe("not-found");
    expect(await itemsSaying("버릴 말")).toEqual(["desk-note"]);
    await world.get(dropKey, { params: note.params }, counsellor);
    expect([await refusedOf(), await itemsSaying("버릴 말")]).toEqual([[], []]);
    // The phone did not hear that it was taken.
    await handIn(note);
    expect(await refusedOf()).toEqual([]);
  });

  test.for([
    ["text that is no note", "아무 말"],
    ["a note with an unknown kind", aConsultation({ kind: "palm-reading" })],
  ] as const)("is told of where it is %s", async ([, said]) => {
    const { subject } = await somebody();
    const note = await aDeskNote(world, visit, counsellor, { subject }, said);
    await handIn(note);
    expect(await refusedOf()).toMatchObject([{ refusal: "unreadable", said: null }]);
    await world.get(dropKey, { params: note.params }, counsellor);
  });

  test("comes from a phone that was reported lost: who wrote it says whether it is theirs", async () => {
    const { subject, params } = await somebody();
    const note = await aDeskNote(world, visit, counsellor, { subject }, aNote());
    await loadPack(world, visit, counsellor, "phone-lost-1");
    const lost = { params: { visitId: visit.visitId, deviceId: "phone-lost-1" }, body: { reason: "분실" } };
    await world.get("POST /api/staff/visits/{visitId}/devices/{deviceId}/revocation", lost, visit.manager);
    // It was signed out with it, and signs in anew.
    counsellor = await world.signIn(mail);
    await handIn({ params: note.params, body: { ...note.body, deviceId: "phone-lost-1" } });
    expect((await world.get(notesKey, { params }, counsellor)).consultations).toEqual([]);
    expect(await refusedOf()).toMatchObject([{ refusal: "device-revoked", said: { note: words } }]);
    await world.get(mendKey, { params: note.params, body: aNote() }, counsellor);
    expect((await world.get(notesKey, { params }, counsellor)).consultations).toHaveLength(1);
  });
});

describe("the note of a talk with a walk-in", () => {
  let walkInVisit: OpenVisit;
  beforeAll(async () => {
    walkInVisit = await anOpenVisit(world, { plan: { deadlines: openAllDay }, pattern: { to: "16:00" } });
    await world.settle();
  });

  const reportOf = async () => {
    const params = { visitId: walkInVisit.visitId };
    return (await world.get("GET /api/staff/reports/visits/{visitId}", { params }, walkInVisit.manager)).report;
  };

  test("hangs on their number of the visit, is read by counsellors, and counted as a talk with nobody known", async () => {
    const before = (await reportOf()).counts.consultations as number;
    const walkInId = anEventId();
    const note = await aDeskNote(world, walkInVisit, counsellor, { subject: walkInId }, aNote());
    await handIn(note);
    await handIn(note);
    const at = { params: { visitId: walkInVisit.visitId, walkInId } };
    const { consultations } = await world.get(talksKey, at, await aCounsellor());
    expect(consultations).toMatchObject([{ note: words, consultationId: note.params.consultationId }]);
    expect((await world.get(talksKey, { params: { ...at.params, walkInId: anEventId() } }, counsellor)).consultations).toEqual([]);
    const report = await reportOf();
    expect([report.counts.consultations, report.people.consulted]).toEqual([before + 1, 0]);
  });

  test("is struck by who wrote it, is counted no more and does not come back; nobody else strikes it", async () => {
    const before = (await reportOf()).counts.consultations as number;
    const { visitId } = walkInVisit;
    const walkInId = anEventId();
    const note = await aDeskNote(world, walkInVisit, counsellor, { subject: walkInId }, aNote({ note: "다른 번호의 말" }));
    await handIn(note);
    const strike = (by: Browser, on = walkInId) => {
      const params = { visitId, walkInId: on, consultationId: note.params.consultationId };
      return world.call(strikeTalkKey, { params, body: { reason: "다른 분의 글" } }, by);
    };
    expect(refusalOf(await strike(await aCounsellor()))).toBe("not-allowed");
    expect(refusalOf(await strike(counsellor, anEventId()))).toBe("not-found");
    for (const _ of ["once", "again"]) expect((await strike(counsellor)).ok).toBe(true);
    expect(await handIn(note)).toMatchObject({ ok: true, status: 200 });
    expect((await world.get(talksKey, { params: { visitId, walkInId } }, counsellor)).consultations).toEqual([]);
    expect((await reportOf()).counts.consultations).toBe(before);
    expect(await itemsSaying("다른 번호의 말")).toEqual([]);
    const { accountId } = await world.get("GET /api/me", {}, counsellor);
    const log = (await entriesOf(world, "note-struck")).filter((entry) => entry.visitId === visitId);
    expect(log).toMatchObject([{ by: { accountId }, reason: "다른 분의 글" }]);
  });

  test("has no next step: whoever is to be called is registered first", async () => {
    const note = await aDeskNote(world, walkInVisit, counsellor, { subject: anEventId() }, aNote({ next: aNextStep() }));
    await handIn(note);
    expect(await refusedOf()).toMatchObject([{ refusal: "walk-in-next", isWalkIn: true, said: { note: words } }]);
    const still = { params: note.params, body: aNote({ next: aNextStep() }) };
    expect(refusalOf(await world.call(mendKey, still, counsellor))).toBe("invalid-fields");
    await world.get(mendKey, { params: note.params, body: aNote() }, counsellor);
    expect(await refusedOf()).toEqual([]);
  });
});

describe("after the visit", () => {
  let later: World;
  let here: OpenVisit;
  beforeEach(async () => {
    later = await aWorld(duringVisit);
    here = await anOpenVisit(later, { plan: { deadlines: openAllDay }, pattern: { to: "16:00" } });
    await later.settle();
  });
  afterEach(() => later.close());

  test("a note is refused at the door once the visit's key is gone, so that the phone keeps it", async () => {
    const writer = await later.staff(mail, ["counsellor"]);
    const note = await aDeskNote(later, here, writer, { subject: anEventId() }, aNote());
    later.deps.clock.set("2026-12-20T01:00:00.000Z");
    await later.fire("destroy-keys");
    expect(refusalOf(await later.call(handInKey, note, await later.signIn(mail)))).toBe("note-too-late");
  });

  test("what was talked about with walk-ins goes within a year, with all that is kept of them", async () => {
    const writer = await later.staff(mail, ["counsellor"]);
    const said = aNote({ note: "일 년 뒤에 없을 말" });
    await later.get(handInKey, await aDeskNote(later, here, writer, { subject: anEventId() }, said), writer);
    await later.settle();
    expect(await itemsSaying("일 년 뒤에 없을 말", later)).toEqual(["walk-in-consultation"]);
    later.deps.clock.set("2027-12-10T01:00:00.000Z");
    await later.fire("purge-data");
    expect(await itemsSaying("일 년 뒤에 없을 말", later)).toEqual([]);
  });
});
