import type { Me } from "../../../../shared/contract/sign-in.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import { rolesAt } from "../../../../shared/domain/roles-at.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { instantNow } from "../../platform/clock.ts";
import type { OfflineDatabase } from "./database.ts";
import { outboxStatus } from "./outbox-status.ts";
import { heardAheadMs } from "./pack-clock.ts";
import { countWipes, keepPack, readDigests } from "./pack-store.ts";
import { loseIfSaid, lostProblem } from "./reported-lost.ts";

export type Renewing = { visitId: VisitId; deviceId: string; me: Pick<Me, "accountId" | "staffRoles" | "visitRoles"> };

/** Loads the pack of a visit, or what changed of it. A device that was reported lost loses what it has. */
export async function loadPack(db: OfflineDatabase, { visitId, deviceId, me }: Renewing): Promise<ClientProblem | undefined> {
  // Nobody has signed in anew since it was reported lost, at whichever visit.
  if (outboxStatus().isRevoked) return lostProblem();
  const wipes = await countWipes(db, visitId);
  const has = await readDigests(db, visitId);
  const body = { deviceId, ...(has && { has }) };
  const answer = await call("POST /api/staff/visits/{visitId}/packs", { params: { visitId }, body }, { quiet: true });
  if (answer.ok) {
    const kept = {
      ...{ deviceId, loadedAt: instantNow(), clockOffset: heardAheadMs() ?? 0, wipes },
      by: { accountId: me.accountId, staffRoles: rolesAt(me, visitId) },
    };
    // Signed out meanwhile, or too many wrong PINs: whoever asked for it is gone.
    if (!(await keepPack(db, answer.value, kept))) return undefined;
    // Asked for once there is something to lose; browsers decide by themselves, most without a question.
    await navigator.storage?.persist?.();
    return undefined;
  }
  await loseIfSaid(db, answer.problem, { visitId, deviceId });
  return answer.problem;
}
