import type { Hono } from "hono";
import { accessLogOperations } from "../../shared/contract/access-log.ts";
import { aptitudeTestOperations } from "../../shared/contract/aptitude-tests.ts";
import { calendarOperations } from "../../shared/contract/calendars.ts";
import { incidentOperations } from "../../shared/contract/incidents.ts";
import { inquiryOperations } from "../../shared/contract/inquiries.ts";
import { jobListOperations } from "../../shared/contract/job-lists.ts";
import { leadOperations } from "../../shared/contract/leads.ts";
import { peopleSearchOperations } from "../../shared/contract/people-search.ts";
import { reportOperations } from "../../shared/contract/reports.ts";
import { talkOperations } from "../../shared/contract/talks.ts";
import { aptitudeTestRoutes } from "../aptitude-tests/routes.ts";
import { incidentRoutes } from "../incidents/routes.ts";
import { inquiryRoutes } from "../inquiries/routes.ts";
import { notYetChecked } from "../leads/check-business.ts";
import { leadRoutes } from "../leads/routes.ts";
import { accessLogRoutes } from "../ledger/routes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { docsPage, docsStyle } from "../platform/docs-page.ts";
import { openApiDocument } from "../platform/open-api.ts";
import { serve } from "../platform/serve.ts";
import { jobListRoutes } from "../postings/job-list-routes.ts";
import { peopleSearchRoutes } from "../registrations/search-routes.ts";
import { reportRoutes } from "../reports/routes.ts";
import { talkRoutes } from "../talks/routes.ts";
import { calendarRoutes } from "../visits/calendar-routes.ts";
import { bareApp } from "./bare-app.ts";
import { type BySessionSettings, bySession } from "./by-session.ts";

/** What nobody waits for who books: the work of the outreach team, lists of postings, CEO talks, aptitude tests, inquiries, finding people over all visits, logs, incidents and reports, calendars that programmes ask for by themselves, and the description of the API, which is apart so that it stays small. */
export const createOfficeApp = (deps: LedgerDeps, settings: BySessionSettings): Hono => {
  const app = bareApp(deps, settings.edgeSecret);
  const surroundings = bySession(deps, settings);
  serve(app, leadOperations, leadRoutes(deps, notYetChecked), surroundings);
  serve(app, jobListOperations, jobListRoutes(deps), surroundings);
  serve(app, inquiryOperations, inquiryRoutes(deps), surroundings);
  serve(app, talkOperations, talkRoutes(deps), surroundings);
  serve(app, aptitudeTestOperations, aptitudeTestRoutes(deps), surroundings);
  serve(app, peopleSearchOperations, peopleSearchRoutes(deps), surroundings);
  serve(app, accessLogOperations, accessLogRoutes(deps), surroundings);
  serve(app, incidentOperations, incidentRoutes(deps), surroundings);
  serve(app, reportOperations, reportRoutes(deps), surroundings);
  serve(app, calendarOperations, calendarRoutes(deps, settings.origin), surroundings);

  app.get("/api/openapi.json", (c) => c.json(openApiDocument(settings.origin)));
  app.get("/api/docs", (c) => c.html(docsPage(openApiDocument(settings.origin))));
  app.get("/api/docs.css", (c) => c.body(docsStyle, 200, { "content-type": "text/css; charset=utf-8" }));
  return app;
};
