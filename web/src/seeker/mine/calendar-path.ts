import type { OperationKey } from "../../../../shared/contract/api.ts";
import type { BookingId, VisitId } from "../../../../shared/domain/ids.ts";
import { addressOf } from "../../platform/address.ts";

const calendarOperation = "GET /api/me/visits/{visitId}/bookings/{bookingId}/calendar.ics" satisfies OperationKey;

/** Address of a booking's calendar file, for a link. */
export const calendarPath = (visitId: VisitId, bookingId: BookingId): string =>
  addressOf(calendarOperation, { params: { visitId, bookingId } }).url;
