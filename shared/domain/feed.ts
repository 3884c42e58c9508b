/**
 * What the city's systems are told of by webhooks, and how hard it is tried. Signed as Standard Webhooks 1.0.0 says (standardwebhooks.com).
 */
import * as z from "zod/mini";
import { addMinutes, epochMsOf, type Instant, minutesBetween } from "./seoul-time.ts";

/** What a subscription may ask for. */
export const FeedChoice = z.enum(["booking.made", "booking.moved", "booking.cancelled", "arrival", "result"]);
export type FeedChoice = z.infer<typeof FeedChoice>;

/** `type` of what is sent. `feed.trial` goes to whoever tries a subscription, whatever it asks for. */
export const FeedEventType = z.enum([
  "booking.made",
  "booking.moved",
  "booking.cancelled",
  "arrival.made",
  "arrival.undone",
  "result.noted",
  "result.undone",
  "feed.trial",
]);
export type FeedEventType = z.infer<typeof FeedEventType>;

const choices: Record<FeedEventType, FeedChoice | undefined> = {
  "booking.made": "booking.made",
  "booking.moved": "booking.moved",
  "booking.cancelled": "booking.cancelled",
  "arrival.made": "arrival",
  "arrival.undone": "arrival",
  "result.noted": "result",
  "result.undone": "result",
  "feed.trial": undefined,
};

/** Whether a subscription to these is told of it. */
export const isAskedFor = (asked: readonly FeedChoice[], type: FeedEventType): boolean => asked.some((one) => one === choices[type]);

/** `gone`: its receiver said so (410); `unreachable`: nothing has reached it for most of a day. */
export const PausedBecause = z.enum(["by-hand", "gone", "unreachable"]);
export type PausedBecause = z.infer<typeof PausedBecause>;

/** `given-up`: not tried again; `skipped`: its subscription was paused when its turn came. */
export const DeliveryState = z.enum(["waiting", "delivered", "given-up", "skipped"]);
export type DeliveryState = z.infer<typeof DeliveryState>;

/** Why a try did not arrive, where the receiver answered nothing that counts as one. */
export const DeliveryTrouble = z.enum(["timeout", "unreachable", "address-refused", "redirected", "broken-off"]);
export type DeliveryTrouble = z.infer<typeof DeliveryTrouble>;

/** Minutes between a try that failed and the next: 21 hours and 21 minutes in all, a day with the time that the tries take. */
const pauses = [1, 5, 15, 60, 120, 240, 360, 480];

/** When to try again after so many tries that failed (1: the first); undefined when it was the last. */
export const nextTryAt = (tries: number, now: Instant): Instant | undefined => {
  const pause = pauses[tries - 1];
  return pause === undefined ? undefined : addMinutes(now, pause);
};

/** The longest that a receiver may ask to be left alone, minutes: as long as the longest pause of ours. */
const longestQuiet = 480;

/**
 * Until when a receiver asks to be left alone (RFC 9110, 10.2.3: whole seconds, or a date of HTTP), at most eight hours; undefined for what says nothing, is over or
 * cannot be read.
 */
export const quietUntil = (retryAfter: string | undefined, now: Instant): Instant | undefined => {
  const text = retryAfter?.trim() ?? "";
  const askedMs = /^\d{1,9}$/.test(text)
    ? epochMsOf(now) + Number(text) * 1000
    : /^[A-Z][a-z]{2}.*GMT$/.test(text)
      ? Date.parse(text)
      : Number.NaN;
  if (Number.isNaN(askedMs) || askedMs <= epochMsOf(now)) return undefined;
  const latest = addMinutes(now, longestQuiet);
  return askedMs >= epochMsOf(latest) ? latest : (new Date(askedMs).toISOString() as Instant);
};

/** Hours without anything reaching a receiver after which its subscription is paused, once something was given up on. */
const hopelessHours = 20;
export const isHopeless = (failingSince: Instant, now: Instant): boolean => minutesBetween(failingSince, now) >= hopelessHours * 60;

/** Hours for which a secret that was replaced still signs beside the new one, so that a receiver can take that at its leisure. */
export const secretOverlapHours = 24;

/** Secrets that sign at once: a header of more signatures is one that receivers may not read to its end. */
export const mostSecrets = 3;

/** Subscriptions that there may be; each change is written once for each. */
export const mostWebhooks = 10;
/** Keys that there may be. */
export const mostApiKeys = 20;

/** What a key opens. Nothing of it is about people one by one. */
export const FeedScope = z.enum(["visits:read", "postings:read", "statistics:read"]);
export type FeedScope = z.infer<typeof FeedScope>;

/** An instant as Seoul's clocks show it, ISO 8601 with the offset: `2026-11-26T10:05:00+09:00`. */
export const seoulIsoOf = (instant: Instant): string =>
  `${new Date(epochMsOf(instant) + 9 * 60 * 60_000).toISOString().slice(0, 19)}+09:00`;
