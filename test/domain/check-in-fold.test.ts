import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CheckInEvent } from "../../shared/domain/check-in-event.ts";
import { foldTicket, foldTickets, type TicketFacts } from "../../shared/domain/check-in-fold.ts";
import { deskBoard } from "../../shared/domain/desk-board.ts";
import { foldQueue } from "../../shared/domain/queue-fold.ts";
import { type Instant, instantAt } from "../../shared/domain/seoul-time.ts";
import type { TicketIndex } from "../../shared/domain/ticket-token.ts";
import { aDeskWorld, anAdmission, anEvent, desk, idx, shuffledTwice } from "../support/desk-worlds.ts";
import { plainly } from "../support/plain-fold.ts";

/** Long run: FOLD_WORLDS=100000 npx vitest run --project unit test/domain/check-in-fold.test.ts */
const numRuns = Number(process.env.FOLD_WORLDS ?? 3000);

const valid: TicketFacts = { gen: 1, status: "valid" };
const at = (minute: number): Instant => instantAt(Date.parse("2026-11-26T01:00:00.000Z") + minute * 60_000);

describe("the arrival", () => {
  test("is the first admission by corrected time, whatever the phone's clock says", () => {
    const early = anAdmission({ at: at(30), clockOffset: -29 * 60_000, deviceId: "phone-a1" });
    const late = anAdmission({ at: at(5), deviceId: "phone-b2" });
    const state = foldTicket([late, early], valid);
    expect(state.arrival).toMatchObject({ at: at(1), deviceId: "phone-a1" });
    expect(state.duplicates).toMatchObject([{ at: at(5), deviceId: "phone-b2" }]);
    expect(state.flags).toEqual(["two-devices"]);
  });
  test("is not taken by a scan that admitted nobody", () => {
    expect(
      foldTicket([anAdmission({ verdict: "superseded" }), anAdmission({ verdict: "already-arrived" })], valid).arrival,
    ).toBeUndefined();
  });
  test("comes of an override too, which is flagged", () => {
    const event = anEvent({ kind: "override", idx, gen: 1, verdict: "cancelled", reentry: false, reason: "on the list" });
    expect(foldTicket([event], valid)).toMatchObject({ arrival: { eventId: event.id }, flags: ["override"] });
  });
  test("a re-entry is no duplicate", () => {
    const first = anAdmission({ at: at(0) });
    const again = anAdmission({ at: at(40), verdict: "already-arrived", reentry: true, deviceId: "phone-b2" });
    expect(foldTicket([again, first], valid)).toMatchObject({
      arrival: { at: at(0) },
      reentries: [{ at: at(40) }],
      duplicates: [],
      flags: [],
    });
  });
  test("is of the judgement that let them in, where the server judged the same scan otherwise; taken back, neither is", () => {
    const letIn = anAdmission({ at: at(5), packRevision: 7 });
    const refused = { ...letIn, packRevision: 0, verdict: "already-arrived" as const, clockOffset: -1 };
    const undo = anEvent({ kind: "undo", of: idx, ref: letIn.id, at: at(6) });
    for (const events of [
      [letIn, refused],
      [refused, letIn],
    ]) {
      expect(foldTicket(events, valid)).toMatchObject({ arrival: { eventId: letIn.id, at: at(5) }, duplicates: [] });
      expect(foldTicket([...events, undo], valid).arrival).toBeUndefined();
    }
  });
  test("undone, the next admission is the arrival; an undo of another ticket's event does nothing", () => {
    const [first, second] = [anAdmission({ at: at(0) }), anAdmission({ at: at(9) })];
    const undo = anEvent({ kind: "undo", of: idx, ref: first.id, at: at(10) });
    const stray = anEvent({ kind: "undo", of: "BBBBBBBBBBBBBBBB" as TicketIndex, ref: second.id, at: at(10) });
    expect(foldTicket([undo, first, second, stray], valid)).toMatchObject({ arrival: { at: at(9) }, duplicates: [] });
  });
});

describe("flags", () => {
  test("after-cancel: only who came in after it was cancelled", () => {
    const cancelled: TicketFacts = { gen: 1, status: "cancelled", cancelledAt: at(20) };
    expect(foldTicket([anAdmission({ at: at(19) })], cancelled).flags).toEqual([]);
    expect(foldTicket([anAdmission({ at: at(20) })], cancelled)).toMatchObject({ flags: ["after-cancel"], arrival: { at: at(20) } });
  });
  test("superseded: only who came in with the old one after the new one was issued", () => {
    const reissued: TicketFacts = { gen: 2, genSince: at(20), status: "valid" };
    expect(foldTicket([anAdmission({ at: at(19), gen: 1 })], reissued).flags).toEqual([]);
    expect(foldTicket([anAdmission({ at: at(21), gen: 1 })], reissued).flags).toEqual(["superseded"]);
    expect(foldTicket([anAdmission({ at: at(21), gen: 2 })], reissued).flags).toEqual([]);
  });
  test("override: a re-entry of somebody who, by its own words, was not in before", () => {
    expect(foldTicket([anAdmission({ verdict: "cancelled", reentry: true })], valid).flags).toEqual(["override"]);
  });
  test("unknown-ticket: one that was never issued", () => {
    expect(foldTicket([anAdmission({ verdict: "issued-since" })], undefined).flags).toEqual(["unknown-ticket"]);
  });
});

