import type { Me } from "../../../../shared/contract/sign-in.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { heardAheadMs, instantNow } from "../../platform/clock.ts";
import { rolesAt } from "../../platform/roles-at.ts";
import type { OfflineDatabase } from "./database.ts";
import { noteRevoked } from "./outbox-status.ts";
import { keepPack, readDigests, wipePacks } from "./pack-store.ts";

export type Renewing = { visitId: VisitId; deviceId: string; me: Pick<Me, "accountId" | "staffRoles" | "visitRoles"> };

/** Loads the pack of a visit, or what changed of it. A device that was reported lost loses what it has. */
export async function loadPack(db: OfflineDatabase, { visitId, deviceId, me }: Renewing): Promise<ClientProblem | undefined> {
  const has = await readDigests(db, visitId);
  const body = { deviceId, ...(has && { has }) };
  const answer = await call("POST /api/staff/visits/{visitId}/packs", { params: { visitId }, body }, { quiet: true });
  if (answer.ok) {
    const kept = {
      deviceId,
      loadedAt: instantNow(),
      clockOffset: heardAheadMs() ?? 0,
      by: { accountId: me.accountId, staffRoles: rolesAt(me, visitId) },
    };
    noteRevoked(false);
    await keepPack(db, answer.value, kept);
    // Asked for once there is something to lose; browsers decide by themselves, most without a question.
    await navigator.storage?.persist?.();
    return undefined;
  }
  if (answer.problem.code === "device-revoked") {
    noteRevoked(true);
    await wipePacks(db, (pack) => pack.visitId === visitId);
  }
  return answer.problem;
}
