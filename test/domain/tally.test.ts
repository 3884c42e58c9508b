import { expect, test } from "vitest";
import { tallyOf } from "../../shared/domain/tally.ts";
import { TicketIndex } from "../../shared/domain/ticket-token.ts";
import { anAdmission, anEvent, desk } from "../support/desk-worlds.ts";

const ticket = (letter: string) => TicketIndex.parse(letter.repeat(16));
const counts = (...of: Parameters<typeof tallyOf>) => {
  const { people, refused } = tallyOf(...of);
  return [people.length, refused.length];
};

test("a verdict of a newer version lets nobody in, and stops nothing", () => {
  expect(counts([{ ...anAdmission({ idx: ticket("A") }), verdict: "of-tomorrow" } as never, anAdmission({ idx: ticket("B") })])).toEqual([
    1, 1,
  ]);
});

test("people are counted once, whatever was done about them, and what let nobody in apart from them", () => {
  const events = [
    anAdmission({ idx: ticket("A") }),
    anAdmission({ idx: ticket("A"), verdict: "already-arrived" }),
    anEvent({ kind: "walk-in", number: "A-001", deskId: desk("d1") }),
    anEvent({ kind: "call", of: ticket("A"), deskId: desk("d1") }),
    anAdmission({ idx: ticket("B"), verdict: "cancelled" }),
    anAdmission({ idx: ticket("B"), verdict: "cancelled" }),
    anAdmission({ idx: undefined, gen: undefined, verdict: "unknown-code" }),
  ];
  expect(counts(events)).toEqual([2, 2]);
  // sent once more, and let in after all
  const later = [anAdmission({ idx: ticket("B") }), ...events];
  expect(counts(later, tallyOf(events))).toEqual([3, 1]);
});
