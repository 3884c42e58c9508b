import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { brokenPromises } from "../../functions/entry/broken-promises.ts";
import { registrationIdOf } from "../../functions/registrations/registration-id.ts";
import { findPersonOfVisit } from "../../functions/registrations/registration-reads.ts";
import { withdrawRegistration } from "../../functions/registrations/withdraw-registration.ts";
import type { PersonId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { applied } from "../support/application.ts";
import { bookSlot } from "../support/booking.ts";
import { dyingAt } from "../support/broken-writes.ts";
import {
  anId,
  anOpenVisit,
  anotherEmployer,
  aPattern,
  aPlace,
  aSeeker,
  duringVisit,
  type OpenVisit,
  openAllDay,
} from "../support/builders.ts";
import { lastNews, newsTo } from "../support/mails.ts";
import { carriedOut } from "../support/plans.ts";
import { registerAgain, registrationOf, withdraw } from "../support/registrations.ts";
import { aDesk, aTicket, scan } from "../support/tickets.ts";
import { aHolder, forPosting, offerOf, waits } from "../support/waitlist.ts";
import { calendarEntriesOf } from "../support/walk-end.ts";
import { aWorld, type World } from "../support/world.ts";

let world: World;
let visit: OpenVisit;
beforeEach(async () => {
  world = await aWorld("2026-11-23T01:00:00.000Z");
  visit = await anOpenVisit(world, { plan: { deadlines: openAllDay } });
  await world.settle();
});
afterEach(() => world.close());

type Seeker = Awaited<ReturnType<typeof aSeeker>>;
const slot = (n: number): string => visit.slots[n] ?? "";
const entriesTo = async ({ mail }: Seeker): Promise<string[]> => {
  const last = newsTo(world, mail).at(-1);
  return last ? [...(await calendarEntriesOf(world.office.ses.mailbox.readRaw(last)))].sort() : [];
};
const subjects = ({ mail }: Seeker): string[] => newsTo(world, mail).map(({ subject }) => subject);
const expectSound = async () => expect(brokenPromises(await world.table.allItems(), world.deps.clock.now())).toEqual([]);
const personOf = async ({ mail }: Seeker, visitId = visit.visitId as VisitId) => {
  const person = (await world.table.allItems()).find((item) => item.type === "person" && item.mail === mail);
  const found = await findPersonOfVisit(world.table.db, visitId, registrationIdOf(visitId, person?.personId as PersonId));
  if (!found) throw new Error("They are not registered.");
  return found;
};

describe("the mail about a withdrawal", () => {
  test("is one, tells of all that was given up, and takes each booking out of the calendar", async () => {
    const screened = await anotherEmployer(world, visit, { from: "15:00", to: "16:00" }, "screened");
    const full = await anotherEmployer(world, visit, { from: "12:00", to: "12:20" });
    await aHolder(world, visit, full.slots[0] ?? "", await aSeeker(world, visit.visitId));
    const seeker = await aSeeker(world, visit.visitId, { name: "선우라온" });
    const [first, second] = [await aHolder(world, visit, slot(0), seeker), await aHolder(world, visit, slot(3), seeker)];
    await waits(world, visit, forPosting(full), seeker);
    await applied(world, screened, seeker);
    await world.settle();
    const before = newsTo(world, seeker.mail).length;
    await withdraw(world, visit, seeker);
    const records = await world.table.newRecords();
    for (let n = 0; n < 3; n++) await world.deliver(records);
    await world.settle();

    expect(newsTo(world, seeker.mail)).toHaveLength(before + 1);
    const { subject, text } = await lastNews(world, seeker.mail);
    expect(subject).toBe("사전등록을 취소했습니다");
    for (const words of [
      "선우라온 님",
      "12월 3일(목)",
      "아래 예약도 함께",
      "오전 10시:",
      "오전 11시:",
      "대기 순서에서도",
      "지원도 거두었습니다",
      "QR 코드는 이제",
    ])
      expect(text).toContain(words);
    expect(text).toContain(`/visits/${visit.visitId}`);
    expect(await entriesTo(seeker)).toEqual([first, second].map(({ bookingId }) => `${bookingId} 1 CANCELLED`).sort());
    await expectSound();
  });

  test("says why where staff did it", async () => {
    const desk = await aDesk(world);
    const seeker = await aSeeker(world, visit.visitId, { locale: "en" });
    const { registrationId, registeredAt } = await registrationOf(world, visit, seeker);
    await world.get(
      "POST /api/staff/visits/{visitId}/people/{registrationId}/withdrawal",
      { params: { visitId: visit.visitId, registrationId }, body: { registeredAt, reason: "전화로 못 오신다고 하셨습니다" } },
      desk,
    );
    await world.settle();
    const told = await lastNews(world, seeker.mail);
    expect(told.subject).toBe("Your registration is cancelled");
    expect(told.text).toContain("전화로 못 오신다고 하셨습니다");
    expect(told.calendar).toBeUndefined();
  });

  test("that was lost with the stream is shown to staff, who send it while it is so", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    const { bookingId } = await aHolder(world, visit, slot(0), seeker);
    await world.settle();
    const before = newsTo(world, seeker.mail).length;
    await withdraw(world, visit, seeker);
    // nobody delivers these
    await world.table.newRecords();
    world.deps.clock.forward(25 * 60);
    await world.fire("find-lost-mails");
    const staff = await aDesk(world);
    const { mails } = await world.get("GET /api/staff/undelivered-mails", {}, staff);
    expect(mails).toMatchObject([{ message: "registration_withdrawn", state: "lost" }]);
    const key = "POST /api/staff/undelivered-mails/{mailId}/repetition";
    expect(await world.call(key, { params: { mailId: mails[0]?.mailId ?? "" } }, staff)).toMatchObject({ ok: true });
    await world.settle();
    expect(newsTo(world, seeker.mail)).toHaveLength(before + 1);
    expect(await entriesTo(seeker)).toEqual([`${bookingId} 1 CANCELLED`]);
  });

  test("comes each time, and so does that of who registers again", async () => {
    const seeker = await aSeeker(world, visit.visitId, { beforeBooking: false });
    await world.settle();
    for (let n = 0; n < 2; n++) {
      world.deps.clock.forward(5);
      await withdraw(world, visit, seeker);
      await world.settle();
      world.deps.clock.forward(5);
      await registerAgain(world, visit, seeker);
      await world.settle();
    }
    const [registered, ...others] = subjects(seeker);
    expect(others).toEqual(["사전등록을 취소했습니다", registered, "사전등록을 취소했습니다", registered]);
  });
});

