import type { AccountId, SignInId } from "../../shared/domain/ids.ts";
import { findAccount } from "../accounts/account-reads.ts";
import type { SignedIn } from "../platform/actor.ts";
import { type Db, wireOf } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { sessionKey } from "../platform/keys.ts";
import { ContentionError, transact } from "../platform/transact.ts";
import { listSessions, tokenHashOf } from "./session-reads.ts";
import { dropSession, keepSession, startEpoch } from "./session-writes.ts";

/** Ends a session on the server: the cookie is worth nothing from now on. */
export const endSession = async (db: Db, { accountId, sessionHash }: Pick<SignedIn, "accountId" | "sessionHash">): Promise<void> => {
  await db.ask("DeleteItem", { TableName: db.table, Key: wireOf(sessionKey(accountId, sessionHash)) });
};

const attempts = 4;

/** Ends one sign-in of an account. A session that gets another token in this moment is found under it. */
export const endSignIn = async (deps: Deps, accountId: AccountId, signInId: SignInId): Promise<void> => {
  const account = await findAccount(deps.db, accountId);
  // An account that is gone took its sessions along.
  if (!account) return;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const session = (await listSessions(deps, account)).find((one) => one.signInId === signInId);
    if (!session || (await transact(deps.db, { session: dropSession(accountId, tokenHashOf(session)) })).ok) return;
  }
  throw new ContentionError("The sign-in kept changing.");
};

/** Ends all sign-ins of an account but the one that asks. When another one asked for the same first, this one is among those that it ended. */
export const endOtherSignIns = async ({ db }: Deps, { accountId, sessionHash, session: { epoch } }: SignedIn): Promise<void> => {
  await transact(db, { account: startEpoch(accountId, epoch), session: keepSession(accountId, sessionHash, epoch) });
};
