import { monthsLater } from "./months.ts";
import type { PostingDraft } from "./posting.ts";
import { addDays, type LocalDate } from "./seoul-time.ts";

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

const remindDays = 7;
/** The last days, from the first to the last, of postings whose employer is to be reminded on a day: for days on which no task ran, too. */
export const endingPostings = (today: LocalDate): { from: LocalDate; to: LocalDate } => ({ from: today, to: addDays(today, remindDays) });
