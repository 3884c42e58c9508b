import type { PairingId, VisitId } from "../../shared/domain/ids.ts";
import { addMinutes, type Instant } from "../../shared/domain/seoul-time.ts";
import { expiresAt, kioskKey, tableCodeKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import type { KioskCodeItem, KioskItem } from "./kiosk-reads.ts";

export const addKioskCode = (
  mac: string,
  { visitId, givenBy, usableUntil }: Pick<KioskCodeItem, "visitId" | "givenBy" | "usableUntil">,
): Write => ({
  Put: {
    Item: {
      ...tableCodeKey(mac),
      ...{ type: "kiosk-code", version: 1, visitId, givenBy, usableUntil },
      expiresAt: expiresAt(addMinutes(usableUntil, 60)),
    },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

/** A code pairs one device: of many who hand it in at once, one. */
export const useKioskCode = (mac: string, now: Instant): Write => ({
  Update: {
    Key: tableCodeKey(mac),
    UpdateExpression: "SET usedAt = :now ADD version :one",
    ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(usedAt) AND usableUntil > :now",
    ExpressionAttributeValues: { ":now": now, ":one": 1 },
  },
});

export const addKiosk = (kiosk: Pick<KioskItem, "visitId" | "kioskId" | "givenBy" | "date" | "tokenHash" | "pairedAt">): Write => ({
  Put: {
    Item: { ...kioskKey(kiosk.visitId, kiosk.kioskId), type: "kiosk", version: 1, ...kiosk },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

/** Over from the next request on; the first end stays. */
export const endKiosk = (visitId: VisitId, id: PairingId, now: Instant): Write => ({
  Update: {
    Key: kioskKey(visitId, id),
    UpdateExpression: "SET endedAt = :now ADD version :one",
    ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(endedAt)",
    ExpressionAttributeValues: { ":now": now, ":one": 1 },
  },
});
