import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CheckInEvent } from "../../shared/domain/check-in-event.ts";
import { type Due, deskBoard, isSoon, minutesNeeded } from "../../shared/domain/desk-board.ts";
import { foldQueue } from "../../shared/domain/queue-fold.ts";
import { type Instant, instantAt } from "../../shared/domain/seoul-time.ts";
import { TicketIndex } from "../../shared/domain/ticket-token.ts";
import { aDeskWorld, anEvent, desk } from "../support/desk-worlds.ts";

const at = (minute: number): Instant => instantAt(Date.parse("2026-11-26T01:00:00.000Z") + minute * 60_000);
const d1 = desk("d1");

const ticket = (letter: string) => TicketIndex.parse(letter.repeat(16));
const due = (letter: string, minute: number, arrived: number | undefined, minutes = 20, deskId = d1): Due => ({
  ...{ subject: ticket(letter), label: letter.repeat(4), deskId, startsAt: at(minute), endsAt: at(minute + minutes) },
  arrivedAt: arrived === undefined ? undefined : at(arrived),
});
const walkIn = (n: number, minute: number) => anEvent({ kind: "walk-in", number: `A-00${n}`, deskId: d1, at: at(minute) });
const boardAt = (minute: number, events: CheckInEvent[], booked: Due[], deskId = d1) =>
  deskBoard(deskId, { places: foldQueue(events), due: booked, now: at(minute) });
const turns = ({ line }: ReturnType<typeof deskBoard>) => line.map(({ label, expectedAt }) => [label, expectedAt]);

describe("whose turn it is", () => {
  test("who is booked comes first at their time, walk-ins in the gaps that are long enough", () => {
    const events = [walkIn(1, 0), walkIn(2, 1), walkIn(3, 2)];
    const board = boardAt(5, events, [due("B", 25, 3)]);
    expect(turns(board)).toEqual([
      ["A-001", at(5)],
      ["BBBB", at(25)],
      ["A-002", at(45)],
      ["A-003", at(60)],
    ]);
    expect(board.freeInMinutes).toBe(70);
  });
  test("whoever gave a number is to be called ten minutes before their turn, and not once they are called out", () => {
    const [first, second] = [walkIn(1, 0), walkIn(2, 1)];
    const sitting = anEvent({ kind: "serve", of: first.id as never, deskId: d1, at: at(5) });
    const soonAt = (minute: number, ...more: CheckInEvent[]) =>
      boardAt(minute, [first, second, sitting, ...more], []).line.map((one) => isSoon(one, at(minute)));
    // the desk is free after 15 minutes
    expect(soonAt(9)).toEqual([false]);
    expect(soonAt(10)).toEqual([true]);
    expect(soonAt(12, anEvent({ kind: "call", of: second.id as never, deskId: d1, at: at(11) }))).toEqual([false]);
  });
  test("a time is kept for somebody who is late by less than ten minutes, and no longer", () => {
    const events = [walkIn(1, 0)];
    expect(turns(boardAt(9, events, [due("B", 0, undefined)]))).toEqual([["A-001", at(20)]]);
    const after = boardAt(10, events, [due("B", 0, undefined)]);
    expect(turns(after)).toEqual([["A-001", at(10)]]);
    expect(after.late.map(({ label }) => label)).toEqual(["BBBB"]);
  });
  test("who is at the table is in no line; the next begins when they are through", () => {
    const [first, second] = [walkIn(1, 0), walkIn(2, 1)];
    const serve = anEvent({ kind: "serve", of: first.id, deskId: d1, at: at(3) });
    const board = boardAt(10, [first, second, serve], []);
    expect(board.serving).toMatchObject({ label: "A-001", since: at(3) });
    expect(turns(board)).toEqual([["A-002", at(18)]]);
  });
  test("whoever is through at one desk is still expected at the next, also when that took longer than planned", () => {
    const booked = [due("B", 0, 0), due("B", 30, 0, 20, desk("d2"))];
    const events = [
      anEvent({ kind: "serve", of: ticket("B"), deskId: d1, at: at(1) }),
      anEvent({ kind: "done", of: ticket("B"), deskId: d1, at: at(35) }),
    ];
    expect(boardAt(36, events, booked).line).toEqual([]);
    expect(turns(boardAt(36, events, booked, desk("d2")))).toEqual([["BBBB", at(36)]]);
  });
  test("called and missed, they are out of the line until they are called again", () => {
    const first = walkIn(1, 0);
    const actions = (["call", "missed"] as const).map((kind, n) => anEvent({ kind, of: first.id, deskId: d1, at: at(3 + n) }));
    const events = [first, ...actions];
    expect(boardAt(6, events, [])).toMatchObject({ line: [], missed: [{ label: "A-001" }] });
    const again = anEvent({ kind: "call", of: first.id, deskId: d1, at: at(7) });
    expect(boardAt(8, [...events, again], []).line).toMatchObject([{ label: "A-001", state: "called", calls: 2 }]);
  });
  test("who missed a call at the time that they booked has their time again once they are called again", () => {
    const booked = [due("B", 0, 0)];
    const [missed, again] = (["missed", "call"] as const).map((kind, n) => anEvent({ kind, of: ticket("B"), deskId: d1, at: at(2 + n) }));
    if (!missed || !again) throw new Error("There are two events.");
    expect(boardAt(3, [missed], booked).line).toEqual([]);
    expect(boardAt(4, [missed, again], booked).line).toMatchObject([{ label: "BBBB", dueAt: at(0), state: "called" }]);
  });
  test("sent on, they wait at the other desk and nowhere else", () => {
    const first = walkIn(1, 0);
    const sent = anEvent({ kind: "send-on", of: first.id, deskId: desk("d2"), at: at(9) });
    expect(boardAt(10, [first, sent], []).line).toEqual([]);
    expect(turns(boardAt(10, [first, sent], [], desk("d2")))).toEqual([["A-001", at(10)]]);
  });
});

