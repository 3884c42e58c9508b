import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { done, refuse } from "../../shared/problem/catalogue.ts";
import type { IdentifySystem } from "../platform/actor.ts";
import type { Deps } from "../platform/deps.ts";
import { countWithin, secondsLeftOf } from "../platform/limits.ts";
import { writeIfHolds } from "../platform/transact.ts";
import { findApiKey } from "./api-key-reads.ts";
import { isSecretOf, tokenIn } from "./api-key-token.ts";
import { noteKeyUse } from "./api-key-writes.ts";

/** Requests of one key. */
const requests = { minutes: 1, max: 60 };

/** Another system by its key, read from the table each time, so that one that is revoked opens nothing from the next request on. */
export const identifyByKey =
  ({ db, clock }: Pick<Deps, "db" | "clock">): IdentifySystem =>
  async (authorization, scope) => {
    const token = tokenIn(authorization);
    const item = token && (await findApiKey(db, token.keyId));
    const now = clock.now();
    const today = seoulDateOf(now);
    if (!item || !isSecretOf(token.secret, item.secretHash) || item.endsOn < today) return refuse("key-needed");
    const { keyId, scopes, lastUsedOn } = item;
    if (!scopes.includes(scope)) return refuse("scope-missing");
    if (!(await writeIfHolds(db, countWithin("api-key", requests, keyId, now))))
      return refuse("too-many-requests", { retryAfterSeconds: secondsLeftOf(requests, now) });
    if (lastUsedOn !== today) await writeIfHolds(db, noteKeyUse(keyId, today));
    return done({ keyId });
  };
