import type { Booking } from "./booking.ts";
import type { PlanId, VisitId } from "./ids.ts";
import type { PlanResult } from "./plan.ts";
import type { ListName } from "./slot.ts";

/** What became of one booking, and the visit at which it is to be found now. */
export type ReceiptBooking = { before: Booking; result: PlanResult; after: Booking; visitId: VisitId };

/** What a plan ended beside bookings: a place in a list, an offer (the place stays), an application. */
export type PlanEnding = { kind: "wait" | "offer" | "application"; list: ListName };

/** What a plan has done for a person so far, where one transaction does not take it all; it goes into the receipt. */
export type SettledSoFar = { planId: PlanId; bookings: ReceiptBooking[]; ended: PlanEnding[] };
