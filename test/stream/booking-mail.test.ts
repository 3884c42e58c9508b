import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bookSlot, cancelBooking } from "../support/booking.ts";
import { anId, anOpenVisit, aRegistration, aSeeker, type OpenVisit } from "../support/builders.ts";
import { calendarOf, lastNews, newsTo } from "../support/mails.ts";
import { aWorld, type World } from "../support/world.ts";

let world: World;
let visit: OpenVisit;
beforeAll(async () => {
  world = await aWorld();
  visit = await anOpenVisit(world, { pattern: { to: "17:00" } });
});
afterAll(() => world.close());

let used = -1;
/** A seeker with a booking of a slot that nobody else has; its mail is not sent yet. */
const aBooked = async (form: Record<string, unknown> = {}) => {
  used += 1;
  const seeker = await aSeeker(world, visit.visitId, form);
  const bookingId = anId("bkg");
  const answer = await bookSlot(world, visit, visit.slots[used] ?? "", seeker, bookingId);
  if (!answer.ok) throw new Error("Nothing was booked.");
  return { seeker, bookingId, booking: answer.value };
};
const compact = (instant: string): string => instant.replace(/[-:]|\.000/g, "");

describe("when a time is booked", () => {
  test("nothing is sent before the stream tells of it, and then one mail with words, look and calendar entry", async () => {
    const { seeker, bookingId, booking } = await aBooked();
    expect(newsTo(world, seeker.mail)).toEqual([]);
    await world.settle();
    expect(newsTo(world, seeker.mail)).toHaveLength(1);
    const mail = await lastNews(world, seeker.mail);
    expect(mail.subject).toBe("현장면접 예약이 확정되었습니다");
    for (const words of ["김하늘 님", "㈜솔버들정밀", "펌프 부품 조립원", "12월 3일(목)", "청량리역 광장", "신분증", "02-000-0000"]) {
      expect(mail.text).toContain(words);
      expect(mail.html).toContain(words);
    }
    expect(mail.text).toContain(`https://jobstop.example.com/my?visit=${visit.visitId}`);
    expect(mail.images).toEqual([]);
    expect(mail.calendarMethod).toBe("REQUEST");
    expect(mail.calendar).toMatchObject({
      METHOD: "REQUEST",
      UID: `${bookingId}@jobstop.example.com`,
      SEQUENCE: "0",
      STATUS: "CONFIRMED",
      DTSTART: compact(booking.startsAt),
      DTEND: compact(booking.endsAt),
      ORGANIZER: expect.stringMatching(/mailto:no-reply@jobstop\.example\.com/i),
      ATTENDEE: expect.stringMatching(new RegExp(`mailto:${seeker.mail}`, "i")),
    });
  });

  test("by somebody who reads English, all of it is English", async () => {
    const { seeker } = await aBooked({ name: "Anna Berg", locale: "en" });
    await world.settle();
    const mail = await lastNews(world, seeker.mail);
    expect(mail.subject).toBe("Your on-site interview is booked");
    for (const words of [
      "Anna Berg",
      "Solbeodeul Precision",
      "Pump part assembler",
      "Thursday 3 December",
      "Cheongnyangni Station Plaza",
    ]) {
      expect(mail.text).toContain(words);
    }
    expect(mail.text).toContain(`https://jobstop.example.com/en/my?visit=${visit.visitId}`);
    // what the city calls a place or a desk has no English name; the rest has
    expect(mail.text.replace(/서울특별시[^\n]*|- Desk: [^\n]*/g, "")).not.toMatch(/\p{Script=Hangul}/u);
  });

  test("the file behind the link is the same entry, for everybody to open", async () => {
    const { seeker, bookingId } = await aBooked();
    await world.settle();
    const params = { visitId: visit.visitId, bookingId };
    const answer = await world.call("GET /api/me/visits/{visitId}/bookings/{bookingId}/calendar.ics", { params }, seeker);
    expect(answer.headers.get("content-type")).toContain("text/calendar");
    const { calendar } = await lastNews(world, seeker.mail);
    const { METHOD, ATTENDEE, ...file } = calendarOf(String(answer.ok && answer.value));
    expect([METHOD, ATTENDEE]).toEqual(["PUBLISH", undefined]);
    expect(calendar).toMatchObject(file);
  });
});

describe("when a booking is cancelled", () => {
  test("one mail says so and takes the entry out of the calendar", async () => {
    const { seeker, bookingId, booking } = await aBooked();
    await world.settle();
    await cancelBooking(world, visit, bookingId, seeker);
    await world.settle();
    expect(newsTo(world, seeker.mail)).toHaveLength(2);
    const mail = await lastNews(world, seeker.mail);
    expect(mail.subject).toBe("예약을 취소했습니다");
    expect(mail.calendarMethod).toBe("CANCEL");
    expect(mail.calendar).toMatchObject({
      METHOD: "CANCEL",
      UID: `${bookingId}@jobstop.example.com`,
      SEQUENCE: "1",
      STATUS: "CANCELLED",
      DTSTART: compact(booking.startsAt),
    });
  });

  test("before its confirmation was sent, both are told, in that order", async () => {
    const { seeker, bookingId } = await aBooked();
    await cancelBooking(world, visit, bookingId, seeker);
    await world.settle();
    expect(newsTo(world, seeker.mail).map(({ subject }) => subject)).toEqual(["현장면접 예약이 확정되었습니다", "예약을 취소했습니다"]);
  });
});

describe("when somebody registers", () => {
  const register = async (form: Record<string, unknown>) => {
    const seeker = await aSeeker(world, visit.visitId, form);
    await world.settle();
    return seeker;
  };

  test("and books nothing, a mail says when and where, without a QR code yet", async () => {
    const { mail } = await register({ beforeBooking: false });
    const news = await lastNews(world, mail);
    expect(newsTo(world, mail)).toHaveLength(1);
    expect(news.subject).toBe("사전 등록을 마쳤습니다");
    expect(news.text).toContain("오전 10시~오후 5시");
    expect(news.images).toEqual([]);
  });

  test("on the way to a booking, the booking's mail is the only one", async () => {
    const { seeker } = await aBooked({ beforeBooking: true });
    await world.settle();
    expect(newsTo(world, seeker.mail)).toHaveLength(1);
  });

  test("again, to change what they said, there is no second mail, and the next one is in the new words", async () => {
    const seeker = await register({ beforeBooking: false });
    const params = { visitId: visit.visitId };
    const body = aRegistration({ name: "Haneul Kim", locale: "en", beforeBooking: false });
    expect(await world.call("PUT /api/me/visits/{visitId}/registration", { params, body }, seeker)).toMatchObject({ status: 200 });
    await world.settle();
    expect(newsTo(world, seeker.mail)).toHaveLength(1);
    used += 1;
    await bookSlot(world, visit, visit.slots[used] ?? "", seeker);
    await world.settle();
    expect((await lastNews(world, seeker.mail)).text).toContain("Haneul Kim, your on-site interview is booked.");
  });
});
