import type { VisitId } from "../../shared/domain/ids.ts";
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

/** Changes a visit that is still planned and has no interview times yet: those stand on its date and desks. */
export const changeVisit = (visit: Facts, place: Place, version: number): Write => {
  const index = visitsIndex(visit.date, visit.visitId);
  return {
    Update: {
      Key: visitKey(visit.visitId),
      UpdateExpression: "SET visit = :visit, place = :place, gsi1pk = :pk, gsi1sk = :sk ADD version :one",
      ConditionExpression: "visit.#state = :planned AND interviewSeats = :none AND version = :version",
      ExpressionAttributeNames: { "#state": "state" },
      ExpressionAttributeValues: {
        ":visit": visit,
        ":place": place,
        ":pk": index.gsi1pk,
        ":sk": index.gsi1sk,
        ":planned": "planned",
        ":none": 0,
        ":version": version,
        ":one": 1,
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

/** Counts published interview seats, for the list of visits; nothing is published at a visit that was cancelled. */
export const addInterviewSeats = (visitId: VisitId, seats: number): Write => ({
  Update: {
    Key: visitKey(visitId),
    UpdateExpression: "ADD interviewSeats :seats, version :one",
    ConditionExpression: "attribute_exists(pk) AND visit.#state <> :cancelled",
    ExpressionAttributeNames: { "#state": "state" },
    ExpressionAttributeValues: { ":seats": seats, ":cancelled": "cancelled", ":one": 1 },
  },
});

/** Shows a posting at a visit, in the words that were approved. Refused when another employer shows a posting of that id there already: ids come from the callers. */
export const showPosting = (posting: Pick<VisitPostingItem, "visitId" | "postingId" | "employerId" | "draft" | "employer">): Write =>
  upsert(visitPostingKey(posting.visitId, posting.postingId), "visit-posting", posting, {
    expression: "attribute_not_exists(pk) OR employerId = :owner",
    values: { ":owner": posting.employerId },
  });
