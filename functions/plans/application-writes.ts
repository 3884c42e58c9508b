import type { ApplicationId, EmployerId, VisitId } from "../../shared/domain/ids.ts";
import { applicationKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";

/** The times that an application was for are gone: it ends, and waits for no answer any more. */
export const endApplication = ({
  visitId,
  employerId,
  applicationId,
}: {
  visitId: VisitId;
  employerId: EmployerId;
  applicationId: ApplicationId;
}): Write => ({
  Update: {
    Key: applicationKey(visitId, employerId, applicationId),
    UpdateExpression: "SET application.#state = :ended REMOVE gsi1pk, gsi1sk ADD version :one",
    ConditionExpression: "application.#state IN (:applied, :undecided)",
    ExpressionAttributeNames: { "#state": "state" },
    ExpressionAttributeValues: { ":ended": "ended", ":applied": "applied", ":undecided": "undecided", ":one": 1 },
  },
});
