import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { addMinutes, seoulTimeOf, timeText } from "../../shared/domain/seoul-time.ts";
import { bookSlot, refusalOf } from "../support/booking.ts";
import { aConsultation, anId, anOpenVisit, type OpenVisit, openAllDay } from "../support/builders.ts";
import { aBrowser } from "../support/calls.ts";
import { entriesOf } from "../support/ledger.ts";
import { readPdf } from "../support/read-pdf.ts";
import { registrationOf } from "../support/registrations.ts";
import { aDesk, aTicket, scan } from "../support/tickets.ts";
import { must, signInAgain } from "../support/whole-season.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

/** Seoul is nine hours ahead: the visit runs from 10:00, which is 01:00Z, and the first interview is over at 10:20. */
const before = "2026-12-03T00:30:00.000Z";
const during = "2026-12-03T01:10:00.000Z";
const after = "2026-12-03T08:05:00.000Z";

const mine = "/api/papers/me/certificates" as const;
const theirs = "/api/papers/visits/{visitId}/people/{registrationId}/certificates" as const;

let world: World;
let desk: Browser;
let visit: OpenVisit;
let next = 0;
beforeAll(async () => {
  world = await aWorld(before);
  visit = await anOpenVisit(world, { plan: { deadlines: openAllDay }, pattern: { to: "17:00" } });
  desk = await aDesk(world);
});
afterAll(() => world.close());
beforeEach(() => world.deps.clock.set(before));

/** Somebody with an interview, here in time for it unless told otherwise; the clock stands where it is over. */
const anInterviewee = async ({ comes = true, form = {} }: { comes?: boolean; form?: object } = {}) => {
  const ticket = await aTicket(world, visit, form as Record<string, unknown>);
  const bookingId = anId("bkg");
  await must(bookSlot(world, visit, visit.slots[next++] ?? "", ticket.seeker, bookingId));
  if (comes) await must(scan(world, visit, { token: ticket.token }, desk));
  const { registrationId } = await registrationOf(world, visit, ticket.seeker);
  world.deps.clock.set(after);
  return { ...ticket, bookingId, whom: { visitId: visit.visitId, registrationId } };
};
const issue = (subjectId: string, by: Browser) => world.call(`PUT ${mine}/{subjectId}`, { params: { subjectId } }, by);
const issued = async (subjectId: string, by: Browser) => {
  const row = await world.get(`PUT ${mine}/{subjectId}`, { params: { subjectId } }, by);
  if (!row.issued) throw new Error("Nothing was issued.");
  return { ...row, ...row.issued };
};
const file = (subjectId: string, by: Browser) => world.call(`GET ${mine}/{subjectId}/file`, { params: { subjectId } }, by);
const verify = (code: string, by = aBrowser()) => world.call("POST /api/papers/verifications", { body: { code } }, by);
const listOf = async (by: Browser) => (await world.get(`GET ${mine}`, {}, by)).certificates;
/** A talk of which there is a note, by a counsellor. */
const aTalk = async (whom: { visitId: string; registrationId: string }) => {
  const counsellor = await world.staff(`${anId("counsellor").toLowerCase()}@center.example.com`, ["counsellor"]);
  const consultationId = anId("con");
  const body = aConsultation({ kind: "resume", channel: "onsite", note: "다른 데 보이지 않을 상담 내용", heldAt: during });
  const key = "PUT /api/staff/visits/{visitId}/people/{registrationId}/consultations/{consultationId}";
  await must(world.call(key, { params: { ...whom, consultationId }, body }, counsellor));
  return consultationId;
};

