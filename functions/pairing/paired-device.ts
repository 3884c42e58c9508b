import { PairingId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant, LocalDate } from "../../shared/domain/seoul-time.ts";
import { isPaired } from "../../shared/domain/table-pairing.ts";
import { findItems, type Item } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { hashOf } from "../platform/hash-of.ts";
import { type Key, visitKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import type { VisitItem } from "../visits/visit-reads.ts";
import type { Meant } from "./pairing-code.ts";

/** What is stored of every device that was paired. Its token is stored as a hash. */
export type Paired = Meant & {
  pairingId: PairingId;
  /** Day of the visit when it was paired: of a visit that moves, the device does not move along. */
  date: LocalDate;
  tokenHash: string;
  pairedAt: Instant;
  endedAt?: Instant;
};

/** Where a device of a visit stands in the table. */
export type KeyOf = (visitId: VisitId, id: PairingId) => Key;

export const cookieOf = (visitId: VisitId, id: PairingId, token: string): string => `${visitId}.${id}.${token}`;

/** Reads what a device is paired for, as it stands at this moment and with its visit as it is now: ended, it is over with the next request. */
export const findPaired = async <T extends Item & Paired>(
  { db, clock }: Pick<Deps, "db" | "clock">,
  keyOf: KeyOf,
  cookie: string | undefined,
): Promise<T | undefined> => {
  const [visit, device, token] = (cookie ?? "").split(".");
  const [visitId, id] = [VisitId.safeParse(visit), PairingId.safeParse(device)];
  if (!visitId.success || !id.success || !token) return undefined;
  const [paired, planned] = (await findItems(db, [keyOf(visitId.data, id.data), visitKey(visitId.data)])) as [
    T | undefined,
    VisitItem | undefined,
  ];
  if (!paired || !planned || paired.tokenHash !== hashOf(token) || !isPaired(paired, planned.visit, clock.now())) return undefined;
  return paired;
};

/** Over from the next request on; the first end stays. */
export const endPaired = (keyOf: KeyOf, visitId: VisitId, id: PairingId, now: Instant): Write => ({
  Update: {
    Key: keyOf(visitId, id),
    UpdateExpression: "SET endedAt = :now ADD version :one",
    ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(endedAt)",
    ExpressionAttributeValues: { ":now": now, ":one": 1 },
  },
});
