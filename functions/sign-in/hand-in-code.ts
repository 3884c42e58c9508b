import { timingSafeEqual } from "node:crypto";
import { AccountId, ChallengeId, PersonId, SignInId } from "../../shared/domain/ids.ts";
import { addMinutes } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findAccountId, getAccount, hasRights } from "../accounts/account-reads.ts";
import { addAccount, claimAddress } from "../accounts/account-writes.ts";
import type { Deps } from "../platform/deps.ts";
import { hashOf } from "../platform/hash-of.ts";
import { challengeKey } from "../platform/keys.ts";
import { transact, updateIfHolds, type Write } from "../platform/transact.ts";
import type { ChallengeItem } from "./ask-for-code.ts";
import { rememberedMinutes, sessionMinutes, startSession } from "./session-writes.ts";
import { maxTries, signInCode } from "./sign-in-code.ts";

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

type HandedIn = {
  session: string;
  accountId: AccountId;
  /** Minutes that the browser may keep the cookie; undefined: until it is closed. */
  keptMinutes: number | undefined;
};

/**
 * Turns a right code into a session, once; a weak one, which opens nobody else's data. The account is made at the first sign-in. Staff and employers are not
 * remembered on a device.
 *
 * @returns the session cookie's value and the account it is for.
 */
export const handInCode = async (
  deps: Deps,
  pepper: string,
  handed: { cookie: string | undefined; code: string; remember: boolean; device: string },
): Promise<Outcome<HandedIn>> => {
  const { cookie, code, remember, device } = handed;
  const { db, clock, ids } = deps;
  const [id, binding] = (cookie ?? "").split(".");
  const challengeId = ChallengeId.safeParse(id);
  if (!challengeId.success || !binding) return refuse("code-expired");
  const challenge = await spendTry(deps, challengeId.data, binding);
  if (!challenge) return refuse("code-expired");
  if (!equal(code, signInCode(pepper, challengeId.data, challenge.mail))) return refuse("wrong-code");

  const known = await findAccountId(db, challenge.mail);
  const before = known && (await getAccount(db, known));
  const account = {
    accountId: known ?? AccountId.parse(ids.mint("acc")),
    personId: PersonId.parse(ids.mint("psn")),
    mail: challenge.mail,
  };
  const now = clock.now();
  const isKept = remember && !(before && hasRights(before));
  const minutes = isKept ? rememberedMinutes : sessionMinutes;
  const started = startSession(deps, account.accountId, {
    signInId: SignInId.parse(ids.mint("sgn")),
    startedAt: now,
    endsAt: addMinutes(now, minutes),
    epoch: before?.sessionEpoch ?? 0,
    device,
  });
  const result = await transact<string>(db, {
    challenge: useUp(challengeId.data, now),
    session: started.session,
    ...(known ? {} : { address: claimAddress(account), account: addAccount(account) }),
  });
  // Two browsers signed up with one address at once: the other one made the account, so this code is handed in again for it.
  if (!result.ok && !result.refused.includes("challenge")) return handInCode(deps, pepper, handed);
  if (!result.ok) return refuse("code-expired");
  return done({ session: started.cookie, accountId: account.accountId, keptMinutes: isKept ? minutes : undefined });
};