describe("a certificate of interview", () => {
  test("says who came to which interview, when and where, and opens in a reader with its Korean text whole", async () => {
    const { seeker, bookingId } = await anInterviewee({ form: { name: "뷁하늘", birthYear: 1961 } });
    const { code, issuedAt, startsAt, employerNameKo, jobTitleKo, placeNameKo } = await issued(bookingId, seeker);
    expect(issuedAt).toBe(after);
    const answer = await file(bookingId, seeker);
    if (!answer.ok) throw new Error(answer.problem.code);
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="interview-certificate.pdf"');
    const { text, info, pages, size } = await readPdf(answer.value);
    expect([pages, ...size]).toEqual([1, 210, 297]);
    const says = [
      "면접확인서",
      "뷁하늘",
      "1961년",
      employerNameKo,
      jobTitleKo,
      placeNameKo,
      "2026년 12월 3일(목)",
      timeText(seoulTimeOf(startsAt), "ko"),
      "일자리 정류장",
    ];
    for (const words of says) expect(text).toContain(words);
    expect(text).toContain(code.replace(/(.{4})(?=.)/g, "$1 "));
    expect(text).toContain("/verify");
    // Whatever stands around the page names nobody.
    expect(JSON.stringify(info)).not.toContain("하늘");
    expect(info).toMatchObject({ Title: "면접확인서" });
  });

  test("is there for who was checked in and came, once the interview is over", async () => {
    const { seeker, bookingId } = await anInterviewee();
    world.deps.clock.set(during);
    expect(await listOf(seeker)).toEqual([]);
    expect(refusalOf(await issue(bookingId, seeker))).toBe("nothing-to-certify");
    world.deps.clock.set(after);
    expect(await listOf(seeker)).toMatchObject([{ kind: "interview", subjectId: bookingId, issued: null }]);
    expect(refusalOf(await file(bookingId, seeker))).toBe("not-found");
    await issued(bookingId, seeker);
    expect(await file(bookingId, seeker)).toMatchObject({ ok: true });
  });

  test("is not there for who never came, came when it was over, or was noted as not having come", async () => {
    const absent = await anInterviewee({ comes: false });
    expect(refusalOf(await issue(absent.bookingId, absent.seeker))).toBe("nothing-to-certify");
    await must(scan(world, visit, { token: absent.token }, desk));
    expect(refusalOf(await issue(absent.bookingId, absent.seeker))).toBe("nothing-to-certify");

    world.deps.clock.set(before);
    const noted = await anInterviewee({ comes: false });
    const booking = (await world.get("GET /api/me/registrations", {}, noted.seeker)).registrations[0]?.bookings[0]?.booking;
    if (!booking) throw new Error("There is no booking.");
    world.deps.clock.set(addMinutes(booking.startsAt, 11));
    const params = { ...noted.whom, bookingId: noted.bookingId };
    const key = "POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/no-show";
    const body = { seen: { slotId: booking.slotId, sequence: 0 }, giveTo: { whom: "nobody" } };
    await must(world.call(key, { params, body }, desk));
    await must(scan(world, visit, { token: noted.token }, desk));
    world.deps.clock.set(after);
    expect(await listOf(noted.seeker)).toEqual([]);
    expect(refusalOf(await issue(noted.bookingId, noted.seeker))).toBe("nothing-to-certify");
  });

  test("is its person's alone", async () => {
    const one = await anInterviewee();
    world.deps.clock.set(before);
    const other = await anInterviewee();
    await issued(one.bookingId, one.seeker);
    expect(refusalOf(await issue(one.bookingId, other.seeker))).toBe("nothing-to-certify");
    expect(refusalOf(await file(one.bookingId, other.seeker))).toBe("not-found");
  });

  test("asked for again, also in the same moment, is the same; what it says stays when the name is corrected", async () => {
    const { seeker, bookingId } = await anInterviewee({ form: { name: "김하늘" } });
    const all = await Promise.all([1, 2, 3, 4].map(() => issued(bookingId, seeker)));
    expect(new Set(all.map(({ code }) => code)).size).toBe(1);
    const body = { name: "박다른", birthYear: 1990, phone: "010-0000-0042", locale: "ko" };
    await must(world.call("PUT /api/me/details", { body }, seeker));
    world.deps.clock.set("2026-12-03T09:00:00.000Z");
    expect((await issued(bookingId, seeker)).code).toBe(all[0]?.code);
    const answer = await file(bookingId, seeker);
    const { text } = await readPdf(answer.ok ? answer.value : new Uint8Array());
    expect(text).toContain("김하늘");
    expect(text).not.toContain("박다른");
  });

  test("is not made under a name that cannot be printed", async () => {
    const { seeker, bookingId } = await anInterviewee({ form: { name: "ꦏꦶꦩ꧀" } });
    expect(refusalOf(await issue(bookingId, seeker))).toBe("name-unprintable");
    expect((await listOf(seeker))[0]?.issued).toBeNull();
  });
});

test("a certificate of counselling says what kind of talk it was and when, and nothing of the note", async () => {
  const { seeker, whom } = await anInterviewee({ comes: false });
  const subjectId = await aTalk(whom);
  expect(await listOf(seeker)).toMatchObject([{ kind: "counselling", subjectId, startsAt: during }]);
  await issued(subjectId, seeker);
  const answer = await file(subjectId, seeker);
  const { text } = await readPdf(answer.ok ? answer.value : new Uint8Array());
  for (const words of ["상담확인서", "이력서·자기소개서 상담", "오전 10시 10분", "현장(버스)"]) expect(text).toContain(words);
  expect(text).not.toContain("다른 데 보이지 않을");
});