describe("when somebody has more than one transaction takes", () => {
  /** 20 interviews and 20 talks, all live. */
  const aFullDay = async () => {
    const open = await anOpenVisit(world, {
      plan: { rules: { gapMinutes: 0, maxInterviews: 20 }, deadlines: openAllDay },
      pattern: { from: "10:00", to: "13:20", minutes: 10 },
    });
    const { slots } = await world.get(
      "PUT /api/staff/visits/{visitId}/centre-times/{slotRequestId}",
      {
        params: { visitId: open.visitId, slotRequestId: anId("srq") },
        body: { service: "resume", pattern: aPattern({ from: "13:30", to: "16:50", minutes: 10 }), deskId: "d2", host: anId("host") },
      },
      open.manager,
    );
    const seeker = await aSeeker(world, open.visitId);
    for (const slotId of [...open.slots, ...slots.map(({ slotId }) => slotId as string)]) {
      const booked = await bookSlot(world, open, slotId, seeker);
      if (!booked.ok) throw new Error(booked.problem.code);
    }
    await world.settle();
    const { registration } = await personOf(seeker, open.visitId as VisitId);
    const { registrationId, registeredAt } = registration.registration;
    return { open, seeker, withdrawing: { visitId: open.visitId as VisitId, registrationId, registeredAt: registeredAt as Instant } };
  };

  test("and the process dies at any of its writes, all is as before or all ends, and one mail tells of it", async () => {
    for (let n = 1, ended = false; !ended; n++) {
      for (const when of ["before", "after"] as const) {
        const { open, seeker, withdrawing } = await aFullDay();
        const dying = dyingAt(world.table, n, when);
        ended = await withdrawRegistration({ ...world.deps, db: dying.db }, withdrawing).then(
          () => true,
          () => false,
        );
        const found = await personOf(seeker, open.visitId as VisitId);
        const isBegun = found.registration.withdrawnAt !== undefined;
        expect(isBegun).toBe(n > 1 || when === "after");
        if (!isBegun) {
          expect(Object.values(found.agenda.bookings).every(({ state }) => state === "confirmed")).toBe(true);
          expect((await world.call("GET /api/me/visits/{visitId}/ticket", { params: { visitId: open.visitId } }, seeker)).status).toBe(200);
        }
        const before = newsTo(world, seeker.mail).length;
        await world.settle();
        if (isBegun && n % 2 === 1) await world.fire("finish-withdrawals");
        else await withdraw(world, open, seeker, withdrawing.registeredAt);
        await world.settle();
        const { agenda } = await personOf(seeker, open.visitId as VisitId);
        expect(Object.values(agenda.bookings).filter(({ state }) => state !== "cancelled_by_person")).toEqual([]);
        expect(agenda).toMatchObject({ interviews: 0, busy: {}, withdrawals: [{ doneAt: expect.any(String) }] });
        expect(agenda.gsi1pk).toBeUndefined();
        expect(newsTo(world, seeker.mail), `died ${when} write ${n}`).toHaveLength(before + 1);
        expect(await entriesTo(seeker)).toHaveLength(40);
        await expectSound();
      }
    }
  }, 600_000);

  test("whoever registers again before it is done finds it done", async () => {
    const { open, seeker, withdrawing } = await aFullDay();
    const { db } = dyingAt(world.table, 1, "after");
    await expect(withdrawRegistration({ ...world.deps, db }, withdrawing)).rejects.toThrow();
    world.deps.clock.forward(1);
    expect(await registerAgain(world, open, seeker)).toMatchObject({ status: 201 });
    await world.settle();
    const { agenda } = await personOf(seeker, open.visitId as VisitId);
    expect(Object.values(agenda.bookings).filter(({ state }) => state === "confirmed")).toEqual([]);
    await expectSound();
  }, 300_000);
});

