import type { EventAnswer, EventUpload } from "../../shared/contract/check-in.ts";
import { type CheckInEvent, subjectOf, textWithoutWords, withoutWords } from "../../shared/domain/check-in-event.ts";
import { type DeskFacts, doubtOf, ticketAtDesk } from "../../shared/domain/event-doubt.ts";
import { VisitId } from "../../shared/domain/ids.ts";
import { isTicketIndex, TicketIndex, ticketCodeOf } from "../../shared/domain/ticket-token.ts";
import type { Visit } from "../../shared/domain/visit.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Db } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { findAgendasOf } from "../registrations/registration-reads.ts";
import { findTickets } from "../tickets/ticket-reads.ts";
import { recentVisit } from "../visits/visit-reads.ts";
import { findDevice, noteUser, type PhoneUser } from "./device-writes.ts";
import { type Handed, handedIn, keepAside, listQuarantine } from "./quarantine.ts";
import { settleArrival } from "./settle-arrival.ts";
import { isStored, storeEvent } from "./store-event.ts";

type Upload = EventUpload & PhoneUser & { visitId: VisitId };

/**
 * Takes what a phone wrote down: each event is stored once, by a condition, or put in quarantine for the lead where it cannot be read, or where it is in
 * doubt (`event-doubt.ts`). Nothing is refused and nothing dropped: whatever is answered, the server has. Any staff of the visit may hand in what another of
 * them scanned; who did is kept. What waits for the lead, or was left uncounted, stays so, however often it comes.
 */
export const takeEvents = async (deps: Deps, upload: Upload): Promise<Outcome<{ answers: EventAnswer[] }>> => {
  const { db, clock, log } = deps;
  const { visitId, deviceId, staffId, signInId } = upload;
  const planned = await recentVisit(deps, visitId);
  if (!planned) return refuse("not-found");
  const came = upload.events.map(handedIn);
  const handed = await forgettingErased(db, visitId, came);
  const [lease, facts, quarantined] = await Promise.all([
    findDevice(db, visitId, deviceId),
    findFacts(
      db,
      planned.visit,
      handed.flatMap(({ event }) => event ?? []),
    ),
    listQuarantine(db, visitId),
  ]);
  if (lease) await noteUser(deps, lease, { staffId, signInId });
  const aside = new Map(quarantined.map((item) => [item.hash, item]));
  const resultOf = async (one: Handed, asItCame: Handed): Promise<EventAnswer["result"]> => {
    const { event } = one;
    // Kept aside before its words were erased, it lies there under what it was.
    const known = aside.get(asItCame.hash) ?? aside.get(one.hash);
    if (known) return known.settled?.isAccepted ? "duplicate" : "quarantined";
    const doubt = event ? doubtOf(event, { lease, deviceId, facts, now: clock.now() }) : "unreadable";
    if (event && !doubt)
      return (await storeEvent(db, event, { uploadedBy: staffId, storedAt: clock.now() })) === "stored" ? "stored" : "duplicate";
    // What counts already is not asked about again because its phone was lost since.
    if (event && (await isStored(db, event))) return "duplicate";
    await keepAside(deps, { visitId, deviceId, uploadedBy: staffId, reason: doubt ?? "unreadable" }, one);
    return "quarantined";
  };
  const touched = new Set<TicketIndex>();
  const answers: EventAnswer[] = [];
  for (const [n, one] of handed.entries()) {
    const result = await resultOf(one, came[n] ?? one);
    answers.push({ id: idOf(one.raw), result });
    const idx = one.event && result !== "quarantined" ? ticketOf(one) : undefined;
    if (idx) touched.add(idx);
  }
  for (const idx of touched) await settleArrival(db, visitId, idx);
  const answered = (result: EventAnswer["result"]) => answers.filter((answer) => answer.result === result).length;
  log.info("events.taken", { visitId, deviceId, came: answers.length, merged: answered("stored"), quarantined: answered("quarantined") });
  return done({ answers });
};

/** What was written about somebody whose data was erased meanwhile is not kept: that it was done is. Also of what this version of the server cannot read. */
const forgettingErased = async (db: Db, visitId: VisitId, handed: readonly Handed[]): Promise<Handed[]> => {
  const told = Map.groupBy(
    handed.flatMap((one) => {
      const idx = wordless(one).text === one.text ? undefined : ticketOf(one);
      return idx ? visitsNamed(visitId, one).map((at) => ({ at, idx })) : [];
    }),
    ({ at }) => at,
  );
  const found = [...told].map(([at, asked]) => findTickets(db, at, [...new Set(asked.map(({ idx }) => ticketCodeOf(idx)))]));
  const tickets = (await Promise.all(found)).flatMap((some) => [...some.values()]);
  if (tickets.length === 0) return [...handed];
  const agendas = await findAgendasOf(db, tickets);
  const erased = new Set(tickets.flatMap(({ idx, registrationId }) => (agendas.get(registrationId)?.erasedAt ? [idx] : [])));
  return handed.map((one) => {
    const idx = ticketOf(one);
    return idx && erased.has(idx) ? wordless(one) : one;
  });
};
/** Where a ticket may lie of which something tells: at the visit whose phone hands it in, or at another that it names. */
const visitsNamed = (visitId: VisitId, { raw }: Handed): VisitId[] => {
  const named = typeof raw === "object" && raw !== null && "visitId" in raw ? VisitId.safeParse(raw.visitId).data : undefined;
  return [...new Set([visitId, ...(named ? [named] : [])])];
};
const wordless = ({ event, text }: Handed): Handed => handedIn(event ? withoutWords(event) : JSON.parse(textWithoutWords(text)));
const ticketOf = ({ event, raw }: Handed): TicketIndex | undefined => {
  if (!event) return ticketNamedIn(raw);
  const subject = subjectOf(event);
  return subject !== undefined && isTicketIndex(subject) ? subject : undefined;
};
/** The ticket that something speaks of which does not read, as far as one can tell. */
const ticketNamedIn = (raw: unknown): TicketIndex | undefined => {
  const { idx, of } = (typeof raw === "object" && raw !== null ? raw : {}) as { idx?: unknown; of?: unknown };
  return TicketIndex.safeParse(idx).data ?? TicketIndex.safeParse(of).data;
};

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