describe("a third party", () => {
  test("sees by the code, however it is typed, that a certificate is true, and of the name as much as compares", async () => {
    const { seeker, bookingId } = await anInterviewee({ form: { name: "김하늘" } });
    const { code, issuedAt } = await issued(bookingId, seeker);
    const seen = await verify(` ${code.toLowerCase().replace(/(.{4})/g, "$1-")} `);
    expect(seen).toMatchObject({ ok: true, value: { kind: "interview", maskedName: "김○늘", issuedAt } });
    expect(JSON.stringify(seen.ok && seen.value)).not.toMatch(/하|bkg_|vis_|psn_/);
  });

  test("is told plainly of a wrong code, and stopped after many", async () => {
    const browser = aBrowser();
    expect(refusalOf(await verify("7K3M 9QXA 2B4C 8DEF", browser))).toBe("certificate-unknown");
    expect(refusalOf(await verify("없는 번호", browser))).toBe("certificate-unknown");
    for (let i = 2; i < 60; i++) await verify("0", browser);
    expect(refusalOf(await verify("0", browser))).toBe("too-many-requests");
    expect(refusalOf(await verify("0"))).toBe("certificate-unknown");
  });

  test("finds nothing any more of a person who was erased", async () => {
    const { seeker, bookingId } = await anInterviewee();
    const { code } = await issued(bookingId, seeker);
    await signInAgain(world, seeker);
    await must(world.call("POST /api/me/erasure", {}, seeker));
    expect(refusalOf(await verify(code))).toBe("certificate-unknown");
    expect((await world.table.allItems()).filter((item) => item.type === "certificate" && item.code === code)).toEqual([]);
  });
});

describe("a certificate whose contents were corrected", () => {
  const correct = (by: Browser, name: string) => {
    const body = { name, birthYear: 1990, phone: "010-0000-0042", locale: "ko" };
    return must(world.call("PUT /api/me/details", { body }, by));
  };
  const reissue = (subjectId: string, seen: string, by: Browser) =>
    world.call(`POST ${mine}/{subjectId}/reissue`, { params: { subjectId }, body: { seen } }, by);

  test("is made anew once, also when asked twice at once; the code of before says that it was replaced, and nothing else", async () => {
    const { seeker, bookingId } = await anInterviewee({ form: { name: "김하늘", birthYear: 1990, phone: "010-0000-0042" } });
    const first = await issued(bookingId, seeker);
    expect(refusalOf(await reissue(bookingId, first.code, seeker))).toBe("certificate-up-to-date");
    await correct(seeker, "박다른");
    expect((await listOf(seeker))[0]?.issued).toMatchObject({ code: first.code, isOutdated: true });
    const later = "2026-12-03T09:00:00.000Z";
    world.deps.clock.set(later);
    const answers = await Promise.all([1, 2, 3].map(() => reissue(bookingId, first.code, seeker)));
    const codes = new Set(answers.map((answer) => (answer.ok ? answer.value.issued?.code : refusalOf(answer))));
    expect(codes.size).toBe(1);
    const [code = ""] = codes;
    expect(code).not.toBe(first.code);
    expect(await verify(first.code)).toMatchObject({ ok: true, value: { standing: "replaced", since: later } });
    const told = await verify(first.code);
    expect(Object.keys(told.ok ? told.value : {}).sort()).toEqual(["since", "standing"]);
    expect(await verify(String(code))).toMatchObject({ ok: true, value: { standing: "valid", maskedName: "박○른", issuedAt: later } });
    const paper = await file(bookingId, seeker);
    expect((await readPdf(paper.ok ? paper.value : new Uint8Array())).text).toContain("박다른");
    // Sent again with the code of before it replaces nothing more.
    expect(await reissue(bookingId, first.code, seeker)).toMatchObject({ ok: true, value: { issued: { code } } });
  });

  test("is found under neither code once its person is erased", async () => {
    const { seeker, bookingId } = await anInterviewee({ form: { name: "김하늘", birthYear: 1990, phone: "010-0000-0042" } });
    const first = await issued(bookingId, seeker);
    await correct(seeker, "박다른");
    await must(reissue(bookingId, first.code, seeker));
    await signInAgain(world, seeker);
    await must(world.call("POST /api/me/erasure", {}, seeker));
    await world.settle();
    await world.fire("finish-erasures");
    expect(refusalOf(await verify(first.code))).toBe("certificate-unknown");
    const left = (await world.table.allItems()).filter((item) => item.type === "past-certificate" && item.code === first.code);
    expect(left).toEqual([]);
  });
});

