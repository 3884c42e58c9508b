import type { Verdict } from "../../../../shared/domain/check-in.ts";
import type { CheckInEvent, CheckInEventId, Subject } from "../../../../shared/domain/check-in-event.ts";
import type { AccountId, DeskId, VisitId } from "../../../../shared/domain/ids.ts";
import type { Instant } from "../../../../shared/domain/seoul-time.ts";
import type { TicketIndex } from "../../../../shared/domain/ticket-token.ts";

/** What every event of one moment on this device has in common. */
export type Moment = {
  id: CheckInEventId;
  visitId: VisitId;
  staffId: AccountId;
  deviceId: string;
  /** By the clock of this device. */
  at: Instant;
  clockOffset: number;
  packRevision: number;
};

/** A verdict about a ticket, as far as it names one. */
export type Seen = { verdict: Verdict; idx?: TicketIndex | undefined; gen?: number | undefined };

/** What a forged token says of its generation may be none. */
const seenOf = ({ verdict, idx, gen = 0 }: Seen) => ({ verdict, ...(idx && { idx }), ...(idx && gen > 0 && { gen }) });

/** A scan with its verdict, whether it admits or not; `reentry` when somebody who was here comes in again. */
export const scanEvent = (moment: Moment, seen: Seen, reentry = false): CheckInEvent => ({
  v: 1,
  ...moment,
  kind: "admit",
  ...seenOf(seen),
  reentry,
});

/** Why something was done, or that there is a reason and its sealed words. */
export type Said = { reason: string; payload?: string };

/** Somebody is let in although the verdict was another. */
export const overrideEvent = (moment: Moment, seen: Seen & { idx: TicketIndex }, said: Said): CheckInEvent => ({
  v: 1,
  ...moment,
  kind: "override",
  ...seenOf(seen),
  idx: seen.idx,
  reentry: false,
  ...said,
});

export const undoEvent = (moment: Moment, of: Subject, ref: CheckInEventId, said?: Said): CheckInEvent => ({
  v: 1,
  ...moment,
  kind: "undo",
  of,
  ref,
  ...said,
});

/** Somebody without a registration; `payload` is their sealed note, none where the visit has no key yet. */
export const walkInEvent = (
  moment: Moment,
  { number, deskId, payload }: { number: string; deskId: DeskId; payload: string | undefined },
): CheckInEvent => ({ v: 1, ...moment, kind: "walk-in", number, deskId, ...(payload !== undefined && { payload }) });

export type DeskActionKind = "call" | "serve" | "done" | "missed" | "send-on";

/** What a desk did about somebody in its queue; with `send-on` the desk is the one that they go to. */
export const actionEvent = (moment: Moment, kind: DeskActionKind, of: Subject, deskId: DeskId): CheckInEvent => ({
  v: 1,
  ...moment,
  kind,
  of,
  deskId,
});
