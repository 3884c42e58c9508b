import { createHash } from "node:crypto";
import { addMinutes, epochMsOf, type Instant, instantAt } from "../../shared/domain/seoul-time.ts";
import { expiresAt, limitKey } from "../platform/keys.ts";
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

const digest = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 22);

/** IPv6 senders own a /64, so that is what is counted. */
const networkOf = (ip: string): string => {
  if (!ip.includes(":")) return ip;
  const [head = "", tail = ""] = ip.split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail.split(":").filter(Boolean);
  const groups = ip.includes("::")
    ? [...left, ...new Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right]
    : left;
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
};

const count = (kind: SignInLimit, subject: string, now: Instant): Write => {
  const { minutes, max } = limits[kind];
  const span = minutes * 60_000;
  const start = Math.floor(epochMsOf(now) / span) * span;
  return {
    Update: {
      Key: limitKey(kind, subject, start),
      UpdateExpression: "SET #type = :type, expiresAt = :expiry ADD taken :one, version :one",
      ConditionExpression: "attribute_not_exists(taken) OR taken < :max",
      ExpressionAttributeNames: { "#type": "type" },
      ExpressionAttributeValues: {
        ":type": "limit",
        ":expiry": expiresAt(addMinutes(instantAt(start), minutes + 60)),
        ":one": 1,
        ":max": max,
      },
    },
  };
};

/** One more sign-in mail to this address from this network; a refused label says which limit was reached. */
export const countSignInMail = (mail: string, ip: string, now: Instant): Record<SignInLimit, Write> => ({
  "address-quarter": count("address-quarter", digest(mail), now),
  "address-day": count("address-day", digest(mail), now),
  ip: count("ip", digest(networkOf(ip)), now),
  budget: count("budget", String(createHash("sha256").update(mail).digest().readUInt8() % 16), now),
});

/** Seconds until the window of a limit ends. */
export const secondsLeft = (kind: SignInLimit, now: Instant): number => {
  const span = limits[kind].minutes * 60_000;
  return Math.ceil((span - (epochMsOf(now) % span)) / 1000);
};
