import { AccountId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { AccountItem } from "../accounts/account-reads.ts";
import type { Identify, SignedIn } from "../platform/actor.ts";
import { type Db, findItems, type Item, wireOf } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { hashOf } from "../platform/hash-of.ts";
import { accountKey, sessionKey } from "../platform/keys.ts";

type SessionItem = Item & { accountId: AccountId; startedAt: Instant; endsAt: string };

const signedIn = (account: AccountItem, { startedAt }: SessionItem, sessionHash: string): SignedIn => ({
  accountId: account.accountId,
  sessionHash,
  signedInAt: startedAt,
  mail: account.mail,
  personId: account.personId,
  employerIds: [...(account.employerIds ?? [])],
  staffRoles: account.staffRoles ?? [],
});

/**
 * Reads who a session cookie stands for, with their rights of this moment, in one round trip: the cookie names the account, the session proves it.
 */
export const identifyBySession =
  ({ db, clock }: Pick<Deps, "db" | "clock">): Identify =>
  async (cookie) => {
    const [id, token] = (cookie ?? "").split(".");
    const accountId = AccountId.safeParse(id);
    if (!accountId.success || !token) return undefined;
    const sessionHash = hashOf(token);
    const [session, account] = (await findItems(db, [sessionKey(sessionHash), accountKey(accountId.data)])) as [
      SessionItem | undefined,
      AccountItem | undefined,
    ];
    if (!session || !account || session.accountId !== accountId.data || session.endsAt <= clock.now()) return undefined;
    return signedIn(account, session, sessionHash);
  };

/** Ends a session on the server: the cookie is worth nothing from now on. */
export const endSession = async (db: Db, sessionHash: string): Promise<void> => {
  await db.ask("DeleteItem", { TableName: db.table, Key: wireOf(sessionKey(sessionHash)) });
};