describe("a certificate that staff made invalid", () => {
  const revocations = "POST /api/papers/visits/{visitId}/people/{registrationId}/revocations" as const;
  type Whom = { visitId: string; registrationId: string };
  const revoke = (whom: Whom, code: string, by: Browser, over: object = {}) => {
    const body = { code, reason: "다른 사람의 이름으로 발급됨", mayRenew: false, ...over };
    return world.call(revocations, { params: whom, body }, by);
  };
  const reissue = (subjectId: string, seen: string, by: Browser) =>
    world.call(`POST ${mine}/{subjectId}/reissue`, { params: { subjectId }, body: { seen } }, by);

  test("is one of a talk whose note was struck, since it was with somebody else", async () => {
    const ticket = await aTicket(world, visit);
    const { registrationId } = await registrationOf(world, visit, ticket.seeker);
    const whom = { visitId: visit.visitId, registrationId };
    world.deps.clock.set(after);
    const subjectId = await aTalk(whom);
    const { code } = await issued(subjectId, ticket.seeker);
    const strike = "POST /api/office/visits/{visitId}/people/{registrationId}/consultations/{consultationId}/striking" as const;
    const manager = await world.staff(`${anId("manager").toLowerCase()}@center.example.com`, ["manager"]);
    await world.get(strike, { params: { ...whom, consultationId: subjectId }, body: { reason: "다른 분의 글" } }, manager);
    expect(await verify(code)).toMatchObject({ value: { standing: "revoked" } });
    expect(JSON.stringify(await listOf(ticket.seeker))).toContain("잘못 적은 상담 기록이어서 지웠습니다");
  });

  test("says since when to whoever verifies it, and why to its person alone; it is taken as a file no more", async () => {
    const { seeker, bookingId, whom } = await anInterviewee();
    const { code } = await issued(bookingId, seeker);
    const at = "2026-12-03T09:00:00.000Z";
    world.deps.clock.set(at);
    const officer = await aDesk(world);
    expect(await revoke(whom, ` ${code.toLowerCase()} `, officer)).toMatchObject({ status: 204 });
    world.deps.clock.set("2026-12-03T09:30:00.000Z");
    expect(await revoke(whom, code, officer, { reason: "다른 까닭" })).toMatchObject({ status: 204 });
    const told = await verify(code);
    expect(told.ok && told.value).toEqual({ standing: "revoked", since: at });
    expect((await listOf(seeker))[0]?.issued?.revoked).toEqual({ at, reason: "다른 사람의 이름으로 발급됨", mayRenew: false });
    expect(refusalOf(await file(bookingId, seeker))).toBe("certificate-revoked");
    const looks = (await entriesOf(world, "certificates")).filter((entry) => entry.registrationId === whom.registrationId);
    expect(looks).toHaveLength(1);
  });

  test("is made anew by its person only where staff said so; the code of before stays invalid", async () => {
    const { seeker, bookingId, whom } = await anInterviewee({ form: { name: "김하늘", birthYear: 1990, phone: "010-0000-0042" } });
    const { code } = await issued(bookingId, seeker);
    const officer = await aDesk(world);
    await must(revoke(whom, code, officer));
    const body = { name: "박다른", birthYear: 1990, phone: "010-0000-0042", locale: "ko" };
    await must(world.call("PUT /api/me/details", { body }, seeker));
    expect(refusalOf(await reissue(bookingId, code, seeker))).toBe("certificate-revoked");

    world.deps.clock.set(before);
    const other = await anInterviewee();
    const first = await issued(other.bookingId, other.seeker);
    await must(revoke(other.whom, first.code, officer, { mayRenew: true }));
    const second = await world.get(
      `POST ${mine}/{subjectId}/reissue`,
      { params: { subjectId: other.bookingId }, body: { seen: first.code } },
      other.seeker,
    );
    expect(second.issued).toMatchObject({ isOutdated: false, revoked: null });
    expect(await verify(first.code)).toMatchObject({ ok: true, value: { standing: "revoked" } });
    expect(await verify(second.issued?.code ?? "")).toMatchObject({ ok: true, value: { standing: "valid" } });
  });

  test("is of the person at whom it is done; a code of somebody else, of nobody or of before is refused, and so is a resident number", async () => {
    const one = await anInterviewee();
    world.deps.clock.set(before);
    const other = await anInterviewee();
    const { code } = await issued(one.bookingId, one.seeker);
    const officer = await aDesk(world);
    expect(refusalOf(await revoke(other.whom, code, officer))).toBe("certificate-not-theirs");
    expect(refusalOf(await revoke(one.whom, "7K3M 9QXA 2B4C 8DEF", officer))).toBe("certificate-not-theirs");
    expect(refusalOf(await revoke(one.whom, code, officer, { reason: "900101-1234567 확인" }))).toBe("invalid-fields");
    expect(refusalOf(await revoke(one.whom, code, officer, { reason: " " }))).toBe("invalid-fields");
    expect(await verify(code)).toMatchObject({ ok: true, value: { standing: "valid" } });
  });
});

