import type { ItemType } from "../../shared/wiring.ts";
import type { Key } from "./keys.ts";
import type { Write } from "./transact.ts";

type Condition = { expression: string; values: Readonly<Record<`:${string}`, unknown>> };

/**
 * Writes these attributes of an item, whether it is there already or not; an undefined one is taken away. Its version grows. With a condition it is
 * refused where that does not hold.
 */
export const upsert = (key: Key, type: ItemType, attributes: Readonly<Record<string, unknown>>, onlyIf?: Condition): Write => {
  const all = Object.entries({ type, ...attributes });
  const names = Object.fromEntries(all.map(([name], i) => [`#a${i}`, name]));
  const values = Object.fromEntries(all.flatMap(([, value], i) => (value === undefined ? [] : [[`:a${i}`, value]])));
  const set = all.flatMap(([, value], i) => (value === undefined ? [] : [`#a${i} = :a${i}`]));
  const remove = all.flatMap(([, value], i) => (value === undefined ? [`#a${i}`] : []));
  return {
    Update: {
      Key: key,
      UpdateExpression: `SET ${set.join(", ")}${remove.length > 0 ? ` REMOVE ${remove.join(", ")}` : ""} ADD version :one`,
      ExpressionAttributeNames: names,
      ...(onlyIf && { ConditionExpression: onlyIf.expression }),
      ExpressionAttributeValues: { ...values, ":one": 1, ...onlyIf?.values },
    },
  };
};
