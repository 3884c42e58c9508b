import type { EmployerId, SlotRequestId } from "../../shared/domain/ids.ts";
import type { SlotRequest } from "../../shared/domain/slot.ts";
import { type Db, findItem, type Item, queryItems } from "../platform/db.ts";
import { employerPartition, pendingIndexPartition, slotRequestKey, slotRequestPrefix } from "../platform/keys.ts";

export type SlotRequestItem = Item & { request: Omit<SlotRequest, "version"> };

const requestOf = ({ request, version }: SlotRequestItem): SlotRequest => ({ ...request, version });

export const findSlotRequest = async (db: Db, employerId: EmployerId, id: SlotRequestId): Promise<SlotRequest | undefined> => {
  const item = await findItem<SlotRequestItem>(db, slotRequestKey(employerId, id));
  return item && requestOf(item);
};

/** At most so many in one list. */
const listLimit = 100;

/** An employer's requests, newest first. */
export const listSlotRequests = async (db: Db, employerId: EmployerId): Promise<SlotRequest[]> => {
  const items = await queryItems<SlotRequestItem>(
    db,
    {
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
      ExpressionAttributeValues: { ":pk": employerPartition(employerId), ":prefix": slotRequestPrefix },
      ScanIndexForward: false,
    },
    listLimit,
  );
  return items.map(requestOf);
};

/** Requests that wait for a decision, oldest first. */
export const listPendingSlotRequests = async (db: Db): Promise<SlotRequest[]> => {
  const items = await queryItems<SlotRequestItem>(
    db,
    {
      IndexName: "gsi1",
      KeyConditionExpression: "gsi1pk = :pending",
      ExpressionAttributeValues: { ":pending": pendingIndexPartition("slot-request") },
    },
    listLimit,
  );
  return items.map(requestOf);
};
