import type { NotedOutcome } from "../../shared/contract/table.ts";
import type { CheckInEventId } from "../../shared/domain/check-in-event.ts";
import type { BookingId, EmployerId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { TicketIndex } from "../../shared/domain/ticket-token.ts";
import { type Db, findItem, type Item, queryPartition } from "../platform/db.ts";
import { outcomeKey, outcomePartition, outcomePrefix } from "../platform/keys.ts";

/** What an employer says of an interview. Not in the agenda: that is its person's to read, who hears of it from the employer. */
export type OutcomeItem = Item &
  Omit<NotedOutcome, "version"> & { visitId: VisitId; employerId: EmployerId; registrationId: RegistrationId; bookingId: BookingId } & {
    /** The event by which it ended their place in the line, if it did. */
    ended?: { idx: TicketIndex; eventId: CheckInEventId };
  };

export const outcomeOf = ({ outcome, notedAt, by, version }: OutcomeItem): NotedOutcome => ({ outcome, notedAt, by, version });

export const findOutcome = (db: Db, visitId: VisitId, employerId: EmployerId, bookingId: BookingId): Promise<OutcomeItem | undefined> =>
  findItem<OutcomeItem>(db, outcomeKey(visitId, employerId, bookingId));

/** What came of the interviews of a visit, by booking; of one employer or of all. */
export const listOutcomes = async (db: Db, visitId: VisitId, employerId?: EmployerId): Promise<Map<BookingId, OutcomeItem>> => {
  const items = await queryPartition<OutcomeItem>(db, outcomePartition(visitId), outcomePrefix(employerId));
  return new Map(items.map((item) => [item.bookingId, item]));
};
