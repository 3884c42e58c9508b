import { fnv1a } from "../../shared/domain/fnv.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { countWithin, digestOf } from "../platform/limits.ts";
import type { Write } from "../platform/transact.ts";

/**
 * How many mails may go out beside sign-in codes, which have limits of their own: to one address, and to all. The budget over all addresses is the breaker: nothing
 * that runs wild costs more than it, or the centre's name with whoever gets its mail. It is split over 16 counters by address, so that mails do not queue at
 * one item; a cancelled visit with everybody who was ever at one (200) is far below it.
 */
const limits = {
  "mail-address": { minutes: 24 * 60, max: 60 },
  "mail-budget": { minutes: 60, max: 1_000 },
} as const;
export type MailLimit = keyof typeof limits;

const counters = 16;

/** One more mail to this address; a refused label says which limit was reached. */
export const countMail = (to: string, now: Instant): Record<MailLimit, Write> => ({
  "mail-address": countWithin("mail-address", limits["mail-address"], digestOf(to), now),
  "mail-budget": countWithin("mail-budget", limits["mail-budget"], String(fnv1a(to) % counters), now),
});
