import type { SlotId } from "../../shared/domain/ids.ts";
import type { ApplicationItem } from "./application-reads.ts";

/** What a person must know of their application. */
export type ApplicationEvent = { item: ApplicationItem } & (
  | { kind: "application.received" | "application.withdrawn" | "application.declined" | "application.undecided" }
  | { kind: "application.unbookable"; slotId: SlotId }
);

/**
 * Pure: the same two versions always tell the same events. Acceptance is told by the booking that it makes. Declined and undecided are told when a
 * timed task has said that the hour is right for it (`toldAt`); what ended with its visit, with the registration or with a consent, is told with that.
 */
export const applicationEvents = (before: ApplicationItem | undefined, after: ApplicationItem): ApplicationEvent[] => {
  const { state } = after.application;
  const events: ApplicationEvent[] = [];
  if (!before) events.push({ kind: "application.received", item: after });
  if (before && before.application.state !== "withdrawn" && state === "withdrawn" && !after.isToldOtherwise)
    events.push({ kind: "application.withdrawn", item: after });
  const isTold = after.toldAt !== undefined && after.toldAt !== before?.toldAt;
  if (isTold && (state === "declined" || state === "undecided")) events.push({ kind: `application.${state}`, item: after });
  const tried = (Object.keys(after.unbookable) as SlotId[]).filter((slotId) => !before?.unbookable[slotId]);
  return [...events, ...tried.map((slotId) => ({ kind: "application.unbookable", item: after, slotId }) as const)];
};
