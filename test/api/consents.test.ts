import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { consentText, currentConsentVersion } from "../../shared/domain/consents.ts";
import { addMinutes, Instant } from "../../shared/domain/seoul-time.ts";
import { accept, applicationsOf, apply, aSummary } from "../support/application.ts";
import { bookingOf, bookSlot, refusalOf, takenIn } from "../support/booking.ts";
import {
  anEnrolment,
  anId,
  anOpenVisit,
  anotherEmployer,
  aProfile,
  approvedSlots,
  aRegistration,
  aSeeker,
  duringVisit,
  type OpenVisit,
  openAllDay,
} from "../support/builders.ts";
import { lastNews, newsTo } from "../support/mails.ts";
import { aPairedDevice } from "../support/pairing.ts";
import { aDesk, scan } from "../support/tickets.ts";
import { forSlot, waits, waitsOf } from "../support/waitlist.ts";
import { must } from "../support/whole-season.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

const tenDaysBefore = "2026-11-23T01:00:00.000Z";
const employerMail = (aProfile().contact as { mail: string }).mail;
const gone = "구직자의 정보를 지워 주세요";
const withdrawn = "동의를 거두었습니다";

let world: World;
let visit: OpenVisit;
let screened: OpenVisit;
// A world each: together they would send more mails to the employer than one address is sent in a day.
beforeEach(async () => {
  world = await aWorld(tenDaysBefore);
  visit = await anOpenVisit(world, { plan: { deadlines: openAllDay }, pattern: { to: "12:00" } });
  screened = await anotherEmployer(world, visit, { from: "13:00", to: "15:00" }, "screened");
  await world.settle();
});
afterEach(() => world.close());

type Seeker = Browser & { mail: string };
const slot = (n: number, of = visit): string => of.slots[n] ?? "";
const consentsOf = (seeker: Browser) => world.get("GET /api/me/consents", {}, seeker);
const withdrawFrom = ({ employerId }: OpenVisit, seeker: Browser) =>
  world.call("POST /api/me/consents/{employerId}/withdrawal", { params: { employerId } }, seeker);
const standingWith = async ({ employerId }: OpenVisit, seeker: Browser) =>
  (await consentsOf(seeker)).employers.find((one) => one.employerId === employerId);
const subjectsTo = (mail: string): string[] => newsTo(world, mail).map(({ subject }) => subject);
const toEmployer = () => subjectsTo(employerMail).filter((subject) => subject === gone).length;
const rowsOf = async (of: OpenVisit) =>
  (
    await world.get(
      "GET /api/employers/{employerId}/visits/{visitId}/interviews",
      { params: { employerId: of.employerId, visitId: of.visitId } },
      of.employer,
    )
  ).times;
const rowAt = async (of: OpenVisit, slotId: string) => (await rowsOf(of)).find((row) => row.slotId === slotId);

/** Somebody with an interview at each employer, one of them by an application. */
const bookedWithBoth = async () => {
  const seeker: Seeker = await aSeeker(world, visit.visitId, { name: "한누리" });
  await world.settle();
  const bookingId = anId("bkg");
  await must(bookSlot(world, visit, slot(0), seeker, bookingId));
  const applicationId = anId("apl");
  await must(apply(world, screened, seeker, applicationId, { summary: aSummary({ experience: "선반 열두 해" }) }));
  await must(accept(world, screened, applicationId, slot(1, screened)));
  await world.settle();
  return { seeker, bookingId, applicationId };
};

