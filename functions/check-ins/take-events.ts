import type { EventAnswer, EventUpload } from "../../shared/contract/check-in.ts";
import { type CheckInEvent, subjectOf, withoutWords, wordsOf } from "../../shared/domain/check-in-event.ts";
import { type DeskFacts, doubtOf, ticketAtDesk } from "../../shared/domain/event-doubt.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { isTicketIndex, type TicketIndex, ticketCodeOf } from "../../shared/domain/ticket-token.ts";
import type { Visit } from "../../shared/domain/visit.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { type Db, findItem } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { findAgendasOf } from "../registrations/registration-reads.ts";
import { findTickets } from "../tickets/ticket-reads.ts";
import { recentVisit } from "../visits/visit-reads.ts";
import { addCheckInEvent, type CheckInEventItem, keyOfEvent } from "./check-in-writes.ts";
import { findDevice, noteUser, type PhoneUser } from "./device-writes.ts";
import { readEvent } from "./event-reads.ts";
import { type Handed, handedIn, keepAside, listQuarantine } from "./quarantine.ts";
import { settleArrival } from "./settle-arrival.ts";

type Upload = EventUpload & PhoneUser & { visitId: VisitId };

/**
 * Takes what a phone wrote down: each event is stored once, by a condition, or put in quarantine for the lead where it cannot be read, or where it is in
 * doubt (`event-doubt.ts`). Nothing is refused and nothing dropped: whatever is answered, the server has. Any staff of the visit may hand in what another of
 * them scanned; who did is kept. What waits for the lead, or was left uncounted, stays so, however often it comes.
 */
export const takeEvents = async (deps: Deps, upload: Upload): Promise<Outcome<{ answers: EventAnswer[] }>> => {
  const { db, clock } = deps;
  const { visitId, deviceId, staffId, signInId } = upload;
  const planned = await recentVisit(deps, visitId);
  if (!planned) return refuse("not-found");
  const handed = await forgettingErased(db, visitId, upload.events.map(handedIn));
  const [lease, facts, quarantined] = await Promise.all([
    findDevice(db, visitId, deviceId),
    findFacts(
      db,
      planned.visit,
      handed.flatMap(({ event }) => event ?? []),
    ),
    listQuarantine(db, visitId),
  ]);
  if (lease) await noteUser(db, lease, { staffId, signInId });
  const aside = new Map(quarantined.map((item) => [item.hash, item]));
  const resultOf = async (one: Handed): Promise<EventAnswer["result"]> => {
    const { event } = one;
    const known = aside.get(one.hash);
    if (known) return known.settled?.isAccepted ? "duplicate" : "quarantined";
    const doubt = event ? doubtOf(event, { lease, deviceId, facts, now: clock.now() }) : "unreadable";
    if (event && !doubt) return (await transact(db, { event: addCheckInEvent(event, staffId, clock.now()) })).ok ? "stored" : "duplicate";
    // What counts already is not asked about again because its phone was lost since.
    if (event && (await isStored(db, event))) return "duplicate";
    await keepAside(deps, { visitId, deviceId, uploadedBy: staffId, reason: doubt ?? "unreadable" }, one);
    return "quarantined";
  };
  const touched = new Set<TicketIndex>();
  const answers: EventAnswer[] = [];
  for (const one of handed) {
    const result = await resultOf(one);
    answers.push({ id: idOf(one.raw), result });
    const subject = one.event && result !== "quarantined" ? subjectOf(one.event) : undefined;
    if (subject !== undefined && isTicketIndex(subject)) touched.add(subject);
  }
  for (const idx of touched) await settleArrival(db, visitId, idx);
  return done({ answers });
};

/** What was written about somebody whose data was erased meanwhile is not kept: that it was done is. */
const forgettingErased = async (db: Db, visitId: VisitId, handed: readonly Handed[]): Promise<Handed[]> => {
  const told = handed.flatMap(({ event }) => (event && saysMore(event) ? (ticketOf(event) ?? []) : []));
  if (told.length === 0) return [...handed];
  const tickets = [...(await findTickets(db, visitId, [...new Set(told)].map(ticketCodeOf))).values()];
  const agendas = await findAgendasOf(db, tickets);
  const erased = new Set(tickets.flatMap(({ idx, registrationId }) => (agendas.get(registrationId)?.erasedAt ? [idx] : [])));
  return handed.map((one) => {
    const idx = one.event && ticketOf(one.event);
    return one.event && idx && erased.has(idx) ? handedIn(withoutWords(one.event)) : one;
  });
};
const ticketOf = (event: CheckInEvent): TicketIndex | undefined => {
  const subject = subjectOf(event);
  return subject !== undefined && isTicketIndex(subject) ? subject : undefined;
};
const saysMore = (event: CheckInEvent): boolean => withoutWords(event) !== event;

const idOf = (raw: unknown): string | null =>
  typeof raw === "object" && raw !== null && "id" in raw && typeof raw.id === "string" ? raw.id.slice(0, 64) : null;

/** What there is at a visit, as far as these events speak of it. */
export const findFacts = async (
  db: Db,
  { visitId, date, endTime, desks }: Pick<Visit, "visitId" | "date" | "endTime" | "desks">,
  events: readonly CheckInEvent[],
): Promise<DeskFacts> => {
  const asked = [...new Set(events.flatMap((event) => ticketAtDesk(event) ?? []))];
  const found = await findTickets(db, visitId, asked.map(ticketCodeOf));
  const known = new Set([...found.values()].map(({ idx }) => idx));
  return { visitId, date, endTime, desks, hasTicket: (idx) => known.has(idx) };
};

/** Whether this very event is stored, not another under its id. */
export const isStored = async (db: Db, event: CheckInEvent): Promise<boolean> => {
  const item = await findItem<CheckInEventItem>(db, keyOfEvent(event));
  const stored = item && readEvent(item);
  return stored !== undefined && wordsOf(stored) === wordsOf(event);
};
