import type { AccountId, FollowUpId, PersonId, ReferralId } from "../../shared/domain/ids.ts";
import { type HiredByReferral, startProblem, stayChecksOf } from "../../shared/domain/placement.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { openFollowUp } from "../follow-ups/follow-up-writes.ts";
import type { Deps } from "../platform/deps.ts";
import { transact, type Write } from "../platform/transact.ts";
import { whileKnown } from "../registrations/registration-writes.ts";
import { countAct, countFirmHire } from "../reports/counted-act-writes.ts";
import { noPlacement } from "../results/result-writes.ts";
import { findReferralOf } from "./referral-reads.ts";
import { noteHire } from "./referral-writes.ts";
import { findInterview } from "./show-referrals.ts";

type Which = { personId: PersonId; referralId: ReferralId };

/**
 * The centre confirms that the employer of a referral hired somebody without an interview at the bus. It counts at the visit from which they were referred, and with
 * it the checks after one, three and six months are on the list of who confirmed it. Hired after an interview it is a placement, and not this: never both.
 */
export const confirmHire = async (deps: Deps, which: Which, byId: AccountId, hire: HiredByReferral): Promise<Outcome<undefined>> => {
  const { db, clock, ids } = deps;
  const item = await findReferralOf(db, which.personId, which.referralId);
  if (!item) return refuse("not-found");
  if (item.hired) return done(undefined);
  const { state, answeredAt, personId, from, job, referralId } = item;
  if (state !== "sent" || !answeredAt) return refuse("referral-changed");
  const interview = await findInterview(deps, personId, job);
  if (interview?.isPlaced) return refuse("already-placed");
  const at = clock.now();
  const today = seoulDateOf(at);
  const bad = startProblem(hire.startedOn, seoulDateOf(answeredAt), today);
  if (bad) return refuse("invalid-fields", { fields: [{ pointer: "/startedOn", code: bad }] });
  const checks = stayChecksOf(hire.startedOn, today).map(({ month, ...task }): [string, Write] => [
    `check${month}`,
    openFollowUp({
      ...{ followUpId: ids.mint("fup") as FollowUpId, personId, ...from, ownerId: byId, openedAt: at },
      ...{ cause: "stay-check", stay: { referralId, month }, ...task, waitingFor: "us" },
    }),
  ]);
  const result = await transact<string>(db, {
    hire: noteHire(item, { ...hire, confirmedAt: at, byId }),
    person: whileKnown(personId),
    counted: countAct(from.visitId, "hired-later", referralId, from.registrationId, at),
    firm: countFirmHire(job.visitId, job.employerId, { countedAt: from.visitId, referralId, registrationId: from.registrationId }, at),
    ...(interview && { placement: noPlacement(job.visitId, interview.bookingId) }),
    ...Object.fromEntries(checks),
  });
  if (result.ok) return done(undefined);
  if (result.refused.includes("person")) return refuse("not-found");
  if (result.refused.includes("placement")) return refuse("already-placed");
  // Somebody else was first, with this or with something else.
  return (await findReferralOf(db, which.personId, which.referralId))?.hired ? done(undefined) : refuse("referral-changed");
};
