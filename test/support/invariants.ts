import { adriftFaults, oversoldFaults } from "../../functions/bookings/seat-faults.ts";
import type { Item } from "../../functions/platform/db.ts";
import type { AgendaItem } from "../../functions/registrations/registration-reads.ts";
import type { SlotItem } from "../../functions/slots/slot-reads.ts";
import type { VisitItem } from "../../functions/visits/visit-reads.ts";
import type { WaitlistEntryItem } from "../../functions/waitlist/waitlist-reads.ts";
import { isLive } from "../../shared/domain/booking.ts";
import { cellsOf } from "../../shared/domain/day-grid.ts";
import { type Instant, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { listNameOf } from "../../shared/domain/slot.ts";
import { byApplication, canBeOffered, isOfferTime } from "../../shared/domain/waitlist.ts";

type Table = { slots: SlotItem[]; agendas: AgendaItem[]; entries: WaitlistEntryItem[]; visits: VisitItem[]; mails: Item[] };

const sorted = (items: readonly Item[]): Table => {
  const of = <T extends Item>(type: string) => items.filter((item) => item.type === type) as T[];
  return {
    slots: of<SlotItem>("slot"),
    agendas: of<AgendaItem>("agenda"),
    entries: of<WaitlistEntryItem>("waitlist-entry"),
    visits: of<VisitItem>("visit"),
    mails: of("mail"),
  };
};

/** Everything that is wrong with people's days: overlaps, limits, cells or counts that do not fit the live bookings. */
const dayFaults = ({ agendas, visits }: Table): string[] => {
  const rulesOf = new Map(visits.map(({ visit }) => [visit.visitId, visit]));
  return agendas.flatMap(({ registrationId, visitId, bookings, busy, interviews }) => {
    const visit = rulesOf.get(visitId);
    if (!visit) return [`${registrationId} is at no visit`];
    const faults: string[] = [];
    const live = Object.values(bookings)
      // what had begun before its visit was moved to another day holds nothing there
      .filter((booking) => isLive(booking) && seoulDateOf(booking.startsAt) === visit.date)
      .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
    const cells = live.flatMap((booking) => cellsOf(visit.date, booking)).sort((a, b) => a - b);
    const held = Object.keys(busy)
      .map((cell) => Number(cell.slice(1)))
      .sort((a, b) => a - b);
    if (JSON.stringify(cells) !== JSON.stringify(held)) faults.push(`${registrationId} is busy at ${held}, booked at ${cells}`);
    const counted = live.filter(({ kind }) => kind === "interview").length;
    if (counted !== interviews) faults.push(`${registrationId} has ${counted} interviews and counts ${interviews}`);
    if (counted > visit.rules.maxInterviews) faults.push(`${registrationId} has ${counted} interviews`);
    for (const [i, booking] of live.entries()) {
      const next = live[i + 1];
      const gap = next ? (Date.parse(next.startsAt) - Date.parse(booking.endsAt)) / 60_000 : Number.POSITIVE_INFINITY;
      if (gap < visit.rules.gapMinutes)
        faults.push(`${registrationId} has ${gap} minutes between ${booking.bookingId} and ${next?.bookingId}`);
    }
    return faults;
  });
};

/** Seats that stay empty although somebody waits for them, and offers that passed somebody over. Only where offers may go out. */
const orderFaults = ({ slots, agendas, entries, visits }: Table, now: Instant): string[] => {
  if (!isOfferTime(now)) return [];
  const visitOf = new Map(visits.map(({ visit }) => [visit.visitId, visit]));
  const agendaOf = new Map(agendas.map((agenda) => [`${agenda.visitId} ${agenda.registrationId}`, agenda]));
  const inOrder = [...entries].sort((a, b) => byApplication(a.entry, b.entry));
  const couldTake = ({ visitId, registrationId, entry }: WaitlistEntryItem, { facts, state, seats, takers }: SlotItem): boolean => {
    const visit = visitOf.get(visitId);
    const agenda = agendaOf.get(`${visitId} ${registrationId}`);
    if (!visit || !agenda || visit.state !== "open" || facts.visitId !== visitId) return false;
    // They wait twice, for this time and for any of its list, and have been offered it once.
    if (Object.values(takers).includes(registrationId)) return false;
    const slot = { ...facts, state, seats, taken: Object.keys(takers).length };
    return canBeOffered(entry, slot, { date: visit.date, rules: visit.rules, bookings: Object.values(agenda.bookings) }, now);
  };
  return slots.flatMap((slot) => {
    const list = listNameOf(slot.facts);
    const waiting = inOrder.filter(({ visitId, entry }) => visitId === slot.facts.visitId && entry.list === list);
    const unserved = waiting.filter((item) => couldTake(item, slot));
    const holders = Object.entries(slot.takers);
    const idle = slot.seats - holders.filter(([, registrationId]) => registrationId !== "list").length;
    const faults: string[] = [];
    if (slot.state === "open" && idle > 0 && unserved.length > 0)
      faults.push(`${slot.facts.slotId} has ${idle} idle seats, wanted by ${unserved.map(({ entry }) => entry.waitId)}`);
    if (
      slot.state === "open" &&
      unserved.length === 0 &&
      holders.some(([, registrationId]) => registrationId === "list") &&
      slot.facts.startsAt > now
    )
      faults.push(`${slot.facts.slotId} is held for a list in which nobody can take it`);
    const offered = waiting.filter(({ entry }) => entry.offer?.slotId === slot.facts.slotId);
    for (const { visitId, registrationId, entry } of offered) {
      const kept = entry.replaces && agendaOf.get(`${visitId} ${registrationId}`)?.bookings[entry.replaces];
      if (entry.replaces && !(kept && isLive(kept) && listNameOf(kept) === list && kept.startsAt > slot.facts.startsAt))
        faults.push(`${slot.facts.slotId} is kept for ${entry.waitId}, which would replace what it cannot`);
    }
    // Whoever became able to take it only after the offer was made is not passed over.
    for (const { entry } of offered)
      for (const earlier of unserved)
        if (
          byApplication(earlier.entry, entry) < 0 &&
          earlier.entry.passed.length === 0 &&
          !hasChangedSince(agendaOf, earlier, entry.offer?.offeredAt)
        )
          faults.push(`${entry.waitId} was offered ${slot.facts.slotId} before ${earlier.entry.waitId}`);
    return faults;
  });
};
const hasChangedSince = (
  agendas: ReadonlyMap<string, AgendaItem>,
  { visitId, registrationId }: WaitlistEntryItem,
  at: Instant | undefined,
): boolean =>
  Object.values(agendas.get(`${visitId} ${registrationId}`)?.bookings ?? {}).some(
    ({ changedAt, bookedAt }) => (changedAt ?? bookedAt) >= (at ?? ""),
  );

/**
 * The promises as they can be read off the whole table, after everything that was written has been handled: seats, days, order, no seat empty that is
 * wanted, no mail claimed and left.
 */
export const brokenPromises = (items: readonly Item[], now: Instant): string[] => [...brokenSeats(items, now), ...unsettledMails(items)];

/** Seats, days and order alone. */
export const brokenSeats = (items: readonly Item[], now: Instant): string[] => {
  const table = sorted(items);
  return [...oversoldFaults(table), ...adriftFaults(table), ...dayFaults(table), ...orderFaults(table, now)];
};

/** Mails of which nobody can know whether they went out. */
const unsettledMails = (items: readonly Item[]): string[] =>
  sorted(items)
    .mails.filter((mail) => mail.state === "claimed")
    .map((mail) => `mail ${String(mail.mailId)} is claimed and not sent`);
