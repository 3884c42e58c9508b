import type { secondStepOperations } from "../../shared/contract/second-step.ts";
import { secondStepOf } from "../../shared/domain/second-step.ts";
import { done, type Outcome } from "../../shared/problem/catalogue.ts";
import { actsForOthers, type SignedIn } from "../platform/actor.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { setSessionCookie } from "../sign-in/cookies.ts";
import { readMe } from "../sign-in/read-me.ts";
import { remakeRecoveryCodes, removeFactor } from "./change-factors.ts";
import type { Enrolment } from "./enrol-factor.ts";
import { askForPasskey, enrolPasskey } from "./enrol-passkey.ts";
import { draftTotp, enrolTotp } from "./enrol-totp.ts";
import { countRecoveryCodes, factorOf, listFactors } from "./factor-reads.ts";
import { proveRecoveryCode, proveTotp } from "./prove-code.ts";
import { askForProof, provePasskey } from "./prove-passkey.ts";

export const secondStepRoutes = (deps: LedgerDeps, settings: { pepper: string; origin: string }): Handlers<typeof secondStepOperations> => {
  const { pepper, origin } = settings;
  const proofOf = async (actor: SignedIn, proved: Outcome<{ cookie: string }>) => {
    if (!proved.ok) return proved;
    const me = await readMe(deps, { accountId: actor.accountId, proof: "fresh" });
    return me.ok ? reply(200, me.value, { cookies: [setSessionCookie(proved.value.cookie)] }) : me;
  };
  const enrolmentOf = async (actor: SignedIn, enrolled: Outcome<Enrolment>) => {
    if (!enrolled.ok) return enrolled;
    const { cookie, factor, recoveryCodes } = enrolled.value;
    const me = await readMe(deps, { accountId: actor.accountId, proof: "fresh" });
    return me.ok ? reply(201, { me: me.value, factor, recoveryCodes }, { cookies: [setSessionCookie(cookie)] }) : me;
  };
  return {
    "GET /api/second-step/factors": async ({ actor }) => {
      const { accountId, factorCount, proof, enrolUntil } = actor;
      const [factors, recoveryCodesLeft] = await Promise.all([listFactors(deps.db, accountId), countRecoveryCodes(deps.db, accountId)]);
      return reply(200, {
        secondStep: secondStepOf({ hasRights: actsForOthers(actor), factorCount }, proof !== "none"),
        factors: factors.map(factorOf),
        recoveryCodesLeft,
        enrolUntil: factorCount === 0 ? (enrolUntil ?? null) : null,
      });
    },
    "POST /api/second-step/totp-drafts": async ({ actor }) => {
      const draft = await draftTotp(deps, pepper, actor);
      return draft.ok ? reply(201, draft.value) : draft;
    },
    "POST /api/second-step/totp": async ({ actor, body, locale }) =>
      enrolmentOf(actor, await enrolTotp(deps, pepper, { actor, code: body.code, locale })),
    "POST /api/second-step/passkey-challenges": async ({ actor }) => {
      const asked = await askForPasskey(deps, origin, actor);
      return asked.ok ? reply(201, asked.value) : asked;
    },
    "POST /api/second-step/passkeys": async ({ actor, body, locale }) =>
      enrolmentOf(actor, await enrolPasskey(deps, settings, { actor, made: body, locale })),
    "POST /api/second-step/proof-challenges": async ({ actor }) => reply(201, await askForProof(deps, origin, actor)),
    "POST /api/second-step/proofs/passkey": async ({ actor, body }) =>
      proofOf(actor, await provePasskey(deps, origin, { actor, assertion: body })),
    "POST /api/second-step/proofs/totp": async ({ actor, body }) =>
      proofOf(actor, await proveTotp(deps, pepper, { actor, code: body.code })),
    "POST /api/second-step/proofs/recovery-code": async ({ actor, body, locale }) =>
      proofOf(actor, await proveRecoveryCode(deps, pepper, { actor, code: body.code, locale })),
    "DELETE /api/second-step/factors/{factorId}": async ({ actor, params, locale }) => {
      const removed = await removeFactor(deps, { actor, factorId: params.factorId, locale });
      return removed.ok ? done({ status: 204, body: undefined }) : removed;
    },
    "POST /api/second-step/recovery-codes": async ({ actor, locale }) =>
      reply(201, { codes: await remakeRecoveryCodes(deps, pepper, { actor, locale }) }),
  };
};
