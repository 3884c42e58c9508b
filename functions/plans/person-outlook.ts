import type { Application } from "../../shared/domain/application.ts";
import type { Booking } from "../../shared/domain/booking.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import type { Plan } from "../../shared/domain/plan.ts";
import type { SlotMove } from "../../shared/domain/plan-moves.ts";
import {
  isLike,
  isTouched,
  type ListsLeft,
  type PlanEffect,
  type SettledBooking,
  settleBookings,
  waitAfter,
} from "../../shared/domain/plan-person.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { type ListName, listNameOf } from "../../shared/domain/slot.ts";
import type { Visit } from "../../shared/domain/visit.ts";
import { isUnanswered } from "../../shared/domain/withdrawal.ts";
import { type Db, findItems } from "../platform/db.ts";
import { agendaKey } from "../platform/keys.ts";
import { registrationIdOf } from "../registrations/registration-id.ts";
import { type AgendaItem, bookingsOf } from "../registrations/registration-reads.ts";
import type { SlotItem } from "../slots/slot-reads.ts";
import { findEntriesOf, type WaitlistEntryItem } from "../waitlist/waitlist-reads.ts";
import type { Near } from "./near-times.ts";

/** All that has to be known beside a person's own agenda to tell what a plan does to them. */
export type Outlook = { effect: PlanEffect; left: ListsLeft; near: Near };

/** What becomes of a person, by the agenda that was read. */
export type PersonOutlook = {
  settled: SettledBooking[];
  waits: { item: WaitlistEntryItem; fate: "closed" | "offer-withdrawn" }[];
  applications: Application[];
  /** The person's agendas at visits near by. */
  elsewhere: Map<VisitId, AgendaItem>;
};

export const effectOf = (
  plan: Omit<Plan, "version">,
  moves: readonly SlotMove[],
  { rules }: Pick<Visit, "rules">,
  startedAt: Instant,
): PlanEffect => ({
  planId: plan.planId,
  visitId: plan.visitId,
  change: plan.change,
  reason: plan.reason,
  choices: plan.choices,
  moves: new Map(moves.map((move) => [move.slotId, move])),
  rules,
  startedAt,
});

/** Lists that still have a time to come after the moves. */
export const listsLeft = (slots: readonly SlotItem[], { moves }: Pick<PlanEffect, "moves">, now: Instant): ListsLeft => {
  const left = slots.filter(({ facts, state }) => {
    const move = moves.get(facts.slotId);
    return move ? move.to !== null : state === "open" && facts.startsAt > now;
  });
  const names = (of: readonly SlotItem[]): Set<ListName> => new Set(of.map(({ facts }) => listNameOf(facts)));
  return { open: names(left), screened: names(left.filter(({ facts }) => facts.mode === "screened")) };
};

/** So many near visits are looked at for one person. */
const mostVisits = 8;

/** Near visits, the nearest first, with a time that one of these bookings could be taken to. */
const visitsFor = (touched: readonly Booking[], { visits, times }: Near): VisitId[] => {
  const like = new Set(
    times.filter((time) => time.free > 0 && touched.some((booking) => isLike(time, booking))).map(({ visitId }) => visitId),
  );
  return [...visits.keys()].filter((id) => like.has(id)).slice(0, mostVisits);
};

const findElsewhere = async (db: Db, { personId }: AgendaItem, ids: readonly VisitId[]): Promise<Map<VisitId, AgendaItem>> => {
  if (ids.length === 0) return new Map();
  const found = (await findItems(
    db,
    ids.map((id) => agendaKey(id, registrationIdOf(id, personId))),
  )) as (AgendaItem | undefined)[];
  return new Map(found.flatMap((agenda) => (agenda ? [[agenda.visitId, agenda]] : [])));
};

/** Works out what a plan does to a person, and reads of other visits only what it needs for that. */
export const outlookOf = async (db: Db, agenda: AgendaItem, { effect, left, near }: Outlook, now: Instant): Promise<PersonOutlook> => {
  const bookings: Booking[] = bookingsOf(agenda);
  const touched = bookings.filter((booking) => isTouched(booking, effect));
  const ids = visitsFor(touched, near);
  const [entries, elsewhere] = await Promise.all([findEntriesOf(db, agenda.visitId, agenda.waits), findElsewhere(db, agenda, ids)]);
  // Where somebody said that they are not coming, nothing is booked for them.
  const refused = new Set([...elsewhere].flatMap(([id, { withdrawnAt }]) => (withdrawnAt ? [id] : [])));
  const others = new Map(
    [...near.visits].map(([id, { visit }]) => {
      const known = elsewhere.get(id);
      return [id, { bookings: known ? bookingsOf(known) : [], rules: visit.rules }] as const;
    }),
  );
  const times = near.times.filter(({ visitId }) => visitId === effect.visitId || (ids.includes(visitId) && !refused.has(visitId)));
  const settled = settleBookings(bookings, effect, { times, others, now });
  return {
    settled,
    waits: entries.flatMap((item) => {
      const fate = waitAfter(item.entry, effect, left, settled);
      return fate === "stays" ? [] : [{ item, fate }];
    }),
    applications: Object.values(agenda.applications).filter(
      (application) => isUnanswered(application) && (effect.change.kind === "cancel-visit" || !left.screened.has(application.postingId)),
    ),
    elsewhere,
  };
};

/** Seats that one person takes are not there for the next. */
export const takeFrom = ({ times }: Near, settled: readonly SettledBooking[]): void => {
  for (const { choice } of settled) {
    const time =
      choice.do === "rebook" ? times.find(({ visitId, slotId }) => visitId === choice.visitId && slotId === choice.slotId) : undefined;
    if (time) time.free -= 1;
  }
};

/** Moving or cancelling a visit concerns everybody who is registered; a change of a desk those who have something there. */
export const concernsAll = ({ change }: Pick<PlanEffect, "change">): boolean =>
  change.kind === "cancel-visit" || change.kind === "move-visit";
