import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { putDueNotices } from "../../functions/notices/due-notices.ts";
import { readQr } from "../../infra/local/read-qr.ts";
import { bookSlot, cancelBooking } from "../support/booking.ts";
import { anId, anOpenVisit, aSeeker, type OpenVisit } from "../support/builders.ts";
import { lastNews, newsTo, type ReadMail } from "../support/mails.ts";
import { aDesk, scan } from "../support/tickets.ts";
import { aWorld, type World } from "../support/world.ts";

/** The visit is on 3 December; booking stays open until it begins, so that somebody can be late. */
const tenDaysBefore = "2026-11-23T01:00:00.000Z";
const reminderAt = "2026-12-02T07:00:00.000Z"; // 16:00 in Seoul, the day before
const ticketMailAt = "2026-12-02T23:00:00.000Z"; // 08:00 in Seoul, that day
const deadlines = { bookingClosesAt: "2026-12-03T00:30:00.000Z", listAt: "2026-12-01T06:00:00.000Z", reminderAt, ticketMailAt };

let world: World;
let visit: OpenVisit;
beforeEach(async () => {
  world = await aWorld(tenDaysBefore);
  visit = await anOpenVisit(world, { plan: { deadlines }, pattern: { to: "17:00" } });
});
afterEach(() => world.close());

const at = (instant: string): void => world.deps.clock.set(instant);
const subjectsTo = (mail: string): string[] => newsTo(world, mail).map(({ subject }) => subject);
const remind = () => world.fireNotices("reminder");
const sendTickets = () => world.fireNotices("day-of-ticket");

/** A seeker who is registered; books the slots of these places in time. */
const aGuest = async (places: readonly number[], form: Record<string, unknown> = {}) => {
  const seeker = await aSeeker(world, visit.visitId, form);
  const bookingIds = places.map(() => anId("bkg"));
  for (const [i, place] of places.entries()) {
    const answer = await bookSlot(world, visit, visit.slots[place] ?? "", seeker, bookingIds[i]);
    if (!answer.ok) throw new Error(`Refused: ${answer.problem.code}.`);
  }
  await world.settle();
  return { ...seeker, bookingIds };
};

/** Reads the QR code of a mail and shows it at the desk. */
const scanMail = async ({ images }: ReadMail) => {
  const [png] = images;
  if (!png) throw new Error("The mail has no image.");
  const [code] = await readQr(png);
  const desk = await aDesk(world);
  return scan(world, visit, { token: code?.text ?? "" }, desk);
};

describe("when it is the day before at 16:00", () => {
  test("whoever has a booking is reminded, once however often the timer fires, and nobody a moment earlier", async () => {
    const booked = await aGuest([0, 3]);
    const registered = await aGuest([], { beforeBooking: false });
    const cancelled = await aGuest([5]);
    await cancelBooking(world, visit, cancelled.bookingIds[0] ?? "", cancelled);
    await world.settle();
    const before = [booked, registered, cancelled].map(({ mail }) => subjectsTo(mail).length);

    at("2026-12-02T06:59:59.999Z");
    await remind();
    expect([booked, registered, cancelled].map(({ mail }) => subjectsTo(mail).length)).toEqual(before);

    for (const moment of [reminderAt, "2026-12-02T07:05:00.000Z", "2026-12-02T12:00:00.000Z", "2026-12-02T22:59:59.999Z"]) {
      at(moment);
      await Promise.all([remind(), remind()]);
    }
    expect(subjectsTo(booked.mail).filter((subject) => subject === "내일 예약을 확인해 주세요")).toHaveLength(1);
    expect([registered, cancelled].map(({ mail }) => subjectsTo(mail).length)).toEqual(before.slice(1));
    const { text } = await lastNews(world, booked.mail);
    for (const words of ["김하늘 님, 내일 예약이 있습니다.", "오전 10시", "오전 11시", "청량리역 광장", "참석", "취소"])
      expect(text).toContain(words);
  });

  test("somebody who reads English is reminded in English", async () => {
    const guest = await aGuest([0], { name: "Anna Berg", locale: "en" });
    at(reminderAt);
    await remind();
    const { subject, text } = await lastNews(world, guest.mail);
    expect(subject).toBe("Please confirm your booking for tomorrow");
    expect(text).toContain("Anna Berg, you have a booking tomorrow.");
    expect(text).toContain("10 am");
  });

  test("a booking cancelled between the notice and its mail is not reminded of", async () => {
    const guest = await aGuest([0]);
    at(reminderAt);
    const seekerThen = await world.signIn(guest.mail);

    await putDueNotices(world.deps, "reminder");
    await cancelBooking(world, visit, guest.bookingIds[0] ?? "", seekerThen);
    await world.settle();
    expect(subjectsTo(guest.mail)).toEqual(["현장면접 예약이 확정되었습니다", "예약을 취소했습니다"]);
  });

  test("the timer was down until the QR mail: it is too late to remind", async () => {
    const guest = await aGuest([0]);
    at(ticketMailAt);
    await remind();
    expect(subjectsTo(guest.mail)).toEqual(["현장면접 예약이 확정되었습니다"]);
  });

  test("a visit of another week, and one that was never opened, remind nobody", async () => {
    const later = await anOpenVisit(world, { plan: { date: "2026-12-17" } });
    const seeker = await aSeeker(world, later.visitId);
    await bookSlot(world, later, later.slots[0] ?? "", seeker);
    await anOpenVisit(world, { opened: false });
    await world.settle();
    at(reminderAt);
    await remind();
    expect(subjectsTo(seeker.mail)).toEqual(["현장면접 예약이 확정되었습니다"]);
  });

  test("whoever says that they will come is seen to have said so, at the first time", async () => {
    const guest = await aGuest([0]);
    at(reminderAt);
    const seekerThen = await world.signIn(guest.mail);
    const params = { visitId: visit.visitId };
    const confirm = () => world.get("POST /api/me/visits/{visitId}/confirmation", { params }, seekerThen);
    expect(await confirm()).toMatchObject({ confirmedAt: reminderAt });
    world.deps.clock.forward(30);
    expect(await confirm()).toMatchObject({ confirmedAt: reminderAt });
  });
});

