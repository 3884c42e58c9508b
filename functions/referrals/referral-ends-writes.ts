import type { FollowUpWords } from "../../shared/domain/follow-up-told.ts";
import type { AccountId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { listFollowUpsOf } from "../follow-ups/follow-up-reads.ts";
import { closeFollowUp } from "../follow-ups/follow-up-writes.ts";
import { noteForgotten } from "../ledger/forgotten-writes.ts";
import type { Db } from "../platform/db.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import type { Write } from "../platform/transact.ts";
import type { ReferralItem, StoredReferral } from "./referral-reads.ts";
import { withdrawReferral } from "./referral-writes.ts";

/** When, by whom of the staff or through whose account, and why. */
type Step = { at: Instant; byId?: AccountId; words: FollowUpWords };

/** Whatever is to be done for a referral needs doing no more; nothing where its owner closed it already. */
export const closeTasksOf = async (
  db: Db,
  { personId, referralId }: ReferralItem,
  how: "done" | "given-up",
  step: Step,
): Promise<Record<string, Write>> => {
  const tasks = (await listFollowUpsOf(db, personId)).filter((task) => task.state === "open" && task.referralId === referralId);
  return Object.fromEntries(tasks.map((task) => [task.followUpId, closeFollowUp(task, how, { ...step, did: how })]));
};

/** Taken back: the employer sees nobody by it from this moment, nobody has to do anything for it, and a table that is restored takes it back again. */
export const endReferral = async (
  { db, ledger }: Pick<LedgerDeps, "db" | "ledger">,
  item: ReferralItem,
  step: Step,
  how: Pick<StoredReferral, "endedWith" | "isTold"> = {},
): Promise<Record<string, Write>> => ({
  referral: withdrawReferral(item, step.at, how),
  forgotten: noteForgotten(ledger, { what: "referral", personId: item.personId, referralId: item.referralId, at: step.at }),
  ...(await closeTasksOf(db, item, "given-up", step)),
});
