import type { PublicEmployer, PublicVisitDetail } from "../../shared/contract/public.ts";
import type { EmployerId, PostingId, VisitId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Db } from "../platform/db.ts";
import { listSlots, type SlotItem, slotOf } from "../slots/slot-reads.ts";
import { findVisit, listVisitPostings, publicVisitOf, type VisitPostingItem } from "./visit-reads.ts";

const postingsOf = (postings: readonly VisitPostingItem[], slots: readonly SlotItem[]): PublicEmployer[] => {
  const byPosting = Map.groupBy(slots, (slot) => slot.facts.postingId);
  const employers = new Map<EmployerId, PublicEmployer>();
  for (const { employerId, employer, postingId, draft } of postings) {
    const shown: PublicEmployer = employers.get(employerId) ?? { employerId, ...employer, postings: [] };
    shown.postings.push({
      postingId,
      draft,
      slots: (byPosting.get(postingId as PostingId) ?? []).map((item) => {
        const { slotId, startsAt, endsAt, seats, taken, state } = slotOf(item);
        return { slotId, startsAt, endsAt, seats, free: Math.max(0, seats - taken), state };
      }),
    });
    employers.set(employerId, shown);
  }
  return [...employers.values()].sort((a, b) => a.nameKo.localeCompare(b.nameKo, "ko"));
};

/** A visit as anybody may see it, with every employer's times; everything is read at once. */
export const showVisit = async (db: Db, visitId: VisitId): Promise<Outcome<PublicVisitDetail>> => {
  const [planned, postings, slots] = await Promise.all([findVisit(db, visitId), listVisitPostings(db, visitId), listSlots(db, visitId)]);
  if (!planned) return refuse("not-found");
  return done({
    visit: publicVisitOf(planned),
    desks: planned.visit.desks,
    rules: planned.visit.rules,
    employers: postingsOf(postings, slots),
  });
};
