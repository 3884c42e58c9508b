import type { PublicEmployer, PublicVisitDetail } from "../../shared/contract/public.ts";
import type { EmployerId, VisitId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Db } from "../platform/db.ts";
import { findVisit, listVisitPostings, publicVisitOf, type VisitPostingItem } from "./visit-reads.ts";

const byEmployer = (postings: readonly VisitPostingItem[]): PublicEmployer[] => {
  const employers = new Map<EmployerId, PublicEmployer>();
  for (const { employerId, employer, postingId, draft } of postings) {
    const shown: PublicEmployer = employers.get(employerId) ?? { employerId, ...employer, postings: [] };
    shown.postings.push({ postingId, draft });
    employers.set(employerId, shown);
  }
  return [...employers.values()].sort((a, b) => a.nameKo.localeCompare(b.nameKo, "ko"));
};

/** A visit as anybody may see it, with the words of its employers and postings. */
export const showVisit = async (db: Db, visitId: VisitId): Promise<Outcome<PublicVisitDetail>> => {
  const [planned, postings] = await Promise.all([findVisit(db, visitId), listVisitPostings(db, visitId)]);
  if (!planned) return refuse("not-found");
  return done({
    visit: publicVisitOf(planned),
    desks: planned.visit.desks,
    rules: planned.visit.rules,
    employers: byEmployer(postings),
  });
};
