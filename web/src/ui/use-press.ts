import { useState } from "preact/hooks";
import type { ClientProblem } from "../platform/api.ts";

/** One request, what it refuses, and whether it is under way. */
export const usePress = (send: () => Promise<{ ok: true } | { ok: false; problem: ClientProblem }>, onOk: () => Promise<void>) => {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ClientProblem>();
  const press = async () => {
    setBusy(true);
    const answer = await send();
    if (answer.ok) await onOk();
    setProblem(answer.ok ? undefined : answer.problem);
    setBusy(false);
  };
  return { busy, problem, press: () => void press() };
};
