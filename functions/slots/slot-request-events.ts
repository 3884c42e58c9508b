import type { SlotRequestItem } from "./slot-request-reads.ts";

/** What an employer must know of times that it asked for. */
export type SlotRequestEvent = { kind: "slot-request.approved" | "slot-request.refused"; request: SlotRequestItem["request"] };

export const slotRequestEvents = (before: SlotRequestItem | undefined, { request }: SlotRequestItem): SlotRequestEvent[] => {
  const { state } = request;
  const isDecided = before?.request.state === "requested" && (state === "approved" || state === "refused");
  return isDecided ? [{ kind: `slot-request.${state}`, request }] : [];
};
