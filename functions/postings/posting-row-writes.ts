import type { EmployerId, LeadId, PostingId } from "../../shared/domain/ids.ts";
import { addMinutes, type Instant } from "../../shared/domain/seoul-time.ts";
import { expiresAt, postingRowKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";

/** Kept for a year, as forms are (`codes.json` → validity); its posting is over long before. */
const keptDays = 366;

/**
 * That a row of a list is in, and where; put once: one posting a row. It names nobody, and outlives what became of it: a firm that was deleted on its wish does not come
 * back with the next file.
 */
export const takeRow = (
  requestNo: string,
  what: { postingId: PostingId } & ({ employerId: EmployerId } | { leadId: LeadId }),
  now: Instant,
): Write => ({
  Put: {
    Item: {
      ...postingRowKey(requestNo),
      ...{ type: "posting-row", version: 1, ...what },
      expiresAt: expiresAt(addMinutes(now, keptDays * 24 * 60)),
    },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});
