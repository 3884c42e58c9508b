import type { Referral } from "../../shared/contract/referrals.ts";
import { jobTask } from "../../shared/domain/follow-up-told.ts";
import type { AccountId, FollowUpId, PersonId, ReferralId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import { type AnsweredBy, summaryOf } from "../../shared/domain/referral.ts";
import { addDays, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { endOfVisit } from "../../shared/domain/visit.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { employerConsentOf } from "../consents/consent-writes.ts";
import { findRunningEnrolment } from "../enrolments/enrolment-reads.ts";
import { openFollowUp } from "../follow-ups/follow-up-writes.ts";
import type { Deps, LedgerDeps } from "../platform/deps.ts";
import { ContentionError, transact, type Write } from "../platform/transact.ts";
import { whilePostingValid } from "../postings/posting-writes.ts";
import { whileKnown } from "../registrations/registration-writes.ts";
import { countAct } from "../reports/counted-act-writes.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { closeTasksOf, endReferral } from "./referral-ends-writes.ts";
import { findReferralOf } from "./referral-reads.ts";
import { declineReferral, sendReferral } from "./referral-writes.ts";
import { shownReferrals } from "./show-referrals.ts";

type Which = { personId: PersonId; referralId: ReferralId };
/** Who writes it: the person, or whom they told. */
type By = { byId: AccountId; answeredBy: AnsweredBy; locale: Locale };
type Said = { agrees: boolean; consentVersion?: string | undefined };

const shown = async (deps: Deps, { personId, referralId }: Which): Promise<Outcome<Referral>> => {
  const item = await findReferralOf(deps.db, personId, referralId);
  const [referral] = item ? await shownReferrals(deps, [item]) : [];
  return referral ? done(referral) : refuse("not-found");
};

/**
 * What somebody says to a proposal. A yes is their consent for this employer and sends it in the same transaction: there is no moment in which they agreed and
 * somebody has to remember to go on. Finding out what came of it is then on the list of who proposed it.
 */
export const answerReferral = async (
  deps: Deps,
  which: Which,
  { byId, answeredBy, locale }: By,
  said: Said,
): Promise<Outcome<Referral>> => {
  const { db, clock, ids } = deps;
  const item = await findReferralOf(db, which.personId, which.referralId);
  if (!item) return refuse("not-found");
  if (item.state === (said.agrees ? "sent" : "declined")) return shown(deps, which);
  if (item.state !== "proposed") return refuse("referral-changed");
  const at = clock.now();
  const today = seoulDateOf(at);
  const { personId, job } = item;
  const writes = async (): Promise<Outcome<Record<string, Write>>> => {
    if (!said.agrees) {
      const step = { at, byId, words: { kind: "referral-declined" } as const };
      return done({ referral: declineReferral(item, { answeredAt: at, answeredBy }), ...(await closeTasksOf(db, item, "done", step)) });
    }
    const consent = employerConsentOf(said.consentVersion, locale, answeredBy === "web" ? "web" : "staff");
    if (!consent) return refuse("consent-outdated");
    const [enrolment, planned] = await Promise.all([findRunningEnrolment(db, personId, today), findVisit(db, job.visitId)]);
    if (planned?.visit.state !== "open") return refuse("visit-not-open");
    if (endOfVisit(planned.visit) <= at) return refuse("visit-over");
    if (!enrolment) return refuse("not-enrolled");
    return done({
      referral: sendReferral(item, {
        ...{ summary: summaryOf(enrolment.draft), enrolledAs: enrolment.personId },
        ...{ consent: { ...consent, at }, answeredAt: at, answeredBy },
      }),
      ...(await closeTasksOf(db, item, "done", { at, byId, words: { kind: "referral-agreed" } })),
      // It may have been cut short or deleted since it was proposed.
      job: whilePostingValid(job.employerId, job.postingId, planned.visit.date),
      counted: countAct(item.from.visitId, "referred", item.referralId, item.from.registrationId, at),
      result: openFollowUp({
        ...{
          followUpId: ids.mint("fup") as FollowUpId,
          personId,
          ...item.from,
          cause: "referral",
          referralId: item.referralId,
          ownerId: item.byId,
          openedAt: at,
        },
        ...{ what: jobTask("referral-result", job.draft), dueOn: addDays(planned.visit.date, 1), waitingFor: "employer" },
      }),
    });
  };
  const wanted = await writes();
  if (!wanted.ok) return wanted;
  const result = await transact<string>(db, { ...wanted.value, person: whileKnown(personId) });
  if (result.ok) return shown(deps, which);
  if (result.refused.includes("person")) return refuse("not-found");
  if (result.refused.includes("job")) return refuse("job-ended");
  const now = await findReferralOf(db, which.personId, which.referralId);
  return now?.state === (said.agrees ? "sent" : "declined") ? shown(deps, which) : refuse("referral-changed");
};

const attempts = 3;

/** Takes a referral back, answered or not: the employer sees nobody by it from this moment. What had come of an interview stays where it is. */
export const takeBackReferral = async (deps: LedgerDeps, which: Which, byId: AccountId): Promise<Outcome<Referral>> => {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const item = await findReferralOf(deps.db, which.personId, which.referralId);
    if (!item) return refuse("not-found");
    if (item.state === "withdrawn") return shown(deps, which);
    if (item.state === "declined") return refuse("referral-changed");
    const step = { at: deps.clock.now(), byId, words: { kind: "referral-taken-back" } as const };
    const result = await transact<string>(deps.db, await endReferral(deps, item, step));
    if (result.ok) return shown(deps, which);
  }
  throw new ContentionError("The referral kept changing.");
};
