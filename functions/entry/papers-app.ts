import type { Hono } from "hono";
import { paperOperations } from "../../shared/contract/papers.ts";
import { paperFonts } from "../papers/paper-fonts.ts";
import { paperRoutes } from "../papers/routes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { serve } from "../platform/serve.ts";
import { bareApp } from "./bare-app.ts";
import { type BySessionSettings, bySession } from "./by-session.ts";

/** Papers to print: apart, because what writes them is larger than everything else together, and nobody waits for it who books. */
export const createPapersApp = (deps: LedgerDeps, settings: BySessionSettings & { fontFolder: string }): Hono => {
  const app = bareApp(deps, settings.edgeSecrets);
  const { origin, fontFolder } = settings;
  serve(app, paperOperations, paperRoutes(deps, { origin, fonts: paperFonts(fontFolder) }), bySession(deps, settings));
  return app;
};
