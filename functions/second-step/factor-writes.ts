import type { AccountId, FactorId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import { type FactorChange, type FactorKind, mostFactors } from "../../shared/domain/second-step.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { SessionFacts, SignedIn } from "../platform/actor.ts";
import type { Item } from "../platform/db.ts";
import { accountKey, factorKey, factorNewsKey, recoveryCodesKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import type { NewFactor } from "./factor-reads.ts";

export const addFactor = (factor: NewFactor): Write => ({
  Put: {
    Item: { ...factorKey(factor.accountId, factor.factorId), type: "factor", version: 1, ...factor },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

/**
 * One factor more. The first one only while its person is invited and has none; further ones while there is one and room. Never for a session whose account
 * was reset meanwhile.
 */
export const countFactor = (
  { accountId, factorCount, session: { epoch } }: Pick<SignedIn, "accountId" | "factorCount"> & { session: Pick<SessionFacts, "epoch"> },
  now: Instant,
): Write => {
  const inEpoch = epoch === 0 ? "attribute_not_exists(sessionEpoch)" : "sessionEpoch = :epoch";
  const known = { ":one": 1, ...(epoch > 0 && { ":epoch": epoch }) };
  return {
    Update: {
      Key: accountKey(accountId),
      ...(factorCount === 0
        ? {
            UpdateExpression: "SET factorCount = :one REMOVE enrolUntil ADD version :one",
            ConditionExpression: `(attribute_not_exists(factorCount) OR factorCount = :none) AND enrolUntil > :now AND ${inEpoch}`,
            ExpressionAttributeValues: { ...known, ":none": 0, ":now": now },
          }
        : {
            UpdateExpression: "ADD factorCount :one, version :one",
            ConditionExpression: `factorCount BETWEEN :one AND :room AND ${inEpoch}`,
            ExpressionAttributeValues: { ...known, ":room": mostFactors - 1 },
          }),
    },
  };
};

export const deleteFactor = (accountId: AccountId, factorId: FactorId): Write => ({
  Delete: { Key: factorKey(accountId, factorId), ConditionExpression: "attribute_exists(pk)" },
});

/** One factor fewer; refused when it is the last. */
export const uncountFactor = (accountId: AccountId): Write => ({
  Update: {
    Key: accountKey(accountId),
    UpdateExpression: "ADD factorCount :less, version :one",
    ConditionExpression: "factorCount > :one",
    ExpressionAttributeValues: { ":less": -1, ":one": 1 },
  },
});

/** All factors gone, all sessions over, and a new invitation; on the account as it was read. */
export const resetAccount = (account: { accountId: AccountId; version: number }, epoch: number, enrolUntil: Instant): Write => ({
  Update: {
    Key: accountKey(account.accountId),
    UpdateExpression: "SET factorCount = :none, sessionEpoch = :next, enrolUntil = :until ADD version :one",
    ConditionExpression: "version = :version",
    ExpressionAttributeValues: { ":none": 0, ":next": epoch + 1, ":until": enrolUntil, ":version": account.version, ":one": 1 },
  },
});

/** The code of one span of 30 seconds counts once, and none before it any more. */
export const spendTotpStep = (accountId: AccountId, factorId: FactorId, step: number, now: Instant): Write => ({
  Update: {
    Key: factorKey(accountId, factorId),
    UpdateExpression: "SET lastStep = :step, lastUsedAt = :now ADD version :one",
    ConditionExpression: "lastStep < :step",
    ExpressionAttributeValues: { ":step": step, ":now": now, ":one": 1 },
  },
});

/** A passkey that counts has to have counted on; one that does not says 0 each time. */
export const notePasskeyUse = (accountId: AccountId, factorId: FactorId, counter: number, now: Instant): Write => ({
  Update: {
    Key: factorKey(accountId, factorId),
    UpdateExpression: "SET #counter = :counter, lastUsedAt = :now ADD version :one",
    ConditionExpression: counter === 0 ? "#counter = :counter" : "#counter < :counter",
    ExpressionAttributeNames: { "#counter": "counter" },
    ExpressionAttributeValues: { ":counter": counter, ":now": now, ":one": 1 },
  },
});

/** In place of any earlier ones. */
export const putRecoveryCodes = (accountId: AccountId, macs: readonly string[], madeAt: Instant): Write => ({
  Put: { Item: { ...recoveryCodesKey(accountId), type: "recovery-codes", version: 1, accountId, codes: new Set(macs), madeAt } },
});

/** Codes that were made before something became of them; refused where others stand by now, or none. Those without a time are of before it was kept. */
export const deleteCodesOfBefore = (accountId: AccountId, at: Instant): Write => ({
  Delete: {
    Key: recoveryCodesKey(accountId),
    ConditionExpression: "attribute_exists(pk) AND (attribute_not_exists(madeAt) OR madeAt < :at)",
    ExpressionAttributeValues: { ":at": at },
  },
});

export const deleteRecoveryCodes = (accountId: AccountId): Write => ({ Delete: { Key: recoveryCodesKey(accountId) } });

/** Each counts once: taken out in the write that asks whether it is there. */
export const spendRecoveryCode = (accountId: AccountId, mac: string): Write => ({
  Update: {
    Key: recoveryCodesKey(accountId),
    UpdateExpression: "DELETE codes :spent ADD version :one",
    ConditionExpression: "contains(codes, :mac)",
    ExpressionAttributeValues: { ":spent": new Set([mac]), ":mac": mac, ":one": 1 },
  },
});

/** What somebody is told of how they sign in. `by` and `reason` where a manager did it: the reason is for the centre, not for the mail. */
export type FactorNews = {
  accountId: AccountId;
  at: Instant;
  change: FactorChange;
  kind?: FactorKind;
  label?: string;
  locale: Locale;
  by?: AccountId;
  reason?: string;
};
export type FactorNewsItem = Item & FactorNews & { newsId: string };

export const addFactorNews = (news: FactorNews, newsId: string): Write => ({
  Put: {
    Item: { ...factorNewsKey(news.accountId, news.at, newsId), type: "factor-news", version: 1, newsId, ...news },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});
