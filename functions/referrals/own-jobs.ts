import { bars } from "../../shared/domain/application.ts";
import { isLive } from "../../shared/domain/booking.ts";
import type { PersonId, PostingId, VisitId } from "../../shared/domain/ids.ts";
import { type Db, findItems } from "../platform/db.ts";
import { agendaKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import { idsOfSame } from "../registrations/person-reads.ts";
import { registrationIdOf } from "../registrations/registration-id.ts";
import { type AgendaItem, bookingsOf } from "../registrations/registration-reads.ts";

/** What somebody has booked and applied for at some visits, under each of their records. */
export const findAgendasOf = async (db: Db, personId: PersonId, visitIds: readonly VisitId[]): Promise<AgendaItem[]> => {
  const ids = await idsOfSame(db, personId);
  const keys = visitIds.flatMap((visitId) => ids.map((id) => agendaKey(visitId, registrationIdOf(visitId, id))));
  const items = keys.length > 0 ? ((await findItems(db, keys)) as (AgendaItem | undefined)[]) : [];
  return items.filter((item) => item !== undefined);
};

/** Whether somebody has a live booking of a posting, or an application for it that still counts. */
export const hasPosting = (agenda: Pick<AgendaItem, "bookings" | "applications">, postingId: PostingId): boolean =>
  bookingsOf(agenda).some((booking) => booking.postingId === postingId && isLive(booking)) ||
  Object.values(agenda.applications).some(
    (one) => one.postingId === postingId && bars(one, one.bookingId && agenda.bookings[one.bookingId]),
  );

/** Holds while nothing in an agenda has changed since it was read. */
export const whileAgendaIs = ({ visitId, registrationId, version }: AgendaItem): Write => ({
  ConditionCheck: {
    Key: agendaKey(visitId, registrationId),
    ConditionExpression: "version = :seen",
    ExpressionAttributeValues: { ":seen": version },
  },
});
