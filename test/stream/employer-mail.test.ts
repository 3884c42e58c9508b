import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { tellEmployers } from "../../functions/employers/tell-employers.ts";
import { bookSlot, cancelBooking } from "../support/booking.ts";
import { aDraft, anId, anOpenVisit, anotherEmployer, aPattern, aProfile, aSeeker, type OpenVisit } from "../support/builders.ts";
import { lastNews, newsTo } from "../support/mails.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

/** The visit is on Thursday 3 December 2026; lists go out on Tuesday at 15:00 in Seoul. Booking stays open until the day. */
const tenDaysBefore = "2026-11-23T01:00:00.000Z";
const listAt = "2026-12-01T06:00:00.000Z";
const deadlines = {
  bookingClosesAt: "2026-12-03T00:30:00.000Z",
  listAt,
  reminderAt: "2026-12-02T07:00:00.000Z",
  ticketMailAt: "2026-12-02T23:00:00.000Z",
};
const hr = (aProfile().contact as { mail: string }).mail;

let world: World;
beforeEach(async () => {
  world = await aWorld(tenDaysBefore);
});
afterEach(() => world.close());

const at = (instant: string): void => world.deps.clock.set(instant);
const newsAbout = (subject: string): number => newsTo(world, hr).filter((mail) => mail.subject === subject).length;
const tell = () => world.fire("tell-employers");
const listed = "현장면접 명단을 확인해 주세요";
const changed = "현장면접 명단이 바뀌었습니다";
const lastText = async (): Promise<string> => (await lastNews(world, hr)).text;

describe("when the centre has decided", () => {
  const decide = (manager: Browser, employerId: string, body: Record<string, unknown>) =>
    world.get("POST /api/staff/employers/{employerId}/decision", { params: { employerId }, body }, manager);

  test("on an employer, it is told once for each check, with the way on", async () => {
    const manager = await world.staff("manager@center.example.com", ["manager"]);
    const employer = await world.signIn("hr@own.example.com");
    const employerId = anId("emp");
    const put = (over: Record<string, unknown> = {}) =>
      world.get("PUT /api/employers/{employerId}", { params: { employerId }, body: aProfile(over) }, employer);
    await put();
    await world.takeSecondStep(employer);
    await decide(manager, employerId, { decision: "refuse", reason: "사업자등록번호가 등록된 이름과 다릅니다." });
    await put({ nameKo: "㈜솔버들" });
    await decide(manager, employerId, { decision: "approve" });
    await put({ aboutKo: "새 소개" });
    const records = await world.table.newRecords();
    for (let i = 0; i < 3; i++) await world.deliver(records);
    expect(newsTo(world, hr).map(({ subject }) => subject)).toEqual(["기업 정보를 다시 확인해 주세요", "기업 확인이 끝났습니다"]);
    const { text } = await lastNews(world, hr);
    for (const words of ["㈜솔버들 담당자님", `/console/employers/${employerId}/slot-requests/new`]) expect(text).toContain(words);
  });

  test("on its times, it is told when they are held and when the list comes, or why not", async () => {
    const visit = await anOpenVisit(world, { pattern: { to: "12:10" } });
    const { employerId, postingId, visitId, employer, manager } = visit;
    const slotRequestId = anId("srq");
    const params = { employerId, slotRequestId };
    const body = { visitId, postingId, pattern: aPattern({ from: "13:00", to: "14:00" }), mode: "open", interviewers: ["윤다래"] };
    await world.get("PUT /api/employers/{employerId}/slot-requests/{slotRequestId}", { params, body }, employer);
    const refusal = { decision: "refuse", ground: "no-room", reason: "그 시각에는 창구가 모두 찼습니다." };
    await world.get("POST /api/staff/employers/{employerId}/slot-requests/{slotRequestId}/decision", { params, body: refusal }, manager);
    const records = await world.table.newRecords();
    for (let i = 0; i < 3; i++) await world.deliver(records);
    const mails = newsTo(world, hr);
    expect(mails.map(({ subject }) => subject)).toEqual([
      "기업 확인이 끝났습니다",
      "구인공고를 열었습니다",
      "면접 시간 신청 결과를 알려 드립니다",
    ]);
    // the last of 10:00 to 12:10 in twenties begins at 11:40
    for (const words of [
      "펌프 부품 조립원 3명",
      "오전 10시~오전 11시 40분",
      "한 번에 1명",
      "바로 예약",
      "12월 3일(목)",
      "청량리역 광장",
      "12월 1일(화)",
      `/postings/${postingId}`,
    ])
      expect(mails[1]?.text).toContain(words);
    expect(mails[2]?.text).toContain("이 방문에 남은 창구나 시간이 없음");
    expect(mails[2]?.text).toContain("그 시각에는 창구가 모두 찼습니다.");
  });
});

