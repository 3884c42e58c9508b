import { describe, expect, test } from "vitest";
import { DeskId } from "../../shared/domain/ids.ts";
import { Instant, LocalTime } from "../../shared/domain/seoul-time.ts";
import { ticketCodeOf, ticketCodeText } from "../../shared/domain/ticket-token.ts";
import { conflictsOf } from "../../web/src/staff/offline/upload-report.ts";
import { anAdmission, anIndex, aRow } from "../support/offline-worlds.ts";

const minute = (n: number): Instant => Instant.parse(`2026-11-26T05:${String(n).padStart(2, "0")}:00.000Z`);
const codeOf = (idx: ReturnType<typeof anIndex>) => ticketCodeText(ticketCodeOf(idx));

const desks = [{ deskId: DeskId.parse("d2"), label: "면접 2번 창구" }];

describe("what staff look at after an upload", () => {
  test("somebody was let in on another device too: both, with their times", () => {
    const row = aRow();
    const mine = anAdmission({ idx: row.idx, at: minute(3) });
    const other = anAdmission({ idx: row.idx, at: minute(1), deviceId: "phone-b-0002" });
    expect(conflictsOf([mine.id], [mine, other], { tickets: [row], desks, devices: [{ deviceId: "phone-b-0002", letter: "B" }] })).toEqual([
      {
        kind: "two-devices",
        code: codeOf(row.idx),
        at: minute(3),
        other: { at: minute(1), deviceId: "phone-b-0002", letter: "B" },
      },
    ]);
  });

  test("somebody who had cancelled, and somebody whom nobody knows", () => {
    const cancelled = aRow({ status: "cancelled", cancelledAt: minute(10) });
    const unknown = anIndex();
    const events = [
      anAdmission({ idx: cancelled.idx, at: minute(13) }),
      anAdmission({ idx: unknown, at: minute(14), verdict: "issued-since" }),
    ];
    expect(
      conflictsOf(
        events.map(({ id }) => id),
        events,
        { tickets: [cancelled], desks },
      ),
    ).toEqual([
      { kind: "after-cancel", code: codeOf(cancelled.idx), at: minute(13), cancelledAt: minute(10) },
      { kind: "unknown-ticket", code: codeOf(unknown), at: minute(14) },
    ]);
  });

  test("somebody whose booking was changed without this device knowing, before they came or after: what they have now", () => {
    const packRevision = Date.parse(minute(0)) / 1000;
    const times = [{ at: LocalTime.parse("14:20"), minutes: 20, deskId: DeskId.parse("d2") }];
    const [before, after] = [aRow({ timesChangedAt: minute(5), times }), aRow({ timesChangedAt: minute(20) })];
    const known = aRow({ timesChangedAt: Instant.parse("2026-11-26T04:59:59.000Z") });
    const live = aRow({ timesChangedAt: minute(5) });
    const events = [before, after, known].map(({ idx }) => anAdmission({ idx, at: minute(10), packRevision }));
    const judgedByServer = anAdmission({ idx: live.idx, at: minute(10), packRevision: 0 });
    const sent = [...events, judgedByServer].map(({ id }) => id);
    expect(conflictsOf(sent, [...events, judgedByServer], { tickets: [before, after, known, live], desks })).toEqual([
      {
        ...{ kind: "times-changed", code: codeOf(before.idx), at: minute(10), changedAt: minute(5) },
        times: [{ at: "14:20", deskLabel: "면접 2번 창구" }],
      },
      { kind: "times-changed", code: codeOf(after.idx), at: minute(10), changedAt: minute(20), times: [] },
    ]);
  });

  test("not: others' conflicts, who came before cancelling, who came in again, and the same twice", () => {
    const [apart, before, again] = [aRow(), aRow({ status: "cancelled", cancelledAt: minute(30) }), aRow()];
    const others = [anAdmission({ idx: apart.idx }), anAdmission({ idx: apart.idx, deviceId: "phone-b-0002" })];
    const early = anAdmission({ idx: before.idx, at: minute(20) });
    const first = anAdmission({ idx: again.idx, at: minute(1), deviceId: "phone-b-0002" });
    const reentry = anAdmission({ idx: again.idx, at: minute(9), verdict: "already-arrived", reentry: true });
    const events = [...others, early, early, first, reentry];
    expect(conflictsOf([early.id, reentry.id], events, { tickets: [apart, before, again], desks })).toEqual([]);
  });
});
