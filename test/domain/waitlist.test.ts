import { describe, expect, test } from "vitest";
import type { Booking } from "../../shared/domain/booking.ts";
import { addMinutes, type Instant, instantOf, LocalDate, LocalTime } from "../../shared/domain/seoul-time.ts";
import { defaultBookingRules } from "../../shared/domain/visit.ts";
import {
  canBeOffered,
  holdUntil,
  isOfferTime,
  placeInList,
  slotToOffer,
  type WaitlistEntry,
  waitRefusal,
} from "../../shared/domain/waitlist.ts";

const visitOn = LocalDate.parse("2026-12-03");
const seoul = (date: string, time: string): Instant => instantOf(LocalDate.parse(date), LocalTime.parse(time));
const startsAt = seoul("2026-12-03", "14:00");

describe("how long an offer is held", () => {
  test.for([
    ["ten days before", "2026-11-23 10:00", "2026-11-25 10:00"],
    ["a week before", "2026-11-26 09:00", "2026-11-28 09:00"],
    ["three days before", "2026-11-30 10:00", "2026-12-01 10:00"],
    ["two days before", "2026-12-01 10:00", "2026-12-01 14:00"],
    ["two days before, in the evening", "2026-12-01 18:00", "2026-12-02 10:00"],
    ["the day before", "2026-12-02 10:00", "2026-12-02 12:00"],
    ["the day before, as the last of the evening", "2026-12-02 18:00", "2026-12-03 08:00"],
    ["on the day", "2026-12-03 09:00", "2026-12-03 09:10"],
    ["on the day, eight minutes before the start", "2026-12-03 13:52", "2026-12-03 14:00"],
  ])("%s: from %s to %s in Seoul, hours of the night not counted", ([, from = "", to = ""]) => {
    const at = (text: string) => seoul(text.slice(0, 10), text.slice(11));
    expect(holdUntil(at(from), visitOn, startsAt)).toBe(at(to));
  });

  test("never ends at night, and always after it was made, whenever in the day it is made", () => {
    for (let minutes = 0; minutes < 14 * 24 * 60; minutes += 7) {
      const now = addMinutes(seoul("2026-11-19", "08:00"), minutes);
      if (!isOfferTime(now) || now >= startsAt) continue;
      const until = holdUntil(now, visitOn, startsAt);
      expect(until > now).toBe(true);
      expect(isOfferTime(until)).toBe(true);
      expect(until <= startsAt).toBe(true);
    }
  });
});

describe("when offers go out", () => {
  test.for([
    ["07:59", false],
    ["08:00", true],
    ["19:59", true],
    ["20:00", false],
    ["00:00", false],
  ] as const)("at %s in Seoul: %s", ([time, isTime]) => {
    expect(isOfferTime(seoul("2026-12-01", time))).toBe(isTime);
  });
});

const postingId = "pst_01KAXXXXXXXXXXXXXXXXXXXXXX";
/** What people have booked is another job, unless said otherwise. */
const other = "pst_01KBXXXXXXXXXXXXXXXXXXXXXX" as Booking["postingId"];
const same = { postingId: postingId as Booking["postingId"] };
const slotId = (n: number) => `slt_01KAXXXXXXXXXXXXXXXXXXXXXX-0${n}`;
const anEntry = (n: number, over: Partial<Record<keyof WaitlistEntry, unknown>> = {}): WaitlistEntry =>
  ({ waitId: `wai_${n}`, list: postingId, appliedAt: addMinutes(seoul("2026-11-24", "10:00"), n), passed: [], ...over }) as WaitlistEntry;
const aTime = (n: number, over: Record<string, unknown> = {}) =>
  ({
    slotId: slotId(n),
    postingId,
    service: null,
    kind: "interview",
    state: "open",
    mode: "open",
    startsAt: addMinutes(startsAt, 30 * n),
    endsAt: addMinutes(startsAt, 30 * n + 20),
    ...over,
  }) as Parameters<typeof canBeOffered>[1];
const aDay = (...bookings: Partial<Booking>[]) => ({
  date: visitOn,
  rules: defaultBookingRules,
  bookings: bookings.map(
    (booking, i) =>
      ({ bookingId: `bkg_${i}`, kind: "interview", postingId: other, service: null, state: "confirmed", ...booking }) as Booking,
  ),
});
const now = seoul("2026-11-25", "10:00");
const booked = (n: number, over: Partial<Booking> = {}): Partial<Booking> => ({
  slotId: slotId(n) as Booking["slotId"],
  startsAt: addMinutes(startsAt, 30 * n),
  endsAt: addMinutes(startsAt, 30 * n + 20),
  ...over,
});

