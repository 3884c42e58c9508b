import type { RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { PartnerKind } from "../../shared/domain/partner.ts";
import { type Db, type Item, queryPartition } from "../platform/db.ts";
import { countedActPrefix, outcomePartition } from "../platform/keys.ts";

/** What a report counts and its own record need not outlive: somebody enrolled anew, was referred, hired where they were referred to, tested, or handed on to a partner of a kind. */
export type CountedAct = "enrolled" | "referred" | "hired-later" | "tested" | `linked-${PartnerKind}`;
type CountedActItem = Item & { act: CountedAct; registrationId: RegistrationId };

export const listCountedActs = (db: Db, visitId: VisitId): Promise<CountedActItem[]> =>
  queryPartition<CountedActItem>(db, outcomePartition(visitId), countedActPrefix);
