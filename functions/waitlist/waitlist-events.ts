import type { Offer } from "../../shared/domain/waitlist.ts";
import type { WaitlistEntryItem } from "./waitlist-reads.ts";

/** What happened to somebody's place in a list between two versions of it, as far as they must know. */
export type WaitlistEvent = { item: WaitlistEntryItem } & (
  | { kind: "wait.joined" }
  | { kind: "offer.made" | "offer.expired"; offer: Offer }
);

/**
 * Pure: the same two versions always tell the same events. Whoever declines or accepts knows of it; only an offer that ran out is told, and by the
 * version that it ended in, so that a later offer does not hide it.
 */
export const waitlistEvents = (before: WaitlistEntryItem | undefined, after: WaitlistEntryItem): WaitlistEvent[] => {
  if (!before) return [{ kind: "wait.joined", item: after }];
  const [had, has] = [before.entry.offer, after.entry.offer];
  const isExpired = had && had.offerId !== has?.offerId && after.ended?.offerId === had.offerId && after.ended.how === "expired";
  return [
    ...(isExpired ? [{ kind: "offer.expired" as const, item: after, offer: had }] : []),
    ...(has && has.offerId !== had?.offerId ? [{ kind: "offer.made" as const, item: after, offer: has }] : []),
  ];
};
