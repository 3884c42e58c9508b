import type { Judgement, OffDay, TicketRow } from "./check-in.ts";
import { addDays, addMinutes, type Instant, seoulDateOf } from "./seoul-time.ts";
import { verdicts } from "./verdicts.ts";
import { endOfVisit, type Visit } from "./visit.ts";

/** Phones have wiped their packs by then, too. */
const openHoursAfter = 12;

/** Whether a moment is on the day of the visit, in Seoul, or within 12 hours after its end. */
export const isOnVisitDay = (visit: Pick<Visit, "date" | "endTime">, at: Instant): boolean =>
  seoulDateOf(at) >= visit.date && at < addMinutes(endOfVisit(visit), openHoursAfter * 60);

/** Why nobody is checked in now; undefined on the day of the visit, and until 12 hours after its end. */
export const offDayAt = (visit: Pick<Visit, "state" | "date" | "endTime">, now: Instant): OffDay | undefined => {
  if (visit.state === "cancelled") return "visit-cancelled";
  return isOnVisitDay(visit, now) ? undefined : "not-today";
};

/**
 * A judgement on a day on which nobody is checked in: it admits nobody, and says why. For who has the time of day from the server; a phone without a network
 * is held by its lease, and must not turn people away because its own clock is wrong.
 */
export const judgeDay = <Row extends TicketRow>(judgement: Judgement<Row>, offDay: OffDay | undefined): Judgement<Row> =>
  offDay && "ticket" in judgement && verdicts[judgement.verdict].admits
    ? { verdict: offDay, idx: judgement.idx, gen: judgement.gen, ticket: judgement.ticket }
    : judgement;

/** Whether the desk has no more use for who comes to a visit: from the second day after it, in Seoul. */
export const isDeskClosed = ({ date }: Pick<Visit, "date">, now: Instant): boolean => seoulDateOf(now) > addDays(date, 1);
