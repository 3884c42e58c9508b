import type { EmployerId, ReferralId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { StayCheck } from "../../shared/domain/placement.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { countedActKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";
import type { CountedAct, CountedActItem } from "./counted-act-reads.ts";

/**
 * Notes at a visit that something was done for somebody there, beside what it was done with: that may be withdrawn or erased, and the report tells the same
 * afterwards. The same act noted again is the same.
 */
export const countAct = (visitId: VisitId, act: CountedAct, id: string, registrationId: RegistrationId, at: Instant): Write => ({
  Put: { Item: { ...countedActKey(visitId, act, id), type: "counted-act", version: 1, act, visitId, registrationId, at } },
});

/** It was not done. */
export const uncountAct = (visitId: VisitId, act: CountedAct, id: string): Write => ({ Delete: { Key: countedActKey(visitId, act, id) } });

type Hire = { countedAt: VisitId; referralId: ReferralId; registrationId: RegistrationId };

/** Notes at the visit of a job that its firm hired by a referral, for how far firms that were found came; it is counted where its person was referred from. */
export const countFirmHire = (visitId: VisitId, employerId: EmployerId, hire: Hire, at: Instant): Write => {
  const act: CountedAct = "hired-by-firm";
  return {
    Put: {
      Item: { ...countedActKey(visitId, act, hire.referralId), type: "counted-act", version: 1, act, visitId, employerId, ...hire, at },
    },
  };
};

/** Whether somebody who was hired later is still at work; refused when another check was noted since it was read. */
export const addLaterStayCheck = (visitId: VisitId, referralId: ReferralId, item: CountedActItem, check: StayCheck): Write =>
  upsert(
    countedActKey(visitId, "hired-later", referralId),
    "counted-act",
    { checks: [...(item.checks ?? []).filter(({ month }) => month !== check.month), check] },
    { expression: "version = :seen", values: { ":seen": item.version } },
  );
