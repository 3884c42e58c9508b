import type { CallBoard } from "../../shared/contract/check-in.ts";
import { onCallBoard, withoutDesk } from "../../shared/domain/call-board.ts";
import type { CheckInEvent, Subject } from "../../shared/domain/check-in-event.ts";
import { foldTickets } from "../../shared/domain/check-in-fold.ts";
import { type Due, deskBoard } from "../../shared/domain/desk-board.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { foldQueue } from "../../shared/domain/queue-fold.ts";
import { callNameOf, isTicketIndex, type TicketIndex, ticketCodeOf } from "../../shared/domain/ticket-token.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Db } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { listPeopleOfVisit, liveBookingsOf } from "../registrations/registration-reads.ts";
import { findTickets } from "../tickets/ticket-reads.ts";
import { recentVisit } from "../visits/visit-reads.ts";
import { listEvents } from "./event-reads.ts";

/** Of tickets that nobody has any more, those whose bearers were let in all the same: they stand there, and are called by what is on it. */
const letInByOld = async (
  db: Db,
  visitId: VisitId,
  events: readonly CheckInEvent[],
  asked: readonly TicketIndex[],
): Promise<TicketIndex[]> => {
  if (asked.length === 0) return [];
  const former = [...(await findTickets(db, visitId, asked.map(ticketCodeOf))).values()].filter(({ idx }) => asked.includes(idx));
  const states = foldTickets(events, (idx) => former.find((ticket) => ticket.idx === idx));
  return former.flatMap(({ idx }) => (states.get(idx)?.arrival ? [idx] : []));
};

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
  const queue = foldQueue(events);
  const known = new Set<Subject>([...tickets.values()].map(({ idx }) => idx));
  for (const idx of await letInByOld(
    db,
    visitId,
    events,
    [...queue.keys()].filter(isTicketIndex).filter((one) => !known.has(one)),
  ))
    known.add(idx);
  // A ticket that nobody has is called by nothing.
  const places = new Map([...queue].filter(([subject]) => !isTicketIndex(subject) || known.has(subject)));
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
