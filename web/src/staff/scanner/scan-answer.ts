import type { ScanInput } from "../../../../shared/contract/staff.ts";
import { call, needsSignIn } from "../../platform/api.ts";
import type { ScanAnswer } from "./scan-desk.ts";

/** Has a scan judged by the server. */
export async function judgeOnline(visitId: string, scan: ScanInput, signal: AbortSignal): Promise<ScanAnswer> {
  if (!navigator.onLine) return { kind: "unreachable" };
  const answer = await call("POST /api/staff/visits/{visitId}/check-ins", { params: { visitId }, body: scan }, { signal, quiet: true });
  if (answer.ok) return { kind: "verdict", verdict: answer.value };
  const { problem } = answer;
  if (problem.code === "unreachable") return { kind: "unreachable" };
  const saysNothing = needsSignIn(problem) || problem.status === 429 || problem.status >= 500;
  return { kind: saysNothing ? "unreachable" : "refused", problem };
}