describe("in generated worlds of devices, clocks, cancellations, re-issues and partitions", () => {
  test("every order, repetition and split of the uploads gives the same arrivals and the same queue, and no admission is lost", () => {
    fc.assert(
      fc.property(aDeskWorld, fc.infiniteStream(fc.nat()), ({ events: own, judged, facts }, picks) => {
        const events = [...judged, ...own];
        const factsOf = (ticket: TicketIndex) => facts.get(ticket);
        const state = foldTickets(events, factsOf);
        const queue = foldQueue(events);
        const received = shuffledTwice(events, picks);
        expect(foldTickets(received, factsOf)).toEqual(state);
        expect(sorted(foldQueue(received))).toEqual(sorted(queue));
        // What one phone knows and what another does, put together: the same.
        const half = Math.floor(received.length / 2);
        expect(foldTickets([...received.slice(half), ...received.slice(0, half), ...received.slice(0, 3)], factsOf)).toEqual(state);
        for (const [ticket, told] of state) expect(told).toEqual(told && plainly(events, ticket, facts.get(ticket)));
      }),
      { numRuns },
    );
  });
});

describe("whatever lies on a phone", () => {
  test("a verdict of a newer app admits nobody, and hides nobody else", () => {
    const newer = { ...anAdmission({ at: at(0) }), verdict: "wrong-entrance" } as unknown as CheckInEvent;
    const known = anAdmission({ at: at(1) });
    expect(foldTicket([newer], valid).arrival).toBeUndefined();
    expect(foldTickets([newer, known], () => valid).get(idx)?.arrival).toMatchObject({ eventId: known.id });
  });

  test("no number and no instant makes a fold or a board throw", () => {
    const aTime = fc.date({ min: new Date("0000-01-01T00:00:00.000Z"), max: new Date("9999-12-31T23:59:59.999Z"), noInvalidDate: true });
    const anyTime = fc.record({ at: aTime, clockOffset: fc.oneof(fc.maxSafeInteger(), fc.double(), fc.constant(Number.NaN)) });
    fc.assert(
      fc.property(aDeskWorld, fc.array(anyTime, { minLength: 1 }), ({ events, facts }, times) => {
        const strange = events.map((event, i) => {
          const { at: when, clockOffset } = times[i % times.length] ?? { at: new Date(0), clockOffset: 0 };
          return { ...event, at: when.toISOString() as Instant, clockOffset };
        });
        for (const [, { arrival }] of foldTickets(strange, (ticket) => facts.get(ticket)))
          if (arrival) expect(arrival.at).toMatch(/^19[7-9]\d-|^20\d\d-|^2100-/);
        const places = foldQueue(strange);
        for (const deskId of [desk("d1"), desk("d2")]) deskBoard(deskId, { places, due: [], now: at(0) });
      }),
      { numRuns },
    );
  });
});

const sorted = <V>(map: ReadonlyMap<string, V>) => [...map].sort(([a], [b]) => a.localeCompare(b));

describe("the queue", () => {
  const walkIn = anEvent({ kind: "walk-in", number: "A-001", deskId: desk("d1"), at: at(0) });
  const about = (kind: "call" | "serve" | "done" | "send-on" | "missed", minute: number, deskId = "d1") =>
    anEvent({ kind, of: walkIn.id, deskId: desk(deskId), at: at(minute) });

  test("a walk-in waits, is called twice, is served and done", () => {
    const placeAfter = (...events: CheckInEvent[]) => foldQueue([walkIn, ...events]).get(walkIn.id);
    expect(placeAfter()).toMatchObject({ state: "waiting", number: "A-001", since: at(0), calls: 0 });
    expect(placeAfter(about("call", 4), about("call", 6))).toMatchObject({ state: "called", calls: 2, changedAt: at(6) });
    expect(placeAfter(about("call", 4), about("serve", 7), about("done", 20))).toMatchObject({ state: "done", changedAt: at(20) });
  });
  test("sent on, they wait anew at the other desk, under their number", () => {
    const place = foldQueue([about("send-on", 20, "d2"), walkIn, about("serve", 7)]).get(walkIn.id);
    expect(place).toMatchObject({
      subject: walkIn.id,
      number: "A-001",
      deskId: "d2",
      state: "waiting",
      since: at(20),
      calls: 0,
      changedAt: at(20),
      leftAt: { d1: at(20) },
    });
  });
  test("a serve undone is a call again", () => {
    const serve = about("serve", 7);
    const undo = anEvent({ kind: "undo", of: walkIn.id, ref: serve.id, at: at(8) });
    expect(foldQueue([walkIn, about("call", 4), serve, undo]).get(walkIn.id)).toMatchObject({ state: "called", changedAt: at(4) });
  });
});
