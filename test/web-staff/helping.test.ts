import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DayPerson, VisitDay } from "../../shared/contract/staff.ts";
import type { WaitRow } from "../../shared/contract/waitlist.ts";
import { BookingId, DeskId, PostingId, RegistrationId, SlotId, VisitId, WaitId } from "../../shared/domain/ids.ts";
import { isMeant } from "../../shared/domain/look-up-match.ts";
import { maskName } from "../../shared/domain/mask-name.ts";
import { type Instant, instantAt, LocalDate, LocalTime } from "../../shared/domain/seoul-time.ts";
import type { Slot } from "../../shared/domain/slot.ts";
import { isReleased, shiftedBy, touchedBy } from "../../web/src/staff/desks/touched.ts";
import { isNamed, mayBe } from "../../web/src/staff/find-by-name.ts";
import { mintId } from "../../web/src/staff/mint-id.ts";
import { freeTimesFor } from "../../web/src/staff/people/free-times.ts";
import { emptySeats } from "../../web/src/staff/seats/empty-seats.ts";
import { nextOf, takersOf } from "../../web/src/staff/seats/seat-takers.ts";
import { hasRoom } from "../../web/src/staff/times-fit.ts";
import { before, byList, timesFor } from "../../web/src/staff/waits/wait-words.ts";

/** Minutes after 10:00 in Seoul. */
const at = (minutes: number): Instant => instantAt(Date.parse("2026-11-26T01:00:00.000Z") + minutes * 60_000);
const ulidOf = (n: number): string => String(n).padStart(26, "0");
const slotId = (n: number): SlotId => SlotId.parse(`slt_${ulidOf(1)}-${String(n).padStart(2, "0")}`);
const posting = PostingId.parse(`pst_${ulidOf(1)}`);
const desk = (n: number): DeskId => DeskId.parse(`d${n}`);

type Due = { from: number; to?: number; deskId?: DeskId; isMissing?: boolean; slot?: number };
let made = 0;
const aPerson = (maskedName: string, { arrivedAt = null as Instant | null, due = [] as Due[] } = {}): DayPerson => {
  made += 1;
  return {
    registrationId: RegistrationId.parse(`reg_${ulidOf(made)}`),
    maskedName,
    registeredAt: at(-1440),
    arrivedAt,
    confirmedAt: null,
    missed: [],
    bookings: due.map(({ from, to = from + 20, deskId = desk(1), isMissing = false, slot = 0 }, i) => ({
      startsAt: at(from),
      endsAt: at(to),
      deskLabel: "면접 1번 창구",
      whatKo: "한결요양센터",
      whatEn: null,
      bookingId: BookingId.parse(`bkg_${ulidOf(made * 10 + i)}`),
      seen: { slotId: slotId(slot), sequence: 0 },
      deskId,
      isMissing,
    })),
  };
};
const visit = { desks: [{ deskId: desk(1), label: "면접 1번 창구" }], rules: { gapMinutes: 10, maxInterviews: 3 } };
const aDay = (people: DayPerson[]) => ({ people, visit }) as unknown as VisitDay;
const aSlot = (n: number, from: number, over: Partial<Slot> = {}): Slot => ({
  slotId: slotId(n),
  visitId: VisitId.parse(`vis_${ulidOf(1)}`),
  slotRequestId: `srq_${ulidOf(1)}` as Slot["slotRequestId"],
  kind: "interview",
  employerId: `emp_${ulidOf(1)}` as NonNullable<Slot["employerId"]>,
  postingId: posting,
  service: null,
  mode: "open",
  deskId: desk(1),
  startsAt: at(from),
  endsAt: at(from + 20),
  seats: 1,
  held: 0,
  taken: 0,
  state: "open",
  ...over,
});
const aWait = (person: DayPerson, n: number, entry: Partial<WaitRow["entry"]> = {}): WaitRow => ({
  registrationId: person.registrationId,
  maskedName: person.maskedName,
  entry: { waitId: WaitId.parse(`wai_${ulidOf(n)}`), list: posting, appliedAt: at(-600 + n), passed: [], ...entry },
});
const names = (people: readonly { maskedName: string }[]) => people.map(({ maskedName }) => maskedName);

describe("a name that is being typed", () => {
  it.each([
    ["김○늘", "김하늘", true],
    ["김○늘", "김", true],
    ["김○늘", "김ㅎ", true],
    ["김○늘", "김하느", true],
    ["김○늘", "김하나", false],
    ["김○늘", "이", false],
    ["김○늘", "김하늘이", false],
    ["A○○a B○○g", "anna b", true],
    ["A○○a B○○g", "berg", false],
    ["김○늘", " ", true],
  ])("%s may be %s: %s", (masked, typed, is) => expect(mayBe(masked, typed)).toBe(is));
});

