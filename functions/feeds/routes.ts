import type { feedOperations } from "../../shared/contract/feed.ts";
import { firstDayOf, lastDayOf, monthOf } from "../../shared/domain/months.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { readReport } from "../reports/read-report.ts";
import { feedReportOf, listFeedPostings, listFeedVisits } from "./show-feed.ts";

const timeZone = "Asia/Seoul";

export const feedRoutes = (deps: Deps): Handlers<typeof feedOperations> => ({
  "GET /api/feed/visits": async ({ query }) => reply(200, { timeZone, visits: await listFeedVisits(deps, query.from) }),
  "GET /api/feed/postings": async ({ query }) => reply(200, { timeZone, postings: await listFeedPostings(deps, query.from) }),
  "GET /api/feed/reports/{month}": async ({ params: { month } }) => {
    // Whoever compared a month with itself a day later would see single people in it.
    if (month >= monthOf(seoulDateOf(deps.clock.now()))) return refuse("month-not-over");
    return reply(200, feedReportOf(month, await readReport(deps, { from: firstDayOf(month), to: lastDayOf(month) })));
  },
});
