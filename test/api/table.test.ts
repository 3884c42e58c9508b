import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { foldQueue } from "../../shared/domain/queue-fold.ts";
import { addMinutes } from "../../shared/domain/seoul-time.ts";
import { accept, applied, aSummary } from "../support/application.ts";
import { bookSlot, cancelBooking, refusalOf } from "../support/booking.ts";
import {
  anId,
  anOpenVisit,
  anotherEmployer,
  approvedSlots,
  aSeeker,
  duringVisit,
  type OpenVisit,
  openAllDay,
} from "../support/builders.ts";
import { aBrowser } from "../support/calls.ts";
import { entriesOf } from "../support/ledger.ts";
import { aPairedDevice, handIn, tableCode } from "../support/pairing.ts";
import { idxOf, loadPack, sendEvents } from "../support/phones.ts";
import { aDesk, anEventId, scan } from "../support/tickets.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

let world: World;
let visit: OpenVisit;
/** Another employer, at the desk beside. */
let other: OpenVisit;
let desk: Browser;
beforeAll(async () => {
  world = await aWorld(duringVisit);
  visit = await anOpenVisit(world, { plan: { deadlines: openAllDay }, pattern: { to: "17:00" } });
  other = await anotherEmployer(world, visit, { to: "17:00" });
  desk = await aDesk(world);
});
beforeEach(() => world.deps.clock.set(duringVisit));
afterAll(() => world.close());

const codeFor = async (at: OpenVisit = visit): Promise<string> => {
  const given = await tableCode(world, at, desk);
  if (!given.ok) throw new Error(given.problem.code);
  return given.value.code;
};
const device = () => aPairedDevice(world, visit, desk);
const dayOf = (browser: Browser) => world.call("GET /api/table/day", {}, browser);
const dayShown = (browser: Browser) => world.get("GET /api/table/day", {}, browser);
const tables = () => world.get("GET /api/staff/visits/{visitId}/tables", { params: { visitId: visit.visitId } }, desk);
const pairingsNow = async () => (await tables()).pairings.length;

let used = 1;
type Interviewee = { registrationId: string; bookingId: string; seeker: Browser; token: string; code: string; slotId: string };
/** Somebody booked with an employer, at a time that no other test takes; not here yet. */
const booked = async (at: OpenVisit = visit, name = "한누리"): Promise<Interviewee> => {
  const seeker = await aSeeker(world, visit.visitId, { name });
  used += 1;
  const [bookingId, slotId] = [anId("bkg"), at.slots[used] ?? ""];
  const answer = await bookSlot(world, at, slotId, seeker, bookingId);
  if (!answer.ok) throw new Error(answer.problem.code);
  await world.settle();
  const { registrations } = await world.get("GET /api/me/registrations", {}, seeker);
  const ticket = await world.get("GET /api/me/visits/{visitId}/ticket", { params: { visitId: visit.visitId } }, seeker);
  return { registrationId: registrations[0]?.registrationId ?? "", bookingId, seeker, token: ticket.token, code: ticket.code, slotId };
};
/** What staff do about somebody in the line, on a phone that has loaded the visit. */
const doesAbout = async (kind: string, person: Interviewee, at: OpenVisit = visit, deskId = at === other ? "d2" : "d1") => {
  await loadPack(world, at, desk, "phone-at-desk-1");
  const { accountId: staffId } = await world.get("GET /api/me", {}, desk);
  const event = { ...{ v: 1, kind, id: anEventId(), visitId: at.visitId, staffId, deviceId: "phone-at-desk-1" } };
  const when = { at: world.deps.clock.now(), clockOffset: 0, packRevision: 1 };
  const answers = await sendEvents(world, at, desk, "phone-at-desk-1", [{ ...event, ...when, of: await idxOf(person), deskId }]);
  expect(answers).toMatchObject([{ result: "stored" }]);
};
const arrives = ({ code }: Interviewee) => scan(world, visit, { code }, desk);
/** Arrived, and called to the desk. */
const here = async (at: OpenVisit = visit, name?: string): Promise<Interviewee> => {
  const person = await booked(at, name);
  await arrives(person);
  await doesAbout("call", person, at);
  return person;
};

