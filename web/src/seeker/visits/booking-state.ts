import type { PublicVisit } from "../../../../shared/contract/public.ts";
import { type Instant, seoulDateOf, seoulTimeOf } from "../../../../shared/domain/seoul-time.ts";

export type BookingWindow = "planned" | "open" | "closed" | "cancelled";

/** Whether a visit takes online bookings at `now`. Only for show: the API decides. */
export const bookingWindow = (visit: Pick<PublicVisit, "state" | "bookingClosesAt">, now: Instant): BookingWindow =>
  visit.state !== "open" ? visit.state : now < visit.bookingClosesAt ? "open" : "closed";

/** True once the visit has ended. */
export const isOver = (visit: Pick<PublicVisit, "date" | "endTime">, now: Instant): boolean =>
  `${visit.date} ${visit.endTime}` <= `${seoulDateOf(now)} ${seoulTimeOf(now)}`;