describe("somebody who is looked for by name without a network", () => {
  it.each([
    ["이○다", "이랑", false],
    ["이○다", "이바다", true],
    ["이○다", "이다", false],
    ["이○", "이랑", true],
    ["김○늘", "김", false],
    ["김○늘", "김하", false],
    ["김○늘", "하늘", false],
    ["A○○a B○○g", "anna", true],
    ["A○○a B○○g", "ann", false],
    ["A○○a B○○g", "Anna Berg", true],
    ["A○○a B○○g", "anna br", false],
  ])("%s under %s: %s", (masked, typed, is) => expect(isNamed(masked, typed)).toBe(is));

  it("is found by their whole name, as the server finds them; and whoever is found by a beginning of theirs, the server finds too", () => {
    const letter = fc.constantFrom(..."이김랑바다하늘");
    const aName = fc.array(letter, { minLength: 2, maxLength: 4 }).map((letters) => letters.join(""));
    fc.assert(
      fc.property(aName, fc.nat(4), (name, end) => {
        expect(isNamed(maskName(name), name)).toBe(true);
        expect(isMeant({ name, phoneEnd: null }, name)).toBe(true);
        const beginning = name.slice(0, end);
        if (isNamed(maskName(name), beginning)) expect(isMeant({ name, phoneEnd: null }, beginning)).toBe(true);
      }),
    );
  });
});

describe("a seat whose person has not come", () => {
  const missing = aPerson("김○늘", { due: [{ from: 0, isMissing: true, slot: 1 }] });

  it("is shown while any of its time is left, longest empty first", () => {
    const longer = aPerson("이○솔", { due: [{ from: -10, to: 20, isMissing: true }] });
    const over = aPerson("박○람", { due: [{ from: -40, isMissing: true }] });
    const due = aPerson("최○온", { due: [{ from: 10 }] });
    const seats = emptySeats([missing, over, due, longer], at(13));
    expect(seats.map(({ person, minutesLate }) => [person.maskedName, minutesLate])).toEqual([
      ["이○솔", 23],
      ["김○늘", 13],
    ]);
    expect(emptySeats([missing], at(20))).toEqual([]);
  });

  it("can go to who is here with that time free: those who wait for it first, then by arrival", () => {
    const slot = aSlot(1, 0);
    const early = aPerson("가○", { arrivedAt: at(-20) });
    const waiting = aPerson("나○", { arrivedAt: at(-5) });
    const elsewhere = aPerson("다○", { arrivedAt: at(-10) });
    const busy = aPerson("라○", { arrivedAt: at(-30), due: [{ from: 25 }] });
    const absent = aPerson("마○");
    const day = aDay([missing, early, waiting, elsewhere, busy, absent]);
    const waits = [
      aWait(busy, 1),
      aWait(absent, 2),
      aWait(elsewhere, 3, { slotId: slotId(9) }),
      aWait(waiting, 4, { slotId: slotId(1) }),
      aWait(early, 5, { list: "resume" }),
    ];
    const takers = takersOf(day, slot, waits);
    expect(takers.map(({ person, isWaiting }) => [person.maskedName, isWaiting])).toEqual([
      ["나○", true],
      ["가○", false],
      ["다○", false],
    ]);
    expect(nextOf(takers, slot, waits)?.maskedName).toBe("나○");
    expect(nextOf(takers, slot, [])).toBeUndefined();
  });
});

it("a time fits with the gap on both sides, the booking that is given up left out", () => {
  const person = aPerson("김○늘", { due: [{ from: 60, to: 80 }] });
  const fits = (from: number, except?: string) =>
    hasRoom(person, { startsAt: at(from), endsAt: at(from + 20) }, { gapMinutes: 10 }, except);
  expect([30, 31, 89, 90].map((from) => fits(from))).toEqual([true, false, false, true]);
  expect(fits(70, person.bookings[0]?.bookingId)).toBe(true);
});

