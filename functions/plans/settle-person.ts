import type { Booking } from "../../shared/domain/booking.ts";
import type { PlanId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { heldBy, type SettledBooking } from "../../shared/domain/plan-person.ts";
import type { SettledSoFar } from "../../shared/domain/plan-receipt.ts";
import type { Instant, LocalDate } from "../../shared/domain/seoul-time.ts";
import { listNameOf } from "../../shared/domain/slot.ts";
import { endApplication } from "../applications/application-writes.ts";
import { findItems } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { slotKey } from "../platform/keys.ts";
import { ContentionError, transact, type Write } from "../platform/transact.ts";
import { movePointer, registerWith, replaceAgenda } from "../registrations/agenda-writes.ts";
import { registrationIdOf } from "../registrations/registration-id.ts";
import { type AgendaItem, findAgenda } from "../registrations/registration-reads.ts";
import type { SlotItem } from "../slots/slot-reads.ts";
import { takeSeat } from "../slots/slot-writes.ts";
import { whileChanging } from "../visits/visit-writes.ts";
import { type Holder, writesFreeing } from "../waitlist/free-seat-writes.ts";
import { removeEntry, withdrawOffer } from "../waitlist/waitlist-writes.ts";
import { concernsAll, type Outlook, outlookOf, type PersonOutlook, takeFrom } from "./person-outlook.ts";
import { nextStep, type Step } from "./person-step.ts";
import { findReceipt } from "./plan-reads.ts";
import { addReceipt } from "./plan-writes.ts";

export type Settling = Outlook & {
  /** Day of the visit before and after the plan. */
  dates: { from: LocalDate; to: LocalDate };
};

/** Looks at a person again so many times when something changed meanwhile; more than that is left to the next run. */
const attempts = 12;
/** Entries and applications that end, with the seats that were offered. */
const endings = ({ visitId, registrationId }: AgendaItem, { waits, applications }: Pick<PersonOutlook, "waits" | "applications">) => {
  const writes: Record<string, Write> = {};
  const seats: Holder[] = [];
  for (const { item, fate } of waits) {
    const { entry } = item;
    const key = { visitId, ...entry };
    if (entry.offer) seats.push({ slotId: entry.offer.slotId, holder: entry.offer.offerId, list: entry.list });
    writes[`wait ${entry.waitId}`] =
      fate === "offer-withdrawn" && entry.offer ? withdrawOffer(key, entry.offer) : removeEntry(key, entry.offer);
  }
  for (const { employerId, applicationId } of applications)
    writes[`application ${applicationId}`] = endApplication({ visitId, employerId, registrationId, applicationId }).application;
  return { writes, seats };
};

const contentsAfter = (
  agenda: AgendaItem,
  dates: readonly LocalDate[],
  settled: readonly SettledBooking[],
  { waits, applications }: Pick<PersonOutlook, "waits" | "applications">,
) => {
  const bookings = { ...agenda.bookings, ...Object.fromEntries(settled.map(({ here }) => [here.bookingId, here])) };
  const closed = waits.filter(({ fate }) => fate === "closed").map(({ item }) => item.entry.waitId);
  return {
    bookings,
    ...heldBy(Object.values(bookings), dates),
    waits: {
      ...agenda.waits,
      ...Object.fromEntries(closed.map((id) => [id, { ...agenda.waits[id], closed: true }])),
    } as AgendaItem["waits"],
    applications: {
      ...agenda.applications,
      ...Object.fromEntries(applications.map((application) => [application.applicationId, { ...application, state: "ended" as const }])),
    },
  };
};

/** The booking at the other visit: in the agenda there, or with a registration that is made for it. */
const writesThere = (
  agenda: AgendaItem,
  settling: Settling,
  there: ReadonlyMap<VisitId, Booking[]>,
  { elsewhere }: PersonOutlook,
  now: Instant,
) => {
  const writes: Record<string, Write> = {};
  for (const [visitId, moved] of there) {
    const known = elsewhere.get(visitId);
    const bookings = { ...known?.bookings, ...Object.fromEntries(moved.map((booking) => [booking.bookingId, booking])) };
    const date = settling.near.visits.get(visitId)?.visit.date as LocalDate;
    const contents = { bookings, ...heldBy(Object.values(bookings), [date]) };
    const { personId } = agenda;
    if (known) {
      const { waits, applications } = known;
      writes[`agenda at ${visitId}`] = replaceAgenda(known, { ...contents, waits, applications });
      continue;
    }
    const registrationId = registrationIdOf(visitId, personId);
    // The plan's own mail tells of it.
    const registered = registerWith({ registrationId, visitId, personId, registeredAt: now, beforeBooking: true }, date, contents);
    for (const [label, write] of Object.entries(registered)) writes[`${label} at ${visitId}`] = write;
  }
  return writes;
};

/** Puts the desk of the new slots into bookings that were taken there; a seat that is gone is marked so, and undefined is answered. */
const withNewSlots = async ({ db }: Deps, settled: readonly SettledBooking[], { near }: Settling) => {
  const rebooked = settled.filter(({ choice }) => choice.do === "rebook");
  const keys = rebooked.map(({ choice }) => (choice.do === "rebook" ? slotKey(choice.visitId, choice.slotId) : undefined));
  const slots =
    rebooked.length === 0
      ? []
      : ((await findItems(
          db,
          keys.filter((key) => key !== undefined),
        )) as (SlotItem | undefined)[]);
  const bySlot = new Map(slots.flatMap((slot) => (slot ? [[slot.facts.slotId as string, slot]] : [])));
  let isGone = false;
  const next = settled.map((one): SettledBooking => {
    if (one.choice.do !== "rebook") return one;
    const { visitId, slotId } = one.choice;
    const slot = bySlot.get(slotId);
    const time = near.times.find((near) => near.visitId === visitId && near.slotId === slotId);
    if (slot?.state !== "open" || slot.facts.startsAt !== time?.startsAt || Object.keys(slot.takers).length >= slot.seats) {
      if (time) time.free = 0;
      isGone = true;
      return one;
    }
    const { deskId } = slot.facts;
    return one.there ? { ...one, there: { ...one.there, deskId } } : { ...one, here: { ...one.here, deskId } };
  });
  return isGone ? undefined : { settled: next, slots: bySlot };
};

/** What has been done for a person, with what this step does. */
const doneSoFar = ({ visitId, settling }: AgendaItem, planId: PlanId, settled: readonly SettledBooking[], step: Step): SettledSoFar => {
  const before = settling?.planId === planId ? settling : undefined;
  return {
    planId,
    bookings: [
      ...(before?.bookings ?? []),
      ...settled.map(({ before, result, choice, there, here }) => ({
        before,
        result,
        after: there ?? here,
        visitId: choice.do === "rebook" && there ? choice.visitId : visitId,
      })),
    ],
    ended: [
      ...(before?.ended ?? []),
      ...step.waits.map(({ item, fate }) => ({ kind: fate === "closed" ? ("wait" as const) : ("offer" as const), list: item.entry.list })),
      ...step.applications.map(({ postingId }) => ({ kind: "application" as const, list: postingId })),
    ],
  };
};

type Taken = {
  agenda: AgendaItem;
  personId: AgendaItem["personId"];
  outlook: PersonOutlook;
  step: Step;
  settled: SettledBooking[];
  slots: Map<string, SlotItem>;
  now: Instant;
};

/** Writes one step; the last one with the receipt. "over": another run has done it, or the plan has ended; "lost": something has changed since it was read. */
const takeStep = async (
  deps: Deps,
  settling: Settling,
  { agenda, personId, outlook, step, settled, slots, now }: Taken,
): Promise<"done" | "lost" | "over"> => {
  const { effect, dates } = settling;
  const { planId, visitId } = effect;
  const { registrationId } = agenda;
  const ended = endings(agenda, step);
  const given = settled
    .filter(({ result }) => result !== "kept")
    .map(({ before }): Holder => ({ slotId: before.slotId, holder: before.bookingId, list: listNameOf(before) }));
  const taken = settled.flatMap(({ before, choice }): [string, Write][] => {
    const slot = choice.do === "rebook" ? slots.get(choice.slotId) : undefined;
    if (!slot) return [];
    const holderOf: RegistrationId = registrationIdOf(slot.facts.visitId, personId);
    return [[`new seat ${slot.facts.slotId}`, takeSeat(slot.facts, before.bookingId, holderOf)]];
  });
  const there = new Map<VisitId, Booking[]>();
  for (const { choice, there: moved } of settled)
    if (choice.do === "rebook" && moved) there.set(choice.visitId, [...(there.get(choice.visitId) ?? []), moved]);
  const soFar = doneSoFar(agenda, planId, settled, step);
  const { bookings, ended: ending } = soFar;
  const contents = contentsAfter(agenda, step.isLast ? [dates.to] : [dates.from, dates.to], settled, step);
  const result = await transact<string>(deps.db, {
    running: whileChanging(visitId, planId),
    ...(step.isLast && { receipt: addReceipt({ planId, visitId, registrationId, personId, doneAt: now, bookings, ended: ending }) }),
    agenda: replaceAgenda(agenda, { ...contents, ...(!step.isLast && { settling: soFar }) }),
    ...ended.writes,
    ...(await writesFreeing(deps.db, visitId, [...given, ...ended.seats], (slotId) => effect.moves.get(slotId)?.to === null)),
    ...Object.fromEntries(taken),
    ...writesThere(agenda, settling, there, outlook, now),
    ...(step.isLast && dates.from !== dates.to && movePointer(agenda, dates.from, dates.to)),
  });
  if (result.ok) {
    takeFrom(settling.near, settled);
    return "done";
  }
  return result.refused.includes("running") || result.refused.includes("receipt") ? "over" : "lost";
};

/** Whoever is not coming is told nothing of a visit that is on another day; but they find there what they gave up, and can register again. */
const followVisit = async (db: Deps["db"], agenda: AgendaItem, { effect: { planId }, dates: { from, to } }: Settling): Promise<void> => {
  if (from !== to) await transact<string>(db, { running: whileChanging(agenda.visitId, planId), ...movePointer(agenda, from, to) });
};

/**
 * Takes one person through a plan: one transaction changes all that they have at the visit, the seats, what they have elsewhere, and puts the receipt, which
 * the one mail follows from; where that is more than it takes, others go before it, and the agenda keeps for the receipt what they did. Each is worked out from
 * the agenda that was read and refused when that has changed; then it is worked out again. Whoever has a receipt is done.
 */
export const settlePerson = async (deps: Deps, settling: Settling, first: AgendaItem): Promise<void> => {
  const { db, clock } = deps;
  const { effect } = settling;
  const { planId, visitId } = effect;
  const { registrationId, personId } = first;
  let agenda = first;
  for (let lost = 0; lost < attempts; ) {
    const now = clock.now();
    const outlook: PersonOutlook = await outlookOf(db, agenda, settling, now);
    const isConcerned =
      (concernsAll(effect) && !agenda.withdrawnAt) ||
      agenda.settling?.planId === planId ||
      outlook.settled.length + outlook.waits.length + outlook.applications.length > 0;
    if (!isConcerned) return followVisit(db, agenda, settling);
    const step = nextStep(outlook);
    const resolved = await withNewSlots(deps, step.settled, settling);
    const isDone = resolved && (await takeStep(deps, settling, { agenda, personId, outlook, step, ...resolved, now }));
    if (isDone === "over" || (isDone === "done" && step.isLast)) return;
    if (isDone !== "done") lost += 1;
    const [receipt, again] = await Promise.all([findReceipt(db, planId, registrationId), findAgenda(db, visitId, registrationId)]);
    if (receipt || !again) return;
    agenda = again;
  }
  throw new ContentionError(`The agenda ${registrationId} stayed contended.`);
};
