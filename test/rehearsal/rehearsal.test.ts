import { describe, expect, test } from "vitest";
import type { CheckInEvent } from "../../shared/domain/check-in-event.ts";
import { foldTickets, type TicketState } from "../../shared/domain/check-in-fold.ts";
import { foldQueue } from "../../shared/domain/queue-fold.ts";
import { type Folds, playWorlds } from "./generated-worlds.ts";
import { readRehearsalOptions } from "./options.ts";
import { aTally, isGood, p99, reportLine } from "./tally.ts";

const played = (folds?: Folds) => {
  const tally = aTally();
  playWorlds(tally, { count: 150, seed: 7 }, folds);
  return tally;
};
const withTickets = (tickets: Folds["tickets"]): Folds => ({ tickets, queue: foldQueue });

describe("generated worlds", () => {
  test("agree on every phone, on the server and by the reference", () => {
    expect(played()).toMatchObject({ worlds: 150, divergences: [], lost: [] });
  });

  test.for<[string, Folds]>([
    ["goes by the order of the uploads", withTickets((events, factsOf) => foldTickets(events.map(atOneTime), factsOf))],
    [
      "knows no undo",
      withTickets((events, factsOf) =>
        foldTickets(
          events.filter(({ kind }) => kind !== "undo"),
          factsOf,
        ),
      ),
    ],
    ["knows no cancellation", withTickets((events) => foldTickets(events, () => ({ gen: 1, status: "valid" })))],
    ["counts what is sent twice", { tickets: foldTickets, queue: (events) => new Map([["" as never, events.length as never]]) }],
  ])("do not agree with a fold that %s", ([, folds]) => {
    expect(played(folds).divergences).not.toEqual([]);
  });

  test("tell of an admission that a fold forgets", () => {
    const forgetful = withTickets(
      (events, factsOf) => new Map([...foldTickets(events, factsOf)].map(([idx, state]) => [idx, withoutSecond(state)])),
    );
    const tally = played(forgetful);
    expect(tally.lost).not.toEqual([]);
    expect(isGood({ ...tally, verdictMs: [1] })).toBe(false);
  });
});

const atOneTime = <Event extends CheckInEvent>(event: Event, place: number): Event => ({
  ...event,
  at: new Date(place * 1000).toISOString(),
  clockOffset: 0,
});
const withoutSecond = (state: TicketState): TicketState => ({ ...state, duplicates: [] });

describe("what a rehearsal comes to", () => {
  const good = { worlds: 3, divergences: [], lost: [], verdictMs: [1, 2] };
  test("is one line", () => {
    expect(reportLine(good)).toBe("rehearsal: 3 worlds, 0 divergences, 0 admissions lost, verdict p99 2.0 ms");
  });
  test("is good only when nothing diverged, nothing was lost, verdicts came in time and something was looked at", () => {
    expect(isGood(good)).toBe(true);
    for (const bad of [{ divergences: ["x"] }, { lost: ["x"] }, { verdictMs: [101] }, { verdictMs: [] }, { worlds: 0 }])
      expect(isGood({ ...good, ...bad })).toBe(false);
  });
  test("p99 lets one in a hundred be late", () => {
    expect(p99(Array.from({ length: 100 }, (_, n) => n))).toBe(98);
  });
});

test("the command line says how much is rehearsed", () => {
  expect(readRehearsalOptions([])).toMatchObject({ busy: false, worlds: 4_000, seed: 1 });
  expect(readRehearsalOptions(["--busy", "--long", "--seed", "5"])).toMatchObject({ busy: true, worlds: 100_000, seed: 5 });
  expect(readRehearsalOptions(["--help"])).toBeUndefined();
  expect(() => readRehearsalOptions(["--lengthy"])).toThrow(TypeError);
  expect(() => readRehearsalOptions(["--seed", "x"])).toThrow(TypeError);
});