describe("when it is the day itself at 08:00", () => {
  test("everybody who is registered gets the QR code, once, and the desk admits them with it", async () => {
    const booked = await aGuest([0]);
    const registered = await aGuest([], { beforeBooking: false });
    at("2026-12-02T22:59:59.999Z");
    await sendTickets();
    expect(subjectsTo(booked.mail)).toHaveLength(1);
    for (const moment of [ticketMailAt, "2026-12-02T23:05:00.000Z", "2026-12-03T04:00:00.000Z"]) {
      at(moment);
      await Promise.all([sendTickets(), sendTickets()]);
    }
    at("2026-12-03T00:55:00.000Z");
    for (const { mail } of [booked, registered]) {
      expect(subjectsTo(mail).filter((subject) => subject === "오늘 접수용 QR 코드를 보내 드립니다")).toHaveLength(1);
      const news = await lastNews(world, mail);
      expect(await scanMail(news)).toMatchObject({ value: { verdict: "admitted", maskedName: "김○늘" } });
      expect(await scanMail(news)).toMatchObject({ value: { verdict: "already-arrived" } });
    }
    expect((await lastNews(world, booked.mail)).text).toContain("시각: 오전 10시\n");
    expect((await lastNews(world, registered.mail)).text).toContain("오전 10시~오후 5시");
  });

  test("the code beneath the QR and the online ticket are the same ticket", async () => {
    const guest = await aGuest([0]);
    at(ticketMailAt);
    await sendTickets();
    const news = await lastNews(world, guest.mail);
    const seekerThen = await world.signIn(guest.mail);
    const params = { visitId: visit.visitId };
    const ticket = await world.get("GET /api/me/visits/{visitId}/ticket", { params }, seekerThen);
    const [code] = await readQr(news.images[0] ?? new Uint8Array());
    expect(code?.text).toBe(ticket.token);
    const typed = `${ticket.code.slice(0, 4)} ${ticket.code.slice(4)}`;
    expect(news.text).toContain(typed);
    expect(news.html).toContain(typed);
    expect(news.text).toContain(`/my/ticket?visit=${visit.visitId}`);
    expect(news.text).not.toContain(ticket.token);
  });

  test("somebody who reads English gets it in English", async () => {
    const guest = await aGuest([0], { name: "Anna Berg", locale: "en" });
    at(ticketMailAt);
    await sendTickets();
    const { subject, text, images } = await lastNews(world, guest.mail);
    expect(subject).toBe("Your QR code for today");
    expect(text).toContain("Anna Berg, see you today.");
    expect(images).toHaveLength(1);
  });

  test("whoever cancelled is still registered, and may come for counselling", async () => {
    const guest = await aGuest([0]);
    await cancelBooking(world, visit, guest.bookingIds[0] ?? "", guest);
    at(ticketMailAt);
    await sendTickets();
    expect((await lastNews(world, guest.mail)).subject).toBe("오늘 접수용 QR 코드를 보내 드립니다");
  });

  test("after the visit, a timer that was down sends nothing more", async () => {
    const guest = await aGuest([0]);
    at("2026-12-03T08:00:00.000Z");
    await sendTickets();
    expect(subjectsTo(guest.mail)).toEqual(["현장면접 예약이 확정되었습니다"]);
  });
});

