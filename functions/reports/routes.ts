import type { reportOperations } from "../../shared/contract/reports.ts";
import { refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { readReport } from "./read-report.ts";
import { findVisitReport } from "./visit-report-reads.ts";
import { writeRemark } from "./write-remark.ts";

export const reportRoutes = (deps: Deps): Handlers<typeof reportOperations> => ({
  "GET /api/staff/reports": async ({ query }) => reply(200, await readReport(deps, query)),
  "GET /api/staff/reports/visits/{visitId}": async ({ params }) => {
    const report = await findVisitReport(deps, params.visitId);
    return report ? reply(200, report) : refuse("not-found");
  },
  "PUT /api/staff/reports/visits/{visitId}/remark": async ({ params, body, actor: { accountId: byId } }) => {
    const written = await writeRemark(deps, { ...params, ...body, byId });
    return written.ok ? reply(204, undefined) : written;
  },
});
