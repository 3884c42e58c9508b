import { createHash } from "node:crypto";
import type { TicketState } from "../../shared/domain/check-in-fold.ts";

/** What the lead looks at after phones came back into the network: in pairs, with device and time. */
const isConflict = ({ flags, duplicates }: TicketState): boolean => duplicates.length > 0 || flags.length > 0;

/** Names a conflict by what there is to see of it: another check-in, or another flag, is another one. Undefined where nothing disagrees. */
export const conflictVersion = (state: TicketState): string | undefined => {
  if (!isConflict(state)) return undefined;
  const { arrival, duplicates, flags } = state;
  const seen = [...flags, arrival?.eventId, ...duplicates.map(({ eventId }) => eventId)].join(" ");
  return createHash("sha256").update(seen).digest("base64url").slice(0, 22);
};
