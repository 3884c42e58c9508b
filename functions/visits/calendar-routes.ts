import type { calendarOperations } from "../../shared/contract/calendars.ts";
import type { Deps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { visitsCalendar } from "./visits-calendar.ts";

export const calendarRoutes = (deps: Deps, origin: string): Handlers<typeof calendarOperations> => ({
  "GET /api/public/calendars/{locale}/{file}": async ({ params }) => {
    const feed = await visitsCalendar(deps, { ...params, origin });
    return reply(200, feed.text, { headers: { "cache-control": "public, max-age=0, s-maxage=60", etag: feed.etag } });
  },
});
