import type { VisitKiosks } from "../../shared/contract/kiosk.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { isPaired, pairingRefusal } from "../../shared/domain/table-pairing.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { endPaired } from "../pairing/paired-device.ts";
import type { Deps } from "../platform/deps.ts";
import { kioskKey } from "../platform/keys.ts";
import { transact } from "../platform/transact.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { findKioskCodes, listKiosks } from "./kiosk-reads.ts";
import { endKioskCodes } from "./kiosk-writes.ts";

type Needs = Pick<Deps, "db" | "clock">;

/** The kiosks of a visit, newest first. */
export const showKiosks = async ({ db, clock }: Needs, visitId: VisitId): Promise<Outcome<VisitKiosks>> => {
  const [planned, kiosks, codes] = await Promise.all([findVisit(db, visitId), listKiosks(db, visitId), findKioskCodes(db, visitId)]);
  if (!planned) return refuse("not-found");
  const now = clock.now();
  const codeUntil = codes?.codeUntil ?? null;
  return done({
    codeUntil: codeUntil !== null && codeUntil > now && !pairingRefusal(planned.visit, now) ? codeUntil : null,
    kiosks: kiosks
      .toSorted((a, b) => b.pairedAt.localeCompare(a.pairedAt))
      .map((kiosk) => ({
        pairingId: kiosk.pairingId,
        pairedAt: kiosk.pairedAt,
        endedAt: kiosk.endedAt ?? null,
        isLive: isPaired(kiosk, planned.visit, now),
      })),
  });
};

/** Ends every kiosk of a visit at once, and every code that waits for one: first these, so that what they paired before is among those that are ended. */
export const endKiosks = async (deps: Needs, visitId: VisitId): Promise<Outcome<VisitKiosks>> => {
  const { db, clock } = deps;
  if (!(await findVisit(db, visitId))) return refuse("not-found");
  await transact(db, { codes: endKioskCodes(visitId, clock.now()) });
  const open = (await listKiosks(db, visitId)).filter(({ endedAt }) => endedAt === undefined);
  // Refused where somebody else was quicker.
  for (const { pairingId } of open) await transact(db, { kiosk: endPaired(kioskKey, visitId, pairingId, clock.now()) });
  return showKiosks(deps, visitId);
};