const look = ({ registrationId, bookingId }: Interviewee, by: Browser) =>
  world.call("GET /api/table/people/{registrationId}/bookings/{bookingId}", { params: { registrationId, bookingId } }, by);
const note = ({ registrationId, bookingId }: Interviewee, outcome: string, seen: number, by: Browser) =>
  world.call(
    "PUT /api/table/people/{registrationId}/bookings/{bookingId}/outcome",
    { params: { registrationId, bookingId }, body: { outcome, seen } },
    by,
  );
const noteInConsole = ({ registrationId, bookingId }: Interviewee, outcome: string, seen: number, at: OpenVisit = visit) =>
  world.call(
    "PUT /api/employers/{employerId}/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/outcome",
    { params: { employerId: at.employerId, visitId: at.visitId, registrationId, bookingId }, body: { outcome, seen } },
    at.employer,
  );
const rowOf = async ({ slotId }: Interviewee, by: Browser) => (await dayShown(by)).times.find((time) => time.slotId === slotId);

describe("a pairing code", () => {
  test("pairs one device, for the employer and desk that it was made for, however it is typed", async () => {
    const given = await tableCode(world, visit, desk);
    if (!given.ok) throw new Error("refused");
    const { code, usableUntil } = given.value;
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(usableUntil).toBe(addMinutes(duringVisit, 10));
    const tablet = aBrowser();
    const paired = await handIn(world, `${code.slice(0, 4).toLowerCase()} - ${code.slice(4)}`, tablet);
    expect(paired).toMatchObject({ status: 204 });
    expect(paired.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-table=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/)]);
    expect(await dayShown(tablet)).toMatchObject({ visitId: visit.visitId, deskId: "d1", employerNameKo: "㈜솔버들정밀" });
    expect(refusalOf(await handIn(world, code))).toBe("pairing-code-unusable");
    const stored = JSON.stringify(await world.table.allItems());
    for (const secret of [code, tablet.cookies.get("__Host-table")?.split(".")[2] ?? "none"]) expect(stored).not.toContain(secret);
  });

  test("handed in by twenty devices at once pairs one of them", async () => {
    const code = await codeFor();
    const before = await pairingsNow();
    const answers = await Promise.all(Array.from({ length: 20 }, () => handIn(world, code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array.from({ length: 19 }, () => 410)]);
    expect(await pairingsNow()).toBe(before + 1);
  });

  test("is good for ten minutes", async () => {
    const [first, second] = [await codeFor(), await codeFor()];
    world.deps.clock.set(addMinutes(duringVisit, 9));
    expect(await handIn(world, first)).toMatchObject({ status: 204 });
    world.deps.clock.set(addMinutes(duringVisit, 10));
    expect(refusalOf(await handIn(world, second))).toBe("pairing-code-unusable");
  });

  test("is given on the day of the visit, for a desk where that employer interviews", async () => {
    const refused = async (now: string, at: { employerId?: string; deskId?: string } = {}) => {
      world.deps.clock.set(now);
      return refusalOf(await tableCode(world, { ...visit, ...at }, desk));
    };
    expect(await refused("2026-12-02T14:00:00.000Z")).toBe("not-visit-day");
    expect(await refused("2026-12-03T08:00:00.000Z")).toBe("visit-over");
    expect(await refused(duringVisit, { deskId: "d2" })).toBe("desk-unknown");
    expect(await refused(duringVisit, { employerId: other.employerId })).toBe("desk-unknown");
  });

  test("is not found by guessing: a network has thirty tries in ten minutes, right ones too", async () => {
    const guesser = aBrowser();
    for (let i = 0; i < 30; i++) expect(refusalOf(await handIn(world, i % 2 ? "7K3M 9QXA" : "?", guesser))).toBe("pairing-code-unusable");
    const code = await codeFor();
    const answer = await handIn(world, code, guesser);
    expect(refusalOf(answer)).toBe("too-many-requests");
    expect(answer.headers.get("retry-after")).toBe("300");
    expect(await handIn(world, code)).toMatchObject({ status: 204 });
  });
});

