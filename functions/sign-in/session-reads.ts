import type { AccountId } from "../../shared/domain/ids.ts";
import { addMinutes, type Instant } from "../../shared/domain/seoul-time.ts";
import type { AccountItem } from "../accounts/account-reads.ts";
import type { SessionFacts } from "../platform/actor.ts";
import type { Clock } from "../platform/clock.ts";
import { type Db, type Item, queryPartition } from "../platform/db.ts";
import { accountPartition, sessionPrefix } from "../platform/keys.ts";

/** One session of an account, under the hash of its token. */
export type SessionItem = Item & SessionFacts & { accountId: AccountId };

/** Whether a session counts: neither over by itself, nor ended with all others of its epoch. */
export const isLiveSession = (
  session: Pick<SessionFacts, "endsAt" | "epoch">,
  { sessionEpoch = 0 }: Pick<AccountItem, "sessionEpoch">,
  now: string,
): boolean => now < session.endsAt && session.epoch === sessionEpoch;

/** What cannot be undone, and what changes how somebody signs in, takes a code that was handed in within so many minutes. */
const freshMinutes = 10;

export const isFreshSignIn = ({ startedAt }: Pick<SessionFacts, "startedAt">, now: Instant): boolean =>
  now < addMinutes(startedAt, freshMinutes);

/** The sessions of an account that count, newest sign-in first. */
export const listSessions = async ({ db, clock }: { db: Db; clock: Clock }, account: AccountItem): Promise<SessionItem[]> => {
  const sessions = await queryPartition<SessionItem>(db, accountPartition(account.accountId), sessionPrefix);
  const now = clock.now();
  return sessions
    .filter((session) => isLiveSession(session, account, now))
    .sort((a, b) => b.startedAt.localeCompare(a.startedAt) || b.signInId.localeCompare(a.signInId));
};

export const tokenHashOf = ({ sk }: SessionItem): string => sk.slice(sessionPrefix.length);
