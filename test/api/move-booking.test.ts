import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { bookingOf, bookSlot, cancelBooking, moveBooking, refusalOf, takenIn } from "../support/booking.ts";
import { anId, anOpenVisit, anotherEmployer, aSeeker, aSlotId, type OpenVisit } from "../support/builders.ts";
import { lastNews, newsTo } from "../support/mails.ts";
import { aWorld, type World } from "../support/world.ts";

let world: World;
let visit: OpenVisit;
let other: OpenVisit;
beforeAll(async () => {
  world = await aWorld();
  visit = await anOpenVisit(world, { pattern: { to: "17:00", minutes: 10 } });
  other = await anotherEmployer(world, visit, { from: "10:10", to: "12:10" });
});
afterAll(() => world.close());

let used = 0;
/** Somebody booked in a slot that no other test uses, and the free slots after it. */
const aBooking = async () => {
  const [slot = "", next = "", third = ""] = visit.slots.slice(used, used + 3);
  used += 3;
  const bookingId = anId("bkg");
  const seeker = await aSeeker(world, visit.visitId);
  await bookSlot(world, visit, slot, seeker, bookingId);
  return { bookingId, seeker, slot, next, third, seen: { slotId: slot, sequence: 0 } };
};

describe("when somebody moves their booking", () => {
  test("it keeps its id, the new seat is taken and the old one free, in one step", async () => {
    const { bookingId, seeker, slot, next, seen } = await aBooking();
    expect(await moveBooking(world, visit, { bookingId, seen, slotId: next }, seeker)).toMatchObject({
      status: 200,
      value: { bookingId, slotId: next, state: "confirmed", sequence: 1 },
    });
    expect([await takenIn(world, visit, slot), await takenIn(world, visit, next)]).toEqual([0, 1]);
    expect(await bookingOf(world, seeker, bookingId)).toMatchObject({ slotId: next, sequence: 1, state: "confirmed" });
  });

  test("sent again it answers the same; from where it no longer is, it is refused", async () => {
    const { bookingId, seeker, slot, next, third, seen } = await aBooking();
    await moveBooking(world, visit, { bookingId, seen, slotId: next }, seeker);
    expect(await moveBooking(world, visit, { bookingId, seen, slotId: next }, seeker)).toMatchObject({
      status: 200,
      value: { sequence: 1 },
    });
    expect(refusalOf(await moveBooking(world, visit, { bookingId, seen, slotId: third }, seeker))).toBe("booking-changed");
    expect([await takenIn(world, visit, slot), await takenIn(world, visit, next), await takenIn(world, visit, third)]).toEqual([0, 1, 0]);
  });

  test("to a time that overlaps its own old one: that does not stand in its way", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    const bookingId = anId("bkg");
    const own = other.slots[0] ?? "";
    await bookSlot(world, visit, own, seeker, bookingId);
    const seen = { slotId: own, sequence: 0 };
    expect(await moveBooking(world, visit, { bookingId, seen, slotId: other.slots[1] ?? "" }, seeker)).toMatchObject({ status: 200 });
    expect(await cancelBooking(world, visit, bookingId, seeker)).toMatchObject({ value: { sequence: 2 } });
  });

  test("to a full time: refused, with near ones instead, and the old seat is still theirs", async () => {
    const { bookingId, seeker, slot, next, third, seen } = await aBooking();
    await bookSlot(world, visit, next, await aSeeker(world, visit.visitId));
    await world.settle();
    const answer = await moveBooking(world, visit, { bookingId, seen, slotId: next }, seeker);
    expect(answer).toMatchObject({ status: 409, problem: { code: "slot-full" } });
    if (answer.ok) throw new Error("It was moved.");
    expect(answer.problem.alternatives?.map(({ slotId }) => slotId)).toContain(third);
    expect(answer.problem.alternatives?.map(({ slotId }) => slotId)).not.toContain(slot);
    expect(await takenIn(world, visit, slot)).toBe(1);
    expect(await bookingOf(world, seeker, bookingId)).toMatchObject({ slotId: slot, sequence: 0 });
  });

  test("into another of their bookings: refused, and that booking is named", async () => {
    const { bookingId, seeker, seen, third } = await aBooking();
    const kept = anId("bkg");
    await bookSlot(world, visit, third, seeker, kept);
    const [clashing = ""] = [third];
    const answer = await moveBooking(world, visit, { bookingId, seen, slotId: clashing }, seeker);
    expect(answer).toMatchObject({ status: 409, problem: { code: "times-overlap", clash: { bookingId: kept } } });
  });

  test("to another employer: only with consent for that one", async () => {
    const { bookingId, seeker, seen } = await aBooking();
    const slotId = other.slots[5] ?? "";
    const without = await moveBooking(world, visit, { bookingId, seen, slotId, consentVersion: "2020-01" }, seeker);
    expect(refusalOf(without)).toBe("consent-outdated");
    expect(await moveBooking(world, visit, { bookingId, seen, slotId }, seeker)).toMatchObject({ status: 200 });
    expect(await bookingOf(world, seeker, bookingId)).toMatchObject({
      employerId: other.employerId,
      consent: { version: currentConsentVersion.to_employer, channel: "web" },
    });
  });

  test("one mail tells of it, and updates the calendar entry", async () => {
    const { bookingId, seeker, next, seen } = await aBooking();
    await world.settle();
    const before = newsTo(world, seeker.mail).length;
    await moveBooking(world, visit, { bookingId, seen, slotId: next }, seeker);
    await world.settle();
    expect(newsTo(world, seeker.mail)).toHaveLength(before + 1);
    const mail = await lastNews(world, seeker.mail);
    expect(mail.subject).toBe("예약이 바뀌었습니다");
    expect(mail.calendarMethod).toBe("REQUEST");
    expect(mail.calendar).toMatchObject({ UID: `${bookingId}@jobstop.example.com`, SEQUENCE: "1" });
  });

  test("somebody else's, an unknown slot, a cancelled booking, a time that began: refused, and nothing moves", async () => {
    const { bookingId, seeker, slot, next, seen } = await aBooking();
    const stranger = await aSeeker(world, visit.visitId);
    expect(refusalOf(await moveBooking(world, visit, { bookingId, seen, slotId: next }, stranger))).toBe("not-found");
    expect(refusalOf(await moveBooking(world, visit, { bookingId, seen, slotId: aSlotId() }, seeker))).toBe("not-found");
    await cancelBooking(world, visit, bookingId, seeker);
    expect(refusalOf(await moveBooking(world, visit, { bookingId, seen, slotId: next }, seeker))).toBe("booking-cancelled");
    expect([await takenIn(world, visit, slot), await takenIn(world, visit, next)]).toEqual([0, 0]);
  });
});

