import { envNames } from "../../shared/wiring.ts";
import { liveDeps, withLedger } from "../platform/deps.ts";
import { readEdgeSecrets, readEnv, readSignInPepper } from "../platform/env.ts";
import { openLog } from "../platform/log.ts";
import { answerEvents } from "../platform/plain-http.ts";
import { requestEntry } from "../platform/request-entry.ts";
import { createPapersApp } from "./papers-app.ts";

const log = openLog("papers");
const app = createPapersApp(
  { ...withLedger(liveDeps("papers")), log },
  {
    ...{ origin: readEnv(envNames.origin), signInPepper: readSignInPepper(), edgeSecrets: readEdgeSecrets() },
    fontFolder: readEnv(envNames.fontFolder),
  },
);

export const handler = requestEntry(log, answerEvents(app));
