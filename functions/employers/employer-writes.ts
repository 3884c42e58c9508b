import type { EmployerProfile } from "../../shared/domain/employer.ts";
import type { EmployerId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { BusinessNumber } from "../../shared/domain/text.ts";
import { employerKey, employerNumberKey, pendingIndex } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";

export const addEmployer = (employerId: EmployerId, profile: EmployerProfile, registeredAt: Instant): Write => ({
  Put: {
    Item: {
      ...employerKey(employerId),
      ...pendingIndex("employer", registeredAt, employerId),
      type: "employer",
      version: 1,
      employer: { employerId, state: "registered", refusalReason: null, profile },
      registeredAt,
    },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

/** By its business number an employer is found; several may say that they have the same one, of which the manager verifies the right one. */
export const noteEmployerNumber = (employerId: EmployerId, businessNumber: BusinessNumber): Write =>
  upsert(employerNumberKey(businessNumber, employerId), "employer-number", { employerId });

export const dropEmployerNumber = (employerId: EmployerId, businessNumber: BusinessNumber): Write => ({
  Delete: { Key: employerNumberKey(businessNumber, employerId) },
});

/**
 * Changes the profile. With another name or business number, or after a refusal, the employer is checked anew, so that a verified name cannot be passed on.
 */
export const changeProfile = (employerId: EmployerId, profile: EmployerProfile, version: number, checkAnew: Instant | undefined): Write => {
  const index = checkAnew && pendingIndex("employer", checkAnew, employerId);
  return {
    Update: {
      Key: employerKey(employerId),
      UpdateExpression: index
        ? "SET employer.profile = :profile, employer.#state = :registered, employer.refusalReason = :none, gsi1pk = :pk, gsi1sk = :sk ADD version :one"
        : "SET employer.profile = :profile ADD version :one",
      ConditionExpression: "version = :version",
      ...(index && { ExpressionAttributeNames: { "#state": "state" } }),
      ExpressionAttributeValues: {
        ":profile": profile,
        ":version": version,
        ":one": 1,
        ...(index && { ":registered": "registered", ":none": null, ":pk": index.gsi1pk, ":sk": index.gsi1sk }),
      },
    },
  };
};

/** Decides once, and takes the employer off the list of what waits. */
export const decideEmployer = (employerId: EmployerId, decision: { state: "verified" | "refused"; reason: string | null }): Write => ({
  Update: {
    Key: employerKey(employerId),
    UpdateExpression: "SET employer.#state = :state, employer.refusalReason = :reason REMOVE gsi1pk, gsi1sk ADD version :one",
    ConditionExpression: "employer.#state = :registered",
    ExpressionAttributeNames: { "#state": "state" },
    ExpressionAttributeValues: { ":state": decision.state, ":reason": decision.reason, ":registered": "registered", ":one": 1 },
  },
});
