import { PairingId, type VisitId } from "../../shared/domain/ids.ts";
import { pairingRefusal } from "../../shared/domain/table-pairing.ts";
import { readTicketCode } from "../../shared/domain/ticket-token.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findItem } from "../platform/db.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { hashOf } from "../platform/hash-of.ts";
import { tableCodeKey } from "../platform/keys.ts";
import { countWithin, digestOf, networkOf, secondsLeftOf } from "../platform/limits.ts";
import { transact, type Write } from "../platform/transact.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { cookieOf, type KeyOf, type Paired } from "./paired-device.ts";
import { type CodeItem, type Meant, macOf, type PairedAs, useCode } from "./pairing-code.ts";

/**
 * Tries from one network, right and wrong ones: everybody at the bus may share one. No limit over all networks, since whoever filled it up would keep every
 * device away; of 2^40 codes a few are good at any time, each for ten minutes.
 */
const triesPerNetwork = { minutes: 10, max: 30 };

type Kind<T extends Meant> = {
  as: PairedAs;
  /** Type of the stored device. */
  type: string;
  keyOf: KeyOf;
  /** Refused where the code was taken back since it was given; in the transaction, so that none slips through in the same moment. */
  stillMeant?: (code: T) => Write;
  /** What the code said of the device, to be kept with it. */
  pick: (code: T) => T;
  /** The entry of the access log, put with the device or not at all. */
  log: (code: T, pairingId: PairingId) => Write;
};

/**
 * Turns a code into a device, once: the try is counted before anything is compared. Unknown, used and expired codes are answered alike.
 *
 * @returns the cookie's value, whose token is stored only as a hash, and the visit that it is for.
 */
export const pairByCode = async <T extends Meant>(
  { db, clock, ids }: LedgerDeps,
  pepper: string,
  { as, type, keyOf, stillMeant, pick, log }: Kind<T>,
  { code, ip }: { code: string; ip: string },
): Promise<Outcome<{ cookie: string; visitId: VisitId }>> => {
  const now = clock.now();
  const counted = await transact(db, { network: countWithin(`${as}-code`, triesPerNetwork, digestOf(networkOf(ip)), now) });
  if (!counted.ok) return refuse("too-many-requests", { retryAfterSeconds: secondsLeftOf(triesPerNetwork, now) });
  const read = readTicketCode(code);
  const mac = read && macOf(pepper, as, read);
  const found = mac && (await findItem<CodeItem<T>>(db, tableCodeKey(mac)));
  const planned = found && (await findVisit(db, found.visitId));
  if (!found || !planned || pairingRefusal(planned.visit, now)) return refuse("pairing-code-unusable");
  const { visitId } = found;
  const pairingId = PairingId.parse(ids.mint("prg"));
  const token = Buffer.from(ids.bytes(32)).toString("base64url");
  const device: T & Paired = { ...pick(found), pairingId, date: planned.visit.date, tokenHash: hashOf(token), pairedAt: now };
  const paired = await transact<string>(db, {
    log: log(found, pairingId),
    code: useCode(mac, now),
    ...(stillMeant && { meant: stillMeant(found) }),
    device: {
      Put: { Item: { ...keyOf(visitId, pairingId), type, version: 1, ...device }, ConditionExpression: "attribute_not_exists(pk)" },
    },
  });
  return paired.ok ? done({ cookie: cookieOf(visitId, pairingId, token), visitId }) : refuse("pairing-code-unusable");
};
