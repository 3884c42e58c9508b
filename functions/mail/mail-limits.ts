import { fnv1a } from "../../shared/domain/fnv.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { Db } from "../platform/db.ts";
import { countWithin, digestOf } from "../platform/limits.ts";
import { writeIfHolds } from "../platform/transact.ts";

/**
 * How many mails may go out beside sign-in codes, which have limits of their own: to one address, and to all. The budget over all addresses is the breaker: nothing
 * that runs wild costs more than it, or the centre's name with whoever gets its mail. It is split over 16 counters by address, so that mails do not queue at
 * one item; a cancelled visit with everybody who was ever at one (200) is far below it.
 */
const limits = {
  "mail-address": { minutes: 24 * 60, max: 60 },
  "mail-budget": { minutes: 60, max: 1_000 },
} as const;
type MailLimit = keyof typeof limits;

const counters = 16;

/**
 * One more mail to this address: which limit was reached, if one was. Not part of the claim, where each would cost twice as much: what is counted and then not
 * sent makes a limit a mail smaller.
 */
export const countMail = async (db: Db, to: string, now: Instant): Promise<MailLimit | undefined> => {
  const subjects = { "mail-address": digestOf(to), "mail-budget": String(fnv1a(to) % counters) };
  const counted = await Promise.all(
    (Object.keys(limits) as MailLimit[]).map(async (limit) => ({
      ...{ limit, holds: await writeIfHolds(db, countWithin(limit, limits[limit], subjects[limit], now)) },
    })),
  );
  return counted.find(({ holds }) => !holds)?.limit;
};
