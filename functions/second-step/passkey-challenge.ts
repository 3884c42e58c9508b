import { stepMinutes } from "../../shared/domain/second-step.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { addMinutes } from "../../shared/domain/seoul-time.ts";
import type { SignedIn } from "../platform/actor.ts";
import type { Item } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { expiresAt, passkeyChallengeKey } from "../platform/keys.ts";
import { transact, updateIfHolds } from "../platform/transact.ts";

type Purpose = "enrol" | "prove";
type ChallengeItem = Item & { challenge: string; purpose: Purpose; usableUntil: Instant; usedAt?: Instant };

/** What a passkey is to sign for this session, kept by the server: the last one asked for counts. */
export const askPasskey = async (
  { db, clock, ids }: Pick<Deps, "db" | "clock" | "ids">,
  { accountId, sessionHash }: SignedIn,
  purpose: Purpose,
): Promise<Uint8Array<ArrayBuffer>> => {
  const challenge = ids.bytes(32);
  const usableUntil = addMinutes(clock.now(), stepMinutes);
  const asked = {
    ...passkeyChallengeKey(accountId, sessionHash),
    type: "passkey-challenge",
    version: 1,
    challenge: Buffer.from(challenge).toString("base64url"),
    purpose,
    usableUntil,
    expiresAt: expiresAt(addMinutes(usableUntil, 60)),
  };
  await transact(db, { asked: { Put: { Item: asked } } });
  return challenge;
};

/** Uses the challenge up before anything is looked at, so that no answer is looked at twice; undefined when there is none to answer. */
export const takeChallenge = async (
  { db, clock }: Pick<Deps, "db" | "clock">,
  { accountId, sessionHash }: SignedIn,
  purpose: Purpose,
): Promise<string | undefined> => {
  const taken = await updateIfHolds<ChallengeItem>(db, {
    Update: {
      Key: passkeyChallengeKey(accountId, sessionHash),
      UpdateExpression: "SET usedAt = :now ADD version :one",
      ConditionExpression: "purpose = :purpose AND attribute_not_exists(usedAt) AND usableUntil > :now",
      ExpressionAttributeValues: { ":purpose": purpose, ":now": clock.now(), ":one": 1 },
    },
  });
  return taken?.challenge;
};
