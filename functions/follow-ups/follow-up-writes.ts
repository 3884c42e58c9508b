import type { NextStep } from "../../shared/domain/follow-up.ts";
import type { AccountId } from "../../shared/domain/ids.ts";
import { followUpKey, followUpsIndex } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";
import type { FollowUpItem, FollowUpStep, StoredFollowUp } from "./follow-up-reads.ts";

type Opened = Omit<StoredFollowUp, "state" | "steps">;

/** Something to be done for somebody by a day. */
export const openFollowUp = (opened: Opened): Write => {
  const { personId, followUpId, ownerId, dueOn } = opened;
  return {
    Put: {
      Item: {
        ...{ ...followUpKey(personId, followUpId), ...followUpsIndex(ownerId, dueOn, followUpId), type: "follow-up", version: 1 },
        ...{ ...opened, state: "open", steps: [] },
      },
      ConditionExpression: "attribute_not_exists(pk)",
    },
  };
};

const change = (item: FollowUpItem, attributes: Partial<FollowUpItem>, step: FollowUpStep): Write =>
  upsert(
    followUpKey(item.personId, item.followUpId),
    "follow-up",
    { ...attributes, steps: [...item.steps, step] },
    { expression: "version = :seen", values: { ":seen": item.version } },
  );

/** It was never to be done: nothing is left of it. Refused when it has changed since it was read. */
export const dropFollowUp = ({ personId, followUpId, version }: FollowUpItem): Write => ({
  Delete: {
    Key: followUpKey(personId, followUpId),
    ConditionExpression: "version = :seen",
    ExpressionAttributeValues: { ":seen": version },
  },
});

/** What came of it; it leaves its owner's list. Refused when it has changed since it was read. */
export const closeFollowUp = (item: FollowUpItem, state: "done" | "given-up", step: FollowUpStep): Write =>
  change(item, { state, gsi1pk: undefined, gsi1sk: undefined }, step);

/** It was closed by mistake: on its owner's list again, by the day that it had. Refused when it has changed since it was read. */
export const reopenFollowUp = (item: FollowUpItem, step: FollowUpStep): Write =>
  change(item, { state: "open", ...followUpsIndex(item.ownerId, item.dueOn, item.followUpId) }, step);

/** Another day; refused when it has changed since it was read. */
export const postponeFollowUp = (item: FollowUpItem, next: Pick<NextStep, "dueOn" | "waitingFor">, step: FollowUpStep): Write =>
  change(item, { ...next, ...followUpsIndex(item.ownerId, next.dueOn, item.followUpId) }, step);

/** Another owner; refused when it has changed since it was read. */
export const handFollowUp = (item: FollowUpItem, ownerId: AccountId, step: FollowUpStep): Write =>
  change(item, { ownerId, ...followUpsIndex(ownerId, item.dueOn, item.followUpId) }, step);
