import { type AccountId, ChallengeId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import { addMinutes } from "../../shared/domain/seoul-time.ts";
import type { MailAddress } from "../../shared/domain/text.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Item } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { hashOf } from "../platform/hash-of.ts";
import { challengeKey, expiresAt } from "../platform/keys.ts";
import { transact } from "../platform/transact.ts";
import { codeMinutes } from "./sign-in-code.ts";
import { countSignInMail, type SignInLimit, secondsLeft } from "./sign-in-limits.ts";

/** A sign-in under way. `bindingHash` ties it to the browser that asked. */
export type ChallengeItem = Item & {
  challengeId: ChallengeId;
  mail: MailAddress;
  locale: Locale;
  bindingHash: string;
  /** Not to sign in: this account shall have the address. */
  forAccount?: AccountId;
  tries: number;
  usableUntil: string;
  usedAt?: string;
};

/** Notes that a code is wanted; the mail follows from the table's stream. The cookie value binds it to this browser. */
export const askForCode = async (
  { db, clock, ids }: Deps,
  { mail, locale, ip, forAccount }: { mail: MailAddress; locale: Locale; ip: string; forAccount?: AccountId },
): Promise<Outcome<{ cookie: string }>> => {
  const now = clock.now();
  const challengeId = ChallengeId.parse(ids.mint("chl"));
  const binding = Buffer.from(ids.bytes(32)).toString("base64url");
  const usableUntil = addMinutes(now, codeMinutes);
  const challenge: ChallengeItem = {
    ...challengeKey(challengeId),
    type: "challenge",
    version: 1,
    challengeId,
    mail,
    locale,
    bindingHash: hashOf(binding),
    ...(forAccount && { forAccount }),
    tries: 0,
    usableUntil,
  };
  const result = await transact(db, {
    ...countSignInMail(mail, ip, now),
    challenge: { Put: { Item: { ...challenge, expiresAt: expiresAt(addMinutes(usableUntil, 60)) } } },
  });
  if (result.ok) return done({ cookie: `${challengeId}.${binding}` });
  const reached = result.refused as SignInLimit[];
  return refuse("too-many-requests", { retryAfterSeconds: Math.max(...reached.map((limit) => secondsLeft(limit, now))) });
};
