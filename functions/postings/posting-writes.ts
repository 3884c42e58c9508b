import type { EmployerId, PostingId } from "../../shared/domain/ids.ts";
import type { Posting } from "../../shared/domain/posting.ts";
import type { LocalDate } from "../../shared/domain/seoul-time.ts";
import { postingKey, postingsIndex } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";

/** Writes a posting or replaces it, if it still stands at `version` (0: there is none yet). */
export const putPosting = (posting: Omit<Posting, "version">, version: number): Write => ({
  Put: {
    Item: {
      ...postingKey(posting.employerId, posting.postingId),
      ...(posting.draft.validUntil && postingsIndex(posting.draft.validUntil, posting.postingId)),
      ...{ type: "posting", version: version + 1, posting },
    },
    ...(version === 0
      ? { ConditionExpression: "attribute_not_exists(pk)" }
      : { ConditionExpression: "version = :version", ExpressionAttributeValues: { ":version": version } }),
  },
});

/** One from before there was a validity has no last day and is valid (`isValidOn`). */
const validOn = "attribute_exists(pk) AND (attribute_not_exists(posting.draft.validUntil) OR posting.draft.validUntil >= :day)";

/** The posting is on show at a visit from now on; refused where it is not valid on the day of that. */
export const openPosting = (employerId: EmployerId, postingId: PostingId, visitOn: LocalDate): Write => ({
  Update: {
    Key: postingKey(employerId, postingId),
    UpdateExpression: "SET posting.#state = :open ADD version :one",
    ConditionExpression: validOn,
    ExpressionAttributeNames: { "#state": "state" },
    ExpressionAttributeValues: { ":open": "open", ":one": 1, ":day": visitOn },
  },
});

/** Holds while the posting is there and valid on a day. */
export const whilePostingValid = (employerId: EmployerId, postingId: PostingId, day: LocalDate): Write => ({
  ConditionCheck: {
    Key: postingKey(employerId, postingId),
    ConditionExpression: validOn,
    ExpressionAttributeValues: { ":day": day },
  },
});

/** Its employer is to be reminded of its last day: once for each, and only while it still is that. */
export const remindOfEnd = (employerId: EmployerId, postingId: PostingId, validUntil: LocalDate): Write => ({
  Update: {
    Key: postingKey(employerId, postingId),
    UpdateExpression: "SET remindedOf = :day",
    ConditionExpression: "posting.draft.validUntil = :day AND (attribute_not_exists(remindedOf) OR remindedOf <> :day)",
    ExpressionAttributeValues: { ":day": validUntil },
  },
});
