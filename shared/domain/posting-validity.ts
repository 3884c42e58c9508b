import { type PostingFault, postingFaults } from "./lawful-posting.ts";
import type { Posting, PostingDraft } from "./posting.ts";
import { lastDaysFrom } from "./posting-days.ts";
import { type LocalDate, yearOf } from "./seoul-time.ts";

const validityFaults = (validUntil: LocalDate, from: LocalDate): PostingFault[] => {
  const { earliest, latest } = lastDaysFrom(from);
  if (validUntil < earliest) return [{ pointer: "/validUntil", code: "valid-too-short" }];
  return validUntil > latest ? [{ pointer: "/validUntil", code: "valid-too-long" }] : [];
};

type Dated = Pick<Posting, "draft" | "validFrom">;

/**
 * A posting as it stands once a draft is written, and what stands against that. It is valid for as long as may be unless said; another last day than before begins
 * its validity anew.
 *
 * @param known what it was before
 * @param from the day on which a new validity begins
 * @param today by whose year pay is judged
 */
export const writtenPosting = (
  draft: PostingDraft,
  known: Dated | undefined,
  from: LocalDate,
  today: LocalDate = from,
): { written: Dated & { draft: { validUntil: LocalDate } }; faults: PostingFault[] } => {
  const before = known?.draft.validUntil;
  const validUntil = draft.validUntil ?? before ?? lastDaysFrom(from).latest;
  const isAnew = validUntil !== before;
  return {
    written: { draft: { ...draft, validUntil }, validFrom: isAnew ? from : (known?.validFrom ?? from) },
    faults: [...postingFaults(draft, yearOf(today)), ...(isAnew ? validityFaults(validUntil, from) : [])],
  };
};
