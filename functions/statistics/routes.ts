import type { statisticsOperations } from "../../shared/contract/statistics.ts";
import { refuse } from "../../shared/problem/catalogue.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { findRegistered } from "../registrations/registration-reads.ts";
import { giveStatistics, takeBackStatistics } from "./give-statistics.ts";
import { findStatisticsOf } from "./statistics-reads.ts";

export const statisticsRoutes = (deps: LedgerDeps): Handlers<typeof statisticsOperations> => ({
  "GET /api/me/statistics": async ({ actor }) => {
    const item = await findStatisticsOf(deps.db, actor.personId);
    return reply(200, {
      statistics: item ? { ...(item.sex && { sex: item.sex }), ...(item.education && { education: item.education }) } : null,
    });
  },
  "PUT /api/me/statistics": async ({ body, actor: { personId }, locale }) => {
    const given = await giveStatistics(deps, { personId, locale }, body);
    return given.ok ? reply(204, undefined) : given;
  },
  "DELETE /api/me/statistics": async ({ actor }) => {
    await takeBackStatistics(deps, actor.personId);
    return reply(204, undefined);
  },
  "PUT /api/office/visits/{visitId}/people/{registrationId}/statistics": async ({ params, body, locale, actor }) => {
    const person = await findRegistered(deps.db, params);
    if (!person) return refuse("not-found");
    const given = await giveStatistics(deps, { personId: person.personId, locale, helped: { ...params, staffId: actor.accountId } }, body);
    return given.ok ? reply(204, undefined) : given;
  },
  "DELETE /api/office/visits/{visitId}/people/{registrationId}/statistics": async ({ params, actor }) => {
    const person = await findRegistered(deps.db, params);
    if (!person) return refuse("not-found");
    await takeBackStatistics(deps, person.personId, { ...params, staffId: actor.accountId });
    return reply(204, undefined);
  },
});