describe("what I agreed to", () => {
  test("is listed by employer, with version, text as read, time and way; and the notice", async () => {
    const seeker = await aSeeker(world, visit.visitId, { locale: "en" });
    world.deps.clock.forward(5);
    await must(bookSlot(world, visit, slot(0), seeker));
    const { notice, employers } = await consentsOf(seeker);
    expect(notice).toEqual({
      ...{ version: currentConsentVersion.service_core, locale: "en", channel: "web", at: tenDaysBefore },
      text: consentText("service_core", currentConsentVersion.service_core, "en"),
    });
    expect(employers).toEqual([
      {
        ...{ employerId: visit.employerId, employerNameKo: "㈜솔버들정밀", employerNameEn: "Solbeodeul Precision" },
        ...{ stands: true, isSeen: true, cancels: [{ visitId: visit.visitId, startsAt: "2026-12-03T01:00:00.000Z" }] },
        given: [
          {
            ...{ visitId: visit.visitId, visitOn: "2026-12-03", gave: "booking", startsAt: "2026-12-03T01:00:00.000Z" },
            ...{ postingTitleKo: "펌프 부품 조립원", postingTitleEn: "Pump part assembler" },
            ...{ version: currentConsentVersion.to_employer, locale: "en", channel: "web", at: "2026-11-23T01:05:00.000Z", endedAt: null },
            text: consentText("to_employer", currentConsentVersion.to_employer, "en"),
          },
        ],
      },
    ]);
  });

  test("at the desk is listed as read there; with an application and a list, too", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    const desk = await aDesk(world);
    const { registrations } = await world.get("GET /api/me/registrations", {}, seeker);
    const params = { visitId: visit.visitId, registrationId: registrations[0]?.registrationId ?? "", bookingId: anId("bkg") };
    const body = { slotId: slot(0), consentVersion: currentConsentVersion.to_employer, reason: "전화 요청" };
    await must(world.call("PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}", { params, body }, desk));
    await must(apply(world, screened, seeker));
    await must(bookSlot(world, visit, slot(4), await aSeeker(world, visit.visitId)));
    await waits(world, visit, forSlot(slot(4)), seeker);
    const told = (await consentsOf(seeker)).employers.flatMap(({ given }) => given.map(({ gave, channel }) => `${gave} ${channel}`));
    expect(told.sort()).toEqual(["application web", "booking staff", "wait web"]);
  });

  test("for what I need is listed with the text as read, under each record of mine, and says nothing of what it is; taken back, it is gone", async () => {
    const { seeker, bookingId } = await bookedWithBoth();
    const needs = ["wheelchair"];
    const consentVersion = currentConsentVersion.sensitive_support;
    await must(world.call("PUT /api/me/support/needs", { body: { needs, consentVersion } }, seeker));
    world.deps.clock.forward(1);
    await must(
      world.call(
        "PUT /api/me/support/groups",
        { body: { groups: ["nk_defector"], consentVersion: currentConsentVersion.support_groups } },
        seeker,
      ),
    );
    world.deps.clock.forward(1);
    const params = { visitId: visit.visitId, bookingId };
    const share = { needs, consentVersion: currentConsentVersion.share_accommodation };
    await must(world.call("PUT /api/me/visits/{visitId}/bookings/{bookingId}/needs-share", { params, body: share }, seeker));
    const { support } = await consentsOf(seeker);
    const nobody = { startsAt: null, employerNameKo: null, employerNameEn: null };
    const own = (code: "sensitive_support" | "support_groups") => {
      const version = currentConsentVersion[code];
      return { version, locale: "ko", channel: "web", text: consentText(code, version, "ko") };
    };
    expect(support).toEqual([
      {
        ...{
          to: "share",
          stands: true,
          startsAt: "2026-12-03T01:00:00.000Z",
          at: "2026-11-23T01:02:00.000Z",
          locale: "ko",
          channel: "web",
        },
        ...{ employerNameKo: "㈜솔버들정밀", employerNameEn: "Solbeodeul Precision", version: share.consentVersion },
        text: consentText("share_accommodation", share.consentVersion, "ko"),
      },
      { to: "groups", stands: true, at: "2026-11-23T01:01:00.000Z", ...nobody, ...own("support_groups") },
      { to: "needs", stands: true, at: tenDaysBefore, ...nobody, ...own("sensitive_support") },
    ]);
    expect(JSON.stringify(support)).not.toMatch(/wheelchair|nk_defector/);
    await must(withdrawFrom(visit, seeker));
    expect((await consentsOf(seeker)).support.map(({ to, stands }) => [to, stands])).toEqual([
      ["share", false],
      ["groups", true],
      ["needs", true],
    ]);
    await must(world.call("DELETE /api/me/support/needs", {}, seeker));
    await must(world.call("DELETE /api/me/support/groups", {}, seeker));
    expect((await consentsOf(seeker)).support).toEqual([]);
  });

  test("ends with the booking that it was given for, and stays readable", async () => {
    const { seeker, bookingId } = await bookedWithBoth();
    world.deps.clock.forward(3);
    const params = { visitId: visit.visitId, bookingId };
    await must(world.call("DELETE /api/me/visits/{visitId}/bookings/{bookingId}", { params }, seeker));
    expect(await standingWith(visit, seeker)).toMatchObject({ stands: false, isSeen: false, given: [{ endedAt: world.deps.clock.now() }] });
  });

  test("anew for another employer, by moving, counts from then", async () => {
    const other = await anotherEmployer(world, visit, { from: "16:00", to: "17:00" });
    const seeker = await aSeeker(world, visit.visitId);
    const bookingId = anId("bkg");
    await must(bookSlot(world, visit, slot(0), seeker, bookingId));
    world.deps.clock.forward(60);
    const body = { slotId: slot(0, other), seen: { slotId: slot(0), sequence: 0 }, consentVersion: currentConsentVersion.to_employer };
    const params = { visitId: visit.visitId, bookingId };
    await must(world.call("PUT /api/me/visits/{visitId}/bookings/{bookingId}/slot", { params, body }, seeker));
    expect(await standingWith(other, seeker)).toMatchObject({ given: [{ at: world.deps.clock.now() }] });
  });

  test("of nobody but me is listed, and nobody takes back what they never gave", async () => {
    await bookedWithBoth();
    const stranger = await world.signIn(`${anId("x").toLowerCase()}@example.com`);
    expect(await consentsOf(stranger)).toEqual({
      notice: null,
      employers: [],
      support: [],
      enrolment: null,
      statistics: null,
      partners: [],
    });
    expect(refusalOf(await withdrawFrom(visit, stranger))).toBe("not-found");
  });
});

