import { timingSafeEqual } from "node:crypto";
import { AccountId, ChallengeId, PersonId } from "../../shared/domain/ids.ts";
import { addMinutes } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findAccountId } from "../accounts/account-reads.ts";
import { addAccount, claimAddress } from "../accounts/account-writes.ts";
import type { Deps } from "../platform/deps.ts";
import { hashOf } from "../platform/hash-of.ts";
import { challengeKey, expiresAt, sessionKey } from "../platform/keys.ts";
import { transact, updateIfHolds, type Write } from "../platform/transact.ts";
import type { ChallengeItem } from "./ask-for-code.ts";
import { maxTries, signInCode } from "./sign-in-code.ts";

/** A session ends by itself after this time, minutes. */
const sessionMinutes = 12 * 60;

const equal = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** Spends one try before anything is compared, so that parallel guesses cannot share one; undefined when none is left to spend. */
const spendTry = ({ db, clock }: Deps, challengeId: ChallengeId, binding: string): Promise<ChallengeItem | undefined> =>
  updateIfHolds<ChallengeItem>(db, {
    Update: {
      Key: challengeKey(challengeId),
      UpdateExpression: "ADD tries :one, version :one",
      ConditionExpression: "tries < :max AND attribute_not_exists(usedAt) AND usableUntil > :now AND bindingHash = :binding",
      ExpressionAttributeValues: { ":one": 1, ":max": maxTries, ":now": clock.now(), ":binding": hashOf(binding) },
    },
  });

const useUp = (challengeId: ChallengeId, now: string): Write => ({
  Update: {
    Key: challengeKey(challengeId),
    UpdateExpression: "SET usedAt = :now ADD version :one",
    ConditionExpression: "attribute_not_exists(usedAt)",
    ExpressionAttributeValues: { ":now": now, ":one": 1 },
  },
});

/**
 * Turns a right code into a session, once. The session's token is stored only as a hash; the account is made at the first sign-in.
 *
 * @returns the session cookie's value and the account it is for.
 */
export const handInCode = async (
  deps: Deps,
  pepper: string,
  { cookie, code }: { cookie: string | undefined; code: string },
): Promise<Outcome<{ session: string; accountId: AccountId; sessionHash: string }>> => {
  const { db, clock, ids } = deps;
  const [id, binding] = (cookie ?? "").split(".");
  const challengeId = ChallengeId.safeParse(id);
  if (!challengeId.success || !binding) return refuse("code-expired");
  const challenge = await spendTry(deps, challengeId.data, binding);
  if (!challenge) return refuse("code-expired");
  if (!equal(code, signInCode(pepper, challengeId.data, challenge.mail))) return refuse("wrong-code");

  const known = await findAccountId(db, challenge.mail);
  const account = {
    accountId: known ?? AccountId.parse(ids.mint("acc")),
    personId: PersonId.parse(ids.mint("psn")),
    mail: challenge.mail,
  };
  const token = Buffer.from(ids.bytes(32)).toString("base64url");
  const now = clock.now();
  const endsAt = addMinutes(now, sessionMinutes);
  const result = await transact<string>(db, {
    challenge: useUp(challengeId.data, now),
    session: {
      Put: {
        Item: {
          ...sessionKey(hashOf(token)),
          type: "session",
          version: 1,
          accountId: account.accountId,
          startedAt: now,
          endsAt,
          expiresAt: expiresAt(endsAt),
        },
      },
    },
    ...(known ? {} : { address: claimAddress(account), account: addAccount(account) }),
  });
  // Two browsers signed up with one address at once: the other one made the account, so this code is handed in again for it.
  if (!result.ok && !result.refused.includes("challenge")) return handInCode(deps, pepper, { cookie, code });
  if (!result.ok) return refuse("code-expired");
  return done({ session: `${account.accountId}.${token}`, accountId: account.accountId, sessionHash: hashOf(token) });
};
