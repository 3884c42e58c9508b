import type { ApiKeyId } from "../../shared/domain/ids.ts";
import type { LocalDate } from "../../shared/domain/seoul-time.ts";
import { apiKeyKey } from "../platform/keys.ts";
import type { Update, Write } from "../platform/transact.ts";
import type { ApiKeyItem } from "./api-key-reads.ts";

type New = Pick<ApiKeyItem, "keyId" | "name" | "scopes" | "endsOn" | "madeAt" | "madeBy" | "secretHash">;

export const addApiKey = (key: New): Write => ({
  Put: {
    Item: { ...apiKeyKey(key.keyId), type: "api-key", version: 1, ...key },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

export const dropApiKey = (keyId: ApiKeyId): Write => ({
  Delete: { Key: apiKeyKey(keyId), ConditionExpression: "attribute_exists(pk)" },
});

/** The day of its last use: written once a day. */
export const noteKeyUse = (keyId: ApiKeyId, on: LocalDate): Update => ({
  Update: {
    Key: apiKeyKey(keyId),
    UpdateExpression: "SET lastUsedOn = :on ADD version :one",
    ConditionExpression: "attribute_exists(pk) AND (attribute_not_exists(lastUsedOn) OR lastUsedOn < :on)",
    ExpressionAttributeValues: { ":on": on, ":one": 1 },
  },
});