describe("taken back before the interview", () => {
  test("it cancels that interview alone, frees the seat, and one mail each tells person and employer, however often it is pressed and the stream repeats", async () => {
    const { seeker, bookingId } = await bookedWithBoth();
    const [mails, told] = [subjectsTo(seeker.mail), toEmployer()];
    const answers = await Promise.all([withdrawFrom(visit, seeker), withdrawFrom(visit, seeker)]);
    answers.push(await withdrawFrom(visit, seeker));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const records = await world.table.newRecords();
    for (let i = 0; i < 3; i++) await world.deliver(records);
    await world.settle();
    expect(await bookingOf(world, seeker, bookingId)).toMatchObject({ state: "cancelled_by_person", sequence: 1 });
    expect(await bookingOf(world, seeker, bookingId)).not.toHaveProperty("consent");
    expect(await takenIn(world, visit, slot(0))).toBe(0);
    expect(await standingWith(visit, seeker)).toMatchObject({ stands: false, cancels: [], given: [{ endedAt: tenDaysBefore }] });
    expect(await standingWith(screened, seeker)).toMatchObject({ stands: true, isSeen: true });
    expect(subjectsTo(seeker.mail)).toEqual([...mails, withdrawn]);
    const mail = await lastNews(world, seeker.mail);
    for (const words of ["㈜솔버들정밀", "오전 10시", "취소했습니다"]) expect(mail.text).toContain(words);
    expect(mail).toMatchObject({ calendarMethod: "CANCEL", calendar: { SEQUENCE: "1" } });
    expect(toEmployer()).toBe(told + 1);
    const { text } = await lastNews(world, employerMail);
    for (const words of ["12월 3일(목)", "오전 10시: 펌프 부품 조립원 (면접 취소)", "없애 주세요"]) expect(text).toContain(words);
    expect(text).not.toContain("한누리");
  });

  test("an application goes with it, answered or not, and what was written leaves the employer", async () => {
    const { seeker, applicationId } = await bookedWithBoth();
    const open = await aSeeker(world, visit.visitId);
    await must(apply(world, screened, open, anId("apl"), { summary: aSummary({ experience: "선반 열두 해" }) }));
    await world.settle();
    const mails = subjectsTo(open.mail);
    for (const one of [seeker, open]) await must(withdrawFrom(screened, one));
    await world.settle();
    const { applications } = await applicationsOf(world, screened);
    expect(applications.map(({ state, summary }) => [state, summary])).toEqual([
      ["accepted", null],
      ["withdrawn", null],
    ]);
    expect(applications.find((one) => one.applicationId === applicationId)?.startsAt).toBe("2026-12-03T04:20:00.000Z");
    const kept = (await world.table.allItems()).filter((item) => item.type === "application" && item.visitId === visit.visitId);
    expect(JSON.stringify(kept)).not.toContain("선반");
    // Told with the consent, not once more as a withdrawn application.
    expect(subjectsTo(open.mail)).toEqual([...mails, withdrawn]);
    expect((await lastNews(world, employerMail)).text).toContain("지원: 펌프 부품 조립원, 11월 23일(월)");
  });

  test("nobody waits on for that employer, and an offered seat goes to the next", async () => {
    const [holder, first, next] = [await bookedWithBoth(), await aSeeker(world, visit.visitId), await aSeeker(world, visit.visitId)];
    for (const one of [first, next]) await waits(world, visit, forSlot(slot(0)), one);
    const params = { visitId: visit.visitId, bookingId: holder.bookingId };
    await must(world.call("DELETE /api/me/visits/{visitId}/bookings/{bookingId}", { params }, holder.seeker));
    await world.settle();
    expect((await waitsOf(world, visit, first))[0]?.entry.offer).toBeDefined();
    const told = toEmployer();
    await must(withdrawFrom(visit, first));
    await world.settle();
    expect(await waitsOf(world, visit, first)).toEqual([]);
    expect((await waitsOf(world, visit, next))[0]?.entry.offer).toBeDefined();
    // It never saw who only waited.
    expect(toEmployer()).toBe(told);
  });

  test("and given anew, it is another consent; taken back again, another mail", async () => {
    const { seeker } = await bookedWithBoth();
    await must(withdrawFrom(visit, seeker));
    await must(bookSlot(world, visit, slot(2), seeker));
    await world.settle();
    const told = toEmployer();
    world.deps.clock.forward(1);
    await must(withdrawFrom(visit, seeker));
    await world.settle();
    expect(toEmployer()).toBe(told + 1);
    expect((await standingWith(visit, seeker))?.given).toHaveLength(2);
  });

  test("while somebody books or is accepted: the consent that comes later stands, the earlier one does not", async () => {
    for (let i = 0; i < 4; i++) {
      const seeker = await aSeeker(world, visit.visitId);
      await must(bookSlot(world, visit, slot(0), seeker));
      const applicationId = anId("apl");
      await must(apply(world, screened, seeker, applicationId));
      const [, booked] = await Promise.all([
        withdrawFrom(visit, seeker),
        bookSlot(world, visit, slot(3), seeker),
        withdrawFrom(screened, seeker),
        accept(world, screened, applicationId, slot(i, screened)),
      ]);
      const { registrations } = await world.get("GET /api/me/registrations", {}, seeker);
      const live = registrations.flatMap(({ bookings }) => bookings).filter(({ booking }) => booking.state === "confirmed");
      for (const { booking } of live) expect(booking.consent).toBeDefined();
      expect(live.some(({ booking }) => booking.employerId === screened.employerId)).toBe(false);
      if (booked.ok && live.length > 0) await must(withdrawFrom(visit, seeker));
    }
  });
});

