import type { WaitId } from "../../shared/domain/ids.ts";
import type { ListName } from "../../shared/domain/slot.ts";
import type { Offer } from "../../shared/domain/waitlist.ts";
import type { AgendaItem } from "../registrations/registration-reads.ts";
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

/** A place in a list that ended because its times were withdrawn. The entry itself is gone: the agenda tells of it. */
export type HopelessWait = { agenda: AgendaItem; waitId: WaitId; list: ListName };

export const hopelessWaits = (before: AgendaItem | undefined, after: AgendaItem): HopelessWait[] =>
  (Object.entries(after.waits) as [WaitId, AgendaItem["waits"][WaitId]][])
    .filter(([waitId, { hopeless }]) => hopeless && !before?.waits[waitId]?.hopeless)
    .map(([waitId, { list }]) => ({ agenda: after, waitId, list }));
