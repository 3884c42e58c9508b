import type { PackRow } from "../../../../shared/contract/check-in.ts";
import { type CheckInEvent, type CheckInEventId, liveEvents, subjectOf } from "../../../../shared/domain/check-in-event.ts";
import { type Admission, foldTicket, isOutdated } from "../../../../shared/domain/check-in-fold.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import type { Instant, LocalTime } from "../../../../shared/domain/seoul-time.ts";
import { type Tally, tallyOf } from "../../../../shared/domain/tally.ts";
import { isTicketIndex, newestCodeOf, type TicketIndex, ticketCodeText } from "../../../../shared/domain/ticket-token.ts";
import type { Desk } from "../../../../shared/domain/visit.ts";

/** Something that staff look at after an upload, always with the other side of it. Tickets are named by their code: no name is on the device. */
export type Conflict = { code: string; at: Instant } & (
  | { kind: "two-devices"; other: Pick<Admission, "at" | "deviceId"> & { letter: string | undefined } }
  | { kind: "after-cancel"; cancelledAt: Instant | undefined }
  /** What they have booked now, by time, where the pack is of since. */
  | { kind: "times-changed"; changedAt: Instant; times: { at: LocalTime; deskLabel: string }[] }
  | { kind: "unknown-ticket" }
);

/** What came of what this device sent for one visit since the last report was read. */
export type UploadReport = {
  visitId: VisitId;
  /** What the server has now, whether it came with this upload or an earlier one. */
  tally: Tally;
  /** Kept aside for the lead. */
  quarantined: number;
  /** Events of this device that the server has answered for. */
  eventIds: CheckInEventId[];
  conflicts: Conflict[];
};

export const noReport = (visitId: VisitId): UploadReport => ({
  visitId,
  tally: tallyOf([]),
  quarantined: 0,
  eventIds: [],
  conflicts: [],
});

/** What the pack says: a pack of before this version names no devices. */
type Known = {
  tickets: readonly PackRow[];
  desks: readonly Pick<Desk, "deskId" | "label">[];
  devices?: readonly { deviceId: string; letter: string }[];
};

/** Conflicts of what this device sent, from the fold over the events of all devices. One conflict a ticket, the gravest. */
export function conflictsOf(
  sentIds: readonly CheckInEventId[],
  events: readonly CheckInEvent[],
  { tickets, desks, devices = [] }: Known,
): Conflict[] {
  const sent = new Set(sentIds);
  const letterOf = (id: string) => devices.find(({ deviceId }) => deviceId === id)?.letter;
  const facts = new Map(tickets.map((row) => [row.idx, row]));
  const about = new Map<TicketIndex, CheckInEvent[]>();
  for (const event of events) {
    const idx = subjectOf(event);
    if (idx !== undefined && isTicketIndex(idx)) about.set(idx, [...(about.get(idx) ?? []), event]);
  }
  return [...about].flatMap(([idx, own]): Conflict[] => {
    const row = facts.get(idx);
    const { arrival, duplicates, flags } = foldTicket(own, row);
    const admissions = arrival ? [arrival, ...duplicates] : duplicates;
    const mine = admissions.find(({ eventId }) => sent.has(eventId));
    if (!mine) return [];
    const what = { code: ticketCodeText(newestCodeOf(idx, row?.codes)), at: mine.at };
    const other = admissions.find(({ deviceId }) => deviceId !== mine.deviceId);
    if (flags.includes("unknown-ticket")) return [{ ...what, kind: "unknown-ticket" }];
    if (flags.includes("after-cancel")) return [{ ...what, kind: "after-cancel", cancelledAt: row?.cancelledAt }];
    // What a hand has to go after now: somebody is on the way to a desk that does not expect them.
    const scan = liveEvents(own).find(({ id }) => id === mine.eventId);
    if (row?.timesChangedAt && scan && isOutdated(scan, row)) {
      const labelOf = (id: Desk["deskId"]) => desks.find(({ deskId }) => deskId === id)?.label ?? "";
      const times = row.times.map(({ at, deskId }) => ({ at, deskLabel: labelOf(deskId) }));
      return [{ ...what, kind: "times-changed", changedAt: row.timesChangedAt, times }];
    }
    return other
      ? [{ ...what, kind: "two-devices", other: { at: other.at, deviceId: other.deviceId, letter: letterOf(other.deviceId) } }]
      : [];
  });
}
