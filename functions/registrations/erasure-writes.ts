import type { AccountId, PersonId } from "../../shared/domain/ids.ts";
import { addMinutes, type Instant } from "../../shared/domain/seoul-time.ts";
import type { AccountItem } from "../accounts/account-reads.ts";
import { accountKey, addressKey, erasureKey, erasuresIndex, expiresAt, lockedFormKey, personKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import type { Erasure, LockedForm } from "./erasure-reads.ts";

/** Refused when it is under way already. */
export const beginErasure = (erasure: Erasure): Write => ({
  Put: {
    Item: {
      ...{ ...erasureKey(erasure.personId), ...erasuresIndex(erasure.at, erasure.personId), type: "erasure", version: 1 },
      ...erasure,
    },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

export const finishErasure = (personId: PersonId): Write => ({ Delete: { Key: erasureKey(personId) } });

/** Requests that were under way when somebody was erased are over by then. */
const tombstoneMinutes = 24 * 60;

type AsRead = { mergedInto?: PersonId | undefined; also?: ReadonlySet<PersonId> | undefined; mail?: string | undefined };

/**
 * In a person's place stands for a day that they were erased: whoever registers with a session of before is refused by it, and nothing of them comes back.
 * Refused where it stands already, and where who they are, too, or the address by which their account is found has changed since it was read.
 */
export const entomb = (personId: PersonId, erasedAt: Instant, { mergedInto, also, mail }: AsRead): Write => {
  const asRead = Object.entries({ mergedInto, also, mail });
  const known = asRead.filter(([, value]) => value !== undefined);
  return {
    Put: {
      Item: {
        ...{ ...personKey(personId), type: "person", version: 1, personId, erasedAt },
        expiresAt: expiresAt(addMinutes(erasedAt, tombstoneMinutes)),
      },
      ConditionExpression: [
        "attribute_not_exists(erasedAt)",
        ...asRead.map(([name, value]) => (value === undefined ? `attribute_not_exists(${name})` : `${name} = :${name}`)),
      ].join(" AND "),
      ...(known.length > 0 && { ExpressionAttributeValues: Object.fromEntries(known.map(([name, value]) => [`:${name}`, value])) }),
    },
  };
};

/** The account and its address end, with every session: signing in again makes a new person. Refused when it has changed since it was read. */
export const dropAccount = ({ accountId, mail, version }: AccountItem) =>
  ({
    account: {
      Delete: {
        Key: accountKey(accountId),
        ConditionExpression: "#version = :seen",
        ExpressionAttributeNames: { "#version": "version" },
        ExpressionAttributeValues: { ":seen": version },
      },
    },
    address: {
      Delete: {
        Key: addressKey(mail),
        ConditionExpression: "accountId = :account",
        ExpressionAttributeValues: { ":account": accountId },
      },
    },
  }) satisfies Record<string, Write>;

/** Whoever works for the centre or an employer keeps their account for that; as a seeker they are somebody else from now on. */
export const becomeAnother = (accountId: AccountId, from: PersonId, to: PersonId) =>
  ({
    account: {
      Update: {
        Key: accountKey(accountId),
        UpdateExpression: "SET personId = :to ADD version :one",
        ConditionExpression: "personId = :from",
        ExpressionAttributeValues: { ":from": from, ":to": to, ":one": 1 },
      },
    },
  }) satisfies Record<string, Write>;

/** Put once: what was locked first stays. */
export const lockForm = (form: LockedForm): Write => ({
  Put: {
    Item: { ...lockedFormKey(form.lockedOn, form.lockId), type: "locked-form", version: 1, ...form },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});
