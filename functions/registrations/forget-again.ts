import { findLiveEnrolment } from "../enrolments/enrolment-reads.ts";
import { endEnrolment } from "../enrolments/enrolment-writes.ts";
import { listForgotten } from "../ledger/forgotten-reads.ts";
import type { Forgotten } from "../ledger/forgotten-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { findReferralOf } from "../referrals/referral-reads.ts";
import { withdrawReferral } from "../referrals/referral-writes.ts";
import { dropStatistics } from "../statistics/statistics-writes.ts";
import { erasePerson } from "./erase-person.ts";
import { findAgenda } from "./registration-reads.ts";
import { withdrawConsent } from "./withdraw-consent.ts";

/** What the ledger names, by kind. */
type Counts = Record<Forgotten["what"], number>;

const forget = async (deps: LedgerDeps, forgotten: Forgotten): Promise<unknown> => {
  const { db } = deps;
  const { at } = forgotten;
  switch (forgotten.what) {
    case "person":
      return erasePerson(deps, { personId: forgotten.personId, wantedBy: "person", at, isTold: true });
    case "consent": {
      const { visitId, registrationId, employerId } = forgotten;
      const agenda = await findAgenda(db, visitId, registrationId);
      // A copy from after it has it, and perhaps another consent since.
      const isKnown = agenda?.consentWithdrawals?.some((one) => one.employerId === employerId && one.at === at);
      return agenda && !isKnown && withdrawConsent(deps, { visitId, registrationId, employerId, at, isTold: true });
    }
    case "referral": {
      const item = await findReferralOf(db, forgotten.personId, forgotten.referralId);
      return item && item.state !== "withdrawn" && transact(db, { referral: withdrawReferral(item, at, { isTold: true }) });
    }
    case "enrolment": {
      const item = await findLiveEnrolment(db, forgotten.personId);
      // What was written since is another one.
      return item && item.writtenAt < at && transact(db, { enrolment: endEnrolment(item, at) });
    }
    case "statistics":
      return transact(db, { statistics: dropStatistics(forgotten.personId, at) });
  }
};

/**
 * After a table was restored from an older copy: forgets in it whatever was forgotten since, as the ledger says, which is no part of the copy. Nobody is told
 * twice. May be run any number of times.
 *
 * @returns how many of each kind the ledger names.
 */
export const forgetAgain = async (deps: LedgerDeps): Promise<Counts> => {
  const counts: Counts = { person: 0, consent: 0, referral: 0, enrolment: 0, statistics: 0 };
  for (const forgotten of await listForgotten(deps.ledger)) {
    counts[forgotten.what] += 1;
    await forget(deps, forgotten);
  }
  deps.log.info("forgotten.again", counts);
  return counts;
};