describe("when the list is due", () => {
  let visit: OpenVisit;
  beforeEach(async () => {
    visit = await anOpenVisit(world, { plan: { deadlines }, pattern: { to: "17:00" } });
    await world.settle();
  });
  /** Somebody with a booking of the time at this place in the day. */
  const aGuest = async (place: number, name = "한누리") => {
    const seeker = await aSeeker(world, visit.visitId, { name });
    const bookingId = anId("bkg");
    const answer = await bookSlot(world, visit, visit.slots[place] ?? "", seeker, bookingId);
    if (!answer.ok) throw new Error(`Refused: ${answer.problem.code}.`);
    return { ...seeker, bookingId };
  };
  const move = async (guest: Browser & { bookingId: string }, from: number, to: number) =>
    world.get(
      "PUT /api/me/visits/{visitId}/bookings/{bookingId}/slot",
      {
        params: { visitId: visit.visitId, bookingId: guest.bookingId },
        body: { slotId: visit.slots[to], seen: { slotId: visit.slots[from], sequence: 0 } },
      },
      guest,
    );

  test("each employer with bookings is told how many, from when to when, once and not a moment earlier, and never who", async () => {
    await anotherEmployer(world, visit);
    await aGuest(0);
    await aGuest(8);
    await aGuest(3);
    at("2026-12-01T05:59:59.999Z");
    await tell();
    expect(newsAbout(listed)).toBe(0);
    for (const moment of [listAt, "2026-12-01T06:05:00.000Z", "2026-12-02T01:00:00.000Z"]) {
      at(moment);
      await Promise.all([tell(), tell()]);
    }
    // both employers have the same address; the other one has no bookings
    expect(newsAbout(listed)).toBe(1);
    expect(newsAbout(changed)).toBe(0);
    const { text, html } = await lastNews(world, hr);
    for (const words of ["3명, 오전 10시~낮 12시 40분", "청량리역 광장", `/console/employers/${visit.employerId}`])
      expect(text).toContain(words);
    for (const secret of ["한누리", "한○리", "bkg_", "reg_"]) expect(`${text}${html}`).not.toContain(secret);
  });

  test("whatever changes from then on is told, collected and once; what came and went is not", async () => {
    const [cancels, moves] = [await aGuest(0), await aGuest(3)];
    at(listAt);
    await tell();
    const [cancelsThen, movesThen] = [await world.signIn(cancels.mail), await world.signIn(moves.mail)];
    await cancelBooking(world, visit, cancels.bookingId, cancelsThen);
    await move({ ...movesThen, bookingId: moves.bookingId }, 3, 6);
    await aGuest(9);
    const fleeting = await aGuest(12);
    await cancelBooking(world, visit, fleeting.bookingId, fleeting);
    for (let i = 0; i < 3; i++) {
      world.deps.clock.forward(5);
      await Promise.all([tell(), tell()]);
    }
    expect([newsAbout(listed), newsAbout(changed)]).toEqual([1, 1]);
    const text = await lastText();
    for (const words of ["오전 10시: 예약이 취소되었습니다", "오전 11시: 낮 12시로 옮겼습니다", "오후 1시: 새로 예약되었습니다"])
      expect(text).toContain(words);
    expect(text).not.toContain("오후 2시");

    await aGuest(15);
    await tell();
    expect(newsAbout(changed)).toBe(2);
    expect(await lastText()).not.toContain("오전 10시");
  });

  test("a seat that goes from one person to another is told as both", async () => {
    const guest = await aGuest(0);
    at(listAt);
    await tell();
    await cancelBooking(world, visit, guest.bookingId, await world.signIn(guest.mail));
    await aGuest(0);
    await tell();
    expect(await lastText()).toMatch(
      /오전 10시: 예약이 취소되었습니다[\s\S]*오전 10시: 새로 예약되었습니다|새로 예약되었습니다[\s\S]*취소되었습니다/,
    );
  });

  test("at night nothing goes out, and in the morning all of it in one mail", async () => {
    const guest = await aGuest(0);
    at(listAt);
    await tell();
    at("2026-12-01T11:00:00.000Z"); // 20:00 in Seoul
    await cancelBooking(world, visit, guest.bookingId, await world.signIn(guest.mail));
    await tell();
    at("2026-12-01T22:59:59.999Z");
    await aGuest(4);
    await tell();
    expect(newsAbout(changed)).toBe(0);
    at("2026-12-01T23:00:00.000Z");
    await tell();
    expect(newsAbout(changed)).toBe(1);
    expect(await lastText()).toContain("예약이 취소되었습니다");
    expect(await lastText()).toContain("새로 예약되었습니다");
  });

  test("the run broke off before the stream was read, and the stream repeats: nothing is lost and nothing told twice", async () => {
    const guest = await aGuest(0);
    at(listAt);
    await tellEmployers(world.deps);
    await cancelBooking(world, visit, guest.bookingId, await world.signIn(guest.mail));
    // signing in delivered the list; this run is read later, and together with the next
    await tellEmployers(world.deps);
    await aGuest(2);
    await tellEmployers(world.deps);
    const records = await world.table.newRecords();
    for (let i = 0; i < 3; i++) await world.deliver(records);
    for (const record of [...records].reverse()) await world.deliver([record]);
    expect([newsAbout(listed), newsAbout(changed)]).toEqual([1, 2]);
    await tell();
    expect(newsAbout(changed)).toBe(2);
  });

  test("an employer without bookings gets no list, and is told of the first one that comes", async () => {
    at(listAt);
    await tell();
    expect(newsAbout(listed)).toBe(0);
    await aGuest(0);
    await tell();
    expect([newsAbout(listed), newsAbout(changed)]).toEqual([0, 1]);
  });

  test("after the visit nothing is told", async () => {
    await aGuest(0);
    at("2026-12-03T08:00:00.000Z");
    await tell();
    expect(newsAbout(listed)).toBe(0);
  });
});

test("a draft of a posting tells nobody", async () => {
  const visit = await anOpenVisit(world);
  await world.settle();
  const before = newsTo(world, hr).length;
  const params = { employerId: visit.employerId, postingId: visit.postingId };
  await world.get("PUT /api/employers/{employerId}/postings/{postingId}", { params, body: aDraft({ headcount: 9 }) }, visit.employer);
  await world.settle();
  expect(newsTo(world, hr)).toHaveLength(before);
});
