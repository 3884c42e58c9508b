import type { AccountId, DeskId, EmployerId, VisitId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { type GivenCode, giveCode, openToPair } from "../pairing/pairing-code.ts";
import type { Deps } from "../platform/deps.ts";
import { listSlots } from "../slots/slot-reads.ts";
import { addToVisitLog } from "../visits/visit-log-writes.ts";
import type { PairedFor } from "./pairing-reads.ts";

type Wish = { visitId: VisitId; employerId: EmployerId; deskId: DeskId; staffId: AccountId };

/** A code for an employer's device, at a desk where this employer interviews that day. */
export const giveTableCode = async (
  deps: Deps,
  pepper: string,
  { visitId, employerId, deskId, staffId }: Wish,
): Promise<Outcome<GivenCode>> => {
  const [open, slots] = await Promise.all([openToPair(deps, visitId), listSlots(deps.db, visitId)]);
  if (!open.ok) return open;
  const isTheirs = slots.some(({ facts, state }) => state === "open" && facts.employerId === employerId && facts.deskId === deskId);
  if (!isTheirs) return refuse("desk-unknown");
  const meant: PairedFor = { visitId, employerId, deskId, givenBy: staffId };
  const entry = { visitId, at: deps.clock.now(), staffId, did: "gave-table-code", employerId } as const;
  return done(await giveCode(deps, pepper, "table", meant, () => ({ log: addToVisitLog(entry, deps.ids.mint("log")) })));
};
