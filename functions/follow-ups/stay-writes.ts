import type { AccountId } from "../../shared/domain/ids.ts";
import type { StayCheck, StayMonth } from "../../shared/domain/placement.ts";
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

const hireOf = (stay: StayOf): string => ("bookingId" in stay ? stay.bookingId : stay.referralId);

/** What an answer to a stay check changes beside it: the hire, and the later checks of somebody who has left. */
export const stayWrites = async (
  db: Db,
  item: FollowUpItem,
  { stay, stays }: Answer,
  { at, byId }: { at: Instant; byId: AccountId },
): Promise<Record<string, Write>> => {
  const { month } = stay;
  const [noted, followUps] = await Promise.all([
    noteCheck(db, item, stay, { month, stays, checkedAt: at }),
    stays ? [] : listFollowUpsOf(db, item.personId),
  ]);
  const later = followUps.filter(
    (one) => one.stay && hireOf(one.stay) === hireOf(stay) && one.state === "open" && one.followUpId !== item.followUpId,
  );
  return {
    ...(noted && { noted }),
    ...Object.fromEntries(
      later.map((one) => [one.followUpId, closeFollowUp(one, "given-up", { at, byId, did: "given-up", words: hasLeftWords(month) })]),
    ),
  };
};

/** Why later checks are given up; in Korean, as follow-ups are written. */
const hasLeftWords = (month: StayMonth): string => `${month}개월 확인 때 이미 그만두심`;