test("a certificate is part of what its person is given of their data", async () => {
  const { seeker, bookingId } = await anInterviewee();
  const { code } = await issued(bookingId, seeker);
  const { records } = await world.get("GET /api/me/export", {}, seeker);
  expect(records.filter(({ what }) => what === "certificate")).toMatchObject([{ keptUntil: "2028-03-03", content: { code } }]);
});

describe("by staff", () => {
  const aHelped = async () => {
    const { visitId } = visit;
    const personId = anId("psn");
    const form = { name: "한솔", birthYear: 1950, phone: "010-0000-0311", locale: "ko", noticeVersion: currentConsentVersion.service_core };
    const key = "PUT /api/staff/visits/{visitId}/registrations/{personId}";
    const { registrationId } = await world.get(key, { params: { visitId, personId }, body: form }, desk);
    return { personId, whom: { visitId, registrationId } };
  };

  const personIdOf = async (registrationId: string): Promise<string> => {
    const pointers = (await world.table.allItems()).filter((item) => item.type === "registration-pointer");
    const found = pointers.find((item) => item.registrationId === registrationId);
    return String(found?.pk).slice("PERSON#".length);
  };

  test("certificates are made for who has no mail, each look logged; whoever mail reaches makes them alone", async () => {
    const { whom } = await aHelped();
    const helper = await aDesk(world);
    world.deps.clock.set(after);
    const subjectId = await aTalk(whom);
    const { name, certificates } = await world.get(`GET ${theirs}`, { params: whom }, helper);
    expect([name, certificates.map((row) => row.subjectId)]).toEqual(["한솔", [subjectId]]);
    const made = await world.get(`PUT ${theirs}/{subjectId}`, { params: { ...whom, subjectId } }, helper);
    expect(await verify(made.issued?.code ?? "")).toMatchObject({ ok: true, value: { maskedName: "한○" } });
    const paper = await world.get(`GET ${theirs}/{subjectId}/file`, { params: { ...whom, subjectId } }, helper);
    expect((await readPdf(paper)).text).toContain("한솔");
    const looks = (await entriesOf(world, "certificates")).filter((entry) => entry.registrationId === whom.registrationId);
    expect(looks).toHaveLength(3);

    world.deps.clock.set(before);
    const able = await anInterviewee();
    const params = { ...able.whom, subjectId: able.bookingId };
    expect(refusalOf(await world.call(`GET ${theirs}`, { params: able.whom }, desk))).toBe("can-do-it-themselves");
    expect(refusalOf(await world.call(`PUT ${theirs}/{subjectId}`, { params }, desk))).toBe("can-do-it-themselves");
    expect(refusalOf(await world.call(`GET ${theirs}/{subjectId}/file`, { params }, desk))).toBe("can-do-it-themselves");
  });

  test("what lies under either of two records that are one person is that person's", async () => {
    const { personId, whom } = await aHelped();
    const one = await anInterviewee({ form: { name: "한솔", birthYear: 1950, phone: "010-0000-0311" } });
    const subjectId = await aTalk(whom);
    const body = { one: personId, other: await personIdOf(one.whom.registrationId), reason: "신분증 확인" };
    const key = "POST /api/staff/visits/{visitId}/same-people/merges";
    await must(world.call(key, { params: { visitId: visit.visitId }, body }, await aDesk(world)));
    expect((await listOf(one.seeker)).map((row) => row.subjectId).sort()).toEqual([one.bookingId, subjectId].sort());
    await issued(subjectId, one.seeker);
    expect(await file(subjectId, one.seeker)).toMatchObject({ ok: true });
  });
});
