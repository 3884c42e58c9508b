import type { Instant, LocalDate } from "../../shared/domain/seoul-time.ts";
import { isGivenUp, isUnanswered, type Withdrawal } from "../../shared/domain/withdrawal.ts";
import type { Db } from "../platform/db.ts";
import type { Write } from "../platform/transact.ts";
import { findEntriesOf } from "../waitlist/waitlist-reads.ts";
import { giveUpAgenda } from "./agenda-writes.ts";
import { agendaWithout, nextPart, type Part, sizeOf, withPart, writesGivingUp } from "./given-up-writes.ts";
import { type AgendaItem, bookingsOf } from "./registration-reads.ts";

/** What a transaction writes besides: registration, ticket, agenda, log, ledger. */
const otherWrites = 5;

const leftOf = async (db: Db, agenda: AgendaItem, at: Instant): Promise<Part> => ({
  waits: await findEntriesOf(db, agenda.visitId, agenda.waits),
  applications: Object.values(agenda.applications).filter(isUnanswered),
  bookings: bookingsOf(agenda)
    .filter((booking) => isGivenUp(booking, at))
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt)),
});

/**
 * What one transaction writes of a withdrawal, worked out from the agenda that was read and refused when that has changed: all that the person has at the visit,
 * or where that is more than it takes, a part of it. `isLast`: nothing is left after it; then it says so, and the mail follows from that.
 */
export const withdrawalStep = async (
  db: Db,
  agenda: AgendaItem,
  { earlier, withdrawal, visitOn, now }: { earlier: readonly Withdrawal[]; withdrawal: Withdrawal; visitOn: LocalDate; now: Instant },
): Promise<{ writes: Record<string, Write>; isLast: boolean }> => {
  const left = await leftOf(db, agenda, withdrawal.at);
  const part = nextPart(left, otherWrites);
  const isLast = sizeOf(part) === sizeOf(left);
  const soFar = { ...withPart(withdrawal, part), ...(isLast && { doneAt: now }) };
  return {
    writes: {
      agenda: giveUpAgenda(agenda, agendaWithout(agenda, part, withdrawal, visitOn), earlier, soFar),
      ...(await writesGivingUp(db, agenda, part)),
    },
    isLast,
  };
};
