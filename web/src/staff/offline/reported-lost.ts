import { staffWords } from "../../../../shared/copy/pages-staff.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import { type ClientProblem, call, needsSignIn } from "../../platform/api.ts";
import { pageLocale } from "../../platform/locale.ts";
import type { OfflineDatabase } from "./database.ts";
import { noteRevoked } from "./outbox-status.ts";
import { listPacks, wipePacks } from "./pack-store.ts";

/** What a lost phone says by itself, without asking the server again. */
export const lostProblem = (): ClientProblem => {
  const { revoked, revokedDetail } = staffWords[pageLocale()];
  return {
    ...{ status: 403, code: "device-revoked", title: revoked, detail: revokedDetail },
    ...{ errors: [], clash: undefined, alternatives: [], retryAfterSeconds: undefined },
  };
};

/** Somebody waits at the desk for the answer: milliseconds. */
const giveUpAfterMs = 2_000;

type Phone = { visitId: VisitId; deviceId: string };
const isLostAt = async (params: Phone): Promise<boolean> => {
  const options = { quiet: true, signal: AbortSignal.timeout(giveUpAfterMs) };
  const answer = await call("GET /api/public/visits/{visitId}/devices/{deviceId}", { params }, options);
  return answer.ok && answer.value.isLost;
};

/** It has no packs any more when this resolves, and gets none before somebody signs in on it anew. */
const lose = async (db: OfflineDatabase): Promise<true> => {
  noteRevoked();
  await wipePacks(db);
  return true;
};
/** Of a visit alone: whoever has it in hand is signed in, and works at the others. */
const loseAt = async (db: OfflineDatabase, visitId: VisitId): Promise<true> => {
  await wipePacks(db, (pack) => pack.visitId === visitId);
  return true;
};

/**
 * A phone that nobody is signed in on asks by its own name whether it was reported lost, which signs it out; for every visit that it has a pack of, since a
 * phone is lost as a whole. Answers true once it has lost all packs.
 */
export async function loseIfReported(db: OfflineDatabase, phone: Phone): Promise<boolean> {
  const others = (await listPacks(db)).filter(({ visitId }) => visitId !== phone.visitId);
  const answers = await Promise.all([phone, ...others.map(({ visitId, deviceId }) => ({ visitId, deviceId }))].map(isLostAt));
  return answers.includes(true) && lose(db);
}

/** The same for what the server said of a visit, which may be just that: to somebody who is signed in on it now. */
export async function loseIfSaid(db: OfflineDatabase, problem: { code: string }, phone: Phone): Promise<boolean> {
  if (problem.code === "device-revoked") return loseAt(db, phone.visitId);
  return needsSignIn(problem) && loseIfReported(db, phone);
}
