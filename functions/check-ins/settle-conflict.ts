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
import { listEventsAbout } from "./event-reads.ts";
import { factsOf } from "./settle-arrival.ts";

type Settling = { visitId: VisitId; idx: TicketIndex; seen: string; note: string; staffId: AccountId };

/** The lead has looked at a conflict: the one that was seen, and none that is yet to come. */
export const noteConflict = async ({ db, clock }: Pick<Deps, "db" | "clock">, settling: Settling): Promise<Outcome<undefined>> => {
  const { visitId, idx, seen } = settling;
  const [planned, ticket, events] = await Promise.all([
    findVisit(db, visitId),
    findTicket(db, visitId, ticketCodeOf(idx)),
    listEventsAbout(db, visitId, idx),
  ]);
  if (!planned) return refuse("not-found");
  const state = foldTicket(events, ticket?.idx === idx ? factsOf(ticket) : undefined);
  if (conflictVersion(state) !== seen) return refuse("conflict-changed");
  // Refused when it was settled already: what was noted first stays.
  await transact(db, { conflict: settleConflict({ ...settling, at: clock.now() }) });
  return done(undefined);
};
