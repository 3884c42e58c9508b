import type { Referral } from "../../shared/contract/referrals.ts";
import { jobTask } from "../../shared/domain/follow-up-told.ts";
import type { AccountId, FollowUpId, PersonId, PostingId, ReferralId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { isValidOn } from "../../shared/domain/posting-days.ts";
import { addDays, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { endOfVisit } from "../../shared/domain/visit.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findRunningEnrolment } from "../enrolments/enrolment-reads.ts";
import { openFollowUp } from "../follow-ups/follow-up-writes.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { findPosting } from "../postings/posting-reads.ts";
import { whileKnown } from "../registrations/registration-writes.ts";
import { findVisit, findVisitPosting } from "../visits/visit-reads.ts";
import { jobOf } from "./list-matches.ts";
import { findAgendasOf, hasPosting, whileAgendaIs } from "./own-jobs.ts";
import { listReferralsOf, type ReferralItem, type StoredReferral } from "./referral-reads.ts";
import { addReferral } from "./referral-writes.ts";
import { shownReferrals } from "./show-referrals.ts";

type Proposing = { visitId: VisitId; registrationId: RegistrationId; referralId: ReferralId; personId: PersonId; byId: AccountId };
type Wish = { at: { visitId: VisitId; postingId: PostingId }; why?: string | undefined };

/** The follow-up of a referral bears its number, so that the same proposal sent twice opens one. */
const followUpIdOf = (id: ReferralId): FollowUpId => `fup_${id.slice(4)}` as FollowUpId;

/** Somebody is asked again when they have not answered for so long. */
const answerDays = 3;

/** Proposes a job of a visit to come, and puts asking for the answer on the counsellor's list: both or neither. Nothing goes to the employer yet. */
export const proposeReferral = async (
  deps: Deps,
  proposing: Proposing,
  wish: Wish,
): Promise<Outcome<{ isNew: boolean; referral: Referral }>> => {
  const { referralId, personId, byId, ...from } = proposing;
  const { at, why } = wish;
  const { db, clock } = deps;
  const now = clock.now();
  const today = seoulDateOf(now);
  const earlier = await listReferralsOf(db, personId);
  const isSame = (item: ReferralItem): boolean =>
    item.byId === byId && item.job.visitId === at.visitId && item.job.postingId === at.postingId && item.why === why;
  const answer = async (item: ReferralItem, isNew: boolean): Promise<Outcome<{ isNew: boolean; referral: Referral }>> => {
    const [referral] = await shownReferrals(deps, [item]);
    return referral ? done({ isNew, referral }) : refuse("not-found");
  };
  const known = earlier.find((item) => item.referralId === referralId);
  if (known) return isSame(known) ? answer(known, false) : refuse("id-taken");
  if (
    earlier.some(
      ({ state, job }) => (state === "proposed" || state === "sent") && job.visitId === at.visitId && job.postingId === at.postingId,
    )
  )
    return refuse("already-referred");
  const [enrolment, planned, posting] = await Promise.all([
    findRunningEnrolment(db, personId, today),
    findVisit(db, at.visitId),
    findVisitPosting(db, at.visitId, at.postingId),
  ]);
  if (!planned || !posting) return refuse("not-found");
  if (!enrolment) return refuse("not-enrolled");
  if (planned.visit.state !== "open") return refuse("visit-not-open");
  if (endOfVisit(planned.visit) <= now) return refuse("visit-over");
  const offered = await findPosting(db, posting.employerId, at.postingId);
  if (!offered || !isValidOn(offered.draft, today)) return refuse("posting-expired");
  const agendas = await findAgendasOf(db, personId, [at.visitId]);
  if (agendas.some((agenda) => hasPosting(agenda, at.postingId))) return refuse("already-theirs");
  const due = addDays(today, answerDays);
  const referral: StoredReferral = {
    ...{ referralId, personId, from, job: jobOf(planned, posting), byId, state: "proposed", proposedAt: now },
    ...(why !== undefined && { why }),
  };
  const result = await transact<string>(db, {
    referral: addReferral(referral),
    person: whileKnown(personId),
    // Nothing was booked or applied for since that was looked at.
    ...Object.fromEntries(agendas.map((agenda, i) => [`agenda ${i}`, whileAgendaIs(agenda)])),
    next: openFollowUp({
      ...{ followUpId: followUpIdOf(referralId), personId, ...from, cause: "referral", referralId, ownerId: byId, openedAt: now },
      what: jobTask("referral-answer", posting.draft),
      // The visit does not wait for an answer.
      ...{ dueOn: [due, planned.visit.date].sort()[0] ?? due, waitingFor: "person" },
    }),
  });
  const written = (await listReferralsOf(db, personId)).find((item) => item.referralId === referralId);
  if (result.ok && written) return answer(written, true);
  if (result.ok || result.refused.includes("person")) return refuse("not-found");
  // What they have booked has changed meanwhile: it is decided anew.
  if (result.refused.some((part) => part.startsWith("agenda "))) return proposeReferral(deps, proposing, wish);
  return written && isSame(written) ? answer(written, false) : refuse("id-taken");
};
