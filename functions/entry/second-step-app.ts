import type { Hono } from "hono";
import { secondStepOperations } from "../../shared/contract/second-step.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { serve } from "../platform/serve.ts";
import { secondStepRoutes } from "../second-step/routes.ts";
import { bareApp } from "./bare-app.ts";
import { type BySessionSettings, bySession } from "./by-session.ts";

/** The second step of signing in, apart from the API: what verifies passkeys is as heavy as all the rest, and no seeker needs it. */
export const createSecondStepApp = (deps: LedgerDeps, settings: BySessionSettings): Hono => {
  const app = bareApp(deps, settings.edgeSecrets);
  const surroundings = bySession(deps, settings);
  serve(app, secondStepOperations, secondStepRoutes(deps, { pepper: settings.signInPepper, origin: settings.origin }), surroundings);
  return app;
};
