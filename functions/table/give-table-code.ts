import type { AccountId, DeskId, EmployerId, VisitId } from "../../shared/domain/ids.ts";
import { addMinutes, type Instant } from "../../shared/domain/seoul-time.ts";
import { pairingCodeMinutes, pairingRefusal } from "../../shared/domain/table-pairing.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { listSlots } from "../slots/slot-reads.ts";
import { addToVisitLog } from "../visits/visit-log-writes.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { addTableCode } from "./pairing-writes.ts";
import { newTableCode, tableCodeMac } from "./table-code.ts";

type Wish = { visitId: VisitId; employerId: EmployerId; deskId: DeskId; staffId: AccountId };

/** A code for an employer's device, at a desk where this employer interviews that day. */
export const giveTableCode = async (
  { db, clock, ids }: Deps,
  pepper: string,
  { visitId, employerId, deskId, staffId }: Wish,
): Promise<Outcome<{ code: string; usableUntil: Instant }>> => {
  const now = clock.now();
  const [planned, slots] = await Promise.all([findVisit(db, visitId), listSlots(db, visitId)]);
  if (!planned) return refuse("not-found");
  const refused = pairingRefusal(planned.visit, now);
  if (refused) return refuse(refused);
  const isTheirs = slots.some(({ facts, state }) => state === "open" && facts.employerId === employerId && facts.deskId === deskId);
  if (!isTheirs) return refuse("desk-unknown");
  const code = newTableCode(ids.bytes(5));
  const usableUntil = addMinutes(now, pairingCodeMinutes);
  const result = await transact(db, {
    code: addTableCode(tableCodeMac(pepper, code), { visitId, employerId, deskId, givenBy: staffId }, usableUntil),
    log: addToVisitLog({ visitId, at: now, staffId, did: "gave-table-code", employerId }, ids.mint("log")),
  });
  if (!result.ok) throw new Error("A table code was drawn twice.");
  return done({ code, usableUntil });
};
