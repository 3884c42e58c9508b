import type { reportOperations } from "../../shared/contract/reports.ts";
import type { Deps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { readReport } from "./read-report.ts";

export const reportRoutes = (deps: Deps): Handlers<typeof reportOperations> => ({
  "GET /api/staff/reports": async ({ query }) => reply(200, await readReport(deps, query)),
});