it("times to book for somebody: free, to come, open, beside what they have; by what they are for", () => {
  const person = aPerson("김○늘", { due: [{ from: 60, slot: 3 }] });
  const slots = [
    aSlot(0, 0),
    aSlot(1, 20, { taken: 1 }),
    aSlot(2, 20, { state: "withdrawn" }),
    aSlot(4, 85),
    aSlot(5, 120, { mode: "screened" }),
    aSlot(6, 140),
    aSlot(7, 20, { postingId: null, employerId: null, service: "resume", kind: "counselling" }),
  ];
  const given = { slots, day: aDay([person]), person, employers: [], now: at(5), locale: "ko" as const };
  const found = freeTimesFor(given);
  expect(found.map(({ key, isScreened, times }) => [key, isScreened, times.map(({ slotId: id }) => id)])).toEqual([
    [posting, true, [slotId(5), slotId(6)]],
    ["resume", false, [slotId(7)]],
  ]);
  expect(freeTimesFor({ ...given, except: person.bookings[0] })[0]?.times.map(({ slotId: id }) => id)).toEqual([4, 5, 6].map(slotId));
});

describe("a change of a desk", () => {
  it("tells whoever has a booking there that is not over, each once, and counts whose time has begun", () => {
    const people = [
      aPerson("가○", { due: [{ from: 0 }, { from: 60 }, { from: 90 }] }),
      aPerson("나○", { due: [{ from: 30, deskId: desk(2) }] }),
      aPerson("다○", { due: [{ from: 10 }] }),
    ];
    expect(touchedBy(people, "d1", at(10))).toEqual({ people: 2, times: 4, begun: 2, next: at(60) });
    expect(touchedBy(people, "d1", at(30))).toEqual({ people: 1, times: 2, begun: 0, next: at(60) });
    expect(touchedBy(people, "d3", at(10))).toEqual({ people: 0, times: 0, begun: 0, next: undefined });
  });

  it("that starts later leads into a break, past its end, and past the visit", () => {
    const slots = [aSlot(1, 0), aSlot(2, 20), aSlot(3, 100), aSlot(4, 120), aSlot(5, 200, { deskId: desk(2) })];
    const day = { date: LocalDate.parse("2026-11-26"), endTime: LocalTime.parse("12:30") };
    const pause = { startsAt: at(40), endsAt: at(100) };
    expect(shiftedBy(slots, "d1", 10, day, at(5))).toEqual({ breaks: [pause], end: { before: at(140), after: at(150) }, lost: 0 });
    expect(shiftedBy(slots, "d1", 20, day, at(50))).toEqual({ breaks: [], end: undefined, lost: 1 });
    expect(shiftedBy(slots, "d3", 20, day, at(5))).toEqual({ breaks: [], end: undefined, lost: 0 });
  });

  it("cannot touch a desk that was released: all of its times are withdrawn", () => {
    const slots = [
      aSlot(1, 0, { state: "withdrawn" }),
      aSlot(2, 20, { deskId: desk(2) }),
      aSlot(3, 40, { state: "withdrawn", deskId: desk(2) }),
    ];
    expect(["d1", "d2", "d3"].map((deskId) => isReleased(slots, deskId))).toEqual([true, false, false]);
  });
});

describe("who waits", () => {
  const [first, second, third] = [aPerson("가○"), aPerson("나○"), aPerson("다○")];
  const waits = [
    aWait(first, 1, { slotId: slotId(1) }),
    aWait(second, 2, { list: "resume" }),
    aWait(third, 3),
    aWait(second, 4, { slotId: slotId(2) }),
  ];

  it("stands in a list, lists in the order in which they began", () => {
    expect(byList(waits).map(([list, rows]) => [list, names(rows)])).toEqual([
      [posting, ["가○", "다○", "나○"]],
      ["resume", ["나○"]],
    ]);
  });

  it("comes after those of the list who ask for the same time", () => {
    expect(waits.map((row) => before(waits, row))).toEqual([0, 0, 1, 1]);
  });

  it("can be given times of the list that have not begun", () => {
    const slots = [aSlot(1, 0), aSlot(2, 20), aSlot(3, 40, { state: "withdrawn" }), aSlot(4, 60, { postingId: null, service: "resume" })];
    const times = (n: number) => timesFor(waits[n] as WaitRow, slots, at(10)).map(({ slotId: id }) => id);
    expect([0, 1, 2, 3].map(times)).toEqual([[], [slotId(4)], [slotId(2)], [slotId(2)]]);
  });
});

it("ids are ULIDs of their kind, by time, and never the same", () => {
  const ids = [1, 2, 3_000_000_000_000].map((ms) => BookingId.parse(mintId("bkg", ms)));
  expect([...ids].sort()).toEqual(ids);
  expect(mintId("pln")).not.toBe(mintId("pln"));
});