describe("a paired device", () => {
  test("is nobody without its own token, and signed in nowhere", async () => {
    const [mine, theirs] = [await device(), await aPairedDevice(world, { ...other, deskId: "d2" }, desk)];
    const parts = (browser: Browser) => browser.cookies.get("__Host-table")?.split(".") ?? [];
    const [visitId = "", pairingId = "", token = ""] = parts(mine);
    for (const cookie of [
      `${visitId}.${parts(theirs)[1]}.${token}`,
      `${visitId}.${pairingId}.${token.slice(1)}`,
      `${visitId}.${pairingId}.`,
      "x",
    ])
      expect(refusalOf(await dayOf({ ...aBrowser(), cookies: new Map([["__Host-table", cookie]]) }))).toBe("pairing-needed");
    const asSession = { ...aBrowser(), cookies: new Map([["__Host-session", `${visitId}.${token}`]]) };
    expect(refusalOf(await world.call("GET /api/me", {}, asSession))).toBe("sign-in-needed");
    expect(refusalOf(await dayOf(visit.employer))).toBe("pairing-needed");
  });

  test("ends at once when staff end it, and its end stays", async () => {
    const tablet = await device();
    const pairing = (await tables()).pairings.find(({ pairingId }) => pairingId === tablet.cookies.get("__Host-table")?.split(".")[1]);
    expect(pairing).toMatchObject({ isLive: true, deskId: "d1", employerNameKo: "㈜솔버들정밀", pairedAt: duringVisit, endedAt: null });
    const end = () =>
      world.get(
        "POST /api/staff/visits/{visitId}/table-pairings/{pairingId}/end",
        { params: { visitId: visit.visitId, pairingId: pairing?.pairingId ?? "" } },
        desk,
      );
    expect(await end()).toMatchObject({ isLive: false, endedAt: duringVisit });
    expect(refusalOf(await dayOf(tablet))).toBe("pairing-needed");
    world.deps.clock.set(addMinutes(duringVisit, 5));
    expect(await end()).toMatchObject({ endedAt: duringVisit });
  });

  test("ends when it leaves, and when it is paired anew", async () => {
    const tablet = await device();
    const before = new Map(tablet.cookies);
    await handIn(world, await codeFor({ ...other, deskId: "d2" } as OpenVisit), tablet);
    expect(await dayShown(tablet)).toMatchObject({ deskId: "d2" });
    expect(refusalOf(await dayOf({ ...aBrowser(), cookies: before }))).toBe("pairing-needed");
    const now = new Map(tablet.cookies);
    await world.get("DELETE /api/table/pairing", {}, tablet);
    expect(refusalOf(await dayOf({ ...aBrowser(), cookies: now }))).toBe("pairing-needed");
  });

  test("ends with the visit", async () => {
    const tablet = await device();
    world.deps.clock.set("2026-12-03T07:59:59.000Z");
    expect(await dayShown(tablet)).toMatchObject({ endsAt: "2026-12-03T08:00:00.000Z" });
    world.deps.clock.set("2026-12-03T08:00:00.000Z");
    expect(refusalOf(await dayOf(tablet))).toBe("pairing-needed");
  });

  test("ends with a visit that is cancelled", async () => {
    const gone = await anOpenVisit(world, { plan: { deadlines: openAllDay } });
    const tablet = await aPairedDevice(world, gone, desk);
    const params = { visitId: gone.visitId, planId: anId("pln") };
    const body = { change: { kind: "cancel-visit" }, reason: "태풍", choices: [] };
    const { plan } = await world.get("PUT /api/staff/visits/{visitId}/plans/{planId}", { params, body }, gone.manager);
    await world.get("POST /api/staff/visits/{visitId}/plans/{planId}/execution", { params, body: { version: plan.version } }, gone.manager);
    expect(refusalOf(await dayOf(tablet))).toBe("pairing-needed");
  });
});

