import type { PersonId } from "../../shared/domain/ids.ts";
import { enrolmentKey, enrolmentsIndex } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";
import type { EnrolmentItem, StoredEnrolment } from "./enrolment-reads.ts";

/** Refused when it has changed since it was read, or when it was not there and is now. */
const asRead = (known: EnrolmentItem | undefined) =>
  known ? { expression: "version = :seen", values: { ":seen": known.version } } : { expression: "attribute_not_exists(pk)", values: {} };

/** Holds while it is as it was read. */
export const asSeen = ({ personId, version }: EnrolmentItem): Write => ({
  ConditionCheck: {
    Key: enrolmentKey(personId),
    ConditionExpression: "version = :seen",
    ExpressionAttributeValues: { ":seen": version },
  },
});

/** Writes what is said, with its place among those that run, over what was read. */
export const putEnrolment = (
  personId: PersonId,
  known: EnrolmentItem | undefined,
  change: Omit<Partial<StoredEnrolment>, "personId">,
): Write => {
  const { state, validUntil } = { ...known, ...change };
  const runs = state === "accepted" && validUntil !== undefined;
  return upsert(
    enrolmentKey(personId),
    "enrolment",
    { personId, ...change, ...(runs ? enrolmentsIndex(validUntil, personId) : { gsi1pk: undefined, gsi1sk: undefined }) },
    asRead(known),
  );
};

/** What is left of one that ended: that there was one, and its days. */
export const endEnrolment = (known: EnrolmentItem, endedAt: StoredEnrolment["endedAt"]): Write =>
  putEnrolment(known.personId, known, { state: "ended", draft: undefined, consent: undefined, remindedOf: undefined, endedAt });
