import { missedBookings } from "../../shared/domain/no-show.ts";
import { addDays, type Instant, instantOf, LocalTime, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { endOfVisit, isMailTime, type Visit } from "../../shared/domain/visit.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { bookingsOf, listPeopleOfVisit, liveBookingsOf, type PersonOfVisit } from "../registrations/registration-reads.ts";
import { listVisitsBetween } from "../visits/visit-reads.ts";
import { addNotice, type NoticeKind } from "./notice-writes.ts";

type Rule = {
  dueAt(visit: Visit): Instant;
  /** Whether this person gets the mail at its time, rather than its words with a later confirmation. */
  wants(person: PersonOfVisit, at: { dueAt: Instant; now: Instant }): boolean;
  /** Notices are put while this is so; afterwards the mail would come too late to be of use. */
  isUseful(visit: Visit, now: Instant): boolean;
};

/** From when, in the evening of the day, those are written to who did not come. */
const careFrom = LocalTime.parse("17:30");

const rules: Record<NoticeKind, Rule> = {
  reminder: {
    dueAt: (visit) => visit.deadlines.reminderAt,
    wants: ({ agenda }, { dueAt }) => liveBookingsOf(agenda).some((booking) => booking.bookedAt < dueAt),
    // It speaks of tomorrow.
    isUseful: (visit, now) => addDays(seoulDateOf(now), 1) === visit.date,
  },
  "day-of-ticket": {
    dueAt: (visit) => visit.deadlines.ticketMailAt,
    wants: ({ registration }, { dueAt }) => registration.registration.registeredAt < dueAt,
    isUseful: (visit, now) => now < endOfVisit(visit),
  },
  "no-show-care": {
    dueAt: (visit) => instantOf(visit.date, careFrom),
    wants: ({ agenda, registration }, { now }) => missedBookings(bookingsOf(agenda), registration.arrival?.at, now).length > 0,
    // It speaks of today.
    isUseful: (visit, now) => seoulDateOf(now) === visit.date,
  },
};

/** Visits whose timed mails can be due: deadlines are set by hand, so the next days are looked at, too. */
const daysAhead = 7;

/**
 * Puts a notice for everybody whose mail of this kind is due. Runs every few minutes; put-if-absent makes a repeated or a broken-off run
 * harmless. Whoever books or registers after the due instant gets the same words with the confirmation instead.
 */
export const putDueNotices = async ({ db, clock, log }: Deps, kind: NoticeKind): Promise<number> => {
  const now = clock.now();
  const today = seoulDateOf(now);
  const rule = rules[kind];
  if (!isMailTime(now)) return 0;
  let put = 0;
  for (const { visit } of await listVisitsBetween(db, today, addDays(today, daysAhead))) {
    const dueAt = rule.dueAt(visit);
    if (visit.state !== "open" || now < dueAt || !rule.isUseful(visit, now)) continue;
    for (const person of await listPeopleOfVisit(db, visit.visitId)) {
      if (person.registration.withdrawnAt || !rule.wants(person, { dueAt, now })) continue;
      const { registrationId } = person.agenda;
      const result = await transact(db, { notice: addNotice(kind, visit.visitId, registrationId, dueAt) });
      if (result.ok) put += 1;
    }
  }
  log.info("notices.put", { kind, put });
  return put;
};
