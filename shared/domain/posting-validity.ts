import { type PostingFault, postingFaults } from "./lawful-posting.ts";
import { monthsLater } from "./months.ts";
import type { Posting, PostingDraft } from "./posting.ts";
import { addDays, type LocalDate, yearOf } from "./seoul-time.ts";

/**
 * How long a posting is valid: 15 days to 2 months (직업안정법 시행규칙 제3조; `codes.json` → validity), counted from the day after the first, as the law counts
 * (민법 제157조). Days are those of Seoul.
 */
const leastDays = 15;
const mostMonths = 2;

/** The first and the last day on which a posting that begins on a day may end. */
export const lastDaysFrom = (day: LocalDate): { earliest: LocalDate; latest: LocalDate } => ({
  earliest: addDays(day, leastDays),
  latest: monthsLater(day, mostMonths),
});

const validityFaults = (validUntil: LocalDate, from: LocalDate): PostingFault[] => {
  const { earliest, latest } = lastDaysFrom(from);
  if (validUntil < earliest) return [{ pointer: "/validUntil", code: "valid-too-short" }];
  return validUntil > latest ? [{ pointer: "/validUntil", code: "valid-too-long" }] : [];
};

/** Whether a posting is valid on a day. One from before there was a validity is, until it is next written or renewed. */
export const isValidOn = ({ validUntil }: Pick<PostingDraft, "validUntil">, day: LocalDate): boolean =>
  validUntil === undefined || validUntil >= day;

/**
 * The day on which a posting of another list began: where it was registered there, if that is said; else so that it is as long as it has to be. One without a last
 * day begins today.
 */
export const begunOn = (validUntil: LocalDate | undefined, registered: LocalDate | undefined, today: LocalDate): LocalDate => {
  if (validUntil === undefined) return today;
  if (registered !== undefined && registered <= today) return registered;
  const latest = addDays(validUntil, -leastDays);
  return latest < today ? latest : today;
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