describe("who has withdrawn", () => {
  test("gets no QR mail, no reminder and no care; who registered again does", async () => {
    const [gone, back] = [await aSeeker(world, visit.visitId), await aSeeker(world, visit.visitId)];
    await aHolder(world, visit, slot(0), gone);
    await aHolder(world, visit, slot(1), back);
    for (const seeker of [gone, back]) await withdraw(world, visit, seeker);
    world.deps.clock.forward(5);
    await registerAgain(world, visit, back);
    await world.settle();
    const before = subjects(gone).length;
    world.deps.clock.set("2026-12-02T07:00:00.000Z");
    await world.fire("remind-of-tomorrow");
    world.deps.clock.set("2026-12-02T23:00:00.000Z");
    await world.fire("send-day-of-tickets");
    world.deps.clock.set("2026-12-03T08:45:00.000Z");
    await world.fire("care-for-missed");
    expect(subjects(gone)).toHaveLength(before);
    const { registrationId } = await registrationOf(world, visit, await world.signIn(gone.mail));
    expect((await world.table.allItems()).filter((item) => item.type === "notice" && item.registrationId === registrationId)).toEqual([]);
    expect((await lastNews(world, back.mail)).images).toHaveLength(1);
  });

  test("is told nothing when the visit is moved, finds it under the new day, and can register for it again", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    await withdraw(world, visit, seeker);
    await world.settle();
    const before = subjects(seeker).length;
    await carriedOut(world, visit, {
      change: { kind: "move-visit", date: "2026-12-10", startTime: "10:00", endTime: "17:00", placeId: aPlace.placeId },
      reason: "태풍 예보",
      choices: [],
    });
    expect(subjects(seeker)).toHaveLength(before);
    expect(await registrationOf(world, visit, seeker)).toMatchObject({ visit: { date: "2026-12-10" }, withdrawnAt: expect.any(String) });
    world.deps.clock.forward(5);
    expect(await registerAgain(world, visit, seeker)).toMatchObject({ status: 201 });
    const { registrations } = await world.get("GET /api/me/registrations", {}, seeker);
    expect(registrations).toHaveLength(1);
    const pointers = (await world.table.allItems()).filter(({ type }) => type === "registration-pointer");
    expect(pointers.map(({ sk }) => sk)).toEqual([`REG#2026-12-10#${visit.visitId}`]);
  });

  test("has a new ticket once they register again, and the old one stays cancelled", async () => {
    const ticket = await aTicket(world, visit);
    await withdraw(world, visit, ticket.seeker);
    await world.settle();
    world.deps.clock.set(duringVisit);
    const desk = await aDesk(world);
    const verdictOf = async (read: { token: string } | { code: string }) => {
      const answer = await scan(world, visit, read, desk);
      return answer.ok && answer.value.verdict;
    };
    expect(await verdictOf(ticket)).toBe("cancelled");
    expect(await verdictOf({ code: ticket.code })).toBe("cancelled");
    const seeker = await world.signIn(ticket.seeker.mail);
    await registerAgain(world, visit, seeker);
    await world.settle();
    const next = await world.get("GET /api/me/visits/{visitId}/ticket", { params: { visitId: visit.visitId } }, seeker);
    expect(next.token).not.toBe(ticket.token);
    expect(await verdictOf(ticket)).toBe("cancelled");
    expect(await verdictOf(next)).toBe("admitted");
    expect(await verdictOf(next)).toBe("already-arrived");
  });

  test("gives an offer's seat on to whoever waits next", async () => {
    const [holder, first, second] = [
      await aSeeker(world, visit.visitId),
      await aSeeker(world, visit.visitId),
      await aSeeker(world, visit.visitId),
    ];
    const only = await anotherEmployer(world, visit, { from: "12:00", to: "12:20" });
    const held = await aHolder(world, visit, only.slots[0] ?? "", holder);
    for (const seeker of [first, second]) await waits(world, visit, forPosting(only), seeker);
    await held.cancel();
    expect(await offerOf(world, visit, first)).toBeDefined();
    await withdraw(world, visit, first);
    expect(await offerOf(world, visit, second)).toMatchObject({ slotId: only.slots[0] });
    expect(await offerOf(world, visit, first)).toBeUndefined();
    await expectSound();
  });
});
