import type { resultOperations } from "../../shared/contract/results.ts";
import type { Deps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { registrationIdOf } from "../registrations/registration-id.ts";
import { confirmPlacement } from "./confirm-placement.ts";
import { listResults } from "./list-results.ts";
import { sayResult } from "./say-result.ts";
import { withdrawPlacement } from "./withdraw-placement.ts";

export const resultRoutes = (deps: Deps): Handlers<typeof resultOperations> => ({
  "PUT /api/me/visits/{visitId}/bookings/{bookingId}/result": async ({ params, body, actor }) => {
    const said = await sayResult(deps, { ...params, ...body, registrationId: registrationIdOf(params.visitId, actor.personId) });
    return said.ok ? reply(204, undefined) : said;
  },
  "GET /api/staff/visits/{visitId}/results": async ({ params }) => {
    const listed = await listResults(deps, params.visitId);
    return listed.ok ? reply(200, listed.value) : listed;
  },
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/result": async ({ params, body, actor }) => {
    const said = await sayResult(deps, { ...params, ...body }, actor.accountId);
    return said.ok ? reply(204, undefined) : said;
  },
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/placement": async ({ params, body, actor }) => {
    const confirmed = await confirmPlacement(deps, { ...params, ...body, byId: actor.accountId });
    return confirmed.ok ? reply(confirmed.value.isNew ? 201 : 200, confirmed.value.placement) : confirmed;
  },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/placement/withdrawal": async ({ params, body, actor }) => {
    const withdrawn = await withdrawPlacement(deps, { ...params, ...body, byId: actor.accountId });
    return withdrawn.ok ? reply(204, undefined) : withdrawn;
  },
});
