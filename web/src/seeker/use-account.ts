import { useCallback, useEffect, useState } from "preact/hooks";
import type { MyRegistration } from "../../../shared/contract/bookings.ts";
import type { Me } from "../../../shared/contract/sign-in.ts";
import { type ClientProblem, call } from "../platform/api.ts";
import { signedInHint } from "./signed-in-hint.ts";

export type SignedIn = {
  state: "in";
  me: Me;
  registrations: readonly MyRegistration[];
  /** Those that were taken back: as good as none, until their person registers again. */
  withdrawn: readonly MyRegistration[];
};
/** `unproven`: with an address that staff wrote down, and nothing of the person is shown before the question (`data/prove-address.tsx`). */
export type Account =
  | { state: "asking" }
  | { state: "out" }
  | { state: "unproven" }
  | { state: "failed"; problem: ClientProblem }
  | SignedIn;

/** Who is signed in, with their registrations. `reload` asks again; what was shown stays until the answer is there. */
export function useAccount(): [Account, () => Promise<void>] {
  const [account, setAccount] = useState<Account>({ state: "asking" });
  const reload = useCallback(async () => {
    const [me, mine] = await Promise.all([call("GET /api/me"), call("GET /api/me/registrations")]);
    if (me.ok) signedInHint.write(true);
    if (me.ok && me.value.isUnproven) return setAccount({ state: "unproven" });
    if (me.ok && mine.ok) {
      const { registrations } = mine.value;
      setAccount({
        ...{ state: "in", me: me.value },
        registrations: registrations.filter(({ withdrawnAt }) => withdrawnAt === null),
        withdrawn: registrations.filter(({ withdrawnAt }) => withdrawnAt !== null),
      });
      return;
    }
    const { problem } = me.ok ? (mine as Exclude<typeof mine, { ok: true }>) : me;
    if (problem.status === 401) signedInHint.clear();
    setAccount((before) => (problem.status === 401 ? { state: "out" } : before.state === "in" ? before : { state: "failed", problem }));
  }, []);
  useEffect(() => {
    void reload();
  }, [reload]);
  return [account, reload];
}
