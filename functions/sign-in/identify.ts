import type { VisitRoles } from "../../shared/contract/sign-in.ts";
import { AccountId } from "../../shared/domain/ids.ts";
import { isFresh } from "../../shared/domain/second-step.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { type AccountItem, visitRolesOf } from "../accounts/account-reads.ts";
import type { Identify, Proof, SignedIn } from "../platform/actor.ts";
import { findItems } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { hashOf } from "../platform/hash-of.ts";
import { accountKey, sessionKey } from "../platform/keys.ts";
import { isLiveSession, type SessionItem } from "./session-reads.ts";

const proofOf = (provedAt: Instant | undefined, now: Instant): Proof => {
  if (provedAt === undefined) return "none";
  return isFresh(provedAt, now) ? "fresh" : "strong";
};

type Found = { account: AccountItem; session: SessionItem; sessionHash: string };

const signedIn = ({ account, session, sessionHash }: Found, visitRoles: VisitRoles[], now: Instant): SignedIn => {
  const { signInId, startedAt, endsAt, epoch, device, provedAt } = session;
  return {
    accountId: account.accountId,
    sessionHash,
    mail: account.mail,
    personId: account.personId,
    employerIds: [...(account.employerIds ?? [])],
    staffRoles: account.staffRoles ?? [],
    visitRoles,
    proof: proofOf(provedAt, now),
    session: { signInId, startedAt, endsAt, epoch, device, ...(provedAt && { provedAt }) },
    factorCount: account.factorCount ?? 0,
    enrolUntil: account.enrolUntil,
  };
};

/**
 * Reads who a session cookie stands for, with their rights of this moment, in one round trip: the cookie names the account, the session proves it. Roles at
 * single visits take another, since the visit's date says until when they hold.
 */
export const identifyBySession =
  ({ db, clock }: Pick<Deps, "db" | "clock">): Identify =>
  async (cookie) => {
    const [id, token] = (cookie ?? "").split(".");
    const accountId = AccountId.safeParse(id);
    if (!accountId.success || !token) return undefined;
    const sessionHash = hashOf(token);
    const [session, account] = (await findItems(db, [sessionKey(accountId.data, sessionHash), accountKey(accountId.data)])) as [
      SessionItem | undefined,
      AccountItem | undefined,
    ];
    const now = clock.now();
    if (!session || !account || !isLiveSession(session, account, now)) return undefined;
    return signedIn({ account, session, sessionHash }, await visitRolesOf({ db, clock }, account), now);
  };
