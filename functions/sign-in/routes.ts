import type { signInOperations } from "../../shared/contract/sign-in.ts";
import { done, refuse } from "../../shared/problem/catalogue.ts";
import { getAccount } from "../accounts/account-reads.ts";
import { actsForOthers } from "../platform/actor.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { sessionCookie } from "../platform/serve.ts";
import { askForCode } from "./ask-for-code.ts";
import { changeAddress } from "./change-address.ts";
import { addressChallengeCookie, challengeCookie, clearCookie, setChallengeCookie, setSessionCookie } from "./cookies.ts";
import { deviceOf } from "./device-of.ts";
import { handInCode } from "./hand-in-code.ts";
import { proveAddress } from "./prove-address.ts";
import { readMe } from "./read-me.ts";
import { isFreshSignIn, listSessions, tokenHashOf } from "./session-reads.ts";
import { codeMinutes } from "./sign-in-code.ts";
import { endOtherSignIns, endSession, endSignIn } from "./sign-in-writes.ts";

export const signInRoutes = (deps: LedgerDeps, pepper: string): Handlers<typeof signInOperations> => ({
  "POST /api/sign-in/challenges": async ({ body, ip }) => {
    const asked = await askForCode(deps, { ...body, ip });
    if (!asked.ok) return asked;
    return reply(202, { minutes: codeMinutes }, { cookies: [setChallengeCookie(challengeCookie, asked.value.cookie, codeMinutes * 60)] });
  },
  "POST /api/sign-in/sessions": async ({ body: { code, remember = false }, actor, cookie, userAgent }) => {
    const handed = { cookie: cookie(challengeCookie), code, remember, device: deviceOf(userAgent) };
    const handedIn = await handInCode(deps, pepper, handed);
    if (!handedIn.ok) return handedIn;
    // Rotated at sign-in: whatever session the browser had is over.
    if (actor) await endSession(deps.db, actor);
    const { session, accountId, keptMinutes } = handedIn.value;
    const cookies = [setSessionCookie(session, keptMinutes), clearCookie(challengeCookie)];
    const me = await readMe(deps, { accountId, proof: "none" });
    // Somebody proved in this moment that the address is theirs, and an account that nobody had registered with made way.
    return me.ok ? reply(201, me.value, { cookies }) : refuse("code-expired");
  },
  "DELETE /api/sign-in/session": async ({ actor }) => {
    if (actor) await endSession(deps.db, actor);
    return done({ status: 204, body: undefined, cookies: [clearCookie(sessionCookie)] });
  },
  "GET /api/me": async ({ actor }) => {
    const me = await readMe(deps, actor);
    return me.ok ? reply(200, me.value) : me;
  },
  "GET /api/me/sign-ins": async ({ actor }) => {
    const sessions = await listSessions(deps, await getAccount(deps.db, actor.accountId));
    const signIns = sessions.map((session) => {
      const { signInId, startedAt, endsAt, device, provedAt } = session;
      return { signInId, startedAt, endsAt, device, isStrong: provedAt !== undefined, isThis: tokenHashOf(session) === actor.sessionHash };
    });
    return reply(200, { signIns });
  },
  "DELETE /api/me/sign-ins/{signInId}": async ({ params: { signInId }, actor }) => {
    await endSignIn(deps, actor.accountId, signInId);
    return reply(204, undefined, signInId === actor.session.signInId ? { cookies: [clearCookie(sessionCookie)] } : {});
  },
  "DELETE /api/me/sign-ins": async ({ actor }) => {
    await endOtherSignIns(deps, actor);
    return reply(204, undefined);
  },
  "POST /api/me/address-proof": async ({ body: { birthYear }, actor }) => {
    const proven = await proveAddress(deps, { actor, birthYear });
    return proven.ok ? reply(204, undefined) : proven;
  },
  "POST /api/me/address-challenges": async ({ body, actor, ip }) => {
    if (actsForOthers(actor)) return refuse("address-fixed");
    if (!isFreshSignIn(actor.session, deps.clock.now())) return refuse("fresh-sign-in-needed");
    if (body.mail === actor.mail) return refuse("address-same");
    const asked = await askForCode(deps, { ...body, ip, forAccount: actor.accountId });
    if (!asked.ok) return asked;
    const cookie = setChallengeCookie(addressChallengeCookie, asked.value.cookie, codeMinutes * 60);
    return reply(202, { minutes: codeMinutes }, { cookies: [cookie] });
  },
  "PUT /api/me/address": async ({ body: { code }, actor, cookie }) => {
    const changed = await changeAddress(deps, pepper, { actor, code, cookie: cookie(addressChallengeCookie) });
    return changed.ok ? reply(204, undefined, { cookies: [clearCookie(addressChallengeCookie)] }) : changed;
  },
});
