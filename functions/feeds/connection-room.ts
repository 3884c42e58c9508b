import type { ItemType } from "../../shared/wiring.ts";
import { counterKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";

type Kind = "webhooks" | "api-keys";

const count = (kind: Kind, by: 1 | -1, known: number, onlyIf?: { expression: string; values: object }): Write => ({
  Update: {
    Key: counterKey(kind),
    UpdateExpression: "SET #type = :type, #count = if_not_exists(#count, :known) + :by ADD version :one",
    ...(onlyIf && { ConditionExpression: onlyIf.expression }),
    ExpressionAttributeNames: { "#type": "type", "#count": "count" },
    ExpressionAttributeValues: { ":type": "counter" satisfies ItemType, ":known": known, ":by": by, ":one": 1, ...onlyIf?.values },
  },
});

/**
 * Room for one more, in the transaction that adds it: however many are added at once, there are never more.
 *
 * @param known how many there are, for those of before they were counted
 */
export const takeRoom = (kind: Kind, known: number, most: number): Write =>
  count(kind, 1, known, {
    expression: known < most ? "attribute_not_exists(#count) OR #count < :most" : "#count < :most",
    values: { ":most": most },
  });

/** Its room is free again, in the transaction that removes it. */
export const giveRoom = (kind: Kind, known: number): Write => count(kind, -1, known);