describe("when many want the same two seats at once", () => {
  test("two people who swap cannot both lose, and no seat is held twice", async () => {
    const [a, b] = [await aBooking(), await aBooking()];
    const answers = await Promise.all([
      moveBooking(world, visit, { bookingId: a.bookingId, seen: a.seen, slotId: b.slot }, a.seeker),
      moveBooking(world, visit, { bookingId: b.bookingId, seen: b.seen, slotId: a.slot }, b.seeker),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([409, 409]);
    expect([await takenIn(world, visit, a.slot), await takenIn(world, visit, b.slot)]).toEqual([1, 1]);
  });

  test("five tabs that move one booking to five times: it stands at one of them", async () => {
    const { bookingId, seeker, slot, seen } = await aBooking();
    const wanted = visit.slots.slice(-5).filter((slotId) => slotId !== slot);
    const before = await Promise.all(wanted.map((slotId) => takenIn(world, visit, slotId)));
    const answers = await Promise.all(wanted.map((slotId) => moveBooking(world, visit, { bookingId, seen, slotId }, seeker)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const after = await Promise.all(wanted.map((slotId) => takenIn(world, visit, slotId)));
    expect(after.reduce<number>((sum, taken, i) => sum + (taken ?? 0) - (before[i] ?? 0), 0)).toBe(1);
    expect(await takenIn(world, visit, slot)).toBe(0);
  });
});
