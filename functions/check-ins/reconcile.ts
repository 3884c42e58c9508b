import type { Conflict, Quarantined, Reconciliation, Sent } from "../../shared/contract/reconcile.ts";
import { type AdmissionEvent, CheckInEvent } from "../../shared/domain/check-in-event.ts";
import { admits, foldTickets, type TicketState } from "../../shared/domain/check-in-fold.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { maskName } from "../../shared/domain/mask-name.ts";
import { type TicketIndex, ticketCodeOf } from "../../shared/domain/ticket-token.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import type { Noting } from "../platform/note-access.ts";
import { findPeople } from "../registrations/person-reads.ts";
import { findTickets } from "../tickets/ticket-reads.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { listSettledConflicts } from "./conflict-writes.ts";
import { listDevices } from "./device-writes.ts";
import { listEvents } from "./event-reads.ts";
import { listQuarantine, type QuarantinedItem } from "./quarantine.ts";
import { factsOf } from "./settle-arrival.ts";

/** What the lead looks at after phones came back into the network: in pairs, with device and time. */
const isConflict = ({ flags, duplicates }: TicketState): boolean => duplicates.length > 0 || flags.length > 0;

export const showReconciliation = async (
  { db }: Pick<Deps, "db">,
  visitId: VisitId,
  shows: Noting["shows"],
): Promise<Outcome<Reconciliation>> => {
  const [planned, events, devices, quarantined, settled] = await Promise.all([
    findVisit(db, visitId),
    listEvents(db, visitId),
    listDevices(db, visitId),
    listQuarantine(db, visitId),
    listSettledConflicts(db, visitId),
  ]);
  if (!planned) return refuse("not-found");
  const scans = events.filter((event): event is AdmissionEvent => event.kind === "admit" || event.kind === "override");
  const codes = scans.flatMap(({ idx }) => (idx ? [ticketCodeOf(idx)] : []));
  const tickets = new Map([...(await findTickets(db, visitId, codes)).values()].map((ticket) => [ticket.idx, ticket]));
  const known = (idx: TicketIndex) => {
    const ticket = tickets.get(idx);
    return ticket && factsOf(ticket);
  };
  const found = [...foldTickets(events, known)].filter(([, state]) => isConflict(state));
  const people = await findPeople(
    db,
    found.flatMap(([idx]) => tickets.get(idx)?.personId ?? []),
  );
  const among = found.flatMap(([idx]) => tickets.get(idx)?.registrationId ?? []);
  if (among.length > 0) shows({ visitId, people: among.length, among: among.sort() });
  const letters = new Map(devices.map(({ deviceId, letter }) => [deviceId, letter]));
  const reasons = new Map(scans.map((event) => [event.id, event.reason ?? null]));
  const notes = new Map(settled.map((item) => [item.idx, { at: item.at, note: item.note }]));
  const conflicts = found.map(([idx, { arrival, duplicates, flags }]): Conflict => {
    const ticket = tickets.get(idx);
    const person = ticket && people.get(ticket.personId);
    return {
      ...{ idx, code: ticketCodeOf(idx), flags },
      maskedName: person ? maskName(person.name) : null,
      admissions: [...(arrival ? [arrival] : []), ...duplicates].map(({ eventId, at, deviceId }) => ({
        ...{ eventId, at, deviceId },
        letter: letters.get(deviceId) ?? null,
        reason: reasons.get(eventId) ?? null,
      })),
      cancelledAt: ticket?.cancelledAt ?? null,
      renewedAt: ticket?.genSince ?? null,
      settled: notes.get(idx) ?? null,
    };
  });
  const firstAt = ({ admissions }: Conflict): string => admissions[0]?.at ?? "";
  return done({
    scans: scans.length,
    sent: sentBy(scans, letters),
    conflicts: conflicts.sort((a, b) => firstAt(a).localeCompare(firstAt(b))),
    quarantined: quarantined.map(quarantinedOf).sort((a, b) => a.uploadedAt.localeCompare(b.uploadedAt)),
  });
};

const sentBy = (scans: readonly AdmissionEvent[], letters: ReadonlyMap<string, string>): Sent[] => {
  const byDevice = new Map<string, Sent>();
  for (const event of scans) {
    const { deviceId } = event;
    const { scans: count, admitted } = byDevice.get(deviceId) ?? { scans: 0, admitted: 0 };
    const letter = letters.get(deviceId) ?? null;
    byDevice.set(deviceId, { deviceId, letter, scans: count + 1, admitted: admitted + (admits(event) ? 1 : 0) });
  }
  return [...byDevice.values()].sort((a, b) => b.scans - a.scans || a.deviceId.localeCompare(b.deviceId));
};

const quarantinedOf = ({ hash, text, reason, deviceId, at, settled }: QuarantinedItem): Quarantined => ({
  ...{ hash, reason, deviceId, uploadedAt: at },
  event: CheckInEvent.safeParse(JSON.parse(text)).data ?? null,
  settled: settled ? { at: settled.at, isAccepted: settled.isAccepted, note: settled.note } : null,
});