describe("who can be offered a seat", () => {
  test("whoever waits for this slot, or for any of its list, and has the time", () => {
    expect(canBeOffered(anEntry(1), aTime(1), aDay(), now)).toBe(true);
    expect(canBeOffered(anEntry(1, { slotId: slotId(1) }), aTime(1), aDay(), now)).toBe(true);
    expect(canBeOffered(anEntry(1, { slotId: slotId(2) }), aTime(1), aDay(), now)).toBe(false);
    expect(canBeOffered(anEntry(1, { list: "resume" }), aTime(1), aDay(), now)).toBe(false);
  });

  test.for([
    ["who has an offer already", anEntry(1, { offer: {} }), aTime(1), aDay()],
    ["who let it pass", anEntry(1, { passed: [slotId(1)] }), aTime(1), aDay()],
    ["who is booked at that time", anEntry(1), aTime(1), aDay(booked(1))],
    ["who is booked less than ten minutes before", anEntry(1), aTime(1), aDay(booked(0, { endsAt: addMinutes(startsAt, 25) }))],
    ["who has three interviews", anEntry(1), aTime(9), aDay(booked(1), booked(3), booked(5))],
    ["anybody, of a withdrawn time", anEntry(1), aTime(1, { state: "withdrawn" }), aDay()],
    ["anybody, of a time that is applied for", anEntry(1), aTime(1, { mode: "screened" }), aDay()],
    ["anybody, of a time kept for the day", anEntry(1), aTime(1, { mode: "walk_in" }), aDay()],
    ["anybody, of a time that has begun", anEntry(1), aTime(1, { startsAt: now }), aDay()],
    ["who keeps an earlier booking", anEntry(1, { replaces: "bkg_0" }), aTime(3), aDay(booked(1, same))],
    [
      "whose kept booking is cancelled",
      anEntry(1, { replaces: "bkg_0" }),
      aTime(1),
      aDay(booked(3, { ...same, state: "cancelled_by_person" })),
    ],
    ["whose kept booking is for another job by now", anEntry(1, { replaces: "bkg_0" }), aTime(1), aDay(booked(3))],
    ["who has an interview for this job already", anEntry(1), aTime(1), aDay(booked(9, same))],
  ] as const)("not %s", ([, entry, slot, day]) => {
    expect(canBeOffered(entry, slot, day, now)).toBe(false);
  });

  test("an earlier time, for who keeps a later one, even next to it and at the limit", () => {
    const day = aDay(booked(2, same), booked(5), booked(7));
    const next = aTime(1, { startsAt: addMinutes(startsAt, 40), endsAt: addMinutes(startsAt, 60) });
    expect(canBeOffered(anEntry(1, { replaces: "bkg_0" }), next, day, now)).toBe(true);
    expect(canBeOffered(anEntry(1), next, day, now)).toBe(false);
  });

  test("the first time with a seat that they have not been offered through another entry", () => {
    const seats = [0, 1, 2].map((n) => ({ slot: aTime(n), left: n }));
    const offered = (isOffered: (id: string) => boolean) => slotToOffer(anEntry(1), seats, aDay(), now, isOffered)?.slot.slotId;
    expect(offered(() => false)).toBe(slotId(1));
    expect(offered((id) => id === slotId(1))).toBe(slotId(2));
    expect(offered(() => true)).toBeUndefined();
  });
});

describe("the place in a list", () => {
  const [slotOne, any, slotTwo, last] = [anEntry(1, { slotId: slotId(1) }), anEntry(2), anEntry(3, { slotId: slotId(2) }), anEntry(4)];
  const list = [slotTwo, last, any, slotOne];
  test("counts who came before and asks for a time that one asks for, in one order for slots and any time", () => {
    expect([slotOne, any, slotTwo, last].map((entry) => placeInList(list, entry))).toEqual([1, 2, 2, 4]);
  });
  test("of one moment, the id decides", () => {
    const twin = anEntry(2, { waitId: "wai_20" });
    expect(placeInList([any, twin], twin)).toBe(2);
    expect(placeInList([any, twin], any)).toBe(1);
  });
});

describe("what cannot be waited for", () => {
  test.for([
    [undefined, [aTime(1)]],
    [undefined, [aTime(1, { state: "withdrawn" }), aTime(2)]],
    ["slot-withdrawn", [aTime(1, { state: "withdrawn" })]],
    ["already-started", [aTime(1, { startsAt: now })]],
    ["apply-first", [aTime(1, { mode: "screened" }), aTime(2, { mode: "walk_in" })]],
    ["walk-in-only", [aTime(1, { mode: "walk_in" })]],
  ] as const)("%s", ([reason, slots]) => {
    expect(waitRefusal(slots, now)).toBe(reason);
  });
});
