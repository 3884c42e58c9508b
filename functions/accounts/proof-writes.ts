import type { AccountId, PersonId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { Db } from "../platform/db.ts";
import { accountKey, newcomersIndex } from "../platform/keys.ts";
import { updateIfHolds, type Write } from "../platform/transact.ts";
import { type AccountItem, hasRights } from "./account-reads.ts";

/** So often somebody may say a year of birth; then it is not theirs to say. */
export const mostProofTries = 3;

/**
 * Counts one try before anything is compared, so that answers sent side by side cannot share one. Undefined when none is left, and when there is nothing to prove.
 */
export const spendProofTry = (db: Db, accountId: AccountId): Promise<AccountItem | undefined> =>
  updateIfHolds<AccountItem>(db, {
    Update: {
      Key: accountKey(accountId),
      UpdateExpression: "ADD proofTries :one, version :one",
      ConditionExpression: "attribute_exists(isUnproven) AND (attribute_not_exists(proofTries) OR proofTries < :most)",
      ExpressionAttributeValues: { ":one": 1, ":most": mostProofTries },
    },
  });

/** Whoever signs in is the person from now on; refused when that is settled by now, one way or the other. */
export const noteProven = (accountId: AccountId, personId: PersonId): Write => ({
  Update: {
    Key: accountKey(accountId),
    UpdateExpression: "REMOVE isUnproven, proofTries ADD version :one",
    ConditionExpression: "attribute_exists(isUnproven) AND personId = :person",
    ExpressionAttributeValues: { ":person": personId, ":one": 1 },
  },
});

/** Staff registered somebody under this address, whom its owner has to prove to be, also where they have signed in before. */
export const noteUnproven = (accountId: AccountId, personId: PersonId): Write => ({
  Update: {
    Key: accountKey(accountId),
    UpdateExpression: "SET isUnproven = :yes ADD version :one",
    ConditionExpression: "personId = :person",
    ExpressionAttributeValues: { ":person": personId, ":yes": true, ":one": 1 },
  },
});

/**
 * In a table from before its owner took another address: this one has to be proved again, and every session of before is over. `epoch`: of the sessions after that
 * change; refused where the account has come as far.
 */
export const doubtAddress = (accountId: AccountId, personId: PersonId, epoch: number): Write => ({
  Update: {
    Key: accountKey(accountId),
    UpdateExpression: "SET isUnproven = :yes, sessionEpoch = :epoch REMOVE proofTries ADD version :one",
    ConditionExpression: "personId = :person AND (attribute_not_exists(sessionEpoch) OR sessionEpoch < :epoch)",
    ExpressionAttributeValues: { ":person": personId, ":yes": true, ":epoch": epoch, ":one": 1 },
  },
});

/**
 * Whoever has the address is somebody else, who has registered for nothing; as such they are new, and forgotten like anybody who never registers. Refused when it
 * is settled by now.
 */
export const becomeSomebodyElse = (account: AccountItem, { to, at }: { to: PersonId; at: Instant }): Write => {
  const index = hasRights(account) ? undefined : newcomersIndex(at, account.accountId);
  return {
    Update: {
      Key: accountKey(account.accountId),
      UpdateExpression: `SET personId = :to${index ? ", gsi1pk = :pk, gsi1sk = :sk" : ""} REMOVE isUnproven, proofTries ADD version :one`,
      ConditionExpression: "attribute_exists(isUnproven) AND personId = :from AND proofTries >= :most",
      ExpressionAttributeValues: {
        ...{ ":from": account.personId, ":to": to, ":most": mostProofTries, ":one": 1 },
        ...(index && { ":pk": index.gsi1pk, ":sk": index.gsi1sk }),
      },
    },
  };
};
