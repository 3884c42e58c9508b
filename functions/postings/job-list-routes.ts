import type { jobListOperations } from "../../shared/contract/job-lists.ts";
import type { Deps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { giveOutPostings } from "./give-out-postings.ts";
import { importPostings } from "./import-postings.ts";

export const jobListRoutes = (deps: Deps): Handlers<typeof jobListOperations> => ({
  "POST /api/office/posting-imports": async ({ body: { rows, businessNumber }, actor, locale }) =>
    reply(200, { rows: await importPostings(deps, rows, { byId: actor.accountId, businessNumber, locale }) }),
  "GET /api/office/postings": async ({ query }) => reply(200, await giveOutPostings(deps, query)),
});
