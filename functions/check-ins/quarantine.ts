import { createHash } from "node:crypto";
import { CheckInEvent, wordsOf } from "../../shared/domain/check-in-event.ts";
import type { Doubt } from "../../shared/domain/event-doubt.ts";
import type { AccountId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { type Db, findItem, type Item, queryPartition } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { quarantineKey, quarantinePrefix, visitPartition } from "../platform/keys.ts";
import { transact, type Write } from "../platform/transact.ts";

type QuarantinedEvent = {
  visitId: VisitId;
  hash: string;
  /** As it came, JSON; at most what an upload may hold. */
  text: string;
  reason: Doubt;
  deviceId: string;
  uploadedBy: AccountId;
  at: Instant;
};

/** What a phone handed in: its text as it came, JSON, and a hash by which the same again is the same, in whatever order its fields come. */
export type Handed = { raw: unknown; text: string; hash: string; event: CheckInEvent | undefined };

export const handedIn = (raw: unknown): Handed => {
  const text = JSON.stringify(raw) ?? "null";
  const event = CheckInEvent.safeParse(raw).data;
  const hash = createHash("sha256")
    .update(event ? wordsOf(event) : text)
    .digest("base64url")
    .slice(0, 22);
  return { raw, text, hash, event };
};

/** Keeps an event for the lead, as it came. Sent again it is there already. */
export const keepAside = async (
  { db, clock }: Pick<Deps, "db" | "clock">,
  from: Pick<QuarantinedEvent, "visitId" | "deviceId" | "uploadedBy" | "reason">,
  { text, hash }: Handed,
): Promise<void> => {
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

/** What it says, if this version of the server can read it. */
export const eventIn = ({ text }: Pick<QuarantinedEvent, "text">): CheckInEvent | undefined =>
  CheckInEvent.safeParse(JSON.parse(text)).data;

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
