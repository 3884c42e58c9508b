import { PairingId } from "../../shared/domain/ids.ts";
import { pairingRefusal } from "../../shared/domain/table-pairing.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { entryInLedger } from "../ledger/ledger-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { hashOf } from "../platform/hash-of.ts";
import { countWithin, digestOf, networkOf, secondsLeftOf } from "../platform/limits.ts";
import { transact } from "../platform/transact.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { findTableCode } from "./pairing-reads.ts";
import { addPairing, useTableCode } from "./pairing-writes.ts";
import { readTableCode, tableCodeMac } from "./table-code.ts";

/**
 * Tries from one network, right and wrong ones: everybody at the bus may share one. No limit over all networks, since whoever filled it up would keep every
 * device away; of 2^40 codes a few are good at any time, each for ten minutes.
 */
const triesPerNetwork = { minutes: 10, max: 30 };

/**
 * Turns a code into a session of this device, once: the try is counted before anything is compared. Unknown, used and expired codes are answered alike.
 *
 * @returns the cookie's value; its token is stored only as a hash.
 */
export const pairDevice = async (
  { db, ledger, clock, ids }: LedgerDeps,
  pepper: string,
  { code, ip }: { code: string; ip: string },
): Promise<Outcome<{ cookie: string }>> => {
  const now = clock.now();
  const counted = await transact(db, { network: countWithin("table-code", triesPerNetwork, digestOf(networkOf(ip)), now) });
  if (!counted.ok) return refuse("too-many-requests", { retryAfterSeconds: secondsLeftOf(triesPerNetwork, now) });
  const meant = readTableCode(code);
  const mac = meant && tableCodeMac(pepper, meant);
  const found = mac && (await findTableCode(db, mac));
  if (!mac || !found) return refuse("pairing-code-unusable");
  const { visitId, employerId, deskId, givenBy } = found;
  const planned = await findVisit(db, visitId);
  if (!planned || pairingRefusal(planned.visit, now)) return refuse("pairing-code-unusable");
  const pairingId = PairingId.parse(ids.mint("prg"));
  const token = Buffer.from(ids.bytes(32)).toString("base64url");
  const { date } = planned.visit;
  const doer = { by: { pairingId, employerId }, session: digestOf(pairingId), ip };
  const paired = await transact(db, {
    log: entryInLedger(ledger, { at: now, kind: "table-paired", ...doer, visitId, employerId, pairingId }, ids.mint("log")),
    code: useTableCode(mac, now),
    pairing: addPairing({ visitId, employerId, deskId, givenBy, pairingId, date, tokenHash: hashOf(token), pairedAt: now }),
  });
  return paired.ok ? done({ cookie: `${visitId}.${pairingId}.${token}` }) : refuse("pairing-code-unusable");
};
