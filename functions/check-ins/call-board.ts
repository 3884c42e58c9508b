import type { CallBoard } from "../../shared/contract/check-in.ts";
import { onCallBoard, withoutDesk } from "../../shared/domain/call-board.ts";
import type { Subject } from "../../shared/domain/check-in-event.ts";
import { type Due, deskBoard } from "../../shared/domain/desk-board.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { foldQueue } from "../../shared/domain/queue-fold.ts";
import { callNameOf, isTicketIndex } from "../../shared/domain/ticket-token.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { listPeopleOfVisit, liveBookingsOf } from "../registrations/registration-reads.ts";
import { findTickets } from "../tickets/ticket-reads.ts";
import { recentVisit } from "../visits/visit-reads.ts";
import { listEvents } from "./event-reads.ts";

/** What the screen at the bus shows, and the phone of whoever has a number: numbers by desk, nothing about anybody. */
export const showCallBoard = async (deps: Deps, visitId: VisitId): Promise<Outcome<CallBoard>> => {
  const { db, clock } = deps;
  const [planned, people, events] = await Promise.all([
    recentVisit(deps, visitId),
    listPeopleOfVisit(db, visitId),
    listEvents(db, visitId),
  ]);
  if (!planned) return refuse("not-found");
  const codes = people.flatMap(({ registration }) => registration.ticketCode ?? []);
  const tickets = await findTickets(db, visitId, codes);
  const due = people.flatMap(({ agenda, registration }): Due[] => {
    const ticket = registration.ticketCode && tickets.get(registration.ticketCode);
    if (!ticket) return [];
    return liveBookingsOf(agenda).map(({ deskId, startsAt, endsAt }) => ({
      ...{ subject: ticket.idx, label: callNameOf(ticket.code), deskId, startsAt, endsAt },
      arrivedAt: registration.arrival?.at,
    }));
  });
  const now = clock.now();
  const known = new Set<Subject>([...tickets.values()].map(({ idx }) => idx));
  // A ticket that nobody has is called by nothing.
  const places = new Map([...foldQueue(events)].filter(([subject]) => !isTicketIndex(subject) || known.has(subject)));
  const here = people.flatMap(({ registration: { ticketCode, arrival } }) => {
    const ticket = ticketCode && tickets.get(ticketCode);
    return ticket && arrival ? [{ subject: ticket.idx, label: callNameOf(ticket.code), since: arrival.at }] : [];
  });
  return done({
    visitId,
    date: planned.visit.date,
    at: now,
    desks: planned.visit.desks.map(({ deskId, label }) => onCallBoard(label, deskBoard(deskId, { places, due, now }))),
    unplaced: withoutDesk(here, { places, due }).map(({ label }) => label),
  });
};
