import type { partnerLinkOperations } from "../../shared/contract/partner-links.ts";
import { refuse } from "../../shared/problem/catalogue.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { findRegistered } from "../registrations/registration-reads.ts";
import { settlePartnerLink, withdrawPartnerLink } from "./end-partner-link.ts";
import { makePartnerLink } from "./make-partner-link.ts";
import { listPartners } from "./partner-reads.ts";
import { putPartner } from "./put-partner.ts";
import { showPartnerLinks } from "./show-partner-links.ts";

export const partnerLinkRoutes = (deps: LedgerDeps): Handlers<typeof partnerLinkOperations> => ({
  "GET /api/office/visits/{visitId}/people/{registrationId}/partner-links": async ({ params }) => {
    const person = await findRegistered(deps.db, params);
    return person ? reply(200, await showPartnerLinks(deps, person)) : refuse("not-found");
  },
  "PUT /api/office/visits/{visitId}/people/{registrationId}/partner-links/{linkId}": async ({ params, body, actor, locale }) => {
    const person = await findRegistered(deps.db, params);
    if (!person) return refuse("not-found");
    const made = await makePartnerLink(deps, { ...params, personId: person.personId, byId: actor.accountId, locale }, body);
    return made.ok ? reply(made.value.isNew ? 201 : 200, await showPartnerLinks(deps, person)) : made;
  },
  "PUT /api/office/visits/{visitId}/people/{registrationId}/partner-links/{linkId}/result": async ({ params, body, actor }) => {
    const person = await findRegistered(deps.db, params);
    if (!person) return refuse("not-found");
    const settled = await settlePartnerLink(deps, { personId: person.personId, linkId: params.linkId, byId: actor.accountId }, body);
    return settled.ok ? reply(200, await showPartnerLinks(deps, person)) : settled;
  },
  "POST /api/office/visits/{visitId}/people/{registrationId}/partner-links/{linkId}/withdrawal": async ({ params, actor }) => {
    const person = await findRegistered(deps.db, params);
    if (!person) return refuse("not-found");
    const ended = await withdrawPartnerLink(deps, { personId: person.personId, linkId: params.linkId, byId: actor.accountId });
    return ended.ok ? reply(200, await showPartnerLinks(deps, person)) : ended;
  },
  "GET /api/office/partners": async () => reply(200, { partners: await listPartners(deps.db) }),
  "PUT /api/office/partners/{partnerId}": async ({ params, body }) =>
    reply(200, { partners: await putPartner(deps, { ...params, ...body }) }),
  "POST /api/me/partner-links/{linkId}/withdrawal": async ({ params: { linkId }, actor: { personId } }) => {
    const ended = await withdrawPartnerLink(deps, { personId, linkId });
    return ended.ok ? reply(204, undefined) : ended;
  },
});
