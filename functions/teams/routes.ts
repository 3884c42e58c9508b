import type { seasonOperations } from "../../shared/contract/season.ts";
import { longestListDays } from "../../shared/domain/season-plan.ts";
import { daysBetween, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { listVisitsBetween, seasonVisitOf } from "../visits/visit-reads.ts";
import { putTeam } from "./put-team.ts";
import { showTeam } from "./show-team.ts";

export const seasonRoutes = (deps: Deps): Handlers<typeof seasonOperations> => ({
  "GET /api/staff/season": async ({ query: { from, to } }) => {
    if (daysBetween(from, to) > longestListDays) return refuse("season-too-long");
    const visits = await listVisitsBetween(deps.db, from, to);
    return reply(200, { today: seoulDateOf(deps.clock.now()), visits: visits.map(seasonVisitOf) });
  },
  "GET /api/staff/visits/{visitId}/team": async ({ params, actor }) => {
    const shown = await showTeam(deps, params.visitId, actor.staffRoles.includes("manager"));
    return shown.ok ? reply(200, shown.value) : shown;
  },
  "PUT /api/staff/visits/{visitId}/team": async ({ params, body }) => {
    const put = await putTeam(deps, { ...params, ...body });
    return put.ok ? reply(200, put.value) : put;
  },
});
