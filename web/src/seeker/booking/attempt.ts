import { ulid } from "ulid";
import type { SlotId } from "../../../../shared/domain/ids.ts";
import { keeper } from "../../platform/kept.ts";

const isText = (value: unknown): value is string => typeof value === "string";
const keeperOf = (slotId: SlotId) => keeper("tab", `jobstop:attempt:${slotId}`, isText);

/**
 * Id of the booking being attempted for a slot: minted once and kept in this tab, so that a retry, even after a reload, is the same request and makes
 * the same booking (`DESIGN.md` promise 3).
 */
export function attemptFor(slotId: SlotId, mint: () => string = ulid): string {
  const kept = keeperOf(slotId);
  const id = kept.read() ?? `bkg_${mint()}`;
  kept.write(id);
  return id;
}

/** The attempt has had its answer: another one is a new booking. */
export const endAttempt = (slotId: SlotId): void => keeperOf(slotId).clear();
