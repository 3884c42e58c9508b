import type { AccountId, PersonId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { differentKey, personKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import type { PersonItem } from "./person-reads.ts";

type Said = { at: Instant; staffId: AccountId; reason: string };

const half = (personId: PersonId, otherId: PersonId, said: Said): Write => ({
  Put: {
    Item: { ...differentKey(personId, otherId), type: "different-people", version: 1, personId, otherId, ...said },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

/** Refused once they were erased, or merged otherwise than they were when they were read. */
const asRead = ({ personId, mergedInto }: PersonItem): Write => ({
  ConditionCheck: {
    Key: personKey(personId),
    ConditionExpression: `attribute_exists(pk) AND attribute_not_exists(erasedAt) AND ${mergedInto ? "mergedInto = :into" : "attribute_not_exists(mergedInto)"}`,
    ...(mergedInto && { ExpressionAttributeValues: { ":into": mergedInto } }),
  },
});

/** Two people are two: written with either, in one transaction, while neither is the other. A merge of them is refused from then on (`notDifferent`). */
export const sayDifferent = (one: PersonItem, other: PersonItem, said: Said): Record<string, Write> => ({
  one: asRead(one),
  other: asRead(other),
  "half of one": half(one.personId, other.personId, said),
  "half of other": half(other.personId, one.personId, said),
});

/** Both halves go, once. */
export const dropDifferent = (one: PersonId, other: PersonId): Record<string, Write> => {
  const drop = (personId: PersonId, otherId: PersonId): Write => ({
    Delete: { Key: differentKey(personId, otherId), ConditionExpression: "attribute_exists(pk)" },
  });
  return { [`half of ${one}`]: drop(one, other), [`half of ${other}`]: drop(other, one) };
};

/** Holds while nobody has said that they are two. */
export const notDifferent = (one: PersonId, other: PersonId): Write => ({
  ConditionCheck: { Key: differentKey(one, other), ConditionExpression: "attribute_not_exists(pk)" },
});
