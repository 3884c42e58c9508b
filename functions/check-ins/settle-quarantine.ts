import { CheckInEvent, subjectOf } from "../../shared/domain/check-in-event.ts";
import type { AccountId, VisitId } from "../../shared/domain/ids.ts";
import { TicketIndex } from "../../shared/domain/ticket-token.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { transact, type Write } from "../platform/transact.ts";
import { addCheckInEvent } from "./check-in-writes.ts";
import { findQuarantined, settleQuarantined } from "./quarantine.ts";
import { settleArrival } from "./settle-arrival.ts";

type Settling = { visitId: VisitId; hash: string; decision: "accept" | "leave"; note: string; staffId: AccountId };

/** The lead counts an event that was kept aside, or leaves it. Once, and for good; the same decision again answers the same. */
export const settleQuarantine = async (
  { db, clock }: Deps,
  { visitId, hash, decision, note, staffId }: Settling,
): Promise<Outcome<undefined>> => {
  const item = await findQuarantined(db, visitId, hash);
  if (!item) return refuse("not-found");
  const isAccepted = decision === "accept";
  if (item.settled) return item.settled.isAccepted === isAccepted ? done(undefined) : refuse("already-decided");
  const event = CheckInEvent.safeParse(JSON.parse(item.text)).data;
  const isOurs = event?.visitId === visitId;
  if (isAccepted && !(event && isOurs)) return refuse("event-unreadable");

  const settled = settleQuarantined(visitId, hash, { at: clock.now(), isAccepted, note, staffId });
  const writes: Record<string, Write> = { settled, ...(isAccepted && event && { event: addCheckInEvent(event) }) };
  const result = await transact<string>(db, writes);
  if (!result.ok) {
    // Somebody else decided in this moment; or the event is there already, from a phone that was trusted again.
    if (result.refused.includes("settled")) return settleQuarantine({ db, clock } as Deps, { visitId, hash, decision, note, staffId });
    await transact(db, { settled });
  }
  const idx = isAccepted && event ? TicketIndex.safeParse(subjectOf(event)).data : undefined;
  if (idx) await settleArrival(db, visitId, idx);
  return done(undefined);
};
