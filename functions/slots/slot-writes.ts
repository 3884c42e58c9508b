import type { BookingId, EmployerId, RegistrationId, SlotId, SlotRequestId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant, LocalDate } from "../../shared/domain/seoul-time.ts";
import type { Slot, SlotRequest } from "../../shared/domain/slot.ts";
import { deskDayKey, interviewerDayKey, type Key, pendingIndex, slotKey, slotRequestKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";

/** Promise 1, Seats: a seat is taken only while fewer people sit there than there are seats. */
export const takeSeat = (slot: Pick<Slot, "visitId" | "slotId">, bookingId: BookingId, registrationId: RegistrationId): Write => ({
  Update: {
    Key: slotKey(slot.visitId, slot.slotId),
    UpdateExpression: "SET takers.#booking = :registration ADD version :one",
    ConditionExpression: "#state = :open AND size(takers) < seats AND attribute_not_exists(takers.#booking)",
    ExpressionAttributeNames: { "#booking": bookingId, "#state": "state" },
    ExpressionAttributeValues: { ":registration": registrationId, ":open": "open", ":one": 1 },
  },
});

/** Frees the seat of a booking; refused when the booking has none there. */
export const releaseSeat = (visitId: VisitId, slotId: SlotId, bookingId: BookingId): Write => ({
  Update: {
    Key: slotKey(visitId, slotId),
    UpdateExpression: "REMOVE takers.#booking ADD version :one",
    ConditionExpression: "attribute_exists(takers.#booking)",
    ExpressionAttributeNames: { "#booking": bookingId },
    ExpressionAttributeValues: { ":one": 1 },
  },
});

export const addSlot = ({ seats, state, taken: _none, ...facts }: Slot): Write => ({
  Put: {
    Item: { ...slotKey(facts.visitId, facts.slotId), type: "slot", version: 1, facts, seats, state, takers: {} },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

/**
 * Promise 11, Hosts: whoever can do one thing at a time holds busy cells of a day (`shared/domain/day-grid.ts`), and cells are added only
 * where none of them is busy.
 */
const holdCells = (key: Key, cells: readonly number[]): Write => ({
  Update: {
    Key: key,
    UpdateExpression: "SET #type = :type ADD busy :cells, version :one",
    // Two operators a cell: an expression takes 300 (`maxMinutesPerRequest`).
    ConditionExpression: `NOT (${cells.map((_, i) => `contains(busy, :c${i})`).join(" OR ")})`,
    ExpressionAttributeNames: { "#type": "type" },
    ExpressionAttributeValues: {
      ":type": "host-day",
      ":cells": new Set(cells),
      ":one": 1,
      ...Object.fromEntries(cells.map((cell, i) => [`:c${i}`, cell])),
    },
  },
});

export const holdDesk = (date: LocalDate, visitId: VisitId, deskId: string, cells: readonly number[]): Write =>
  holdCells(deskDayKey(date, visitId, deskId), cells);
export const holdInterviewer = (date: LocalDate, employerId: EmployerId, interviewer: string, cells: readonly number[]): Write =>
  holdCells(interviewerDayKey(date, employerId, interviewer), cells);

type RequestFacts = Omit<SlotRequest, "version">;

/** Asks for times, or replaces a request that is not decided, if it still stands at `version` (0: there is none yet). */
export const putSlotRequest = (request: RequestFacts, version: number): Write => {
  const index = pendingIndex("slot-request", request.requestedAt, request.slotRequestId);
  return {
    Update: {
      Key: slotRequestKey(request.employerId, request.slotRequestId),
      UpdateExpression: "SET #type = :type, #request = :request, gsi1pk = :pk, gsi1sk = :sk ADD version :one",
      ConditionExpression: version === 0 ? "attribute_not_exists(pk)" : "version = :version AND #request.#state = :requested",
      ExpressionAttributeNames: { "#type": "type", "#request": "request", ...(version > 0 && { "#state": "state" }) },
      ExpressionAttributeValues: {
        ":type": "slot-request",
        ":request": request,
        ":pk": index.gsi1pk,
        ":sk": index.gsi1sk,
        ...(version > 0 && { ":version": version, ":requested": "requested" }),
        ":one": 1,
      },
    },
  };
};

/** Decides a request once, as it stood at `version`, and takes it off the list of what waits. */
export const decideSlotRequest = (
  key: { employerId: EmployerId; slotRequestId: SlotRequestId; version: number },
  decision: { state: "approved"; deskId: string } | { state: "refused"; reason: string },
  decidedAt: Instant,
): Write => ({
  Update: {
    Key: slotRequestKey(key.employerId, key.slotRequestId),
    UpdateExpression: `SET #request.#state = :state, decidedAt = :at, ${
      decision.state === "approved" ? "#request.deskId = :detail" : "#request.refusalReason = :detail"
    } REMOVE gsi1pk, gsi1sk ADD version :one`,
    ConditionExpression: "#request.#state = :requested AND version = :version",
    ExpressionAttributeNames: { "#request": "request", "#state": "state" },
    ExpressionAttributeValues: {
      ":state": decision.state,
      ":at": decidedAt,
      ":detail": decision.state === "approved" ? decision.deskId : decision.reason,
      ":requested": "requested",
      ":version": key.version,
      ":one": 1,
    },
  },
});
