import type { PlanId, VisitId } from "../../shared/domain/ids.ts";
import type { Place } from "../../shared/domain/place.ts";
import type { Visit } from "../../shared/domain/visit.ts";
import { visitKey, visitPostingKey, visitsIndex } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";
import type { VisitPostingItem } from "./visit-reads.ts";

type Facts = Omit<Visit, "version" | "interviewSeats">;

/** A new visit; refused when the id is taken. */
export const addVisit = (visit: Facts, place: Place): Write => ({
  Put: {
    Item: {
      ...visitKey(visit.visitId),
      ...visitsIndex(visit.date, visit.visitId),
      type: "visit",
      version: 1,
      visit,
      place,
      interviewSeats: 0,
    },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

/** A visit that goes to another zone is remembered by the one that it leaves, whose calendar tells so. */
const leaveZone = (before: Place | undefined, after: Place | undefined) =>
  before && after && before.zone !== after.zone
    ? { adds: ", leftZones :left", values: { ":left": new Set([before.zone]) } }
    : { adds: "", values: {} };

/** Changes a visit that is still planned and never had any times: those stand on its date and desks. */
export const changeVisit = (visit: Facts, place: Place, { version, place: before }: { version: number; place: Place }): Write => {
  const left = leaveZone(before, place);
  const index = visitsIndex(visit.date, visit.visitId);
  return {
    Update: {
      Key: visitKey(visit.visitId),
      UpdateExpression: `SET visit = :visit, place = :place, gsi1pk = :pk, gsi1sk = :sk ADD version :one${left.adds}`,
      ConditionExpression:
        "visit.#state = :planned AND attribute_not_exists(hasTimes) AND attribute_not_exists(changing) AND version = :version",
      ExpressionAttributeNames: { "#state": "state" },
      ExpressionAttributeValues: {
        ":visit": visit,
        ":place": place,
        ":pk": index.gsi1pk,
        ":sk": index.gsi1sk,
        ":planned": "planned",
        ":version": version,
        ":one": 1,
        ...left.values,
      },
    },
  };
};

export const openForBooking = (visitId: VisitId): Write => ({
  Update: {
    Key: visitKey(visitId),
    UpdateExpression: "SET visit.#state = :open ADD version :one",
    ConditionExpression: "visit.#state = :planned",
    ExpressionAttributeNames: { "#state": "state" },
    ExpressionAttributeValues: { ":open": "open", ":planned": "planned", ":one": 1 },
  },
});

/**
 * Counts published interview seats, for the list of visits. Nothing is published at a visit that was cancelled, that a plan is changing, or that is no
 * longer on the day that the times were made for.
 */
export const addInterviewSeats = ({ visitId, date }: Pick<Visit, "visitId" | "date">, seats: number): Write => ({
  Update: {
    Key: visitKey(visitId),
    UpdateExpression: "SET hasTimes = :true ADD interviewSeats :seats, version :one",
    ConditionExpression: "attribute_exists(pk) AND visit.#state <> :cancelled AND visit.#date = :date AND attribute_not_exists(changing)",
    ExpressionAttributeNames: { "#state": "state", "#date": "date" },
    ExpressionAttributeValues: { ":seats": seats, ":true": true, ":cancelled": "cancelled", ":date": date, ":one": 1 },
  },
});

export type VisitChange = { visit: Partial<Facts>; place?: Place; placeBefore?: Place; interviewSeatsLost: number };

/**
 * A plan takes hold of a visit as it stood at `version`, and what changes of the visit itself changes at once: one plan at a time, and no time is
 * published until it lets go.
 */
export const beginChange = ({ visitId, version }: Pick<Visit, "visitId" | "version">, planId: PlanId, change: VisitChange): Write => {
  const facts = Object.entries(change.visit);
  const left = leaveZone(change.placeBefore, change.place);
  const index = change.visit.date && visitsIndex(change.visit.date, visitId);
  return {
    Update: {
      Key: visitKey(visitId),
      UpdateExpression: `SET ${[
        "changing = :plan",
        ...facts.map(([name]) => `visit.#${name} = :${name}`),
        ...(change.place ? ["place = :place"] : []),
        ...(index ? ["gsi1pk = :pk", "gsi1sk = :sk"] : []),
      ].join(", ")} ADD interviewSeats :seats, version :one${left.adds}`,
      ConditionExpression: "version = :version AND attribute_not_exists(changing)",
      ...(facts.length > 0 && { ExpressionAttributeNames: Object.fromEntries(facts.map(([name]) => [`#${name}`, name])) }),
      ExpressionAttributeValues: {
        ...Object.fromEntries(facts.map(([name, value]) => [`:${name}`, value])),
        ...(change.place && { ":place": change.place }),
        ...(index && { ":pk": index.gsi1pk, ":sk": index.gsi1sk }),
        ":plan": planId,
        ...left.values,
        ":seats": -change.interviewSeatsLost,
        ":version": version,
        ":one": 1,
      },
    },
  };
};

/** While the visit is open and on that day: a plan that moves or cancels it changes that in the transaction that it begins with. */
export const whileOpenOn = ({ visitId, date }: Pick<Visit, "visitId" | "date">): Write => ({
  ConditionCheck: {
    Key: visitKey(visitId),
    ConditionExpression: "visit.#state = :open AND visit.#date = :date",
    ExpressionAttributeNames: { "#state": "state", "#date": "date" },
    ExpressionAttributeValues: { ":open": "open", ":date": date },
  },
});

/** While nothing of the visit has changed since it was read, and no plan is changing it. */
export const whileUnchanged = ({ visitId, version }: Pick<Visit, "visitId" | "version">): Write => ({
  ConditionCheck: {
    Key: visitKey(visitId),
    ConditionExpression: "version = :version AND attribute_not_exists(changing)",
    ExpressionAttributeValues: { ":version": version },
  },
});

/** Each step of a plan is taken only while it has hold of the visit: a run that another has overtaken does nothing any more. */
export const whileChanging = (visitId: VisitId, planId: PlanId): Write => ({
  ConditionCheck: {
    Key: visitKey(visitId),
    ConditionExpression: "changing = :plan",
    ExpressionAttributeValues: { ":plan": planId },
  },
});

/** The plan lets go of the visit. */
export const endChange = (visitId: VisitId, planId: PlanId): Write => ({
  Update: {
    Key: visitKey(visitId),
    UpdateExpression: "REMOVE changing ADD version :one",
    ConditionExpression: "changing = :plan",
    ExpressionAttributeValues: { ":plan": planId, ":one": 1 },
  },
});

/** Shows a posting at a visit, in the words that were approved. Refused when another employer shows a posting of that id there already: ids come from the callers. */
export const showPosting = (posting: Pick<VisitPostingItem, "visitId" | "postingId" | "employerId" | "draft" | "employer">): Write =>
  upsert(visitPostingKey(posting.visitId, posting.postingId), "visit-posting", posting, {
    expression: "attribute_not_exists(pk) OR employerId = :owner",
    values: { ":owner": posting.employerId },
  });
