import type { PersonId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { ItemType } from "../../shared/wiring.ts";
import { forgetNote, forgetWalkInNote } from "../consultations/forget-note.ts";
import { findLiveEnrolment } from "../enrolments/enrolment-reads.ts";
import { endEnrolment } from "../enrolments/enrolment-writes.ts";
import { forgetLead } from "../leads/erase-lead.ts";
import { listForgotten } from "../ledger/forgotten-reads.ts";
import type { Ended, Forgotten } from "../ledger/forgotten-writes.ts";
import { withdrawnWrites } from "../partner-links/end-partner-link.ts";
import { findPartnerLinkOf } from "../partner-links/partner-link-reads.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { needsShareKey } from "../platform/keys.ts";
import { transact } from "../platform/transact.ts";
import { endReferral } from "../referrals/referral-ends-writes.ts";
import { findReferralOf } from "../referrals/referral-reads.ts";
import { erasePerson } from "../registrations/erase-person.ts";
import { findAgenda } from "../registrations/registration-reads.ts";
import { withdrawConsent } from "../registrations/withdraw-consent.ts";
import { dropStatistics } from "../statistics/statistics-writes.ts";
import { listSupportItems } from "../support/support-reads.ts";
import { drop } from "../support/support-writes.ts";
import { forgetTalk } from "../talks/forget-talk.ts";
import { endAgain, isEnded } from "./end-again.ts";

/** What the ledger names, by kind. */
type Counts = Record<Forgotten["what"], number>;

/** Answers about needs or groups, and shares of them, of these types. */
const dropAnswers = async ({ db }: LedgerDeps, personId: PersonId, types: readonly ItemType[], at: Instant): Promise<void> => {
  for (const { pk, sk, type } of await listSupportItems(db, personId))
    if (types.some((one) => one === type)) await transact(db, { answer: drop({ pk, sk }, at) });
};

/** What was written, said or given since is another one, and stays. */
const forget = async (deps: LedgerDeps, forgotten: Exclude<Forgotten, Ended>): Promise<unknown> => {
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
      const step = { at, words: { kind: "referral-ended" } } as const;
      return item && item.state !== "withdrawn" && transact<string>(db, await endReferral(deps, item, step, { isTold: true }));
    }
    case "enrolment": {
      const item = await findLiveEnrolment(db, forgotten.personId);
      return item && item.writtenAt < at && transact(db, { enrolment: endEnrolment(item, at) });
    }
    case "statistics":
      return transact(db, { statistics: dropStatistics(forgotten.personId, at) });
    case "needs":
      // What employers may know is always part of them.
      return dropAnswers(deps, forgotten.personId, ["support-needs", "support-share"], at);
    case "groups":
      return dropAnswers(deps, forgotten.personId, ["support-groups"], at);
    case "share":
      return transact(db, { share: drop(needsShareKey(forgotten.personId, forgotten.visitId, forgotten.bookingId), at) });
    case "partner-link": {
      const item = await findPartnerLinkOf(db, forgotten.personId, forgotten.linkId);
      return item && item.state !== "withdrawn" && transact<string>(db, await withdrawnWrites(deps, item, { at }));
    }
    case "lead":
      return forgetLead(deps, forgotten.leadId);
    case "talk":
      return forgetTalk(deps, forgotten.talkId);
    case "note":
      return forgetNote(deps, forgotten);
    case "walk-in-note":
      return forgetWalkInNote(deps, forgotten);
  }
};

/**
 * After a table was restored from an older copy: forgets in it whatever was forgotten since, and ends what had ended, as the ledger says, which is no part of the
 * copy. Nobody is told twice. May be run any number of times.
 *
 * @returns how many of each kind the ledger names.
 */
export const forgetListed = async (deps: LedgerDeps): Promise<Counts> => {
  const counts: Counts = {
    person: 0,
    consent: 0,
    referral: 0,
    enrolment: 0,
    statistics: 0,
    needs: 0,
    groups: 0,
    share: 0,
    "partner-link": 0,
    lead: 0,
    talk: 0,
    note: 0,
    "walk-in-note": 0,
    registration: 0,
    certificate: 0,
    ticket: 0,
    "visit-key": 0,
    phone: 0,
    invitation: 0,
    address: 0,
    "recovery-codes": 0,
  };
  for (const listed of await listForgotten(deps.ledger)) {
    counts[listed.what] += 1;
    await (isEnded(listed) ? endAgain(deps, listed) : forget(deps, listed));
  }
  deps.log.info("forgotten.again", counts);
  return counts;
};