describe("taken back once the interview has begun, or is over", () => {
  test("nothing is cancelled, the employer sees no longer who it was, and what it reported stays", async () => {
    const { seeker, bookingId } = await bookedWithBoth();
    world.deps.clock.set(duringVisit);
    const desk = await aDesk(world);
    const again = await world.signIn(seeker.mail);
    const employer = { ...visit, employer: await world.signIn((await ownMail(visit)) ?? "") };
    const { code } = await world.get("GET /api/me/visits/{visitId}/ticket", { params: { visitId: visit.visitId } }, again);
    await scan(world, visit, { code }, desk);
    const device = await aPairedDevice(world, visit, desk);
    const { registrationId = "" } = (await world.get("GET /api/me/registrations", {}, again)).registrations[0] ?? {};
    const params = { registrationId, bookingId };
    const look = () => world.call("GET /api/table/people/{registrationId}/bookings/{bookingId}", { params }, device);
    const note = (outcome: string, seen: number) =>
      world.call("PUT /api/table/people/{registrationId}/bookings/{bookingId}/outcome", { params, body: { outcome, seen } }, device);
    expect(await look()).toMatchObject({ value: { name: "한누리" } });
    await must(note("second_interview", 0));
    const mails = subjectsTo(seeker.mail);

    await must(withdrawFrom(visit, again));
    await world.settle();
    expect(await bookingOf(world, again, bookingId)).toMatchObject({ state: "confirmed", formerConsent: { endedAt: duringVisit } });
    expect(refusalOf(await look())).toBe("consent-ended");
    expect(refusalOf(await note("hired", 1))).toBe("consent-ended");
    expect(await rowAt(employer, slot(0))).toMatchObject({ startsAt: "2026-12-03T01:00:00.000Z", interview: null });
    const kept = (await world.table.allItems()).filter(({ type, visitId }) => type === "interview-outcome" && visitId === visit.visitId);
    expect(kept).toMatchObject([{ outcome: "second_interview" }]);
    expect(subjectsTo(seeker.mail)).toEqual([...mails, withdrawn]);
    const told = await lastNews(world, employerMail);
    expect(told.subject).toBe(gone);
    expect(told.text).toContain("오전 10시: 펌프 부품 조립원");
    expect(told.text).not.toMatch(/한누리|면접 취소/);

    // Weeks later, at the other employer.
    world.deps.clock.set("2026-12-20T01:00:00.000Z");
    const later = await world.signIn(seeker.mail);
    const before = toEmployer();
    await must(withdrawFrom(screened, later));
    await world.settle();
    expect(toEmployer()).toBe(before + 1);
    expect(await standingWith(screened, later)).toMatchObject({ stands: false, isSeen: false });
  });

  test("whoever is late and not here yet is not sent to an employer that does not see them: it is cancelled", async () => {
    const { seeker, bookingId } = await bookedWithBoth();
    world.deps.clock.set(addMinutes(Instant.parse(duringVisit), 4));
    const late = await world.signIn(seeker.mail);
    expect(await standingWith(visit, late)).toMatchObject({ cancels: [{ visitId: visit.visitId }] });
    await must(withdrawFrom(visit, late));
    expect(await bookingOf(world, late, bookingId)).toMatchObject({ state: "cancelled_by_person" });
  });

  const ownMail = async ({ employerId }: OpenVisit): Promise<string | undefined> => {
    const accounts = (await world.table.allItems()).filter(({ type }) => type === "account");
    const own = accounts.find(({ employerIds }) => employerIds instanceof Set && employerIds.has(employerId));
    return own?.mail as string | undefined;
  };
});

