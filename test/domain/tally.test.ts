import { expect, test } from "vitest";
import { countsOf, tallyOf } from "../../shared/domain/tally.ts";
import { TicketIndex } from "../../shared/domain/ticket-token.ts";
import { anAdmission, anEvent, desk } from "../support/desk-worlds.ts";

const ticket = (letter: string) => TicketIndex.parse(letter.repeat(16));
const counts = (...of: Parameters<typeof tallyOf>) => countsOf(tallyOf(...of));

test("a verdict of a newer version lets nobody in, and stops nothing", () => {
  const newer = { ...anAdmission({ idx: ticket("A") }), verdict: "of-tomorrow" } as never;
  expect(counts([newer, anAdmission({ idx: ticket("B") })])).toEqual({ people: 1, walkIns: 0, acts: 0, refused: 1 });
});

test("people with a ticket are counted once, walk-ins and other acts apart from them, and so is what let nobody in", () => {
  const walkIn = anEvent({ kind: "walk-in", number: "A-001", deskId: desk("d1") });
  const events = [
    anAdmission({ idx: ticket("A") }),
    anAdmission({ idx: ticket("A"), verdict: "already-arrived" }),
    walkIn,
    anEvent({ kind: "call", of: ticket("A"), deskId: desk("d1") }),
    anEvent({ kind: "serve", of: ticket("A"), deskId: desk("d1") }),
    anAdmission({ idx: ticket("B"), verdict: "cancelled" }),
    anAdmission({ idx: ticket("B"), verdict: "cancelled" }),
    anAdmission({ idx: undefined, gen: undefined, verdict: "unknown-code" }),
  ];
  expect(counts(events)).toEqual({ people: 1, walkIns: 1, acts: 2, refused: 2 });
  // sent once more, and let in after all
  const later = [anAdmission({ idx: ticket("B") }), ...events];
  expect(counts(later, tallyOf(events))).toEqual({ people: 2, walkIns: 1, acts: 2, refused: 1 });
});

test("somebody who is only called was not let in, and what is taken back counts as that", () => {
  const admission = anAdmission({ idx: ticket("A") });
  expect(counts([anEvent({ kind: "call", of: ticket("A"), deskId: desk("d1") })])).toEqual({ people: 0, walkIns: 0, acts: 1, refused: 0 });
  const undo = anEvent({ kind: "undo", of: ticket("A"), ref: admission.id });
  expect(counts([admission, undo])).toEqual({ people: 0, walkIns: 0, acts: 1, refused: 0 });
});

test("what was counted before this version is gone on from", () => {
  expect(counts([anAdmission({ idx: ticket("A") })], { people: [ticket("B")], refused: [] })).toMatchObject({ people: 2, walkIns: 0 });
});
