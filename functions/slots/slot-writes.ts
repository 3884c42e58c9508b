import type { EmployerId, PlanId, RegistrationId, SlotId, SlotRequestId, VisitId } from "../../shared/domain/ids.ts";
import type { SlotMove } from "../../shared/domain/plan-moves.ts";
import type { Instant, LocalDate } from "../../shared/domain/seoul-time.ts";
import type { RefusalGround, Slot, SlotRequest, SlotRequestDraft } from "../../shared/domain/slot.ts";
import { deskDayKey, hostDayKey, type Key, pendingIndex, slotKey, slotRequestKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import type { SlotFacts } from "./slot-reads.ts";

/** A seat has one holder: a booking, an offer, or the waitlist, for which the seat of this booking or offer is held. */
export const heldFor = (holder: string): string => `hld_${holder.slice(4)}`;

/** The slot as whoever writes believes it to be; a plan may have shifted it since. */
const asBelieved = "#state = :open AND facts.startsAt = :startsAt AND facts.deskId = :desk";
const believed = ({ startsAt, deskId }: Pick<SlotFacts, "startsAt" | "deskId">) => ({
  ":open": "open",
  ":startsAt": startsAt,
  ":desk": deskId,
});

/** Promise 1, Seats: a seat is taken only while fewer hold one there than there are seats. */
export const takeSeat = (slot: SlotFacts, holder: string, registrationId: RegistrationId | "list"): Write => ({
  Update: {
    Key: slotKey(slot.visitId, slot.slotId),
    UpdateExpression: "SET takers.#holder = :registration ADD version :one",
    ConditionExpression: `${asBelieved} AND size(takers) < seats AND attribute_not_exists(takers.#holder)`,
    ExpressionAttributeNames: { "#holder": holder, "#state": "state" },
    ExpressionAttributeValues: { ":registration": registrationId, ":one": 1, ...believed(slot) },
  },
});

/**
 * A seat goes from one holder to another in one step: nobody can come between. Refused when the first does not hold it, and for a person also when
 * nobody can take a seat there, or when the slot is not where whoever writes believes it to be.
 */
export const passSeat = (
  slot: { visitId: VisitId; slotId: SlotId } & Partial<Pick<SlotFacts, "startsAt" | "deskId">>,
  from: string,
  to: { holder: string; registrationId: RegistrationId | "list" },
): Write => ({
  Update: {
    Key: slotKey(slot.visitId, slot.slotId),
    UpdateExpression: "SET takers.#to = :to REMOVE takers.#from ADD version :one",
    ConditionExpression: [
      "attribute_exists(takers.#from) AND attribute_not_exists(takers.#to)",
      ...(to.registrationId === "list" ? [] : ["#state = :open"]),
      ...(slot.startsAt ? ["facts.startsAt = :startsAt"] : []),
      ...(slot.deskId ? ["facts.deskId = :desk"] : []),
    ].join(" AND "),
    ExpressionAttributeNames: { "#from": from, "#to": to.holder, ...(to.registrationId !== "list" && { "#state": "state" }) },
    ExpressionAttributeValues: {
      ":to": to.registrationId,
      ":one": 1,
      ...(to.registrationId !== "list" && { ":open": "open" }),
      ...(slot.startsAt && { ":startsAt": slot.startsAt }),
      ...(slot.deskId && { ":desk": slot.deskId }),
    },
  },
});

/** The same for a time as whoever writes believes it to be, begun or not: a seat is given on to somebody who stands there. */
export const passSeatAsBelieved = (slot: SlotFacts, from: string, to: { holder: string; registrationId: RegistrationId }): Write => ({
  Update: {
    Key: slotKey(slot.visitId, slot.slotId),
    UpdateExpression: "SET takers.#to = :to REMOVE takers.#from ADD version :one",
    ConditionExpression: `${asBelieved} AND attribute_exists(takers.#from) AND attribute_not_exists(takers.#to)`,
    ExpressionAttributeNames: { "#from": from, "#to": to.holder, "#state": "state" },
    ExpressionAttributeValues: { ":to": to.registrationId, ":one": 1, ...believed(slot) },
  },
});

/** Frees a seat for anybody; refused when the holder has none there. */
export const releaseSeat = ({ visitId, slotId }: { visitId: VisitId; slotId: SlotId }, holder: string): Write => ({
  Update: {
    Key: slotKey(visitId, slotId),
    UpdateExpression: "REMOVE takers.#holder ADD version :one",
    ConditionExpression: "attribute_exists(takers.#holder)",
    ExpressionAttributeNames: { "#holder": holder },
    ExpressionAttributeValues: { ":one": 1 },
  },
});

/** Nobody can take a seat there from now on; who holds one keeps it until a plan says otherwise. Refused when it is withdrawn already. */
export const withdrawSlot = ({ visitId, slotId }: { visitId: VisitId; slotId: SlotId }, onlyIfEmpty: boolean): Write => ({
  Update: {
    Key: slotKey(visitId, slotId),
    UpdateExpression: "SET #state = :withdrawn ADD version :one",
    ConditionExpression: `#state = :open${onlyIfEmpty ? " AND size(takers) = :none" : ""}`,
    ExpressionAttributeNames: { "#state": "state" },
    ExpressionAttributeValues: { ":open": "open", ":withdrawn": "withdrawn", ":one": 1, ...(onlyIfEmpty && { ":none": 0 }) },
  },
});

/**
 * A plan takes hold of a slot, once: from now on nobody can take a seat there, and it stands where the plan leads it. Refused when it is withdrawn, or
 * when this plan had it before.
 */
export const alterSlot = (visitId: VisitId, planId: PlanId, { slotId, to }: SlotMove): Write => ({
  Update: {
    Key: slotKey(visitId, slotId),
    UpdateExpression: `SET #state = :withdrawn, planId = :plan${
      to ? ", facts.startsAt = :startsAt, facts.endsAt = :endsAt, facts.deskId = :desk" : ""
    } ADD version :one`,
    ConditionExpression: "#state = :open AND (attribute_not_exists(planId) OR planId <> :plan)",
    ExpressionAttributeNames: { "#state": "state" },
    ExpressionAttributeValues: {
      ":open": "open",
      ":withdrawn": "withdrawn",
      ":plan": planId,
      ":one": 1,
      ...(to && { ":startsAt": to.startsAt, ":endsAt": to.endsAt, ":desk": to.deskId }),
    },
  },
});

/** Seats of a slot that a plan has moved can be taken again. */
export const reopenSlot = (visitId: VisitId, planId: PlanId, { slotId }: Pick<SlotMove, "slotId">): Write => ({
  Update: {
    Key: slotKey(visitId, slotId),
    UpdateExpression: "SET #state = :open ADD version :one",
    ConditionExpression: "#state = :withdrawn AND planId = :plan",
    ExpressionAttributeNames: { "#state": "state" },
    ExpressionAttributeValues: { ":open": "open", ":withdrawn": "withdrawn", ":plan": planId, ":one": 1 },
  },
});

export const addSlot = ({ seats, state, taken: _none, held: _neither, ...facts }: Slot, part: number, host: string): Write => ({
  Put: {
    Item: { ...slotKey(facts.visitId, facts.slotId), type: "slot", version: 1, facts, seats, state, part, host, takers: {} },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

/**
 * Promise 11, Hosts: whoever can do one thing at a time holds busy cells of a day (`shared/domain/day-grid.ts`), and cells are added only
 * where none of them is busy.
 */
export const holdCells = (key: Key, cells: readonly number[]): Write => ({
  Update: {
    Key: key,
    UpdateExpression: "SET #type = :type ADD busy :cells, version :one",
    // Two operators a cell: an expression takes 300 (`maxMinutesPerDesk`).
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
export const freeCells = (key: Key, cells: readonly number[]): Write => ({
  Update: {
    Key: key,
    UpdateExpression: "DELETE busy :cells ADD version :one",
    ExpressionAttributeValues: { ":cells": new Set(cells), ":one": 1 },
  },
});

export const holdDesk = (date: LocalDate, visitId: VisitId, deskId: string, cells: readonly number[]): Write =>
  holdCells(deskDayKey(date, visitId, deskId), cells);
export const freeDesk = (date: LocalDate, visitId: VisitId, deskId: string, cells: readonly number[]): Write =>
  freeCells(deskDayKey(date, visitId, deskId), cells);
/** Who interviews for an employer, or without one counsels for the centre. */
export const holdHost = (date: LocalDate, employerId: EmployerId | null, name: string, cells: readonly number[]): Write =>
  holdCells(hostDayKey(date, employerId, name), cells);
export const freeHost = (date: LocalDate, employerId: EmployerId | null, name: string, cells: readonly number[]): Write =>
  freeCells(hostDayKey(date, employerId, name), cells);

type RequestFacts = Omit<SlotRequest, "version">;

/** What an employer asks for, as it waits to be decided. */
export const requestedSlots = ({
  employerId,
  slotRequestId,
  draft,
  requestedAt,
}: {
  employerId: EmployerId;
  slotRequestId: SlotRequestId;
  draft: SlotRequestDraft;
  requestedAt: Instant;
}): Omit<SlotRequest, "version"> => {
  const { visitId, postingId, pattern, mode, interviewers, deskIds = [] } = draft;
  return {
    ...{ slotRequestId, employerId, visitId, postingId, pattern, mode, interviewers, deskIds },
    ...{ state: "requested", refusalReason: null, requestedAt },
  };
};

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
  decision: { state: "approved"; deskIds: readonly string[] } | { state: "refused"; ground: RefusalGround; reason: string },
  decidedAt: Instant,
): Write => ({
  Update: {
    Key: slotRequestKey(key.employerId, key.slotRequestId),
    UpdateExpression: `SET #request.#state = :state, decidedAt = :at, ${
      decision.state === "approved" ? "#request.deskIds = :detail" : "#request.refusalReason = :detail, #request.refusalGround = :ground"
    } REMOVE gsi1pk, gsi1sk ADD version :one`,
    ConditionExpression: "#request.#state = :requested AND version = :version",
    ExpressionAttributeNames: { "#request": "request", "#state": "state" },
    ExpressionAttributeValues: {
      ":state": decision.state,
      ":at": decidedAt,
      ":detail": decision.state === "approved" ? decision.deskIds : decision.reason,
      ...(decision.state === "refused" && { ":ground": decision.ground }),
      ":requested": "requested",
      ":version": key.version,
      ":one": 1,
    },
  },
});

/** The employer takes a request back, as it stood at `version`. */
export const withdrawSlotRequest = ({
  employerId,
  slotRequestId,
  version,
}: Pick<SlotRequest, "employerId" | "slotRequestId" | "version">): Write => ({
  Update: {
    Key: slotRequestKey(employerId, slotRequestId),
    UpdateExpression: "SET #request.#state = :withdrawn REMOVE gsi1pk, gsi1sk ADD version :one",
    ConditionExpression: "version = :version",
    ExpressionAttributeNames: { "#request": "request", "#state": "state" },
    ExpressionAttributeValues: { ":withdrawn": "withdrawn", ":version": version, ":one": 1 },
  },
});
