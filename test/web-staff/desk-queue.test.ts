import { describe, expect, test } from "vitest";
import { CallBoard, type PackRow } from "../../shared/contract/check-in.ts";
import { CheckInEvent, type Subject, subjectOf } from "../../shared/domain/check-in-event.ts";
import { addMinutes, type Instant, LocalTime } from "../../shared/domain/seoul-time.ts";
import { callNameOf, ticketCodeOf } from "../../shared/domain/ticket-token.ts";
import type { AtHand } from "../../web/src/staff/offline/at-hand.ts";
import { callBoardOf, deskQueueOf, firstFreeFor } from "../../web/src/staff/queue/desk-queue.ts";
import { desk } from "../support/desk-worlds.ts";
import { anAdmission, aRow, opens, staffId, visitId } from "../support/offline-worlds.ts";
import { anEventId } from "../support/tickets.ts";

const visit = {
  ...{ visitId, date: "2026-11-26" },
  desks: [
    { deskId: "d1", label: "면접 1번 창구" },
    { deskId: "d2", label: "상담 1번 창구" },
    { deskId: "d3", label: "상담 2번 창구" },
  ],
};
const at = (minute: number): Instant => addMinutes(opens, minute);
const atHand = ({ tickets = [], events = [], own = [] }: { tickets?: PackRow[]; events?: CheckInEvent[]; own?: CheckInEvent[] }): AtHand =>
  ({
    pack: {
      visit,
      hosts: [{ deskId: "d1", whatKo: ["㈜솔버들정밀"], hasInterviews: true }],
      place: { nameKo: "광장", nameEn: null },
      lease: { letter: "A", until: at(18 * 60) },
      loadedAt: opens,
      noteKey: null,
    },
    ...{ tickets, events, own },
  }) as unknown as AtHand;

const event = (minute: number, fields: Record<string, unknown>): CheckInEvent =>
  CheckInEvent.parse({
    ...{ v: 1, id: anEventId(Date.parse(at(minute))), visitId, staffId, deviceId: "phone-a-0001" },
    ...{ at: at(minute), clockOffset: 0, packRevision: 1 },
    ...fields,
  });
const walkIn = (minute: number, number: string, deskId = "d1") => event(minute, { kind: "walk-in", number, deskId });
const act = (minute: number, kind: string, of: Subject | undefined, deskId = "d1") => event(minute, { kind, of, deskId });
const labelsAt = (queue: ReturnType<typeof deskQueueOf>, deskId: string) =>
  queue.desks.find((one) => one.deskId === deskId)?.line.map(({ label }) => label);

describe("the queue as a phone knows it", () => {
  test("merges who is booked and here, who walked in here and on another phone, and who was sent on", () => {
    const row = aRow({ times: [{ at: LocalTime.parse("10:40"), minutes: 20, deskId: desk("d1") }] });
    const other = walkIn(2, "B-001");
    const queue = deskQueueOf(
      atHand({
        tickets: [row],
        events: [anAdmission({ idx: row.idx, at: at(1) }), other],
        own: [walkIn(3, "A-001"), act(4, "send-on", subjectOf(other), "d2")],
      }),
      at(5),
    );
    expect(labelsAt(queue, "d1")).toEqual(["A-001", callNameOf(ticketCodeOf(row.idx))]);
    expect(labelsAt(queue, "d2")).toEqual(["B-001"]);
  });

  test("names who is here with a ticket and at no desk, until somebody sends them to one; then they go by their code", () => {
    const row = aRow();
    const label = callNameOf(ticketCodeOf(row.idx));
    const here = { tickets: [row], events: [anAdmission({ idx: row.idx, at: at(1) })] };
    expect(deskQueueOf(atHand(here), at(5)).unplaced).toMatchObject([{ subject: row.idx, label }]);
    const sent = deskQueueOf(atHand({ ...here, own: [act(4, "send-on", row.idx, "d2")] }), at(5));
    expect(sent.unplaced).toEqual([]);
    expect(labelsAt(sent, "d2")).toEqual([label]);
  });

  test("makes the board that calls, by number, without a network", () => {
    const [row, other] = [aRow(), aRow()];
    const mine = walkIn(1, "A-001");
    const own = [mine, act(2, "call", subjectOf(mine)), walkIn(3, "A-002"), anAdmission({ idx: other.idx, at: at(4) })];
    const board = CallBoard.parse(callBoardOf(deskQueueOf(atHand({ tickets: [row, other], own }), at(5))));
    expect(board.desks[0]).toMatchObject({ label: "면접 1번 창구", called: [{ label: "A-001", calls: 1 }], waiting: [{ label: "A-002" }] });
    expect(board.unplaced).toEqual([callNameOf(ticketCodeOf(other.idx))]);
  });

  test("whoever came first stands first among those who are at no desk, in whatever order phones tell of them", () => {
    const rows = [aRow(), aRow(), aRow()];
    const came = [7, 2, 4];
    const events = rows.map(({ idx }, i) => anAdmission({ idx, at: at(came[i] ?? 0) }));
    const { unplaced } = deskQueueOf(atHand({ tickets: rows, events }), at(9));
    expect(unplaced.map(({ since }) => since)).toEqual([at(2), at(4), at(7)]);
  });

  test("suggests the desk that is free first of those that are meant for what somebody wants, and none where there is none", () => {
    const { desks } = deskQueueOf(atHand({}), at(0));
    expect(firstFreeFor("interview", desks)).toBe("d1");
    expect(firstFreeFor("help", desks)).toBe("d2");
    const after = deskQueueOf(atHand({ own: [walkIn(0, "A-001", "d2")] }), at(1)).desks;
    expect(firstFreeFor("help", after)).toBe("d3");
    const interviews = after.filter(({ hasInterviews }) => hasInterviews);
    expect(firstFreeFor("help", interviews)).toBeUndefined();
  });

  test("takes back the last thing that this phone did, and nothing of another one", () => {
    const mine = walkIn(1, "A-001");
    const call = act(2, "call", subjectOf(mine));
    const theirs = act(3, "serve", subjectOf(mine));
    const before = deskQueueOf(atHand({ events: [theirs], own: [mine, call] }), at(4));
    expect(before.last).toMatchObject({ event: { id: call.id }, label: "A-001" });
    const undo = event(4, { kind: "undo", of: subjectOf(mine), ref: call.id });
    expect(deskQueueOf(atHand({ events: [theirs], own: [mine, call, undo] }), at(5)).last).toMatchObject({ event: { id: mine.id } });
  });

  test("offers to take nothing back about somebody whom another has finished with, as by the employer's result", () => {
    const mine = walkIn(1, "A-001");
    const call = act(2, "call", subjectOf(mine));
    const theirs = { ...act(3, "done", subjectOf(mine)), deviceId: "table-0001" };
    expect(deskQueueOf(atHand({ events: [theirs], own: [mine, call] }), at(4)).last).toBeUndefined();
    const own = act(3, "done", subjectOf(mine));
    expect(deskQueueOf(atHand({ own: [mine, call, own] }), at(4)).last).toMatchObject({ event: { id: own.id } });
  });

  test("says when this phone may no longer act alone", () => {
    expect(deskQueueOf(atHand({}), at(18 * 60)).isLeaseOver).toBe(false);
    expect(deskQueueOf(atHand({}), at(18 * 60 + 1)).isLeaseOver).toBe(true);
  });
});
