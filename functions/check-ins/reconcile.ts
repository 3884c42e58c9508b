import type { Conflict, Quarantined, Reconciliation, Sent, TakenBack, Unread } from "../../shared/contract/reconcile.ts";
import { admits, type CheckInEvent, correctedAt, subjectOf } from "../../shared/domain/check-in-event.ts";
import { foldTickets } from "../../shared/domain/check-in-fold.ts";
import { whyNever } from "../../shared/domain/event-doubt.ts";
import type { AccountId, VisitId } from "../../shared/domain/ids.ts";
import { maskName } from "../../shared/domain/mask-name.ts";
import { countsOf, tallyOf } from "../../shared/domain/tally.ts";
import { isTicketIndex, type TicketCode, type TicketIndex, ticketCodeOf } from "../../shared/domain/ticket-token.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { listStaff } from "../accounts/account-reads.ts";
import type { Deps } from "../platform/deps.ts";
import { eventIdIn } from "../platform/keys.ts";
import type { Noting } from "../platform/note-access.ts";
import { findPeople } from "../registrations/person-reads.ts";
import { findTickets, shownCodeOf } from "../tickets/ticket-reads.ts";
import { findVisit } from "../visits/visit-reads.ts";
import type { CheckInEventItem } from "./check-in-writes.ts";
import { conflictVersion } from "./conflict-version.ts";
import { listSettledConflicts } from "./conflict-writes.ts";
import { listDevices } from "./device-writes.ts";
import { listEventItems, readEvent } from "./event-reads.ts";
import { eventIn, listQuarantine } from "./quarantine.ts";
import { factsOf } from "./settle-arrival.ts";
import { findFacts } from "./take-events.ts";
import { findUnknownChanges, scansIn } from "./unknown-changes.ts";
import { listWalkIns, type WalkInItem } from "./walk-in-writes.ts";

/** A scan with who handed it in. */
type SentScan = ReturnType<typeof scansIn>[number];

/** The ticket that an event is about. */
const ticketIn = (event: ReturnType<typeof readEvent>): TicketIndex | undefined => {
  const subject = event && subjectOf(event);
  return subject !== undefined && isTicketIndex(subject) ? subject : undefined;
};

const isByOther = ({ event, uploadedBy }: SentScan): boolean => uploadedBy !== undefined && uploadedBy !== event.staffId;

