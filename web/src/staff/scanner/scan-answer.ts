import type { ScanInput } from "../../../../shared/contract/staff.ts";
import { call } from "../../platform/api.ts";
import type { ScanAnswer } from "./scan-desk.ts";

/** Has a scan judged by the server. */
export async function judgeOnline(visitId: string, scan: ScanInput, signal: AbortSignal): Promise<ScanAnswer> {
  const answer = await call("POST /api/staff/visits/{visitId}/check-ins", { params: { visitId }, body: scan }, { signal });
  if (answer.ok) return { kind: "verdict", verdict: answer.value };
  return answer.problem.code === "unreachable" ? { kind: "unreachable" } : { kind: "refused", problem: answer.problem };
}
