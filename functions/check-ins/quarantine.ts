import { createHash } from "node:crypto";
import type { AccountId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { type Db, findItem, type Item, queryPartition } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { quarantineKey, quarantinePrefix, visitPartition } from "../platform/keys.ts";
import { transact, type Write } from "../platform/transact.ts";

/** Why an event waits for the lead: of an app that is older or newer, of a phone that is lost, or of one that had no right to write it then. */
export type QuarantineReason = "unreadable" | "unknown-device" | "device-revoked" | "outside-lease";

type QuarantinedEvent = {
  visitId: VisitId;
  /** Of the text: the same again is the same. */
  hash: string;
  /** As it came, JSON; at most what an upload may hold. */
  text: string;
  reason: QuarantineReason;
  deviceId: string;
  uploadedBy: AccountId;
  at: Instant;
};

/** Keeps an event for the lead, as it came. Sent again it is there already. */
export const keepAside = async (
  { db, clock }: Pick<Deps, "db" | "clock">,
  from: Pick<QuarantinedEvent, "visitId" | "deviceId" | "uploadedBy" | "reason">,
  raw: unknown,
): Promise<void> => {
  const text = JSON.stringify(raw) ?? "null";
  const hash = createHash("sha256").update(text).digest("base64url").slice(0, 22);
  const event: QuarantinedEvent = { ...from, hash, text, at: clock.now() };
  await transact(db, {
    event: {
      Put: {
        Item: { ...quarantineKey(from.visitId, hash), type: "quarantined-event", version: 1, ...event },
        ConditionExpression: "attribute_not_exists(pk)",
      },
    },
  });
};

/** What the lead decided about it. */
type Settled = { at: Instant; isAccepted: boolean; note: string; staffId: AccountId };
export type QuarantinedItem = Item & QuarantinedEvent & { settled?: Settled };

/** Refused when it was decided already. */
export const settleQuarantined = (visitId: VisitId, hash: string, settled: Settled): Write => ({
  Update: {
    Key: quarantineKey(visitId, hash),
    UpdateExpression: "SET settled = :settled ADD version :one",
    ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(settled)",
    ExpressionAttributeValues: { ":settled": settled, ":one": 1 },
  },
});

export const findQuarantined = (db: Db, visitId: VisitId, hash: string): Promise<QuarantinedItem | undefined> =>
  findItem<QuarantinedItem>(db, quarantineKey(visitId, hash));

export const listQuarantine = (db: Db, visitId: VisitId): Promise<QuarantinedItem[]> =>
  queryPartition<QuarantinedItem>(db, visitPartition(visitId), quarantinePrefix);
