import type { PersonId, PlanId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { Place } from "../../shared/domain/place.ts";
import type { Plan } from "../../shared/domain/plan.ts";
import type { SlotMove } from "../../shared/domain/plan-moves.ts";
import type { PlanEnding, ReceiptBooking } from "../../shared/domain/plan-receipt.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { Visit } from "../../shared/domain/visit.ts";
import type { MailItem } from "../mail/mail-reads.ts";
import { type Db, findItem, findItems, type Item, queryItems, queryPartition } from "../platform/db.ts";
import {
  type Key,
  mailKey,
  planKey,
  planPrefix,
  planReceiptKey,
  planReceiptPartition,
  planReceiptPrefix,
  plansIndexPartition,
  visitPartition,
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

/** Every plan of a visit, the oldest first. */
export const listPlans = (db: Db, visitId: VisitId): Promise<PlanItem[]> =>
  queryPartition<PlanItem>(db, visitPartition(visitId), planPrefix);

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

/** How it stands with the mail about a receipt; null while that is not settled. */
const standingOf = (mail: MailItem | undefined): "sent" | "refused" | "unsure" | "told" | null => {
  if (!mail || mail.state === "claimed") return null;
  if (mail.state === "sent") return "sent";
  if (mail.settled) return "told";
  return mail.state === "unsure" || mail.state === "lost" ? "unsure" : "refused";
};

/** How it stands with the mails about some receipts, in their order. */
export const mailStatesOf = async (db: Db, receipts: readonly ReceiptItem[]): Promise<ReturnType<typeof standingOf>[]> => {
  const mails = await findItems(
    db,
    receipts.map((receipt) => mailKey(planMailId(receipt))),
  );
  return (mails as (MailItem | undefined)[]).map(standingOf);
};
