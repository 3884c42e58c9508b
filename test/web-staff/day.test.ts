import { describe, expect, it } from "vitest";
import type { DayPerson, VisitDay } from "../../shared/contract/staff.ts";
import type { BookingId, DeskId, RegistrationId, SlotId, VisitId } from "../../shared/domain/ids.ts";
import { type Instant, instantAt } from "../../shared/domain/seoul-time.ts";
import { inOrderOfTime, newArrivals } from "../../web/src/staff/arrivals.ts";
import { pauseAfter } from "../../web/src/staff/use-day.ts";

const at = (minutes: number): Instant => instantAt(Date.parse("2026-11-26T01:00:00.000Z") + minutes * 60_000);
const aPerson = (id: string, { arrivedAt = null as Instant | null, due = [] as number[], name = "김○늘" } = {}): DayPerson => ({
  registrationId: id as RegistrationId,
  maskedName: name,
  registeredAt: at(-1440),
  arrivedAt,
  confirmedAt: null,
  bookings: due.map((minutes) => ({
    startsAt: at(minutes),
    endsAt: at(minutes + 20),
    deskLabel: "면접 창구 1",
    whatKo: "한결요양센터",
    whatEn: null,
    bookingId: `bkg_${id}` as BookingId,
    seen: { slotId: "slt_1" as SlotId, sequence: 0 },
    deskId: "d1" as DeskId,
    isMissing: false,
  })),
  missed: [],
});
const aDay = (people: DayPerson[], visitId = "vis_1") => ({ visit: { visitId: visitId as VisitId }, people }) as VisitDay;
const namesOf = (people: readonly DayPerson[]) => people.map((person) => person.registrationId);

describe("who has just arrived", () => {
  it("is whoever was not marked a moment ago, known before or not", () => {
    const before = aDay([aPerson("a"), aPerson("b", { arrivedAt: at(0) })]);
    const after = aDay([aPerson("a", { arrivedAt: at(1) }), aPerson("b", { arrivedAt: at(0) }), aPerson("c", { arrivedAt: at(1) })]);
    expect(namesOf(newArrivals(before, after))).toEqual(["a", "c"]);
  });

  it("is nobody when the page has just been opened, or another visit chosen", () => {
    const day = aDay([aPerson("a", { arrivedAt: at(0) })]);
    expect(newArrivals(undefined, day)).toEqual([]);
    expect(newArrivals(aDay([], "vis_2"), day)).toEqual([]);
  });
});

it("people stand by their first interview, those without one at the end, by name", () => {
  const people = [
    aPerson("none-p", { name: "박○" }),
    aPerson("late", { due: [60] }),
    aPerson("none-k", { name: "강○" }),
    aPerson("early", { due: [90, 0] }),
  ];
  expect(namesOf(inOrderOfTime(people))).toEqual(["early", "late", "none-k", "none-p"]);
});

it("a page that cannot reach the server asks less and less often, at least every half minute", () => {
  expect([0, 1, 2, 3, 4, 9].map(pauseAfter)).toEqual([2000, 4000, 8000, 16_000, 30_000, 30_000]);
});
