import type { referralOperations } from "../../shared/contract/referrals.ts";
import { refuse } from "../../shared/problem/catalogue.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { findRegistered } from "../registrations/registration-reads.ts";
import { answerReferral, takeBackReferral } from "./answer-referral.ts";
import { listMatches } from "./list-matches.ts";
import { proposeReferral } from "./propose-referral.ts";
import { listReferralsOf } from "./referral-reads.ts";
import { asOwn, shownReferrals, showReferred } from "./show-referrals.ts";

export const referralRoutes = (deps: LedgerDeps): Handlers<typeof referralOperations> => {
  const { db } = deps;
  return {
    "GET /api/staff/visits/{visitId}/people/{registrationId}/matches": async ({ params }) => {
      const person = await findRegistered(db, params);
      if (!person) return refuse("not-found");
      const found = await listMatches(deps, person.personId);
      return found.ok ? reply(200, { name: person.name, matches: found.value }) : found;
    },
    "GET /api/staff/visits/{visitId}/people/{registrationId}/referrals": async ({ params }) => {
      const person = await findRegistered(db, params);
      if (!person) return refuse("not-found");
      return reply(200, { name: person.name, referrals: await shownReferrals(deps, await listReferralsOf(db, person.personId)) });
    },
    "PUT /api/staff/visits/{visitId}/people/{registrationId}/referrals/{referralId}": async ({ params, body, actor }) => {
      const person = await findRegistered(db, params);
      if (!person) return refuse("not-found");
      const proposed = await proposeReferral(deps, { ...params, personId: person.personId, byId: actor.accountId }, body);
      return proposed.ok ? reply(proposed.value.isNew ? 201 : 200, proposed.value.referral) : proposed;
    },
    "POST /api/staff/visits/{visitId}/people/{registrationId}/referrals/{referralId}/answer": async ({ params, body, actor, locale }) => {
      const person = await findRegistered(db, params);
      if (!person) return refuse("not-found");
      const which = { personId: person.personId, referralId: params.referralId };
      const answered = await answerReferral(deps, which, { byId: actor.accountId, answeredBy: body.told, locale }, body);
      return answered.ok ? reply(200, answered.value) : answered;
    },
    "POST /api/staff/visits/{visitId}/people/{registrationId}/referrals/{referralId}/withdrawal": async ({ params, actor }) => {
      const person = await findRegistered(db, params);
      if (!person) return refuse("not-found");
      const which = { personId: person.personId, referralId: params.referralId };
      const takenBack = await takeBackReferral(deps, which, actor.accountId);
      return takenBack.ok ? reply(200, takenBack.value) : takenBack;
    },
    "GET /api/me/referrals": async ({ actor }) =>
      reply(200, { referrals: (await shownReferrals(deps, await listReferralsOf(db, actor.personId))).map(asOwn) }),
    "POST /api/me/referrals/{referralId}/answer": async ({ params, body, actor, locale }) => {
      const which = { personId: actor.personId, referralId: params.referralId };
      const answered = await answerReferral(deps, which, { byId: actor.accountId, answeredBy: "web", locale }, body);
      return answered.ok ? reply(200, asOwn(answered.value)) : answered;
    },
    "POST /api/me/referrals/{referralId}/withdrawal": async ({ params, actor }) => {
      const takenBack = await takeBackReferral(deps, { personId: actor.personId, referralId: params.referralId }, actor.accountId);
      return takenBack.ok ? reply(200, asOwn(takenBack.value)) : takenBack;
    },
    "GET /api/employers/{employerId}/visits/{visitId}/referrals": async ({ params, shows }) => {
      const shown = await showReferred(deps, params, shows);
      return shown.ok ? reply(200, shown.value) : shown;
    },
  };
};
