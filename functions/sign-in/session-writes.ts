import type { AccountId } from "../../shared/domain/ids.ts";
import { retention } from "../../shared/domain/retention.ts";
import { addMinutes, type Instant } from "../../shared/domain/seoul-time.ts";
import type { SessionFacts, SignedIn } from "../platform/actor.ts";
import type { Deps } from "../platform/deps.ts";
import { hashOf } from "../platform/hash-of.ts";
import { accountKey, expiresAt, sessionKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";

/** A session ends by itself after this time, minutes: a working day. */
export const sessionMinutes = 12 * 60;
/** On a device that its owner ticked as their own. */
export const rememberedMinutes = retention["sign-in"].limit.days * 24 * 60;

/** What a browser is given, and the write that makes it worth something. The token is stored only as a hash. */
export type NewSession = { cookie: string; session: Write };

export const startSession = ({ ids }: Pick<Deps, "ids">, accountId: AccountId, facts: SessionFacts): NewSession => {
  const token = Buffer.from(ids.bytes(32)).toString("base64url");
  return {
    cookie: `${accountId}.${token}`,
    session: {
      Put: {
        Item: {
          ...sessionKey(accountId, hashOf(token)),
          type: "session",
          version: 1,
          accountId,
          ...facts,
          expiresAt: expiresAt(facts.endsAt),
        },
      },
    },
  };
};

/** Ends one session; refused when it is over already. */
export const dropSession = (accountId: AccountId, tokenHash: string): Write => ({
  Delete: { Key: sessionKey(accountId, tokenHash), ConditionExpression: "attribute_exists(pk)" },
});

const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);

/**
 * The session goes on, strong from now on, under a token of its own: whoever had a copy of the earlier cookie has nothing. It ends no later than it would
 * have, and never later than a working day from now.
 */
export const strongerSession = (deps: Pick<Deps, "ids" | "clock">, { accountId, sessionHash, session }: SignedIn) => {
  const now = deps.clock.now();
  const facts = { ...session, endsAt: earlier(session.endsAt, addMinutes(now, sessionMinutes)), provedAt: now };
  const { cookie, session: started } = startSession(deps, accountId, facts);
  return { cookie, writes: { earlier: dropSession(accountId, sessionHash), session: started } };
};

/** Ends every session of an account up to now; sessions are compared with it on each request. Refused when somebody else just did. */
export const startEpoch = (accountId: AccountId, epoch: number): Write => ({
  Update: {
    Key: accountKey(accountId),
    UpdateExpression: "SET sessionEpoch = :next ADD version :one",
    ConditionExpression: epoch === 0 ? "attribute_not_exists(sessionEpoch)" : "sessionEpoch = :epoch",
    ExpressionAttributeValues: { ":next": epoch + 1, ":one": 1, ...(epoch > 0 && { ":epoch": epoch }) },
  },
});

/** Takes one session along into the next epoch. */
export const keepSession = (accountId: AccountId, tokenHash: string, epoch: number): Write => ({
  Update: {
    Key: sessionKey(accountId, tokenHash),
    UpdateExpression: "SET epoch = :next ADD version :one",
    ConditionExpression: "attribute_exists(pk)",
    ExpressionAttributeValues: { ":next": epoch + 1, ":one": 1 },
  },
});
