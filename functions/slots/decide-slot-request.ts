import { cellsOf } from "../../shared/domain/day-grid.ts";
import { type DeskId, type EmployerId, SlotId, type SlotRequestId } from "../../shared/domain/ids.ts";
import type { SlotRequest } from "../../shared/domain/slot.ts";
import { patternRefusal, spansOf } from "../../shared/domain/slot-times.ts";
import { endOfVisit } from "../../shared/domain/visit.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findEmployer } from "../employers/employer-reads.ts";
import type { Deps } from "../platform/deps.ts";
import { transact, type Write } from "../platform/transact.ts";
import { findPosting } from "../postings/posting-reads.ts";
import { openPosting } from "../postings/posting-writes.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { addInterviewSeats, showPosting } from "../visits/visit-writes.ts";
import { findSlotRequest } from "./slot-request-reads.ts";
import { addSlot, decideSlotRequest, holdDesk, holdInterviewer } from "./slot-writes.ts";

type Key = { employerId: EmployerId; slotRequestId: SlotRequestId };

export const refuseSlotRequest = async ({ db, clock }: Deps, key: Key, reason: string): Promise<Outcome<SlotRequest>> => {
  const request = await findSlotRequest(db, key.employerId, key.slotRequestId);
  if (!request) return refuse("not-found");
  const { version } = request;
  const result = await transact(db, { request: decideSlotRequest({ ...key, version }, { state: "refused", reason }, clock.now()) });
  return result.ok ? done({ ...request, state: "refused", refusalReason: reason, version: version + 1 }) : refuse("already-decided");
};

/**
 * Approves a request: in one transaction every slot is published, the desk and the interviewer are held for their times, and the posting is shown
 * at the visit, or none of it. A second approval of the same request is refused, so no slot is ever made twice.
 */
export const approveSlotRequest = async ({ db, clock, ids }: Deps, key: Key & { deskId: DeskId }): Promise<Outcome<SlotRequest>> => {
  const { employerId, slotRequestId, deskId } = key;
  const request = await findSlotRequest(db, employerId, slotRequestId);
  if (!request) return refuse("not-found");
  if (request.state !== "requested") return refuse("already-decided");
  const { visitId, postingId, pattern, interviewer, version } = request;
  const [planned, employer, posting] = await Promise.all([
    findVisit(db, visitId),
    findEmployer(db, employerId),
    findPosting(db, employerId, postingId),
  ]);
  if (!planned || !employer || !posting) return refuse("not-found");
  const { visit } = planned;
  if (employer.state !== "verified") return refuse("employer-not-verified");
  if (endOfVisit(visit) <= clock.now()) return refuse("visit-over");
  if (!visit.desks.some((desk) => desk.deskId === deskId)) return refuse("desk-unknown");
  const misfit = patternRefusal(visit, pattern);
  if (misfit) return refuse(misfit);

  const spans = spansOf(visit.date, pattern);
  const cells = spans.flatMap((span) => cellsOf(visit.date, span));
  const { nameKo, nameEn = null, industryKo, aboutKo, aboutEn = null } = employer.profile;
  const slots: Record<string, Write> = Object.fromEntries(
    spans.map((span, i) => [
      `slot ${i + 1}`,
      addSlot({
        slotId: SlotId.parse(ids.mint("slt")),
        visitId,
        employerId,
        postingId,
        slotRequestId,
        deskId,
        ...span,
        seats: pattern.seats,
        taken: 0,
        state: "open",
      }),
    ]),
  );
  const result = await transact<string>(db, {
    request: decideSlotRequest({ employerId, slotRequestId, version }, { state: "approved", deskId }, clock.now()),
    desk: holdDesk(visit.date, visitId, deskId, cells),
    interviewer: holdInterviewer(visit.date, employerId, interviewer, cells),
    posting: openPosting(employerId, postingId),
    shown: showPosting({
      visitId,
      postingId,
      employerId,
      draft: posting.draft,
      employer: { nameKo, nameEn, industryKo, aboutKo, aboutEn },
    }),
    visit: addInterviewSeats(visitId, spans.length * pattern.seats),
    ...slots,
  });
  if (result.ok) return done({ ...request, state: "approved", deskId, version: version + 1 });
  if (result.refused.includes("request")) return refuse("already-decided");
  if (result.refused.includes("desk")) return refuse("desk-busy");
  if (result.refused.includes("interviewer")) return refuse("interviewer-busy");
  if (result.refused.includes("shown")) return refuse("id-taken");
  throw new Error(`Approval was refused by ${result.refused.join(", ")}.`);
};
