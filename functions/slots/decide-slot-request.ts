import type { DeskId, EmployerId, SlotRequestId } from "../../shared/domain/ids.ts";
import { postingFaults } from "../../shared/domain/lawful-posting.ts";
import { isValidOn } from "../../shared/domain/posting-days.ts";
import { seoulDateOf, yearOf } from "../../shared/domain/seoul-time.ts";
import type { RefusalGround, SlotRequest } from "../../shared/domain/slot.ts";
import { patternRefusal } from "../../shared/domain/slot-times.ts";
import { endOfVisit } from "../../shared/domain/visit.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findEmployer } from "../employers/employer-reads.ts";
import type { Deps } from "../platform/deps.ts";
import { ContentionError, transact } from "../platform/transact.ts";
import { findPosting } from "../postings/posting-reads.ts";
import { openPosting } from "../postings/posting-writes.ts";
import { findVisit, type VisitItem } from "../visits/visit-reads.ts";
import { addInterviewSeats, showPosting } from "../visits/visit-writes.ts";
import { holdRefusal, publishSlots } from "./publish-slots-writes.ts";
import { findSlotRequest } from "./slot-request-reads.ts";
import { decideSlotRequest } from "./slot-writes.ts";
import { forgetTimetables } from "./timetable-reads.ts";

type Key = { employerId: EmployerId; slotRequestId: SlotRequestId };

type Decision = { state: "approved"; deskIds: readonly DeskId[] } | { state: "refused"; ground: RefusalGround; reason: string };

/** Promise 3: the same decision sent again is answered as it was; another one comes too late. */
const answerAgain = (request: SlotRequest | undefined, decision: Decision): Outcome<SlotRequest> => {
  const isSame =
    request?.state === decision.state &&
    (decision.state === "approved"
      ? request.deskIds.join() === decision.deskIds.join()
      : request.refusalReason === decision.reason && request.refusalGround === decision.ground);
  return request && isSame ? done(request) : refuse("already-decided");
};

/** Sends a request back, on one of the grounds that the law knows, in words that the employer reads. */
export const refuseSlotRequest = async (
  { db, clock }: Deps,
  key: Key,
  { ground, reason }: { ground: RefusalGround; reason: string },
): Promise<Outcome<SlotRequest>> => {
  const request = await findSlotRequest(db, key.employerId, key.slotRequestId);
  if (!request) return refuse("not-found");
  const { version } = request;
  const decision = { state: "refused", ground, reason } as const;
  const result = await transact(db, { request: decideSlotRequest({ ...key, version }, decision, clock.now()) });
  if (result.ok) return done({ ...request, state: "refused", refusalReason: reason, refusalGround: ground, version: version + 1 });
  return answerAgain(await findSlotRequest(db, key.employerId, key.slotRequestId), decision);
};

/**
 * Approves a request: in one transaction every slot is published, desks and interviewers are held for their times, and the posting is shown
 * at the visit, or none of it. No slot is ever made twice: a second approval is answered as the first was, or refused where it names other desks.
 */
export const approveSlotRequest = async ({ db, clock }: Deps, key: Key & { deskIds: readonly DeskId[] }): Promise<Outcome<SlotRequest>> => {
  const { employerId, slotRequestId, deskIds } = key;
  const request = await findSlotRequest(db, employerId, slotRequestId);
  if (!request) return refuse("not-found");
  const decision = { state: "approved", deskIds } as const;
  if (request.state !== "requested") return answerAgain(request, decision);
  const { visitId, postingId, pattern, mode, interviewers, version } = request;
  const [planned, employer, posting] = await Promise.all([
    findVisit(db, visitId),
    findEmployer(db, employerId),
    findPosting(db, employerId, postingId),
  ]);
  if (!planned || !employer || !posting) return refuse("not-found");
  const { visit } = planned;
  if (employer.state !== "verified") return refuse("employer-not-verified");
  if (visit.state === "cancelled") return refuse("visit-not-open");
  if (endOfVisit(visit) <= clock.now()) return refuse("visit-over");
  if (postingFaults(posting.draft, yearOf(visit.date)).length > 0) return refuse("posting-unlawful");
  if (!isValidOn(posting.draft, seoulDateOf(clock.now())) || !isValidOn(posting.draft, visit.date)) return refuse("posting-expired");
  const isKnown = deskIds.every((deskId) => visit.desks.some((desk) => desk.deskId === deskId));
  if (!isKnown || deskIds.length !== interviewers.length || new Set(deskIds).size !== deskIds.length) return refuse("desk-unknown");
  const misfit = patternRefusal(visit, pattern, deskIds.length);
  if (misfit) return refuse(misfit);

  const { nameKo, nameEn = null, industryKo, aboutKo, aboutEn = null } = employer.profile;
  const { slots, writes } = publishSlots({
    slotRequestId,
    date: visit.date,
    pattern,
    what: { visitId, kind: "interview", employerId, postingId, service: null, mode },
    desks: deskIds.map((deskId, i) => ({ deskId, host: interviewers[i] as string })),
  });
  const result = await transact<string>(db, {
    request: decideSlotRequest({ employerId, slotRequestId, version }, decision, clock.now()),
    posting: openPosting(employerId, postingId, visit.date),
    shown: showPosting({
      visitId,
      postingId,
      employerId,
      draft: posting.draft,
      employer: { nameKo, nameEn, industryKo, aboutKo, aboutEn },
    }),
    visit: addInterviewSeats(visit, slots.length * pattern.seats),
    ...writes,
  });
  forgetTimetables(db, visitId);
  if (result.ok) return done({ ...request, state: "approved", deskIds: [...deskIds], version: version + 1 });
  if (result.refused.includes("request")) return answerAgain(await findSlotRequest(db, employerId, slotRequestId), decision);
  if (result.refused.includes("visit")) {
    if ((result.before.visit as VisitItem | undefined)?.changing) throw new ContentionError("A plan is changing the visit.");
    return refuse("visit-not-open");
  }
  const held = holdRefusal(result.refused);
  if (held) return refuse(held);
  if (result.refused.includes("shown")) return refuse("id-taken");
  if (result.refused.includes("posting")) return refuse("posting-expired");
  throw new Error(`Approval was refused by ${result.refused.join(", ")}.`);
};
