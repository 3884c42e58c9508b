import { type AdmissionEvent, admits } from "../../shared/domain/check-in-event.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { TicketIndex } from "../../shared/domain/ticket-token.ts";
import type { Db } from "../platform/db.ts";
import { findPeopleOfVisit, timesChangedAt } from "../registrations/registration-reads.ts";
import type { TicketItem } from "../tickets/ticket-reads.ts";
import type { CheckInEventItem } from "./check-in-writes.ts";
import { readEvent } from "./event-reads.ts";

type StoredScan = { event: AdmissionEvent } & { [Field in "storedAt" | "uploadedBy" | "said"]: CheckInEventItem[Field] | undefined };

/** The scans among what is stored, with when the centre heard of each. */
export const scansIn = (items: readonly CheckInEventItem[]): StoredScan[] =>
  items.flatMap((item) => {
    const event = readEvent(item);
    const isScan = event?.kind === "admit" || event?.kind === "override";
    return isScan ? [{ event, storedAt: item.storedAt, uploadedBy: item.uploadedBy, said: item.said }] : [];
  });

/**
 * When times of those whom phones let in by themselves last changed before the centre heard of their coming: whoever changed them later could see that they are
 * here.
 */
export const findUnknownChanges = async (
  db: Db,
  visitId: VisitId,
  scans: readonly StoredScan[],
  tickets: ReadonlyMap<TicketIndex, TicketItem>,
): Promise<Map<TicketIndex, Instant>> => {
  const heardOf = new Map<TicketIndex, Instant>();
  for (const { event, storedAt } of scans)
    if (event.idx && storedAt && admits(event) && event.packRevision > 0 && storedAt > (heardOf.get(event.idx) ?? ""))
      heardOf.set(event.idx, storedAt);
  const alone = [...heardOf].flatMap(([idx, storedAt]) => {
    const ticket = tickets.get(idx);
    return ticket ? [{ idx, storedAt, registrationId: ticket.registrationId }] : [];
  });
  const people = await findPeopleOfVisit(
    db,
    visitId,
    alone.map(({ registrationId }) => registrationId),
  );
  return new Map(
    alone.flatMap(({ idx, storedAt, registrationId }): [TicketIndex, Instant][] => {
      const person = people.get(registrationId);
      const changedAt = person && timesChangedAt(person.agenda, storedAt);
      return changedAt ? [[idx, changedAt]] : [];
    }),
  );
};
