import type { AccountId, PersonId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import { addMinutes, type Instant } from "../../shared/domain/seoul-time.ts";
import type { Db, Item } from "../platform/db.ts";
import { accountKey, addressKey, addressNewsKey, expiresAt } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import { findPerson } from "../registrations/person-reads.ts";
import { isNobodyYet } from "../registrations/registration-writes.ts";
import { type AccountItem, findAccount, findAccountId, hasRights } from "./account-reads.ts";
import { claimAddress, hasNoRights } from "./account-writes.ts";

type Wanted = { accountId: AccountId; mail: string };

/** Somebody signed in with it once, and did nothing: the address leads to the other account from now on, and this one ends. */
const takeFrom = (empty: AccountItem, { accountId, mail }: Wanted) =>
  ({
    address: {
      Update: {
        Key: addressKey(mail),
        UpdateExpression: "SET accountId = :mine ADD version :one",
        ConditionExpression: "accountId = :theirs",
        ExpressionAttributeValues: { ":mine": accountId, ":theirs": empty.accountId, ":one": 1 },
      },
    },
    emptied: {
      Delete: {
        Key: accountKey(empty.accountId),
        ConditionExpression: "#version = :seen",
        ExpressionAttributeNames: { "#version": "version" },
        ExpressionAttributeValues: { ":seen": empty.version },
      },
    },
    unregistered: isNobodyYet(empty.personId),
  }) satisfies Record<string, Write>;

/**
 * What gives an address to an account: one that is free, or one with which somebody only ever signed in. Undefined where it is that of somebody who is registered
 * or works here. The writes are refused when that is no longer so: of two who want one address, one gets it.
 */
export const giveAddress = async (db: Db, wanted: Wanted): Promise<Record<string, Write> | undefined> => {
  const ownerId = await findAccountId(db, wanted.mail);
  const owner = ownerId && (await findAccount(db, ownerId));
  if (!owner) return { address: claimAddress(wanted) };
  if (hasRights(owner) || (await findPerson(db, owner.personId))) return undefined;
  return takeFrom(owner, wanted);
};

/** Nobody signs in with it any more. */
export const dropAddress = (mail: string, accountId: AccountId): Write => ({
  Delete: {
    Key: addressKey(mail),
    ConditionExpression: "accountId = :account",
    ExpressionAttributeValues: { ":account": accountId },
  },
});

type Moved = { to: string; isUnproven: boolean };

/**
 * The account goes by another address, and every session of before is over. Refused when it has changed since it was read, and for whoever works here: by
 * their address they were given their rights.
 */
export const moveAccount = ({ accountId, mail, sessionEpoch = 0 }: AccountItem, { to, isUnproven }: Moved): Write => ({
  Update: {
    Key: accountKey(accountId),
    UpdateExpression: `SET mail = :to, sessionEpoch = :next${isUnproven ? ", isUnproven = :yes" : " REMOVE isUnproven"} ADD version :one`,
    ConditionExpression: `mail = :from AND ${sessionEpoch === 0 ? "attribute_not_exists(sessionEpoch)" : "sessionEpoch = :epoch"} AND ${hasNoRights}`,
    ExpressionAttributeValues: {
      ...{ ":from": mail, ":to": to, ":next": sessionEpoch + 1, ":none": 0, ":one": 1 },
      ...(sessionEpoch > 0 && { ":epoch": sessionEpoch }),
      ...(isUnproven && { ":yes": true }),
    },
  },
});

/** Somebody signed in with the address; refused when it was noted before. */
export const noteProven = (accountId: AccountId): Write => ({
  Update: {
    Key: accountKey(accountId),
    UpdateExpression: "REMOVE isUnproven ADD version :one",
    ConditionExpression: "attribute_exists(isUnproven)",
    ExpressionAttributeValues: { ":one": 1 },
  },
});

/** What is to be told of an address: to the one of before that another is used, or to one that staff wrote down that it is used. */
export type AddressNews = {
  accountId: AccountId;
  newsId: string;
  what: "changed" | "added";
  to: string;
  at: Instant;
  locale: Locale;
  /** For whom staff wrote it down: where it does not arrive, they are called. */
  about?: { visitId: VisitId; registrationId: RegistrationId; personId: PersonId };
};
export type AddressNewsItem = Item & AddressNews;

/** An address of before is kept no longer than it takes to write to it. */
const newsMinutes = 24 * 60;

export const tellAddress = (news: AddressNews): Write => ({
  Put: {
    Item: {
      ...{ ...addressNewsKey(news.accountId, news.newsId), type: "address-news", version: 1, ...news },
      expiresAt: expiresAt(addMinutes(news.at, newsMinutes)),
    },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});
