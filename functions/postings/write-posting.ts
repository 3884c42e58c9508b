import type { EmployerId, PostingId } from "../../shared/domain/ids.ts";
import { postingFaults } from "../../shared/domain/lawful-posting.ts";
import type { Posting, PostingDraft } from "../../shared/domain/posting.ts";
import { lastDaysFrom } from "../../shared/domain/posting-days.ts";
import { writtenPosting } from "../../shared/domain/posting-validity.ts";
import { seoulDateOf, yearOf } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { ContentionError, transact } from "../platform/transact.ts";
import { findPosting } from "./posting-reads.ts";
import { putPosting } from "./posting-writes.ts";

type Which = { employerId: EmployerId; postingId: PostingId };

/** Writes a lawful posting or changes it. A visit that shows it keeps the words that were approved for it. */
export const writePosting = async (
  { db, clock }: Pick<Deps, "db" | "clock">,
  { employerId, postingId, draft }: Which & { draft: PostingDraft },
): Promise<Outcome<{ posting: Posting; isNew: boolean }>> => {
  const known = await findPosting(db, employerId, postingId);
  const { written, faults } = writtenPosting(draft, known, seoulDateOf(clock.now()));
  if (faults.length > 0) return refuse("invalid-fields", { fields: faults });
  const { state = "submitted", source, version = 0 } = known ?? {};
  const posting = { postingId, employerId, state, ...written, ...(source && { source }) };
  const result = await transact(db, { posting: putPosting(posting, version) });
  if (!result.ok) throw new ContentionError("Two people changed the posting at once.");
  return done({ posting: { ...posting, version: version + 1 }, isNew: !known });
};

/** Makes a posting valid anew from today, for as long as may be, if it is still lawful: the minimum wage may have risen since. */
export const renewPosting = async (deps: Pick<Deps, "db" | "clock">, which: Which): Promise<Outcome<Posting>> => {
  const known = await findPosting(deps.db, which.employerId, which.postingId);
  if (!known) return refuse("not-found");
  const today = seoulDateOf(deps.clock.now());
  if (postingFaults(known.draft, yearOf(today)).length > 0) return refuse("posting-unlawful");
  const validUntil = lastDaysFrom(today).latest;
  if (known.draft.validUntil === validUntil) return done(known);
  const written = await writePosting(deps, { ...which, draft: { ...known.draft, validUntil } });
  return written.ok ? done(written.value.posting) : written;
};
