import { describe, expect, test } from "vitest";
import type { Booking } from "../../shared/domain/booking.ts";
import { DeskId, EmployerId } from "../../shared/domain/ids.ts";
import type { QueuePlace } from "../../shared/domain/queue-fold.ts";
import { Instant, LocalDate, LocalTime } from "../../shared/domain/seoul-time.ts";
import { interviewStateOf, isPaired, nowAndNext, pairingRefusal, sightRefusal, turnRefusal } from "../../shared/domain/table-pairing.ts";

const at = (time: string): Instant => Instant.parse(`2026-12-03T${time}:00.000Z`);
const visit = { state: "open", date: LocalDate.parse("2026-12-03"), endTime: LocalTime.parse("17:00") } as const;
const [d1, d2] = [DeskId.parse("d1"), DeskId.parse("d2")];

describe("a device", () => {
  test("is paired on the day of the visit, until its end", () => {
    expect(pairingRefusal(visit, at("00:00"))).toBeUndefined();
    expect(pairingRefusal(visit, Instant.parse("2026-12-02T14:59:59.999Z"))).toBe("not-visit-day");
    expect(pairingRefusal(visit, Instant.parse("2026-12-02T15:00:00.000Z"))).toBeUndefined();
    expect(pairingRefusal(visit, Instant.parse("2026-12-03T07:59:59.999Z"))).toBeUndefined();
    expect(pairingRefusal(visit, at("08:00"))).toBe("visit-over");
    expect(pairingRefusal({ ...visit, state: "cancelled" }, at("01:00"))).toBe("visit-not-open");
  });

  test("does not move along with a visit that is moved to another day, and stays for one that ends later", () => {
    const pairing = { date: visit.date };
    expect(isPaired(pairing, visit, at("07:00"))).toBe(true);
    expect(isPaired(pairing, { ...visit, date: LocalDate.parse("2026-12-04") }, Instant.parse("2026-12-04T02:00:00.000Z"))).toBe(false);
    expect(isPaired(pairing, { ...visit, endTime: LocalTime.parse("18:00") }, at("08:30"))).toBe(true);
    expect(isPaired({ ...pairing, endedAt: at("02:00") }, visit, at("02:00"))).toBe(false);
  });
});

describe("an employer", () => {
  const [mine, other] = ["emp_00000000000000000000000001", "emp_00000000000000000000000002"].map((id) => EmployerId.parse(id));
  const consent = { version: "2026-11", textHash: "", locale: "ko", channel: "web" } as const;
  const booking = { state: "confirmed", employerId: mine, consent } as Pick<Booking, "state" | "employerId" | "consent">;
  const { consent: _, ...without } = booking;

  test.for([
    ["somebody who is here", booking, at("01:00"), undefined],
    ["somebody who is not here", booking, undefined, "not-arrived"],
    ["somebody who cancelled", { ...booking, state: "cancelled_by_person" }, at("01:00"), "consent-ended"],
    ["somebody whose seat was given away", { ...booking, state: "no_show" }, at("01:00"), "consent-ended"],
    ["somebody who consented to nothing", without, at("01:00"), "consent-ended"],
    ["somebody of another employer", { ...booking, employerId: other }, at("01:00"), "not-found"],
  ] as const)("looks at %s: %s", ([, one, arrivedAt, refused]) => {
    expect(sightRefusal(one as typeof booking, mine as EmployerId, arrivedAt)).toBe(refused);
  });
});

describe("who is booked at a desk", () => {
  const booked = { startsAt: at("02:00"), deskId: d1 };
  const place = (over: Partial<QueuePlace>): QueuePlace =>
    ({
      subject: "x",
      number: undefined,
      deskId: d1,
      state: "waiting",
      since: at("01:00"),
      calls: 0,
      changedAt: at("01:00"),
      servedAt: undefined,
      leftAt: {},
      ...over,
    }) as QueuePlace;

  test.for([
    ["before the time", undefined, undefined, "01:59", "expected"],
    ["at the time", undefined, undefined, "02:00", "late"],
    ["checked in", at("01:30"), undefined, "02:05", "arrived"],
    ["called here", at("01:30"), place({ state: "called" }), "02:00", "called"],
    ["called at another desk", at("01:30"), place({ state: "called", deskId: d2 }), "02:00", "arrived"],
    ["sitting here", at("01:30"), place({ state: "serving" }), "02:00", "serving"],
    ["through with it", at("01:30"), place({ state: "done", leftAt: { [d1]: at("02:10") } }), "02:15", "done"],
    [
      "through with it, and called elsewhere",
      at("01:30"),
      place({ state: "called", deskId: d2, leftAt: { [d1]: at("02:10") } }),
      "02:15",
      "done",
    ],
    ["called and not come", at("01:30"), place({ state: "missed", leftAt: { [d1]: at("02:10") } }), "02:15", "missed"],
  ] as const)("%s", ([, arrivedAt, where, now, state]) => {
    expect(interviewStateOf(booked, { arrivedAt, place: where, now: at(now) })).toBe(state);
  });

  test("takes a result once they were called or their time has begun, not before", () => {
    const early = (["expected", "late", "arrived", "called", "serving", "done", "missed"] as const).map((state) =>
      turnRefusal(state, booked, at("01:59")),
    );
    expect(early).toEqual(["not-their-turn", undefined, "not-their-turn", undefined, undefined, undefined, undefined]);
    expect(turnRefusal("arrived", booked, at("02:00"))).toBeUndefined();
  });

  const turn = (startsAt: string, state: Parameters<typeof nowAndNext>[0][number]["state"], over: object = {}) => ({
    startsAt: at(startsAt),
    deskId: d1,
    state,
    outcome: undefined,
    ...over,
  });
  const order = (...turns: ReturnType<typeof turn>[]) => {
    const { now, next } = nowAndNext(turns, d1, at("02:10"));
    return [now && turns.indexOf(now), next && turns.indexOf(next)];
  };

  test("is next by time; whoever was called comes first; whoever has a result, is missing or sits elsewhere does not", () => {
    expect(order(turn("01:40", "serving"), turn("02:00", "arrived"), turn("02:20", "expected"))).toEqual([0, 1]);
    expect(order(turn("02:00", "arrived"), turn("02:20", "called"))).toEqual([undefined, 1]);
    expect(order(turn("02:00", "late"), turn("02:20", "arrived"))).toEqual([undefined, 1]);
    expect(order(turn("02:01", "late"), turn("02:20", "arrived"))).toEqual([undefined, 0]);
    expect(order(turn("01:40", "serving", { outcome: "met" }), turn("02:00", "done"), turn("02:20", "missed"))).toEqual([
      undefined,
      undefined,
    ]);
    expect(order(turn("02:00", "arrived", { deskId: d2 }), turn("02:20", "expected"))).toEqual([undefined, 1]);
  });
});
