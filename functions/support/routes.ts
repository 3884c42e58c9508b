import type { supportOperations } from "../../shared/contract/support.ts";
import { refuse } from "../../shared/problem/catalogue.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { registrationIdOf } from "../registrations/registration-id.ts";
import { sayGroups, sayNeeds, shareNeeds, showSupport, takeBackGroups, takeBackNeeds, takeBackShare } from "./answer-support.ts";
import { dropNeeds, writeNeeds } from "./assist-support.ts";
import { lookAtGroups, lookAtNeeds } from "./look-at-support.ts";
import { findSharedNeeds } from "./shared-needs-reads.ts";
import type { SupportKeys } from "./support-reads.ts";

export const supportRoutes = (live: LedgerDeps, keys: SupportKeys): Handlers<typeof supportOperations> => {
  const deps = { ...live, keys };
  return {
    "GET /api/me/support": async ({ actor }) => reply(200, await showSupport(deps, actor.personId)),
    "PUT /api/me/support/needs": async ({ body: { needs, consentVersion }, actor, locale }) => {
      const said = await sayNeeds(deps, { personId: actor.personId, locale }, { codes: needs, consentVersion });
      return said.ok ? reply(204, undefined) : said;
    },
    "DELETE /api/me/support/needs": async ({ actor }) => {
      await takeBackNeeds(deps, actor.personId);
      return reply(204, undefined);
    },
    "PUT /api/me/support/groups": async ({ body: { groups, consentVersion }, actor, locale }) => {
      const said = await sayGroups(deps, { personId: actor.personId, locale }, { codes: groups, consentVersion });
      return said.ok ? reply(204, undefined) : said;
    },
    "DELETE /api/me/support/groups": async ({ actor }) => {
      await takeBackGroups(deps, actor.personId);
      return reply(204, undefined);
    },
    "PUT /api/me/visits/{visitId}/bookings/{bookingId}/needs-share": async ({ params, body, actor, locale }) => {
      const { personId } = actor;
      const interview = { ...params, registrationId: registrationIdOf(params.visitId, personId) };
      const shared = await shareNeeds(deps, { personId, locale }, interview, { codes: body.needs, consentVersion: body.consentVersion });
      return shared.ok ? reply(204, undefined) : shared;
    },
    "DELETE /api/me/visits/{visitId}/bookings/{bookingId}/needs-share": async ({ params, actor }) => {
      const { personId } = actor;
      const interview = { ...params, registrationId: registrationIdOf(params.visitId, personId) };
      const takenBack = await takeBackShare(deps, personId, interview);
      return takenBack.ok ? reply(204, undefined) : takenBack;
    },
    "GET /api/staff/visits/{visitId}/people/{registrationId}/needs": async ({ params, actor }) => {
      const seen = await lookAtNeeds(deps, { ...params, accountId: actor.accountId });
      return seen.ok ? reply(200, seen.value) : seen;
    },
    "PUT /api/staff/visits/{visitId}/people/{registrationId}/needs": async ({ params, body: { needs, consentVersion }, actor, locale }) => {
      const written = await writeNeeds(deps, { ...params, staffId: actor.accountId, locale }, { codes: needs, consentVersion });
      return written.ok ? reply(204, undefined) : written;
    },
    "DELETE /api/staff/visits/{visitId}/people/{registrationId}/needs": async ({ params, actor }) => {
      const dropped = await dropNeeds(deps, { ...params, staffId: actor.accountId });
      return dropped.ok ? reply(204, undefined) : dropped;
    },
    "GET /api/staff/visits/{visitId}/people/{registrationId}/groups": async ({ params, actor }) => {
      const seen = await lookAtGroups(deps, { ...params, accountId: actor.accountId });
      return seen.ok ? reply(200, seen.value) : seen;
    },
    "GET /api/employers/{employerId}/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/needs": async ({ params }) => {
      const needs = await findSharedNeeds(deps, params);
      return needs ? reply(200, { needs }) : refuse("not-found");
    },
  };
};
