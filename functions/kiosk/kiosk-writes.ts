import type { VisitId } from "../../shared/domain/ids.ts";
import { addMinutes, type Instant } from "../../shared/domain/seoul-time.ts";
import { pairingCodeMinutes } from "../../shared/domain/table-pairing.ts";
import type { ItemType } from "../../shared/wiring.ts";
import { expiresAt, kioskCodesKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import type { MeantKiosk } from "./kiosk-reads.ts";

const type: ItemType = "kiosk-codes";
/** The item outlives every code that was given before its last change; once it is gone the count begins anew. */
const goneAt = (now: Instant): number => expiresAt(addMinutes(now, pairingCodeMinutes + 60));

/** That a code was given which can be used until then. */
export const noteKioskCode = (visitId: VisitId, codeUntil: Instant, now: Instant): Write => ({
  Update: {
    Key: kioskCodesKey(visitId),
    UpdateExpression: "SET #type = :type, codeUntil = :until, expiresAt = :gone ADD version :one",
    ExpressionAttributeNames: { "#type": "type" },
    ExpressionAttributeValues: { ":type": type, ":until": codeUntil, ":gone": goneAt(now), ":one": 1 },
  },
});

/** Every code that was given so far pairs nothing any more. */
export const endKioskCodes = (visitId: VisitId, now: Instant): Write => ({
  Update: {
    Key: kioskCodesKey(visitId),
    UpdateExpression: "SET #type = :type, expiresAt = :gone REMOVE codeUntil ADD endings :one, version :one",
    ExpressionAttributeNames: { "#type": "type" },
    ExpressionAttributeValues: { ":type": type, ":gone": goneAt(now), ":one": 1 },
  },
});

/** Holds while nobody has ended every kiosk since the code was given. */
export const isStillMeant = ({ visitId, endings = 0 }: Pick<MeantKiosk, "visitId" | "endings">): Write => ({
  ConditionCheck: {
    Key: kioskCodesKey(visitId),
    ...(endings === 0
      ? { ConditionExpression: "attribute_not_exists(endings)" }
      : { ConditionExpression: "endings = :seen", ExpressionAttributeValues: { ":seen": endings } }),
  },
});
