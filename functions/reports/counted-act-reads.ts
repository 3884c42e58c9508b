import type { EmployerId, ReferralId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { PartnerKind } from "../../shared/domain/partner.ts";
import type { StayCheck } from "../../shared/domain/placement.ts";
import { type Db, findItem, findItems, type Item, queryPartition } from "../platform/db.ts";
import { countedActKey, countedActPrefix, outcomePartition } from "../platform/keys.ts";

/**
 * What a report counts and its own record need not outlive: somebody enrolled anew, was referred, hired where they were referred to, tested, or handed on to a partner of a kind; and, at the visit of the
 * job, that its firm hired by a referral (`hired-by-firm`), which may have come of another visit.
 */
export type CountedAct = "enrolled" | "referred" | "hired-later" | "tested" | `linked-${PartnerKind}` | "hired-by-firm";
export type CountedActItem = Item & {
  act: CountedAct;
  registrationId: RegistrationId;
  /** Of somebody hired later: whether they were still at work. None in what was written before it was kept. */
  checks?: StayCheck[];
};
type FirmHireItem = CountedActItem & { employerId: EmployerId; referralId: ReferralId; countedAt: VisitId };

export const listCountedActs = (db: Db, visitId: VisitId): Promise<CountedActItem[]> =>
  queryPartition<CountedActItem>(db, outcomePartition(visitId), countedActPrefix);

export const findHiredLater = (db: Db, visitId: VisitId, referralId: ReferralId): Promise<CountedActItem | undefined> =>
  findItem<CountedActItem>(db, countedActKey(visitId, "hired-later", referralId));

/** Whom firms of a visit hired by a referral, and what was heard of them since. */
export const listFirmHires = async (db: Db, visitId: VisitId): Promise<{ employerId: EmployerId; checks: readonly StayCheck[] }[]> => {
  const hires = (await listCountedActs(db, visitId)).filter((item): item is FirmHireItem => item.act === "hired-by-firm");
  const keys = hires.map(({ countedAt, referralId }) => countedActKey(countedAt, "hired-later", referralId));
  const counted = keys.length > 0 ? ((await findItems(db, keys)) as (CountedActItem | undefined)[]) : [];
  return hires.map(({ employerId }, i) => ({ employerId, checks: counted[i]?.checks ?? [] }));
};
