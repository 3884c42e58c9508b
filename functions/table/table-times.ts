import type { TableDay, TableInterview, TableTime, TableWalkIn } from "../../shared/contract/table.ts";
import type { CheckInEvent } from "../../shared/domain/check-in-event.ts";
import { isSeenBy } from "../../shared/domain/consent-withdrawal.ts";
import type { BookingId, DeskId, EmployerId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { foldQueue } from "../../shared/domain/queue-fold.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { interviewStateOf, nowAndNext, turnRefusal } from "../../shared/domain/table-pairing.ts";
import { callNameOf } from "../../shared/domain/ticket-token.ts";
import { endOfVisit } from "../../shared/domain/visit.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { listEvents } from "../check-ins/event-reads.ts";
import type { PairedDevice } from "../platform/actor.ts";
import type { Deps } from "../platform/deps.ts";
import { findPeopleOfVisit } from "../registrations/registration-reads.ts";
import { listSlots, type SlotItem } from "../slots/slot-reads.ts";
import { findTickets } from "../tickets/ticket-reads.ts";
import { findVisit, listVisitPostings } from "../visits/visit-reads.ts";
import { listOutcomes, outcomeOf } from "./outcome-reads.ts";

/** Who waits at a desk without a booking, or sits there: staff know them by their number alone. */
const walkInsAt = (deskId: DeskId, events: readonly CheckInEvent[]): TableWalkIn[] =>
  [...foldQueue(events).values()]
    .filter((place) => place.deskId === deskId)
    .sort((a, b) => a.since.localeCompare(b.since))
    .flatMap(({ number, state }): TableWalkIn[] => (number && state !== "done" && state !== "missed" ? [{ number, state }] : []));

type Clocked = Pick<Deps, "db" | "clock">;

/** Who holds a seat of a slot by a booking. */
const bookedIn = ({ takers }: SlotItem): [BookingId, RegistrationId][] =>
  Object.entries(takers).filter(([holder]) => holder.startsWith("bkg_")) as [BookingId, RegistrationId][];

/** Every interview of an employer at a visit, as far as it may see them without a look: by booking. */
const interviewsIn = async (
  { db, clock }: Clocked,
  { visitId, employerId }: { visitId: VisitId; employerId: EmployerId },
  slots: readonly SlotItem[],
  events: readonly CheckInEvent[],
): Promise<Map<BookingId, TableInterview>> => {
  const booked = slots.flatMap(bookedIn);
  const [people, outcomes] = await Promise.all([
    findPeopleOfVisit(
      db,
      visitId,
      booked.map(([, registrationId]) => registrationId),
    ),
    listOutcomes(db, visitId, employerId),
  ]);
  const codes = [...people.values()].flatMap(({ registration }) => registration.ticketCode ?? []);
  const tickets = await findTickets(db, visitId, codes);
  const places = foldQueue(events);
  const now = clock.now();
  return new Map(
    booked.flatMap(([bookingId, registrationId]): [BookingId, TableInterview][] => {
      const person = people.get(registrationId);
      const booking = person?.agenda.bookings[bookingId];
      // A booking that ended a moment ago, is not theirs, or whose consent is over: the time alone is shown (promise 8).
      if (!booking || !isSeenBy(booking, employerId)) return [];
      const { ticketCode, arrival } = person.registration;
      const ticket = ticketCode && tickets.get(ticketCode);
      const noted = outcomes.get(bookingId);
      const state = interviewStateOf(booking, { arrivedAt: arrival?.at, place: ticket && places.get(ticket.idx), now });
      return [
        [
          bookingId,
          {
            ...{ bookingId, registrationId, state },
            // Half of a code is not shown to others before it is of use.
            label: arrival && ticketCode ? callNameOf(ticketCode) : null,
            takesResult: arrival !== undefined && turnRefusal(state, booking, now) === undefined,
            outcome: noted ? outcomeOf(noted) : null,
          },
        ],
      ];
    }),
  );
};

/** The employer's times at a visit in their order, one row for each interview, and one for a time that nobody has. */
export const listTableTimes = async (
  deps: Clocked,
  { visitId, employerId }: { visitId: VisitId; employerId: EmployerId },
  happened = listEvents(deps.db, visitId),
): Promise<Outcome<{ times: TableTime[] }>> => {
  const { db } = deps;
  const [planned, slots, postings, events] = await Promise.all([
    findVisit(db, visitId),
    listSlots(db, visitId),
    listVisitPostings(db, visitId),
    happened,
  ]);
  if (!planned) return refuse("not-found");
  const own = slots.filter(({ facts, state }) => facts.employerId === employerId && state === "open");
  const interviews = await interviewsIn(deps, { visitId, employerId }, own, events);
  const times = own.flatMap((slot): TableTime[] => {
    const { slotId, startsAt, endsAt, deskId, postingId } = slot.facts;
    const row = {
      ...{ slotId, startsAt, endsAt, deskId },
      deskLabel: planned.visit.desks.find((desk) => desk.deskId === deskId)?.label ?? deskId,
      postingTitleKo: postings.find((posting) => posting.postingId === postingId)?.draft.titleKo ?? "",
    };
    const held = bookedIn(slot).flatMap(([bookingId]) => interviews.get(bookingId) ?? []);
    return held.length > 0 ? held.map((interview) => ({ ...row, interview })) : [{ ...row, interview: null }];
  });
  return done({ times });
};

type Turn = TableInterview & { startsAt: Instant; deskId: TableTime["deskId"] };

/** What the employer's device shows without a look at anybody. */
export const showTableDay = async (deps: Clocked, { visitId, employerId, deskId }: PairedDevice): Promise<Outcome<TableDay>> => {
  const happened = listEvents(deps.db, visitId);
  const [planned, listed, postings, events] = await Promise.all([
    findVisit(deps.db, visitId),
    listTableTimes(deps, { visitId, employerId }, happened),
    listVisitPostings(deps.db, visitId),
    happened,
  ]);
  if (!planned) return refuse("not-found");
  if (!listed.ok) return listed;
  const { times } = listed.value;
  const turns = times.flatMap(({ interview, startsAt, deskId: at }): Turn[] => (interview ? [{ ...interview, startsAt, deskId: at }] : []));
  const { now, next } = nowAndNext(
    turns.map((turn) => ({ ...turn, outcome: turn.outcome?.outcome })),
    deskId,
    deps.clock.now(),
  );
  const employer = postings.find((posting) => posting.employerId === employerId)?.employer;
  return done({
    visitId,
    date: planned.visit.date,
    endsAt: endOfVisit(planned.visit),
    employerNameKo: employer?.nameKo ?? "",
    employerNameEn: employer?.nameEn ?? null,
    deskId,
    deskLabel: planned.visit.desks.find((desk) => desk.deskId === deskId)?.label ?? deskId,
    now: now?.bookingId ?? null,
    next: next?.bookingId ?? null,
    times,
    walkIns: walkInsAt(deskId, events),
  });
};
