import type { EmployerId, PostingId } from "../../shared/domain/ids.ts";
import type { Posting, PostingDraft } from "../../shared/domain/posting.ts";
import type { Deps } from "../platform/deps.ts";
import { ContentionError, transact } from "../platform/transact.ts";
import { findPosting } from "./posting-reads.ts";
import { putPosting } from "./posting-writes.ts";

/** Writes a posting or changes it. A visit that shows it keeps the words that were approved for it. */
export const writePosting = async (
  { db }: Pick<Deps, "db">,
  { employerId, postingId, draft }: { employerId: EmployerId; postingId: PostingId; draft: PostingDraft },
): Promise<{ posting: Posting; isNew: boolean }> => {
  const known = await findPosting(db, employerId, postingId);
  const posting = { postingId, employerId, state: known?.state ?? "submitted", draft } as const;
  const version = known?.version ?? 0;
  const result = await transact(db, { posting: putPosting(posting, version) });
  if (!result.ok) throw new ContentionError("Two people changed the posting at once.");
  return { posting: { ...posting, version: version + 1 }, isNew: !known };
};
