import type { VisitId } from "../../shared/domain/ids.ts";
import { type Item, queryPartition } from "../platform/db.ts";
import {
  anyCheckInEvent,
  anyNotice,
  checkInPartitions,
  conflictPrefix,
  deviceLettersKey,
  devicePrefix,
  kioskPrefix,
  lookUpKeyKey,
  mailPartition,
  noticePartitions,
  pairingPrefix,
  quarantinePrefix,
  visitPartition,
  walkInPartition,
} from "../platform/keys.ts";
import { transact, writeIfHolds } from "../platform/transact.ts";
import { wholePartition } from "../registrations/person-items-reads.ts";
import { listPeopleOfVisit, ticketsOf } from "../registrations/registration-reads.ts";
import { forgetTickets } from "../registrations/registration-writes.ts";
import { countLive, traitsOver } from "../reports/report-reads.ts";
import { listTicketItems } from "../tickets/ticket-reads.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { destroyItems, type Run } from "./destroy-items.ts";
import { putTotals } from "./retention-writes.ts";

/**
 * Queue, check-ins, walk-ins and talks with them, tickets, phones and devices of a visit, notices, and which mails went out: all but how many there were. Whoever came without a
 * registration, under their name or another, goes with it.
 */
export const purgeCheckIns = async (run: Run, visitId: VisitId): Promise<number> => {
  const { db } = run;
  const people = await listPeopleOfVisit(db, visitId);
  const codes = people.flatMap(({ registration }) => ticketsOf(registration));
  const ofVisit = (prefix: string): Promise<Item[]> => queryPartition(db, visitPartition(visitId), prefix);
  const walkIns = await wholePartition(db, walkInPartition(visitId));
  const lists = await Promise.all([
    ...checkInPartitions(visitId).map((pk) => queryPartition<Item>(db, pk, anyCheckInEvent)),
    ...noticePartitions(visitId).map((pk) => queryPartition<Item>(db, pk, anyNotice)),
    ...[
      devicePrefix,
      deviceLettersKey(visitId).sk,
      conflictPrefix,
      quarantinePrefix,
      pairingPrefix,
      kioskPrefix,
      lookUpKeyKey(visitId).sk,
    ].map(ofVisit),
    ...people.map(({ agenda }) => wholePartition(db, mailPartition(agenda.registrationId))),
    listTicketItems(db, visitId, codes),
  ]);
  const items = [...walkIns, ...lists.flat()];
  if (items.length === 0) return 0;
  const planned = await findVisit(db, visitId);
  if (planned) {
    const counted = await countLive(db, planned, run.clock.now());
    const { counts, people: persons } = counted;
    // Refused where a run before this one has counted.
    await transact(db, { totals: putTotals({ visitId, counts, people: persons, traits: traitsOver([counted]) }) });
  }
  const destroyed = await destroyItems(run, items, { category: "check-in", visitId });
  for (const { registration } of people)
    if (ticketsOf(registration).length > 0) await writeIfHolds(db, forgetTickets(visitId, registration.registration.registrationId));
  return destroyed;
};
