import { envNames } from "../../shared/wiring.ts";
import { liveDeps, withLedger } from "../platform/deps.ts";
import { readEdgeSecrets, readEnv, readSignInPepper, readSupportSealKey, readTicketSealKey } from "../platform/env.ts";
import { openLog } from "../platform/log.ts";
import { answerEvents } from "../platform/plain-http.ts";
import { requestEntry } from "../platform/request-entry.ts";
import { createApp } from "./app.ts";

const log = openLog("api");
const app = createApp(
  { ...withLedger(liveDeps("api")), log },
  {
    origin: readEnv(envNames.origin),
    from: readEnv(envNames.mailFrom),
    signInPepper: readSignInPepper(),
    ticketSealKey: readTicketSealKey(),
    supportSealKey: readSupportSealKey(),
    edgeSecrets: readEdgeSecrets(),
  },
);

export const handler = requestEntry(log, answerEvents(app));
