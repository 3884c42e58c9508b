import type { LookUpKeyInput } from "../../shared/contract/check-in.ts";
import type { AccountId, VisitId } from "../../shared/domain/ids.ts";
import { sealRow } from "../../shared/domain/sealed-row.ts";
import { endOfVisit } from "../../shared/domain/visit.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { putLookUpKey } from "./look-up-writes.ts";

type Setting = LookUpKeyInput & { visitId: VisitId; staffId: AccountId };

/** The lead has set a PIN: from the next pack on, the list is sealed under what it was stretched into. */
export const setLookUpKey = async (
  { db, clock }: Deps,
  sealKey: Uint8Array,
  { visitId, staffId, salt, iterations, key }: Setting,
): Promise<Outcome<undefined>> => {
  const planned = await findVisit(db, visitId);
  if (!planned) return refuse("not-found");
  if (endOfVisit(planned.visit) <= clock.now()) return refuse("visit-over");
  const sealedKey = await sealRow(key, { secret: Uint8Array.from(sealKey), visitId });
  await transact(db, { key: putLookUpKey({ visitId, staffId, salt, iterations, sealedKey, setAt: clock.now() }) });
  return done(undefined);
};
