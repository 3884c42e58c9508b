import { subjectOf } from "../../shared/domain/check-in-event.ts";
import { whyNever } from "../../shared/domain/event-doubt.ts";
import type { AccountId, VisitId } from "../../shared/domain/ids.ts";
import { TicketIndex } from "../../shared/domain/ticket-token.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { eventIn, findQuarantined, settleQuarantined } from "./quarantine.ts";
import { settleArrival } from "./settle-arrival.ts";
import { isStored, storeEvent } from "./store-event.ts";
import { findFacts } from "./take-events.ts";

type Settling = { visitId: VisitId; hash: string; decision: "accept" | "leave"; note: string; staffId: AccountId };

/** The lead counts an event that was kept aside, or leaves it. Once, and for good; the same decision again answers the same. */
export const settleQuarantine = async (deps: Pick<Deps, "db" | "clock">, settling: Settling): Promise<Outcome<undefined>> => {
  const { db, clock } = deps;
  const { visitId, hash, decision, note, staffId } = settling;
  const [planned, item] = await Promise.all([findVisit(db, visitId), findQuarantined(db, visitId, hash)]);
  if (!planned || !item) return refuse("not-found");
  const isAccepted = decision === "accept";
  if (item.settled) return item.settled.isAccepted === isAccepted ? done(undefined) : refuse("already-decided");
  const event = eventIn(item);
  if (isAccepted && !event) return refuse("event-unreadable");
  if (isAccepted && event && whyNever(event, await findFacts(db, planned.visit, [event]))) return refuse("event-uncountable");
  // It came to count by another way, as a scan that the server judged itself: it is not for the lead to say that it does not.
  if (!isAccepted && event && (await isStored(db, event))) return refuse("event-counted");

  const settled = settleQuarantined(visitId, hash, { at: clock.now(), isAccepted, note, staffId });
  const accepted = isAccepted ? event : undefined;
  if (accepted) {
    const stored = await storeEvent(db, accepted, { uploadedBy: item.uploadedBy, storedAt: clock.now() }, { settled });
    // Somebody else decided in this moment.
    if (stored === "refused") return settleQuarantine(deps, settling);
    // There is one under this id already: this one, or another.
    if (stored === "duplicate" && !(await isStored(db, accepted))) return refuse("id-taken");
    if (stored === "duplicate") await transact(db, { settled });
  } else if (!(await transact(db, { settled })).ok) return settleQuarantine(deps, settling);
  const idx = accepted && TicketIndex.safeParse(subjectOf(accepted)).data;
  if (idx) await settleArrival(db, visitId, idx);
  return done(undefined);
};
