import type { PersonId } from "../../shared/domain/ids.ts";
import { personKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import { notDifferent } from "./different-writes.ts";
import type { PersonItem } from "./person-reads.ts";

const isThere = "attribute_exists(pk) AND attribute_not_exists(erasedAt)";

const difference = "difference from ";
/** The label of a refused write that says: these are two people. */
export const isDifference = (label: string): boolean => label.startsWith(difference);

/**
 * Two records of one person become one, and both stay as they are: nothing is moved, so that it can be undone. In one transaction; refused when one of them was
 * erased, or merged with somebody else, meanwhile, and while somebody says that the one is not the other, or not who the other is, too.
 */
export const mergeInto = ({ personId: into, also = new Set() }: Pick<PersonItem, "personId" | "also">, same: PersonId) =>
  ({
    ...Object.fromEntries([into, ...also].map((one) => [`${difference}${one}`, notDifferent(one, same)])),
    same: {
      Update: {
        Key: personKey(same),
        UpdateExpression: "SET mergedInto = :into ADD version :one",
        ConditionExpression: `${isThere} AND attribute_not_exists(mergedInto) AND attribute_not_exists(also)`,
        ExpressionAttributeValues: { ":into": into, ":one": 1 },
      },
    },
    into: {
      Update: {
        Key: personKey(into),
        UpdateExpression: "ADD version :one, also :same",
        ConditionExpression: `${isThere} AND attribute_not_exists(mergedInto) AND ${also.size > 0 ? "also = :also" : "attribute_not_exists(also)"}`,
        ExpressionAttributeValues: { ":same": new Set([same]), ":one": 1, ...(also.size > 0 && { ":also": also }) },
      },
    },
  }) satisfies Record<string, Write>;

/** The other way round. */
export const separateFrom = (into: PersonId, same: PersonId) =>
  ({
    same: {
      Update: {
        Key: personKey(same),
        UpdateExpression: "REMOVE mergedInto ADD version :one",
        ConditionExpression: "mergedInto = :into",
        ExpressionAttributeValues: { ":into": into, ":one": 1 },
      },
    },
    into: {
      Update: {
        Key: personKey(into),
        UpdateExpression: "ADD version :one DELETE also :same",
        ConditionExpression: "contains(also, :id)",
        ExpressionAttributeValues: { ":same": new Set([same]), ":id": same, ":one": 1 },
      },
    },
  }) satisfies Record<string, Write>;
