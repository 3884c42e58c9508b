import type { publicOperations } from "../../shared/contract/public.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { refuse } from "../../shared/problem/catalogue.ts";
import { findItem } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { counterKey } from "../platform/keys.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { recentTimetables } from "../slots/timetable-reads.ts";
import { showVisit } from "./show-visit.ts";
import { listVisits, publicVisitOf, recentVisit } from "./visit-reads.ts";

/** Seconds that the edge may answer by itself: a seat count is at most so old, the booking itself asks the table. */
const cached = { headers: { "cache-control": "public, max-age=0, s-maxage=5" } };

export const publicRoutes = (deps: Deps): Handlers<typeof publicOperations> => ({
  "GET /api/health": async () => {
    await findItem(deps.db, counterKey("visit"));
    return reply(200, { status: "ok", at: deps.clock.now() });
  },
  "GET /api/public/visits": async ({ query }) => {
    const today = seoulDateOf(deps.clock.now());
    const visits = await listVisits(deps.db, query.from ?? today);
    const wanted = visits.filter(
      ({ place }) => (!query.zone || place.zone === query.zone) && (!query.district || place.districtCode === query.district),
    );
    return reply(200, { today, visits: wanted.map(publicVisitOf) }, cached);
  },
  "GET /api/public/visits/{visitId}": async ({ params }) => {
    const shown = await showVisit(deps.db, params.visitId);
    return shown.ok ? reply(200, shown.value, cached) : shown;
  },
  "GET /api/public/visits/{visitId}/slots": async ({ params: { visitId } }) => {
    const [planned, timetables] = await Promise.all([recentVisit(deps, visitId), recentTimetables(deps, visitId)]);
    return planned ? reply(200, { visitId, date: planned.visit.date, timetables }, cached) : refuse("not-found");
  },
});
