import type { signInOperations } from "../../shared/contract/sign-in.ts";
import { done } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { sessionCookie } from "../platform/serve.ts";
import { askForCode } from "./ask-for-code.ts";
import { challengeCookie, clearCookie, setChallengeCookie, setSessionCookie } from "./cookies.ts";
import { handInCode } from "./hand-in-code.ts";
import { endSession } from "./identify.ts";
import { readMe } from "./read-me.ts";
import { codeMinutes } from "./sign-in-code.ts";

export const signInRoutes = (deps: Deps, pepper: string): Handlers<typeof signInOperations> => ({
  "POST /api/sign-in/challenges": async ({ body, ip }) => {
    const asked = await askForCode(deps, { ...body, ip });
    if (!asked.ok) return asked;
    return reply(202, { minutes: codeMinutes }, { cookies: [setChallengeCookie(asked.value.cookie, codeMinutes * 60)] });
  },
  "POST /api/sign-in/sessions": async ({ body, actor, cookie }) => {
    const handedIn = await handInCode(deps, pepper, { cookie: cookie(challengeCookie), code: body.code });
    if (!handedIn.ok) return handedIn;
    // Rotated at sign-in: whatever session the browser had is over.
    if (actor) await endSession(deps.db, actor.sessionHash);
    const { session, accountId } = handedIn.value;
    return reply(201, await readMe(deps.db, { accountId }), { cookies: [setSessionCookie(session), clearCookie(challengeCookie)] });
  },
  "DELETE /api/sign-in/session": async ({ actor }) => {
    if (actor) await endSession(deps.db, actor.sessionHash);
    return done({ status: 204, body: undefined, cookies: [clearCookie(sessionCookie)] });
  },
  "GET /api/me": async ({ actor }) => reply(200, await readMe(deps.db, actor)),
});