describe("what the device shows", () => {
  test("is the employer's own people without names: who is here, who is next, and of a cancelled booking the time alone", async () => {
    const tablet = await device();
    const [mine, theirs] = [await booked(), await booked(other)];
    const day = await dayShown(tablet);
    expect(day.times.map(({ interview }) => interview?.bookingId)).toContain(mine.bookingId);
    const text = JSON.stringify(day);
    for (const secret of ["한누리", "한○리", theirs.bookingId, theirs.registrationId, "psn_", "0000"]) expect(text).not.toContain(secret);
    expect((await rowOf(mine, tablet))?.interview).toMatchObject({ state: "expected", label: null, outcome: null });
    expect(text).not.toContain(mine.code.slice(0, 4));
    await arrives(mine);
    expect((await rowOf(mine, tablet))?.interview).toMatchObject({ state: "arrived", label: mine.code.slice(0, 4) });
    await cancelBooking(world, visit, mine.bookingId, mine.seeker);
    expect(await rowOf(mine, tablet)).toMatchObject({ interview: null });
  });

  test("of somebody is open once they are here, and each look is in the log", async () => {
    const tablet = await device();
    const person = await booked(visit, "선우라온");
    expect(refusalOf(await look(person, tablet))).toBe("not-arrived");
    await arrives(person);
    expect(await look(person, tablet)).toMatchObject({ value: { name: "선우라온", summary: null } });
    await look(person, tablet);
    world.deps.clock.set(addMinutes(duringVisit, 60));
    await look(person, tablet);
    const looks = (await entriesOf(world, "interviewee")).filter(({ registrationId }) => registrationId === person.registrationId);
    expect(looks).toHaveLength(2);
    expect(looks[0]).toMatchObject({ employerId: visit.employerId, visitId: visit.visitId, at: duringVisit, people: 1 });
    expect(looks[0]?.by).toEqual({ pairingId: expect.stringMatching(/^prg_/), employerId: visit.employerId });
  });

  test("of somebody who applied is what they wrote for this employer", async () => {
    const screened = await anOpenVisit(world, {
      plan: { deadlines: { ...openAllDay, listAt: "2026-12-03T05:00:00.000Z" } },
      mode: "screened",
    });
    const seeker = await aSeeker(world, screened.visitId, { name: "한누리" });
    const applicationId = await applied(world, screened, seeker);
    await accept(world, screened, applicationId, screened.slots[3]);
    await world.settle();
    const { code } = await world.get("GET /api/me/visits/{visitId}/ticket", { params: { visitId: screened.visitId } }, seeker);
    await scan(world, screened, { code }, desk);
    const tablet = await aPairedDevice(world, screened, desk);
    const interview = (await dayShown(tablet)).times.find((time) => time.interview)?.interview;
    const params = { registrationId: interview?.registrationId ?? "", bookingId: interview?.bookingId ?? "" };
    const shown = await world.get("GET /api/table/people/{registrationId}/bookings/{bookingId}", { params }, tablet);
    expect(shown).toEqual({ name: "한누리", summary: aSummary(), needs: [] });
  });

  test("of somebody whose consent is withdrawn, or who is another employer's, is nothing", async () => {
    const tablet = await device();
    const [mine, theirs] = [await here(), await here(other)];
    expect(refusalOf(await look(theirs, tablet))).toBe("not-found");
    expect(refusalOf(await note(theirs, "met", 0, tablet))).toBe("not-found");
    await cancelBooking(world, visit, mine.bookingId, mine.seeker);
    expect(refusalOf(await look(mine, tablet))).toBe("consent-ended");
    expect(refusalOf(await note(mine, "met", 0, tablet))).toBe("consent-ended");
  });

  test("begins with who was called, leaves out who is through, and does not wait for who is missing", async () => {
    const own = { ...visit, ...(await ownDesk()) };
    const tablet = await aPairedDevice(world, { ...own, deskId: "d1" }, desk);
    const nextIs = async () => (await dayShown(tablet)).next;
    const [first, second] = [await bookedAt(own, 1), await bookedAt(own, 2)];
    expect(await nextIs()).toBe(first.bookingId);
    // 10:20 is ten minutes past, and nobody came for it
    world.deps.clock.set("2026-12-03T01:30:00.000Z");
    expect(await nextIs()).toBe(second.bookingId);
    await scan(world, own, { code: first.code }, desk);
    expect(await nextIs()).toBe(first.bookingId);
    expect(await note(first, "met", 0, tablet)).toMatchObject({ status: 200 });
    expect(await nextIs()).toBe(second.bookingId);
  });

  /** A visit of its own, so that nobody else is next. */
  const ownDesk = () => anOpenVisit(world, { plan: { deadlines: openAllDay } });
  const bookedAt = async (at: OpenVisit, slot: number): Promise<Interviewee> => {
    const seeker = await aSeeker(world, at.visitId);
    const [bookingId, slotId] = [anId("bkg"), at.slots[slot] ?? ""];
    await bookSlot(world, at, slotId, seeker, bookingId);
    await world.settle();
    const { registrations } = await world.get("GET /api/me/registrations", {}, seeker);
    const { token, code } = await world.get("GET /api/me/visits/{visitId}/ticket", { params: { visitId: at.visitId } }, seeker);
    return { registrationId: registrations[0]?.registrationId ?? "", bookingId, seeker, token, code, slotId };
  };
});

