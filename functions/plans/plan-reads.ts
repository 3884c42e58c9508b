import type { PersonId, PlanId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { Place } from "../../shared/domain/place.ts";
import type { Plan } from "../../shared/domain/plan.ts";
import type { SlotMove } from "../../shared/domain/plan-moves.ts";
import type { PlanEnding, ReceiptBooking } from "../../shared/domain/plan-receipt.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { Visit } from "../../shared/domain/visit.ts";
import { type Db, findItem, findItems, type Item, queryItems, queryPartition } from "../platform/db.ts";
import {
  type Key,
  mailKey,
  planKey,
  planReceiptKey,
  planReceiptPartition,
  planReceiptPrefix,
  plansIndexPartition,
} from "../platform/keys.ts";

/** The visit as it was before the plan, for who has to be told what changed. */
export type VisitBefore = Pick<Visit, "date" | "startTime" | "endTime"> & { place: Place };

export type PlanItem = Item & {
  plan: Omit<Plan, "version">;
  /** The version that was looked at when it was started. */
  startedFrom?: number;
  /** Set at the start, and not changed any more: a run that is taken up again does the same. */
  moves?: SlotMove[];
  before?: VisitBefore;
  /** Cells of desks and hosts that are free once the plan is done. */
  frees?: (Key & { cells: number[] })[];
  /** So many of them are free already. */
  freed?: number;
};

/** What became of one person; there is one, whatever breaks and however often a run is taken up. */
export type Receipt = {
  planId: PlanId;
  visitId: VisitId;
  registrationId: RegistrationId;
  personId: PersonId;
  doneAt: Instant;
  bookings: ReceiptBooking[];
  /** Receipts of before say nothing of it. */
  ended?: PlanEnding[];
};
export type ReceiptItem = Item & Receipt;

export const planOf = ({ plan, version }: PlanItem): Plan => ({ ...plan, version });

export const findPlan = (db: Db, visitId: VisitId, planId: PlanId): Promise<PlanItem | undefined> =>
  findItem<PlanItem>(db, planKey(visitId, planId));

/** Plans that run, the oldest first; a moment old. */
export const listRunningPlans = (db: Db): Promise<PlanItem[]> =>
  queryItems<PlanItem>(db, {
    IndexName: "gsi1",
    KeyConditionExpression: "gsi1pk = :plans",
    ExpressionAttributeValues: { ":plans": plansIndexPartition },
  });

export const findReceipt = (db: Db, planId: PlanId, id: RegistrationId): Promise<ReceiptItem | undefined> =>
  findItem<ReceiptItem>(db, planReceiptKey(planId, id));

export const listReceipts = async (db: Db, visitId: VisitId, planId: PlanId): Promise<ReceiptItem[]> => {
  const receipts = await queryPartition<ReceiptItem>(db, planReceiptPartition(planId), planReceiptPrefix);
  // Plans of two visits may bear one id: ids come from the callers.
  return receipts.filter((receipt) => receipt.visitId === visitId);
};

/** Names the mail about a receipt. */
export const planMailId = ({ planId, registrationId }: Pick<ReceiptItem, "planId" | "registrationId">): string =>
  `${registrationId}.${planId}`;

type MailClaim = Item & { state: "claimed" | "sent" | "refused" };

/** Whether the mails about some receipts went out, in their order; null while that is not settled. */
export const mailStatesOf = async (db: Db, receipts: readonly ReceiptItem[]): Promise<("sent" | "refused" | null)[]> => {
  const claims = await findItems(
    db,
    receipts.map((receipt) => mailKey(planMailId(receipt))),
  );
  return (claims as (MailClaim | undefined)[]).map((claim) => (claim && claim.state !== "claimed" ? claim.state : null));
};
