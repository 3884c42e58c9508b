import type { PairingId, VisitId } from "../../shared/domain/ids.ts";
import { addMinutes, type Instant } from "../../shared/domain/seoul-time.ts";
import { expiresAt, pairingKey, tableCodeKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import type { PairedFor, PairingItem } from "./pairing-reads.ts";

export const addTableCode = (mac: string, pairedFor: PairedFor, usableUntil: Instant): Write => ({
  Put: {
    Item: {
      ...tableCodeKey(mac),
      ...{ type: "table-code", version: 1, ...pairedFor, usableUntil },
      expiresAt: expiresAt(addMinutes(usableUntil, 60)),
    },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

/** A code pairs one device: of many who hand it in at once, one. */
export const useTableCode = (mac: string, now: Instant): Write => ({
  Update: {
    Key: tableCodeKey(mac),
    UpdateExpression: "SET usedAt = :now ADD version :one",
    ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(usedAt) AND usableUntil > :now",
    ExpressionAttributeValues: { ":now": now, ":one": 1 },
  },
});

export const addPairing = (pairing: PairedFor & Pick<PairingItem, "pairingId" | "date" | "tokenHash" | "pairedAt">): Write => ({
  Put: {
    Item: { ...pairingKey(pairing.visitId, pairing.pairingId), type: "table-pairing", version: 1, ...pairing },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

/** Over from the next request on; the first end stays. */
export const endPairing = (visitId: VisitId, id: PairingId, now: Instant): Write => ({
  Update: {
    Key: pairingKey(visitId, id),
    UpdateExpression: "SET endedAt = :now ADD version :one",
    ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(endedAt)",
    ExpressionAttributeValues: { ":now": now, ":one": 1 },
  },
});
