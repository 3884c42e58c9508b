import { envNames } from "../../shared/wiring.ts";
import { liveDeps, withLedger } from "../platform/deps.ts";
import { readEdgeSecrets, readEnv, readSignInPepper } from "../platform/env.ts";
import { openLog } from "../platform/log.ts";
import { answerEvents } from "../platform/plain-http.ts";
import { requestEntry } from "../platform/request-entry.ts";
import { createSecondStepApp } from "./second-step-app.ts";

const log = openLog("second-step");
const app = createSecondStepApp(
  { ...withLedger(liveDeps("second-step")), log },
  { origin: readEnv(envNames.origin), signInPepper: readSignInPepper(), edgeSecrets: readEdgeSecrets() },
);

export const handler = requestEntry(log, answerEvents(app));
