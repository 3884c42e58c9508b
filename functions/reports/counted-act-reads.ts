import type { RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { type Db, type Item, queryPartition } from "../platform/db.ts";
import { countedActPrefix, outcomePartition } from "../platform/keys.ts";

/** What a report counts and its own record need not outlive: somebody enrolled anew, was referred, hired where they were referred to, or tested. */
export type CountedAct = "enrolled" | "referred" | "hired-later" | "tested";
type CountedActItem = Item & { act: CountedAct; registrationId: RegistrationId };

export const listCountedActs = (db: Db, visitId: VisitId): Promise<CountedActItem[]> =>
  queryPartition<CountedActItem>(db, outcomePartition(visitId), countedActPrefix);
