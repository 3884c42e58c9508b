import { AccountId, PersonId, SignInId } from "../../shared/domain/ids.ts";
import { addMinutes } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findAccount, findAccountId, hasRights } from "../accounts/account-reads.ts";
import { addAccount, claimAddress } from "../accounts/account-writes.ts";
import { noteProven } from "../accounts/address-writes.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { noteMailProven } from "../registrations/registration-writes.ts";
import { rememberedMinutes, sessionMinutes, startSession } from "./session-writes.ts";
import { takeCode, useUp } from "./take-code.ts";

type HandedIn = {
  session: string;
  accountId: AccountId;
  /** Minutes that the browser may keep the cookie; undefined: until it is closed. */
  keptMinutes: number | undefined;
};

/**
 * Turns a right code into a session, once; a weak one, which opens nobody else's data. The account is made at the first sign-in. Staff and employers are not
 * remembered on a device.
 *
 * @returns the session cookie's value and the account it is for.
 */
export const handInCode = async (
  deps: Deps,
  pepper: string,
  handed: { cookie: string | undefined; code: string; remember: boolean; device: string },
): Promise<Outcome<HandedIn>> => {
  const { cookie, code, remember, device } = handed;
  const { db, clock, ids } = deps;
  const taken = await takeCode(deps, pepper, { cookie, code, forAccount: undefined });
  if (!taken.ok) return taken;
  const challenge = taken.value;

  const known = await findAccountId(db, challenge.mail);
  const before = known && (await findAccount(db, known));
  // The address has led to another account, or to none, since this moment began.
  if (known && before?.mail !== challenge.mail) return handInCode(deps, pepper, handed);
  const account = {
    accountId: known ?? AccountId.parse(ids.mint("acc")),
    personId: PersonId.parse(ids.mint("psn")),
    mail: challenge.mail,
  };
  const now = clock.now();
  const isKept = remember && !(before && hasRights(before));
  const minutes = isKept ? rememberedMinutes : sessionMinutes;
  const started = startSession(deps, account.accountId, {
    signInId: SignInId.parse(ids.mint("sgn")),
    startedAt: now,
    endsAt: addMinutes(now, minutes),
    epoch: before?.sessionEpoch ?? 0,
    device,
  });
  const result = await transact<string>(db, {
    challenge: useUp(challenge.challengeId, now),
    session: started.session,
    ...(before?.isUnproven && { proven: noteProven(before.accountId), reached: noteMailProven(before.personId) }),
    ...(known ? {} : { address: claimAddress(account), account: addAccount(account, now) }),
  });
  // Two browsers signed up with one address at once: the other one made the account, so this code is handed in again for it.
  if (!result.ok && !result.refused.includes("challenge")) return handInCode(deps, pepper, handed);
  if (!result.ok) return refuse("code-expired");
  return done({ session: started.cookie, accountId: account.accountId, keptMinutes: isKept ? minutes : undefined });
};