test("the time that a desk needs is the middle of what it last needed, within reason", () => {
  const served = [4, 8, 90].flatMap((minutes, n) => {
    const one = walkIn(n, 0);
    return [
      one,
      anEvent({ kind: "serve", of: one.id, deskId: d1, at: at(n * 100) }),
      anEvent({ kind: "done", of: one.id, deskId: d1, at: at(n * 100 + minutes) }),
    ];
  });
  expect(minutesNeeded([...foldQueue(served).values()], d1)).toBe(8);
  expect(minutesNeeded([], d1)).toBe(15);
});

test("one that was served in no time, or missed, moves nobody's waiting time", () => {
  // Interviews from 10:00 to 11:00, nobody in line: until then a gap of 15 minutes is not there.
  const booked = [due("B", 9, undefined), due("C", 29, undefined), due("D", 49, undefined)];
  const [first, second] = [walkIn(1, 0), walkIn(2, 0)];
  const acts = [
    anEvent({ kind: "serve", of: first.id, deskId: d1, at: at(0) }),
    anEvent({ kind: "done", of: first.id, deskId: d1, at: at(1) }),
    anEvent({ kind: "call", of: second.id, deskId: d1, at: at(1) }),
    anEvent({ kind: "missed", of: second.id, deskId: d1, at: at(2) }),
  ];
  expect(boardAt(0, [], booked).freeInMinutes).toBe(69);
  expect(boardAt(2, [first, second, ...acts], booked).freeInMinutes).toBe(67);
  expect(boardAt(6, [first, second, ...acts], booked).freeInMinutes).toBe(63);
});

test("in generated worlds everybody who waits is in a line once, in the order of their turns, and booked people in the order of their times", () => {
  fc.assert(
    fc.property(
      aDeskWorld,
      fc.array(fc.record({ n: fc.nat(2), minute: fc.nat(40), arrived: fc.option(fc.nat(40)) }), { maxLength: 3 }),
      fc.nat(50),
      fc.nat(59_999),
      (world, booked, minute, ms) => {
        const now = instantAt(Date.parse(at(minute)) + ms);
        const places = foldQueue(world.events);
        const times = booked.map(({ n, minute: starts, arrived }) => due("ABC"[n] ?? "A", starts, arrived ?? undefined));
        const once = [...new Map(times.map((one) => [one.subject, one])).values()];
        const boards = [d1, desk("d2")].map((deskId) => deskBoard(deskId, { places, due: once, now }));
        const inLines = boards.flatMap(({ line }) => line.map(({ subject }) => subject));
        for (const { line } of boards) expect(new Set(line.map(({ subject }) => subject)).size).toBe(line.length);
        for (const place of places.values())
          if (place.state === "waiting" || place.state === "called")
            expect(inLines.includes(place.subject) || once.some(({ subject }) => subject === place.subject)).toBe(true);
        for (const { line, freeInMinutes } of boards) {
          const expected = line.map(({ expectedAt }) => expectedAt);
          expect(expected).toEqual(expected.toSorted());
          expect(expected.every((instant) => instant >= now)).toBe(true);
          const bookedTimes = line.flatMap(({ dueAt }) => dueAt ?? []);
          expect(bookedTimes).toEqual(bookedTimes.toSorted());
          for (const { dueAt, expectedAt } of line) if (dueAt) expect(expectedAt >= dueAt || expectedAt >= now).toBe(true);
          expect(freeInMinutes).toBeGreaterThanOrEqual(0);
          // Read out at the desk: never "90.48 minutes".
          expect(Number.isInteger(freeInMinutes)).toBe(true);
        }
      },
    ),
    { numRuns: 1000 },
  );
});