describe("when somebody is late", () => {
  test("a booking after the reminder carries its words, and no reminder follows", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    at("2026-12-02T07:01:00.000Z");
    const seekerThen = await world.signIn(seeker.mail);
    await bookSlot(world, visit, visit.slots[4] ?? "", seekerThen);
    await world.settle();
    await remind();
    expect(subjectsTo(seeker.mail)).toEqual(["현장면접 예약이 확정되었습니다"]);
    const { text, images } = await lastNews(world, seeker.mail);
    expect(text).toContain("오실 수 있는지 눌러 주세요.");
    expect(images).toEqual([]);
  });

  test("one who cancelled before the reminder and books after it is not reminded besides", async () => {
    const guest = await aGuest([0]);
    await cancelBooking(world, visit, guest.bookingIds[0] ?? "", guest);
    at("2026-12-02T07:01:00.000Z");
    await bookSlot(world, visit, visit.slots[4] ?? "", await world.signIn(guest.mail));
    await remind();
    expect(subjectsTo(guest.mail)).not.toContain("내일 예약을 확인해 주세요");
    expect((await lastNews(world, guest.mail)).text).toContain("오실 수 있는지 눌러 주세요.");
  });

  test("a booking in time whose mail is late is reminded of, and its confirmation is the usual one", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    at("2026-12-02T06:59:59.999Z");
    await bookSlot(world, visit, visit.slots[4] ?? "", await world.signIn(seeker.mail));
    at(reminderAt);
    await remind();
    expect(subjectsTo(seeker.mail)).toEqual(["현장면접 예약이 확정되었습니다", "내일 예약을 확인해 주세요"]);
  });

  test("a booking after the QR mail brings the QR code with it, and no other mail follows", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    at("2026-12-02T23:01:00.000Z");
    await sendTickets();
    const sent = subjectsTo(seeker.mail);
    await bookSlot(world, visit, visit.slots[10] ?? "", await world.signIn(seeker.mail));
    await world.settle();
    await sendTickets();
    await remind();
    expect(subjectsTo(seeker.mail)).toEqual([...sent, "현장면접 예약이 확정되었습니다"]);
    const news = await lastNews(world, seeker.mail);
    expect(news.text).toContain("버스 앞 접수대에서 아래 QR 코드를 보여 주세요.");
    expect(await scanMail(news)).toMatchObject({ value: { verdict: "admitted" } });
  });

  test("a registration after the QR mail brings the QR code with it, and no other mail follows", async () => {
    at("2026-12-02T23:01:00.000Z");
    await sendTickets();
    const seeker = await aSeeker(world, visit.visitId, { beforeBooking: false, locale: "en", name: "Anna Berg" });
    await world.settle();
    await sendTickets();
    expect(subjectsTo(seeker.mail)).toEqual(["You are registered for the visit"]);
    const news = await lastNews(world, seeker.mail);
    expect(news.text).toContain("Please show this QR code at the desk in front of the bus.");
    expect(await scanMail(news)).toMatchObject({ value: { verdict: "admitted" } });
  });
});

describe("when the timer was down all afternoon", () => {
  test("nobody is woken at night and nobody is told of tomorrow on the day itself; the QR mail still goes out", async () => {
    const booked = await aGuest([0]);
    const before = subjectsTo(booked.mail).length;
    for (const late of ["2026-12-02T11:00:00.000Z", "2026-12-02T22:59:59.999Z", "2026-12-03T00:00:00.000Z"]) {
      at(late);
      await remind();
    }
    expect(subjectsTo(booked.mail)).toHaveLength(before);
    await sendTickets();
    expect(subjectsTo(booked.mail).at(-1)).toBe("오늘 접수용 QR 코드를 보내 드립니다");
  });
});
