import type { AccountId, VisitId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { noteForgotten } from "../ledger/forgotten-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { endSignIn } from "../sign-in/sign-in-writes.ts";
import { addToVisitLog } from "../visits/visit-log-writes.ts";
import { type DeviceItem, findDevice, giveUpDevice, phoneUsersOf } from "./device-writes.ts";

/**
 * A phone that was lost: from now on its uploads wait for the lead, it gets no pack, and whoever was signed in on it no longer is. The first time it was
 * reported stays; reported again, what was broken off is done.
 */
export const revokeDevice = async (
  deps: LedgerDeps,
  { visitId, deviceId, staffId, reason }: { visitId: VisitId; deviceId: string; staffId: AccountId; reason: string },
): Promise<Outcome<DeviceItem>> => {
  const { db, ledger, clock, ids } = deps;
  const now = clock.now();
  await transact(db, {
    device: giveUpDevice(visitId, deviceId, now),
    forgotten: noteForgotten(ledger, { what: "phone", visitId, deviceId, at: now }),
    log: addToVisitLog({ visitId, at: now, staffId, did: "revoked-device", reason }, ids.mint("log")),
  });
  const device = await findDevice(db, visitId, deviceId);
  if (!device) return refuse("not-found");
  for (const { staffId: accountId, signInId } of phoneUsersOf(device)) await endSignIn(deps, accountId, signInId);
  return done(device);
};
