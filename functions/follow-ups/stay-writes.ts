import type { FollowUpWords } from "../../shared/domain/follow-up-told.ts";
import type { AccountId, BookingId, FollowUpId, PersonId, ReferralId } from "../../shared/domain/ids.ts";
import type { StayCheck } from "../../shared/domain/placement.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { Db } from "../platform/db.ts";
import type { Write } from "../platform/transact.ts";
import { findHiredLater } from "../reports/counted-act-reads.ts";
import { addLaterStayCheck } from "../reports/counted-act-writes.ts";
import { findPlacement } from "../results/result-reads.ts";
import { addStayCheck } from "../results/result-writes.ts";
import { type FollowUpItem, listFollowUpsOf, type StayOf } from "./follow-up-reads.ts";
import { closeFollowUp } from "./follow-up-writes.ts";

type Answer = { stay: StayOf; stays: boolean };

/** The note of a check where the hire is counted; none where nothing is kept of it any more. */
const noteCheck = async (db: Db, { visitId }: FollowUpItem, stay: StayOf, check: StayCheck): Promise<Write | undefined> => {
  if ("bookingId" in stay) {
    const placement = await findPlacement(db, visitId, stay.bookingId);
    return placement && addStayCheck(placement, check);
  }
  const hire = await findHiredLater(db, visitId, stay.referralId);
  return hire && addLaterStayCheck(visitId, stay.referralId, hire, check);
};

const hireOf = (stay: StayOf): BookingId | ReferralId => ("bookingId" in stay ? stay.bookingId : stay.referralId);

/** Gives up what is left to be asked of a hire, after an interview or by a referral, in words that say why. */
export const endStayChecks = async (
  db: Db,
  personId: PersonId,
  hire: BookingId | ReferralId,
  { at, byId, words }: { at: Instant; byId: AccountId; words: FollowUpWords },
  but?: FollowUpId,
): Promise<Record<string, Write>> => {
  const left = (await listFollowUpsOf(db, personId)).filter(
    ({ stay, state, followUpId }) => stay && hireOf(stay) === hire && state === "open" && followUpId !== but,
  );
  return Object.fromEntries(left.map((one) => [one.followUpId, closeFollowUp(one, "given-up", { at, byId, did: "given-up", words })]));
};

/** What an answer to a stay check changes beside it: the hire, and the later checks of somebody who has left. */
export const stayWrites = async (
  db: Db,
  item: FollowUpItem,
  { stay, stays }: Answer,
  { at, byId }: { at: Instant; byId: AccountId },
): Promise<Record<string, Write>> => {
  const { month } = stay;
  const [noted, ended] = await Promise.all([
    noteCheck(db, item, stay, { month, stays, checkedAt: at }),
    stays ? {} : endStayChecks(db, item.personId, hireOf(stay), { at, byId, words: { kind: "had-left", month } }, item.followUpId),
  ]);
  return { ...(noted && { noted }), ...ended };
};
