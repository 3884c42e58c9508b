import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { SignedIn } from "../platform/actor.ts";
import type { Deps } from "../platform/deps.ts";
import { transact, type Write } from "../platform/transact.ts";
import { strongerSession } from "../sign-in/session-writes.ts";

/** Uses up what was shown and makes the session a strong one under a new token, both or neither. @returns the new cookie's value */
export const proveStep = async (deps: Deps, actor: SignedIn, spend: Record<string, Write>): Promise<Outcome<{ cookie: string }>> => {
  const stronger = strongerSession(deps, actor);
  const result = await transact<string>(deps.db, { ...spend, ...stronger.writes });
  if (result.ok) return done({ cookie: stronger.cookie });
  return refuse(result.refused.includes("earlier") ? "sign-in-needed" : "proof-refused");
};
