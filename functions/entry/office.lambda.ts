import { envNames } from "../../shared/wiring.ts";
import { liveDeps, withLedger } from "../platform/deps.ts";
import { readEdgeSecrets, readEnv, readFeedLoopback, readFeedSealKey, readSignInPepper } from "../platform/env.ts";
import { openLog } from "../platform/log.ts";
import { answerEvents } from "../platform/plain-http.ts";
import { requestEntry } from "../platform/request-entry.ts";
import { createOfficeApp } from "./office-app.ts";

const log = openLog("office");
const app = createOfficeApp(
  { ...withLedger(liveDeps("office")), log },
  {
    ...{ origin: readEnv(envNames.origin), signInPepper: readSignInPepper(), edgeSecrets: readEdgeSecrets() },
    ...{ feedSealKey: readFeedSealKey(), reach: { mayLoopback: readFeedLoopback() } },
  },
);

export const handler = requestEntry(log, answerEvents(app));