test("an employer met at two visits sees nothing more of either", async () => {
  const { seeker } = await bookedWithBoth();
  const next = await anOpenVisit(world, { plan: { date: "2026-12-10" }, opened: false });
  const { employerId, postingId, employer } = visit;
  const same = { ...next, employerId, postingId, employer };
  same.slots = await approvedSlots(world, same, {}, "d2", "한가람");
  await world.get("POST /api/staff/visits/{visitId}/opening", { params: { visitId: same.visitId } }, same.manager);
  await world.get("PUT /api/me/visits/{visitId}/registration", { params: { visitId: same.visitId }, body: aRegistration() }, seeker);
  await must(bookSlot(world, same, same.slots[0] ?? "", seeker));
  expect((await standingWith(visit, seeker))?.cancels).toHaveLength(2);
  await must(withdrawFrom(visit, seeker));
  expect(await standingWith(visit, seeker)).toMatchObject({ stands: false, cancels: [] });
});

test("enrolment stands among what was agreed to, with the text that was read, until it is ended", async () => {
  const seeker = await aSeeker(world, visit.visitId);
  const own = async () => (await world.get("GET /api/me/export", {}, seeker)).consents.enrolment;
  expect(await own()).toBeNull();
  await world.get("PUT /api/me/enrolment", { body: anEnrolment() }, seeker);
  const version = currentConsentVersion.enrolment;
  const agreed = { version, locale: "ko", channel: "web", at: tenDaysBefore, text: consentText("enrolment", version, "ko") };
  expect(await own()).toEqual(agreed);
  expect((await world.get("GET /api/me/consents", {}, seeker)).enrolment).toEqual(agreed);
  await world.get("DELETE /api/me/enrolment", {}, seeker);
  expect(await own()).toBeNull();
});
