import { foldTicket } from "../../shared/domain/check-in-fold.ts";
import type { AccountId, VisitId } from "../../shared/domain/ids.ts";
import { type TicketIndex, ticketCodeOf } from "../../shared/domain/ticket-token.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { findTicket } from "../tickets/ticket-reads.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { conflictVersion } from "./conflict-version.ts";
import { settleConflict } from "./conflict-writes.ts";
import { listEventItemsAbout, readEvent } from "./event-reads.ts";
import { factsOf } from "./settle-arrival.ts";
import { findUnknownChanges, scansIn } from "./unknown-changes.ts";

type Settling = { visitId: VisitId; idx: TicketIndex; seen: string; note: string; staffId: AccountId };

/** The lead has looked at a conflict: the one that was seen, and none that is yet to come. */
export const noteConflict = async ({ db, clock }: Pick<Deps, "db" | "clock">, settling: Settling): Promise<Outcome<undefined>> => {
  const { visitId, idx, seen } = settling;
  const [planned, found, items] = await Promise.all([
    findVisit(db, visitId),
    findTicket(db, visitId, ticketCodeOf(idx)),
    listEventItemsAbout(db, visitId, idx),
  ]);
  if (!planned) return refuse("not-found");
  const ticket = found?.idx === idx ? found : undefined;
  // The same facts as on the lead's page: a conflict that was seen there is the one that is settled here.
  const changes = await findUnknownChanges(db, visitId, scansIn(items), new Map(ticket && [[idx, ticket]]));
  const events = items.flatMap((item) => readEvent(item) ?? []);
  const state = foldTicket(events, ticket && { ...factsOf(ticket), timesChangedAt: changes.get(idx) });
  if (conflictVersion(state) !== seen) return refuse("conflict-changed");
  const result = await transact(db, { conflict: settleConflict({ ...settling, at: clock.now() }) });
  // What was noted first stays. Who pressed twice is told nothing; anybody else that their note is not there.
  const isSame = result.ok || (result.before.conflict?.staffId === settling.staffId && result.before.conflict.note === settling.note);
  return isSame ? done(undefined) : refuse("conflict-settled");
};