test("a walk-in at the desk is on its device by number, and nowhere else", async () => {
  const [tablet, beside] = [await device(), await aPairedDevice(world, { ...other, deskId: "d2" }, desk)];
  const { accountId: staffId } = await world.get("GET /api/me", {}, desk);
  await loadPack(world, visit, desk, "phone-at-desk-1");
  const id = anEventId();
  const walkIn = { v: 1, kind: "walk-in", id, visitId: visit.visitId, staffId, deviceId: "phone-at-desk-1", number: "A-041", deskId: "d1" };
  await sendEvents(world, visit, desk, "phone-at-desk-1", [{ ...walkIn, at: duringVisit, clockOffset: 0, packRevision: 1 }]);
  expect((await dayShown(tablet)).walkIns).toEqual([{ number: "A-041", state: "waiting" }]);
  expect((await dayShown(beside)).walkIns).toEqual([]);
});

describe("what came of an interview", () => {
  test("is said once they are here, sent again it is the same, and a later tap corrects it", async () => {
    const tablet = await device();
    const person = await booked();
    expect(refusalOf(await note(person, "met", 0, tablet))).toBe("not-arrived");
    await arrives(person);
    await doesAbout("call", person);
    const met = await note(person, "met", 0, tablet);
    expect(met).toMatchObject({ status: 200, value: { outcome: "met", by: "table", version: 1, notedAt: duringVisit } });
    world.deps.clock.set(addMinutes(duringVisit, 1));
    expect(await note(person, "met", 0, tablet)).toMatchObject({ value: (met as { value: unknown }).value });
    expect(await note(person, "hired", 1, tablet)).toMatchObject({ value: { outcome: "hired", version: 2 } });
    expect(await note(person, "hired", 2, tablet)).toMatchObject({ value: { outcome: "hired", version: 2 } });
    // The first tap comes late: what it did not see stays.
    expect(refusalOf(await note(person, "met", 0, tablet))).toBe("outcome-changed");
    expect((await rowOf(person, tablet))?.interview?.outcome).toMatchObject({ outcome: "hired", version: 2 });
  });

  test("is not said of somebody who is here before they are called or their time has come, whatever the screen showed", async () => {
    const tablet = await device();
    const person = await booked();
    await arrives(person);
    expect((await rowOf(person, tablet))?.interview).toMatchObject({ state: "arrived", takesResult: false });
    expect(refusalOf(await note(person, "met", 0, tablet))).toBe("not-their-turn");
    expect(refusalOf(await noteInConsole(person, "met", 0))).toBe("not-their-turn");
    const { startsAt } = (await rowOf(person, tablet)) ?? {};
    world.deps.clock.set(startsAt ?? duringVisit);
    expect((await rowOf(person, tablet))?.interview).toMatchObject({ takesResult: true });
    expect(await note(person, "met", 0, tablet)).toMatchObject({ status: 200 });
  });

  test("ends their place in the line for staff as well; taken back, both are as before", async () => {
    const tablet = await device();
    const person = await here();
    await doesAbout("serve", person);
    const placeOf = async () => {
      const { events } = await loadPack(world, visit, desk, "phone-at-desk-2");
      return foldQueue(events.flatMap(({ rows }) => rows)).get(await idxOf(person))?.state;
    };
    world.deps.clock.set(addMinutes(duringVisit, 9));
    await note(person, "met", 0, tablet);
    expect(await placeOf()).toBe("done");
    await note(person, "offered", 1, tablet);
    const takeBack = (seen: number) =>
      world.call(
        "DELETE /api/table/people/{registrationId}/bookings/{bookingId}/outcome",
        { params: { registrationId: person.registrationId, bookingId: person.bookingId }, query: { seen: `${seen}` } },
        tablet,
      );
    expect(refusalOf(await takeBack(1))).toBe("outcome-changed");
    expect(await takeBack(2)).toMatchObject({ status: 204 });
    expect(await takeBack(2)).toMatchObject({ status: 204 });
    expect(await placeOf()).toBe("serving");
    expect((await rowOf(person, tablet))?.interview).toMatchObject({ state: "serving", outcome: null });
    expect(await note(person, "not_hired", 0, tablet)).toMatchObject({ value: { version: 1 } });
    expect(await placeOf()).toBe("done");
  });

  test("said twice in one moment holds once, and whoever lost is told", async () => {
    const tablet = await device();
    const person = await here();
    const answers = await Promise.all(["met", "offered", "not_hired", "hired"].map((outcome) => note(person, outcome, 0, tablet)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const same = await here();
    const again = await Promise.all([1, 2, 3, 4].map(() => note(same, "met", 0, tablet)));
    expect(again.map((answer) => answer.ok && answer.value.version)).toEqual([1, 1, 1, 1]);
  });

  test("is corrected in the employer's console, also weeks after the visit, and no other employer's business", async () => {
    const tablet = await device();
    const person = await here();
    const { mail } = await world.get("GET /api/me", {}, visit.employer);
    await note(person, "second_interview", 0, tablet);
    expect(refusalOf(await noteInConsole(person, "hired", 1, other))).toBe("not-found");
    world.deps.clock.set("2026-12-17T01:00:00.000Z");
    const employer = await world.signIn(mail);
    const hired = await noteInConsole(person, "hired", 1, { ...visit, employer });
    expect(hired).toMatchObject({ value: { outcome: "hired", by: "console", version: 2 } });
    const { times } = await world.get(
      "GET /api/employers/{employerId}/visits/{visitId}/interviews",
      { params: { employerId: visit.employerId, visitId: visit.visitId } },
      employer,
    );
    expect(times.find(({ slotId }) => slotId === person.slotId)?.interview?.outcome).toMatchObject({ outcome: "hired" });
    expect(JSON.stringify(times)).not.toContain("한누리");
  });

  test("is on the day page of staff, and not on the person's own page", async () => {
    const tablet = await device();
    const person = await here();
    await note(person, "not_hired", 0, tablet);
    const { people } = await world.get("GET /api/staff/visits/{visitId}/day", { params: { visitId: visit.visitId } }, desk);
    const row = people.find(({ registrationId }) => registrationId === person.registrationId);
    expect(row?.bookings).toMatchObject([{ outcome: "not_hired" }]);
    expect(JSON.stringify(await world.get("GET /api/me/registrations", {}, person.seeker))).not.toContain("not_hired");
  });
});

test("an employer with two desks sees both, and who is next at each", async () => {
  const two = await anOpenVisit(world, { plan: { deadlines: openAllDay } });
  await approvedSlots(world, two, {}, "d2", "한가람");
  const [one, beside] = [await aPairedDevice(world, two, desk), await aPairedDevice(world, { ...two, deskId: "d2" }, desk)];
  const seeker = await aSeeker(world, two.visitId);
  const bookingId = anId("bkg");
  await bookSlot(world, two, two.slots[2] ?? "", seeker, bookingId);
  expect(await dayShown(one)).toMatchObject({ deskId: "d1", next: bookingId });
  const shown = await dayShown(beside);
  expect(shown).toMatchObject({ deskId: "d2", next: null });
  expect(shown.times.some(({ interview }) => interview?.bookingId === bookingId)).toBe(true);
});
