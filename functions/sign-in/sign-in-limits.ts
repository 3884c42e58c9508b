import { createHash } from "node:crypto";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { countWithin, digestOf, networkOf, secondsLeftOf } from "../platform/limits.ts";
import type { Write } from "../platform/transact.ts";

/**
 * How many sign-in mails may be asked for (`PRIVACY-SECURITY.md`, Sign-in). The budget over all addresses is split over 16 counters, so that the
 * opening minute of a popular visit does not queue at one item; what mail costs at most stays bounded.
 */
const limits = {
  "address-quarter": { minutes: 15, max: 3 },
  "address-day": { minutes: 24 * 60, max: 8 },
  ip: { minutes: 15, max: 60 },
  budget: { minutes: 1, max: 250 },
} as const;
export type SignInLimit = keyof typeof limits;

const count = (kind: SignInLimit, subject: string, now: Instant): Write => countWithin(kind, limits[kind], subject, now);

/** One more sign-in mail to this address from this network; a refused label says which limit was reached. */
export const countSignInMail = (mail: string, ip: string, now: Instant): Record<SignInLimit, Write> => ({
  "address-quarter": count("address-quarter", digestOf(mail), now),
  "address-day": count("address-day", digestOf(mail), now),
  ip: count("ip", digestOf(networkOf(ip)), now),
  budget: count("budget", String(createHash("sha256").update(mail).digest().readUInt8() % 16), now),
});

/** Seconds until the window of a limit ends. */
export const secondsLeft = (limit: SignInLimit, now: Instant): number => secondsLeftOf(limits[limit], now);
