import { useCallback, useEffect, useState } from "preact/hooks";
import type { ClientProblem, Refused } from "./api.ts";

export type Loaded<T> = { state: "loading" } | { state: "failed"; problem: ClientProblem } | { state: "loaded"; value: T };

/**
 * Asks once when the component appears, and again through `reload`; what was shown stays until the new answer is there. Give `ask` a stable
 * identity (`useCallback`): a new one asks anew.
 */
export function useLoaded<T>(ask: () => Promise<{ ok: true; value: T } | Refused>): [Loaded<T>, () => Promise<void>] {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: "loading" });
  const reload = useCallback(async () => {
    const answer = await ask();
    setLoaded((before) => {
      if (answer.ok) return { state: "loaded", value: answer.value };
      return before.state === "loaded" ? before : { state: "failed", problem: answer.problem };
    });
  }, [ask]);
  useEffect(() => {
    void reload();
  }, [reload]);
  return [loaded, reload];
}
