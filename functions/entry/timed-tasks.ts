import type { feedTask, TimedTask } from "../../shared/wiring.ts";
import { settleApplications } from "../applications/settle-applications.ts";
import { checkPromises } from "../bookings/check-promises.ts";
import { tellEmployers } from "../employers/tell-employers.ts";
import { remindOfEnrolments } from "../enrolments/remind-of-enrolments.ts";
import { putDueNotices } from "../notices/due-notices.ts";
import { runPlans } from "../plans/run-plan.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { remindOfPostings } from "../postings/remind-of-postings.ts";
import { erasePerson, finishErasures } from "../registrations/erase-person.ts";
import { finishWithdrawals } from "../registrations/withdraw-registration.ts";
import { askForResults } from "../results/ask-for-results.ts";
import { purge } from "../retention/purge.ts";
import { destroyKeys } from "../tickets/destroy-keys.ts";
import { findLostMails } from "../undelivered/find-lost-mails.ts";
import { settleClaims } from "../undelivered/settle-claims.ts";
import { settleOffers } from "../waitlist/settle-offers.ts";

/** What each timed task does, but for the one that has a function of its own. Every one may run again, or be broken off, at any time. */
export const timedTaskRuns: Record<Exclude<TimedTask, typeof feedTask>, (deps: LedgerDeps) => Promise<unknown>> = {
  "remind-of-tomorrow": (deps) => putDueNotices(deps, "reminder"),
  "send-day-of-tickets": (deps) => putDueNotices(deps, "day-of-ticket"),
  "settle-offers": settleOffers,
  "settle-applications": settleApplications,
  "run-plans": runPlans,
  "finish-withdrawals": finishWithdrawals,
  "finish-erasures": finishErasures,
  "purge-data": (deps) => purge(deps, erasePerson),
  "tell-employers": tellEmployers,
  "ask-for-results": askForResults,
  "remind-of-enrolments": remindOfEnrolments,
  "remind-of-postings": remindOfPostings,
  "care-for-missed": (deps) => putDueNotices(deps, "no-show-care"),
  "settle-mails": settleClaims,
  "find-lost-mails": findLostMails,
  "destroy-keys": destroyKeys,
  "check-promises": checkPromises,
};
