import type { RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { countedActKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import type { CountedAct } from "./counted-act-reads.ts";

/**
 * Notes at a visit that something was done for somebody there, beside what it was done with: that may be withdrawn or erased, and the report tells the same
 * afterwards. The same act noted again is the same.
 */
export const countAct = (visitId: VisitId, act: CountedAct, id: string, registrationId: RegistrationId, at: Instant): Write => ({
  Put: { Item: { ...countedActKey(visitId, act, id), type: "counted-act", version: 1, act, visitId, registrationId, at } },
});
