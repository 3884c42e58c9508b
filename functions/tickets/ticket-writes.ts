import type { VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { TicketCode } from "../../shared/domain/ticket-token.ts";
import { ticketKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";

/** A ticket is good for nothing any more, for ever; a new QR code that was asked for in its place is not made. */
export const cancelTicket = (visitId: VisitId, code: TicketCode, cancelledAt: Instant): Write => ({
  Update: {
    Key: ticketKey(visitId, code),
    UpdateExpression: "SET #status = :cancelled, cancelledAt = :at REMOVE renewFrom ADD version :one",
    ConditionExpression: "#status = :valid",
    ExpressionAttributeNames: { "#status": "status" },
    ExpressionAttributeValues: { ":cancelled": "cancelled", ":valid": "valid", ":at": cancelledAt, ":one": 1 },
  },
});
