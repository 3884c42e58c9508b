import type { Hono } from "hono";
import { accessLogOperations } from "../../shared/contract/access-log.ts";
import { calendarOperations } from "../../shared/contract/calendars.ts";
import { incidentOperations } from "../../shared/contract/incidents.ts";
import { leadOperations } from "../../shared/contract/leads.ts";
import { reportOperations } from "../../shared/contract/reports.ts";
import { incidentRoutes } from "../incidents/routes.ts";
import { notYetChecked } from "../leads/check-business.ts";
import { leadRoutes } from "../leads/routes.ts";
import { accessNoter } from "../ledger/note-access.ts";
import { accessLogRoutes } from "../ledger/routes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { docsPage, docsStyle } from "../platform/docs-page.ts";
import { openApiDocument } from "../platform/open-api.ts";
import { serve } from "../platform/serve.ts";
import { reportRoutes } from "../reports/routes.ts";
import { identifyBySession } from "../sign-in/identify.ts";
import { calendarRoutes } from "../visits/calendar-routes.ts";
import type { AppSettings } from "./app.ts";
import { bareApp } from "./bare-app.ts";

/** What nobody waits for who books: the work of the outreach team, logs, incidents and reports, calendars that programmes ask for by themselves, and the description of the API, which is apart so that it stays small. */
export const createOfficeApp = (
  deps: LedgerDeps,
  { origin, signInPepper, edgeSecret }: Pick<AppSettings, "origin" | "signInPepper" | "edgeSecret">,
): Hono => {
  const app = bareApp(deps, edgeSecret);
  // No device at a table ever comes here.
  const surroundings = {
    ...{ identify: identifyBySession(deps), identifyDevice: async () => undefined, identifyKiosk: async () => undefined, origin },
    ...{ noteAccess: accessNoter(deps, signInPepper), log: deps.log },
  };
  serve(app, leadOperations, leadRoutes(deps, notYetChecked), surroundings);
  serve(app, accessLogOperations, accessLogRoutes(deps), surroundings);
  serve(app, incidentOperations, incidentRoutes(deps), surroundings);
  serve(app, reportOperations, reportRoutes(deps), surroundings);
  serve(app, calendarOperations, calendarRoutes(deps, origin), surroundings);

  app.get("/api/openapi.json", (c) => c.json(openApiDocument(origin)));
  app.get("/api/docs", (c) => c.html(docsPage(openApiDocument(origin))));
  app.get("/api/docs.css", (c) => c.body(docsStyle, 200, { "content-type": "text/css; charset=utf-8" }));
  return app;
};
