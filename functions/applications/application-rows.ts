import type { ApplicationRow } from "../../shared/contract/applications.ts";
import { type Booking, isLive } from "../../shared/domain/booking.ts";
import type { EmployerId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { type Db, findItems } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { agendaKey } from "../platform/keys.ts";
import type { AgendaItem } from "../registrations/registration-reads.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { type ApplicationItem, listApplications } from "./application-reads.ts";

/**
 * Promise 8, Sight: an application as its employer may see it. The summary is shown while there is something to decide, and while the interview that
 * came of it stands with this employer; of an interview that ended only the time is left.
 */
export const applicationRow = (
  { registrationId, application }: ApplicationItem,
  booking: Pick<Booking, "state" | "employerId" | "startsAt"> | undefined,
): ApplicationRow => {
  const { applicationId, employerId, postingId, state, appliedAt, summary } = application;
  const isMine = booking?.employerId === employerId;
  const isSeen = state === "applied" || state === "undecided" || (state === "accepted" && isMine && isLive(booking));
  return {
    applicationId,
    registrationId,
    postingId,
    state,
    appliedAt,
    summary: (isSeen && summary) || null,
    startsAt: isMine ? booking.startsAt : null,
  };
};

/** Most items that one batch reads. */
const batchSize = 100;

/** Applications as their employer sees them, each with the interview that came of it. */
export const applicationRows = async (db: Db, items: readonly ApplicationItem[]): Promise<ApplicationRow[]> => {
  const accepted = items.filter(({ application }) => application.bookingId);
  const batches = Array.from({ length: Math.ceil(accepted.length / batchSize) }, (_, i) =>
    accepted.slice(i * batchSize, (i + 1) * batchSize).map(({ visitId, registrationId }) => agendaKey(visitId, registrationId)),
  );
  const agendas = (await Promise.all(batches.map((keys) => findItems(db, keys)))).flat() as (AgendaItem | undefined)[];
  const bookings = new Map(agendas.map((agenda, i) => [accepted[i], agenda?.bookings]));
  return items.map((item) => {
    const { bookingId } = item.application;
    return applicationRow(item, bookingId && bookings.get(item)?.[bookingId]);
  });
};

/** Who applied to an employer for a visit, in order of application, and until when it is to decide. */
export const showApplications = async (
  { db }: Pick<Deps, "db">,
  { visitId, employerId }: { visitId: VisitId; employerId: EmployerId },
): Promise<Outcome<{ decideBy: Instant; applications: ApplicationRow[] }>> => {
  const [planned, items] = await Promise.all([findVisit(db, visitId), listApplications(db, visitId, employerId)]);
  if (!planned) return refuse("not-found");
  return done({ decideBy: planned.visit.deadlines.listAt, applications: await applicationRows(db, items) });
};
