import { centre } from "../../shared/centre.ts";
import { occupationLabels } from "../../shared/copy/codes.ts";
import type { SeoulRow } from "../../shared/domain/job-row.ts";
import { rowOfPosting } from "../../shared/domain/job-row-out.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { listEmployersOf } from "../employers/employer-reads.ts";
import type { Deps } from "../platform/deps.ts";
import { listValidPostings } from "./posting-reads.ts";

/** Postings read for one page. */
const atOnce = 100;

/** A page of the postings of verified employers that are valid today, as rows of Seoul's open data, by last day. */
export const giveOutPostings = async (
  { db, clock }: Pick<Deps, "db" | "clock">,
  { which = "shown", after }: { which?: "shown" | "valid" | undefined; after?: string | undefined },
): Promise<{ rows: SeoulRow[]; next: string | null }> => {
  const { postings, next } = await listValidPostings(db, after ?? seoulDateOf(clock.now()), atOnce);
  const employerIds = [...new Set(postings.map(({ employerId }) => employerId))];
  const firms = new Map((await listEmployersOf(db, employerIds)).map((employer) => [employer.employerId, employer]));
  const rows = postings.flatMap((posting) => {
    const firm = firms.get(posting.employerId);
    if (firm?.state !== "verified" || (which === "shown" && posting.state !== "open")) return [];
    const groupName = occupationLabels[posting.draft.occupation].ko;
    return [rowOfPosting(posting, { firm: firm.profile, groupName, centre: { name: "찾아가는 일자리플러스센터", phone: centre.phone } })];
  });
  return { rows, next };
};
