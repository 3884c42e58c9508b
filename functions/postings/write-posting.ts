import type { EmployerId, PostingId } from "../../shared/domain/ids.ts";
import { postingFaults } from "../../shared/domain/lawful-posting.ts";
import type { Posting, PostingDraft } from "../../shared/domain/posting.ts";
import { seoulDateOf, yearOf } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { ContentionError, transact } from "../platform/transact.ts";
import { findPosting } from "./posting-reads.ts";
import { putPosting } from "./posting-writes.ts";

/** Writes a lawful posting or changes it. A visit that shows it keeps the words that were approved for it. */
export const writePosting = async (
  { db, clock }: Pick<Deps, "db" | "clock">,
  { employerId, postingId, draft }: { employerId: EmployerId; postingId: PostingId; draft: PostingDraft },
): Promise<Outcome<{ posting: Posting; isNew: boolean }>> => {
  const fields = postingFaults(draft, yearOf(seoulDateOf(clock.now())));
  if (fields.length > 0) return refuse("invalid-fields", { fields });
  const known = await findPosting(db, employerId, postingId);
  const posting = { postingId, employerId, state: known?.state ?? "submitted", draft } as const;
  const version = known?.version ?? 0;
  const result = await transact(db, { posting: putPosting(posting, version) });
  if (!result.ok) throw new ContentionError("Two people changed the posting at once.");
  return done({ posting: { ...posting, version: version + 1 }, isNew: !known });
};
