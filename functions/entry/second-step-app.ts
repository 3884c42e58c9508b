import type { Hono } from "hono";
import { secondStepOperations } from "../../shared/contract/second-step.ts";
import { accessNoter } from "../ledger/note-access.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { serve } from "../platform/serve.ts";
import { secondStepRoutes } from "../second-step/routes.ts";
import { identifyBySession } from "../sign-in/identify.ts";
import type { AppSettings } from "./app.ts";
import { bareApp } from "./bare-app.ts";

/** The second step of signing in, apart from the API: what verifies passkeys is as heavy as all the rest, and no seeker needs it. */
export const createSecondStepApp = (
  deps: LedgerDeps,
  { origin, signInPepper, edgeSecret }: Pick<AppSettings, "origin" | "signInPepper" | "edgeSecret">,
): Hono => {
  const app = bareApp(deps, edgeSecret);
  // No device at a table ever comes here.
  const surroundings = {
    ...{ identify: identifyBySession(deps), identifyDevice: async () => undefined, identifyKiosk: async () => undefined, origin },
    ...{ noteAccess: accessNoter(deps, signInPepper), log: deps.log },
  };
  serve(app, secondStepOperations, secondStepRoutes(deps, { pepper: signInPepper, origin }), surroundings);
  return app;
};
