import { postingFaults } from "./lawful-posting.ts";
import type { PostingDraft } from "./posting.ts";
import { isValidOn } from "./posting-days.ts";
import { type Instant, seoulDateOf, yearOf } from "./seoul-time.ts";
import type { SlotRequestDraft } from "./slot.ts";
import { type PatternRefusal, patternRefusal } from "./slot-times.ts";
import { endOfVisit, type Visit } from "./visit.ts";

export type AskRefusal = PatternRefusal | "visit-over" | "posting-unlawful" | "posting-expired" | "visit-not-open" | "desk-unknown";

/** Why times for a posting cannot be asked for at a visit; undefined when they can. */
export const askRefusal = (
  visit: Visit,
  posting: PostingDraft,
  { pattern, interviewers, deskIds = [] }: Pick<SlotRequestDraft, "pattern" | "interviewers" | "deskIds">,
  now: Instant,
): AskRefusal | undefined => {
  if (endOfVisit(visit) <= now) return "visit-over";
  // Written in another year, it may have become unlawful since.
  if (postingFaults(posting, yearOf(visit.date)).length > 0) return "posting-unlawful";
  if (!isValidOn(posting, seoulDateOf(now)) || !isValidOn(posting, visit.date)) return "posting-expired";
  const misfit = patternRefusal(visit, pattern, interviewers.length);
  if (misfit) return misfit;
  if (visit.state === "cancelled") return "visit-not-open";
  return deskIds.every((deskId) => visit.desks.some((desk) => desk.deskId === deskId)) ? undefined : "desk-unknown";
};