/** What the lead looks at after phones came back into the network. */
export const showReconciliation = async (
  { db }: Pick<Deps, "db">,
  visitId: VisitId,
  shows: Noting["shows"],
): Promise<Outcome<Reconciliation>> => {
  const [planned, items, walkIns, devices, quarantined, settled, staff] = await Promise.all([
    findVisit(db, visitId),
    listEventItems(db, visitId),
    listWalkIns(db, visitId),
    listDevices(db, visitId),
    listQuarantine(db, visitId),
    listSettledConflicts(db, visitId),
    listStaff(db),
  ]);
  if (!planned) return refuse("not-found");
  const events = items.flatMap((item) => readEvent(item) ?? []);
  const scans: SentScan[] = scansIn(items);
  const asides = quarantined.map((item) => ({ item, event: eventIn(item) }));
  const codes = [...scans, ...asides].flatMap(({ event }) => ticketIn(event) ?? []).map(ticketCodeOf);
  const tickets = new Map([...(await findTickets(db, visitId, codes)).values()].map((ticket) => [ticket.idx, ticket]));
  const changes = await findUnknownChanges(db, visitId, scans, tickets);
  const known = (idx: TicketIndex) => {
    const ticket = tickets.get(idx);
    return ticket && { ...factsOf(ticket), timesChangedAt: changes.get(idx) };
  };
  const found = [...foldTickets(events, known)].flatMap(([idx, state]) => {
    const version = conflictVersion(state);
    return version === undefined ? [] : [{ idx, version, state }];
  });
  const scanOf = new Map(scans.map((scan) => [`${scan.event.idx} ${scan.event.id}`, scan]));
  const undone = items.flatMap((item) => {
    const event = readEvent(item);
    const admitted = event?.kind === "undo" ? scanOf.get(`${event.of} ${event.ref}`)?.event : undefined;
    return event?.kind === "undo" && admitted?.idx && admits(admitted) ? [{ event, admitted, idx: admitted.idx, said: item.said }] : [];
  });
  const [people, facts] = await Promise.all([
    findPeople(
      db,
      [...[...found, ...undone].map(({ idx }) => idx), ...asides.flatMap(({ event }) => ticketIn(event) ?? [])].flatMap(
        (idx) => tickets.get(idx)?.personId ?? [],
      ),
    ),
    findFacts(
      db,
      planned.visit,
      asides.flatMap(({ event }) => event ?? []),
    ),
  ]);
  const among = [...new Set([...found, ...undone].flatMap(({ idx }) => tickets.get(idx)?.registrationId ?? []))];
  if (among.length > 0) shows({ visitId, people: among.length, among: among.sort() });
  const letters = new Map(devices.map(({ deviceId, letter }) => [deviceId, letter]));
  const names = new Map(staff.map(({ accountId, staffName }) => [accountId, staffName ?? null]));
  const nameOf = (id: AccountId | undefined) => (id && names.get(id)) ?? null;
  const notes = new Map(settled.map((item) => [`${item.idx} ${item.seen}`, { at: item.at, note: item.note, by: nameOf(item.staffId) }]));
  const maskedNameOf = (idx: TicketIndex | undefined) => {
    const ticket = idx && tickets.get(idx);
    const person = ticket && people.get(ticket.personId);
    return person ? maskName(person.name) : null;
  };
  /** What is written on it by now, or was once, where the centre knows no such ticket. */
  const codeOf = (idx: TicketIndex): TicketCode => {
    const ticket = tickets.get(idx);
    return ticket ? shownCodeOf(ticket) : ticketCodeOf(idx);
  };
  const conflicts = found.map(({ idx, version, state: { arrival, duplicates, flags } }): Conflict => {
    const ticket = tickets.get(idx);
    return {
      ...{ idx, version, code: codeOf(idx), flags },
      maskedName: maskedNameOf(idx),
      admissions: [...(arrival ? [arrival] : []), ...duplicates].map(({ eventId, at, deviceId, staffId }) => {
        const scan = scanOf.get(`${idx} ${eventId}`);
        return {
          ...{ eventId, at, deviceId },
          letter: letters.get(deviceId) ?? null,
          reason: scan?.said ?? scan?.event.reason ?? null,
          scannedBy: nameOf(staffId),
          sentBy: nameOf(scan?.uploadedBy),
          isByOther: scan !== undefined && isByOther(scan),
        };
      }),
      cancelledAt: ticket?.cancelledAt ?? null,
      renewedAt: ticket?.genSince ?? null,
      timesChangedAt: changes.get(idx) ?? null,
      settled: notes.get(`${idx} ${version}`) ?? null,
    };
  });
  const firstAt = ({ admissions }: Conflict): string => admissions[0]?.at ?? "";
  return done({
    scans: new Set(scans.map(({ event }) => `${event.idx} ${event.id}`)).size,
    sent: sentBy(events, scans, letters),
    conflicts: conflicts.sort((a, b) => firstAt(a).localeCompare(firstAt(b))),
    quarantined: asides
      .map(({ item: { hash, reason, deviceId, at, uploadedBy, settled: decided }, event }): Quarantined => {
        const never = event && whyNever(event, facts);
        const idx = ticketIn(event);
        return {
          ...{ hash, reason, deviceId, uploadedAt: at, event: event ?? null, sentBy: nameOf(uploadedBy) },
          maskedName: maskedNameOf(idx),
          code: idx ? codeOf(idx) : null,
          mayCount: event !== undefined && never === undefined,
          settled: decided ? { at: decided.at, isAccepted: decided.isAccepted, note: decided.note, by: nameOf(decided.staffId) } : null,
        };
      })
      .sort((a, b) => a.uploadedAt.localeCompare(b.uploadedAt)),
    takenBack: undone
      .map(
        ({ event, admitted, idx, said }): TakenBack => ({
          ...{ code: codeOf(idx), maskedName: maskedNameOf(idx), admittedAt: correctedAt(admitted), at: correctedAt(event) },
          ...{ deviceId: event.deviceId, letter: letters.get(event.deviceId) ?? null, by: nameOf(event.staffId) },
          reason: said ?? event.reason ?? null,
        }),
      )
      .sort((a, b) => a.at.localeCompare(b.at)),
    unread: [...unreadEvents(items), ...unreadNotes(walkIns, letters), ...unreadReasons(items, letters)],
  });
};

const unreadEvents = (items: readonly CheckInEventItem[]): Unread[] =>
  items.filter((item) => !readEvent(item)).map(({ sk }) => ({ what: "event", eventId: eventIdIn(sk), number: null, letter: null }));

const unreadNotes = (walkIns: readonly WalkInItem[], letters: ReadonlyMap<string, string>): Unread[] =>
  walkIns
    .filter(({ note }) => !note)
    .map(({ walkInId, number, deviceId }) => ({ what: "note", eventId: walkInId, number, letter: letters.get(deviceId) ?? null }));

/** Sealed, and not opened: it came once the key was gone, or was damaged on the way. */
const unreadReasons = (items: readonly CheckInEventItem[], letters: ReadonlyMap<string, string>): Unread[] =>
  items.flatMap((item): Unread[] => {
    const event = readEvent(item);
    const isSealed = (event?.kind === "override" || event?.kind === "undo") && event.payload !== undefined && item.said === undefined;
    return isSealed ? [{ what: "reason", eventId: event.id, number: null, letter: letters.get(event.deviceId) ?? null }] : [];
  });

/** What each device told, that of the employers' tables aside, where nobody is checked in. */
const sentBy = (events: readonly CheckInEvent[], scans: readonly SentScan[], letters: ReadonlyMap<string, string>): Sent[] =>
  [...Map.groupBy(events, ({ deviceId }) => deviceId)]
    .map(([deviceId, own]): Sent => {
      const byOthers = scans.filter((scan) => scan.event.deviceId === deviceId && isByOther(scan)).length;
      return { deviceId, letter: letters.get(deviceId) ?? null, ...countsOf(tallyOf(own)), byOthers };
    })
    .filter(({ letter, people, walkIns, refused }) => letter !== null || people + walkIns + refused > 0)
    .sort((a, b) => b.people + b.walkIns - a.people - a.walkIns || b.refused - a.refused || a.deviceId.localeCompare(b.deviceId));
