import type { publicOperations } from "../../shared/contract/public.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { findItem } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { counterKey } from "../platform/keys.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { showVisit } from "./show-visit.ts";
import { listVisits, publicVisitOf } from "./visit-reads.ts";

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
});
