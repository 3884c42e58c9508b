import { createHash } from "node:crypto";
import { addMinutes, epochMsOf, type Instant, instantAt } from "../../shared/domain/seoul-time.ts";
import { expiresAt, limitKey } from "./keys.ts";
import type { Update } from "./transact.ts";

/** So many of something in windows of so many minutes. */
export type Limit = { minutes: number; max: number };

/** A subject of a limit as the table keeps it: told from others, and nothing else. */
export const digestOf = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 22);

/** IPv6 senders own a /64, so that is what is counted. */
export const networkOf = (ip: string): string => {
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

/** One more; refused when the window has had all that it may. */
export const countWithin = (kind: string, { minutes, max }: Limit, subject: string, now: Instant): Update => {
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

/** Seconds until the window of a limit ends. */
export const secondsLeftOf = ({ minutes }: Limit, now: Instant): number => {
  const span = minutes * 60_000;
  return Math.ceil((span - (epochMsOf(now) % span)) / 1000);
};
