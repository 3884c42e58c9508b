import type { VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { TicketCode } from "../../shared/domain/ticket-token.ts";
import { keyRotationKey, ticketKey } from "../platform/keys.ts";
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

/** Asks the signer for a new QR code in place of this generation; refused where the ticket is past it or cancelled. */
export const wantRenewal = (visitId: VisitId, code: TicketCode, gen: number): Write => ({
  Update: {
    Key: ticketKey(visitId, code),
    UpdateExpression: "SET renewFrom = :seen ADD version :one",
    ConditionExpression: "gen = :seen AND #status = :valid",
    ExpressionAttributeNames: { "#status": "status" },
    ExpressionAttributeValues: { ":seen": gen, ":valid": "valid", ":one": 1 },
  },
});

/** Asks the signer for the visit's next key for tickets; refused where it was asked for before. */
export const wantKey = (visitId: VisitId, kid: number): Write => ({
  Put: {
    Item: { ...keyRotationKey(visitId, kid), type: "key-rotation", version: 1, visitId, kid },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});
