import { createHmac } from "node:crypto";
import { toBase32 } from "../../shared/domain/base32.ts";
import { type AccountId, PairingId, type VisitId } from "../../shared/domain/ids.ts";
import { addMinutes, type Instant } from "../../shared/domain/seoul-time.ts";
import { pairingCodeMinutes, pairingRefusal } from "../../shared/domain/table-pairing.ts";
import { readTicketCode } from "../../shared/domain/ticket-token.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { entryInLedger } from "../ledger/ledger-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { hashOf } from "../platform/hash-of.ts";
import { countWithin, digestOf, networkOf, secondsLeftOf } from "../platform/limits.ts";
import { transact } from "../platform/transact.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { findKioskCode, listKiosks } from "./kiosk-reads.ts";
import { addKiosk, addKioskCode, endKiosk, useKioskCode } from "./kiosk-writes.ts";

/** What a code is stored and found by; a code of a table is none of a kiosk. */
const macOf = (pepper: string, code: string): string =>
  createHmac("sha256", pepper).update(`jobstop/kiosk/v1\0${code}`).digest("base64url");

/** Tries from one network, right and wrong ones, as for tables. */
const triesPerNetwork = { minutes: 10, max: 30 };

/** A code for a device at the bus, of the kind that pairs an employer's (`table-code.ts`). */
export const giveKioskCode = async (
  { db, clock, ids }: LedgerDeps,
  pepper: string,
  { visitId, staffId }: { visitId: VisitId; staffId: AccountId },
): Promise<Outcome<{ code: string; usableUntil: Instant }>> => {
  const now = clock.now();
  const planned = await findVisit(db, visitId);
  if (!planned) return refuse("not-found");
  const refused = pairingRefusal(planned.visit, now);
  if (refused) return refuse(refused);
  const code = toBase32(ids.bytes(5), "crockford");
  const usableUntil = addMinutes(now, pairingCodeMinutes);
  await transact(db, { code: addKioskCode(macOf(pepper, code), { visitId, givenBy: staffId, usableUntil }) });
  return done({ code, usableUntil });
};

/** Makes a device a kiosk, once: the try is counted before anything is compared. Answers the cookie's value; its token is stored only as a hash. */
export const pairKiosk = async (
  { db, ledger, clock, ids }: LedgerDeps,
  pepper: string,
  { code, ip }: { code: string; ip: string },
): Promise<Outcome<{ cookie: string }>> => {
  const now = clock.now();
  const counted = await transact(db, { network: countWithin("kiosk-code", triesPerNetwork, digestOf(networkOf(ip)), now) });
  if (!counted.ok) return refuse("too-many-requests", { retryAfterSeconds: secondsLeftOf(triesPerNetwork, now) });
  const meant = readTicketCode(code);
  const mac = meant && macOf(pepper, meant);
  const found = mac && (await findKioskCode(db, mac));
  if (!mac || !found) return refuse("pairing-code-unusable");
  const { visitId, givenBy } = found;
  const planned = await findVisit(db, visitId);
  if (!planned || pairingRefusal(planned.visit, now)) return refuse("pairing-code-unusable");
  const kioskId = PairingId.parse(ids.mint("prg"));
  const token = Buffer.from(ids.bytes(32)).toString("base64url");
  const entry = { at: now, kind: "kiosk-paired", by: { accountId: givenBy }, ip, visitId, pairingId: kioskId } as const;
  const paired = await transact(db, {
    log: entryInLedger(ledger, entry, ids.mint("log")),
    code: useKioskCode(mac, now),
    kiosk: addKiosk({ visitId, kioskId, givenBy, date: planned.visit.date, tokenHash: hashOf(token), pairedAt: now }),
  });
  return paired.ok ? done({ cookie: `${visitId}.${kioskId}.${token}` }) : refuse("pairing-code-unusable");
};

/** Ends every kiosk of a visit at once. */
export const endKiosks = async ({ db, clock }: LedgerDeps, visitId: VisitId): Promise<Outcome<undefined>> => {
  if (!(await findVisit(db, visitId))) return refuse("not-found");
  const open = (await listKiosks(db, visitId)).filter(({ endedAt }) => endedAt === undefined);
  // Refused where somebody else was quicker.
  for (const { kioskId } of open) await transact(db, { kiosk: endKiosk(visitId, kioskId, clock.now()) });
  return done(undefined);
};
