import type { Me } from "../../../../shared/contract/sign-in.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import { rolesAt } from "../../../../shared/domain/roles-at.ts";
import { type ClientProblem, call, needsSignIn } from "../../platform/api.ts";
import { instantNow } from "../../platform/clock.ts";
import type { OfflineDatabase } from "./database.ts";
import { noteRevoked } from "./outbox-status.ts";
import { heardAheadMs } from "./pack-clock.ts";
import { countWipes, keepPack, readDigests, wipePacks } from "./pack-store.ts";

export type Renewing = { visitId: VisitId; deviceId: string; me: Pick<Me, "accountId" | "staffRoles" | "visitRoles"> };

/** Loads the pack of a visit, or what changed of it. A device that was reported lost loses what it has. */
export async function loadPack(db: OfflineDatabase, { visitId, deviceId, me }: Renewing): Promise<ClientProblem | undefined> {
  const wipes = await countWipes(db, visitId);
  const has = await readDigests(db, visitId);
  const body = { deviceId, ...(has && { has }) };
  const answer = await call("POST /api/staff/visits/{visitId}/packs", { params: { visitId }, body }, { quiet: true });
  if (answer.ok) {
    const kept = {
      ...{ deviceId, loadedAt: instantNow(), clockOffset: heardAheadMs() ?? 0, wipes },
      by: { accountId: me.accountId, staffRoles: rolesAt(me, visitId) },
    };
    noteRevoked(false);
    // Signed out meanwhile, or too many wrong PINs: whoever asked for it is gone.
    if (!(await keepPack(db, answer.value, kept))) return undefined;
    // Asked for once there is something to lose; browsers decide by themselves, most without a question.
    await navigator.storage?.persist?.();
    return undefined;
  }
  if (await wasReportedLost(answer.problem, { visitId, deviceId })) {
    noteRevoked(true);
    await wipePacks(db, (pack) => pack.visitId === visitId);
  }
  return answer.problem;
}

/** Reporting a phone lost signs it out, too: it then asks by its own name. */
const wasReportedLost = async (problem: ClientProblem, params: Pick<Renewing, "visitId" | "deviceId">): Promise<boolean> => {
  if (!needsSignIn(problem)) return problem.code === "device-revoked";
  const answer = await call("GET /api/public/visits/{visitId}/devices/{deviceId}", { params }, { quiet: true });
  return answer.ok && answer.value.isLost;
};
