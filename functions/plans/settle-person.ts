import type { Booking } from "../../shared/domain/booking.ts";
import type { RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { heldBy, type SettledBooking } from "../../shared/domain/plan-person.ts";
import type { Instant, LocalDate } from "../../shared/domain/seoul-time.ts";
import { type ListName, listNameOf } from "../../shared/domain/slot.ts";
import { endApplication } from "../applications/application-writes.ts";
import { findItems } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { slotKey, waitlistKey } from "../platform/keys.ts";
import { ContentionError, transact, type Write } from "../platform/transact.ts";
import { movePointer, registerWith, replaceAgenda } from "../registrations/agenda-writes.ts";
import { registrationIdOf } from "../registrations/registration-id.ts";
import { type AgendaItem, findAgenda } from "../registrations/registration-reads.ts";
import type { SlotItem } from "../slots/slot-reads.ts";
import { heldFor, passSeat, releaseSeat, takeSeat } from "../slots/slot-writes.ts";
import { whileChanging } from "../visits/visit-writes.ts";
import { nobodyWaits, removeEntry, withdrawOffer } from "../waitlist/waitlist-writes.ts";
import { concernsAll, type Outlook, outlookOf, type PersonOutlook, takeFrom } from "./person-outlook.ts";
import { findReceipt } from "./plan-reads.ts";
import { addReceipt } from "./plan-writes.ts";

export type Settling = Outlook & {
  /** Day of the visit before and after the plan. */
  dates: { from: LocalDate; to: LocalDate };
};

/** Looks at a person again so many times when something changed meanwhile; more than that is left to the next run. */
const attempts = 12;
/** Places in lists and applications that end beside the bookings in one transaction; more of them end in earlier ones. */
const mostBeside = 24;

type Holder = { slotId: Booking["slotId"]; holder: string; list: ListName };

/** A seat given up: gone with its slot, or where the slot goes on, free by the rule of the list (promise 4). */
const giveUpSeats = async (deps: Deps, { effect }: Settling, seats: readonly Holder[]): Promise<Record<string, Write>> => {
  const { visitId } = effect;
  const goesOn = ({ slotId }: Holder): boolean => effect.moves.get(slotId)?.to !== null;
  const lists = [...new Set(seats.filter(goesOn).map(({ list }) => list))];
  const found =
    lists.length === 0
      ? []
      : await findItems(
          deps.db,
          lists.map((list) => waitlistKey(visitId, list)),
        );
  const standing = new Set(lists.filter((_, i) => found[i]));
  const writes: Record<string, Write> = {};
  for (const seat of seats) {
    const { slotId, holder, list } = seat;
    const passes = goesOn(seat) && standing.has(list);
    writes[`seat ${holder}`] = passes
      ? passSeat({ visitId, slotId }, holder, { holder: heldFor(holder), registrationId: "list" })
      : releaseSeat({ visitId, slotId }, holder);
    if (goesOn(seat) && !passes) writes[`list ${list}`] = nobodyWaits(visitId, list);
  }
  return writes;
};

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
  return { writes, seats, slots: seats.map(({ slotId }) => slotId as string) };
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
      writes[`agenda at ${visitId}`] = replaceAgenda(known, { ...contents, waits: known.waits, applications: known.applications });
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

/**
 * Takes one person through a plan: one transaction changes all that they have at the visit, the seats, what they have elsewhere, and puts the receipt, which
 * the one mail follows from. It is worked out from the agenda that was read and refused when that has changed; then it is worked out again. Whoever
 * has a receipt is done.
 */
export const settlePerson = async (deps: Deps, settling: Settling, first: AgendaItem): Promise<void> => {
  const { db, clock } = deps;
  const { effect, dates } = settling;
  const { planId, visitId } = effect;
  const { registrationId, personId } = first;
  let agenda: AgendaItem | undefined = first;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    if (attempt > 1) {
      const [receipt, again] = await Promise.all([findReceipt(db, planId, registrationId), findAgenda(db, visitId, registrationId)]);
      if (receipt) return;
      agenda = again;
    }
    if (!agenda) return;
    const now = clock.now();
    const outlook: PersonOutlook = await outlookOf(db, agenda, settling, now);
    const beside = { waits: outlook.waits, applications: outlook.applications };
    const isConcerned = concernsAll(effect) || outlook.settled.length + beside.waits.length + beside.applications.length > 0;
    if (!isConcerned) return;
    const resolved = await withNewSlots(deps, outlook.settled, settling);
    if (!resolved) continue;
    const { settled, slots } = resolved;
    const ended = endings(agenda, beside);
    const ownSlots = settled.flatMap(({ before, choice }) => [
      before.slotId as string,
      ...(choice.do === "rebook" ? [choice.slotId as string] : []),
    ]);
    const isTooMuch = beside.waits.length + beside.applications.length > mostBeside || ended.slots.some((slot) => ownSlots.includes(slot));
    const part = {
      waits: beside.waits.slice(0, mostBeside),
      applications: beside.waits.length > mostBeside ? [] : beside.applications.slice(0, mostBeside),
    };

    if (isTooMuch) {
      // First what ends, without a receipt; the bookings and the receipt come next.
      const { writes, seats } = endings(agenda, part);
      await transact<string>(db, {
        running: whileChanging(visitId, planId),
        agenda: replaceAgenda(agenda, contentsAfter(agenda, [dates.from, dates.to], [], part)),
        ...writes,
        ...(await giveUpSeats(deps, settling, seats)),
      });
      continue;
    }
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
    const result = await transact<string>(db, {
      running: whileChanging(visitId, planId),
      receipt: addReceipt({
        planId,
        visitId,
        registrationId,
        personId,
        doneAt: now,
        bookings: settled.map((one) => ({
          before: one.before,
          result: one.result,
          after: one.there ?? one.here,
          visitId: one.choice.do === "rebook" && one.there ? one.choice.visitId : visitId,
        })),
      }),
      agenda: replaceAgenda(agenda, contentsAfter(agenda, [dates.to], settled, beside)),
      ...ended.writes,
      ...(await giveUpSeats(deps, settling, [...given, ...ended.seats])),
      ...Object.fromEntries(taken),
      ...writesThere(agenda, settling, there, outlook, now),
      ...(dates.from !== dates.to && movePointer(agenda, dates.from, dates.to)),
    });
    if (result.ok) return takeFrom(settling.near, settled);
    if (result.refused.includes("running") || result.refused.includes("receipt")) return;
  }
  throw new ContentionError(`The agenda ${registrationId} stayed contended.`);
};
