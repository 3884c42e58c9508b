import { timingSafeEqual } from "node:crypto";
import { type AccountId, ChallengeId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { hashOf } from "../platform/hash-of.ts";
import { challengeKey } from "../platform/keys.ts";
import { updateIfHolds, type Write } from "../platform/transact.ts";
import type { ChallengeItem } from "./ask-for-code.ts";
import { maxTries, signInCode } from "./sign-in-code.ts";

const equal = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

type Purpose = { forAccount: AccountId | undefined };

/**
 * Spends one try before anything is compared, so that parallel guesses cannot share one; undefined when none is left to spend. A code that was asked for to
 * sign in changes no address, and the other way round.
 */
const spendTry = (
  { db, clock }: Deps,
  challengeId: ChallengeId,
  { binding, forAccount }: Purpose & { binding: string },
): Promise<ChallengeItem | undefined> =>
  updateIfHolds<ChallengeItem>(db, {
    Update: {
      Key: challengeKey(challengeId),
      UpdateExpression: "ADD tries :one, version :one",
      ConditionExpression: `tries < :max AND attribute_not_exists(usedAt) AND usableUntil > :now AND bindingHash = :binding AND ${
        forAccount ? "forAccount = :account" : "attribute_not_exists(forAccount)"
      }`,
      ExpressionAttributeValues: {
        ...{ ":one": 1, ":max": maxTries, ":now": clock.now(), ":binding": hashOf(binding) },
        ...(forAccount && { ":account": forAccount }),
      },
    },
  });

/** Once; refused when another request has used it. */
export const useUp = (challengeId: ChallengeId, now: string): Write => ({
  Update: {
    Key: challengeKey(challengeId),
    UpdateExpression: "SET usedAt = :now ADD version :one",
    ConditionExpression: "attribute_not_exists(usedAt)",
    ExpressionAttributeValues: { ":now": now, ":one": 1 },
  },
});

/** The challenge of this browser, if the code is right. It is not used up yet: that stands in the transaction with what the code opens. */
export const takeCode = async (
  deps: Deps,
  pepper: string,
  { cookie, code, forAccount }: Purpose & { cookie: string | undefined; code: string },
): Promise<Outcome<ChallengeItem>> => {
  const [id, binding] = (cookie ?? "").split(".");
  const challengeId = ChallengeId.safeParse(id);
  if (!challengeId.success || !binding) return refuse("code-expired");
  const challenge = await spendTry(deps, challengeId.data, { binding, forAccount });
  if (!challenge) return refuse("code-expired");
  return equal(code, signInCode(pepper, challengeId.data, challenge.mail)) ? done(challenge) : refuse("wrong-code");
};
