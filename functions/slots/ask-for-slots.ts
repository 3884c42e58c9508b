import type { EmployerId, SlotRequestId } from "../../shared/domain/ids.ts";
import type { SlotRequest, SlotRequestDraft } from "../../shared/domain/slot.ts";
import { askRefusal } from "../../shared/domain/slot-asking.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findEmployer } from "../employers/employer-reads.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { findPosting } from "../postings/posting-reads.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { findSlotRequest } from "./slot-request-reads.ts";
import { putSlotRequest, requestedSlots } from "./slot-writes.ts";

const notAChoice = (pointer: string) => refuse("invalid-fields", { fields: [{ pointer, code: "not-a-choice" }] });

/** An employer asks for interview times at a visit; they are published when the manager approves them. */
export const askForSlots = async (
  deps: Deps,
  { employerId, slotRequestId, draft }: { employerId: EmployerId; slotRequestId: SlotRequestId; draft: SlotRequestDraft },
): Promise<Outcome<{ request: SlotRequest; isNew: boolean }>> => {
  const { db, clock } = deps;
  const [employer, posting, planned, known] = await Promise.all([
    findEmployer(db, employerId),
    findPosting(db, employerId, draft.postingId),
    findVisit(db, draft.visitId),
    findSlotRequest(db, employerId, slotRequestId),
  ]);
  if (!employer) return refuse("not-found");
  if (employer.state !== "verified") return refuse("employer-not-verified");
  if (!posting) return notAChoice("/postingId");
  if (!planned) return notAChoice("/visitId");
  const refusal = askRefusal(planned.visit, posting.draft, draft, clock.now());
  if (refusal) return refuse(refusal);

  if (known && known.state !== "requested") return refuse("already-decided");

  const request = requestedSlots({ employerId, slotRequestId, draft, requestedAt: known?.requestedAt ?? clock.now() });
  const version = known?.version ?? 0;
  const result = await transact(db, { request: putSlotRequest(request, version) });
  // Somebody wrote or decided it in this moment, for example this person with a second tap: look again.
  if (!result.ok) return askForSlots(deps, { employerId, slotRequestId, draft });
  return done({ request: { ...request, version: version + 1 }, isNew: !known });
};
