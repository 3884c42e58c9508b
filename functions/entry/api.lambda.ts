import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { handle } from "hono/aws-lambda";
import { envNames } from "../../shared/wiring.ts";
import { liveDeps } from "../platform/deps.ts";
import { entry } from "../platform/entry.ts";
import { readEnv, readSignInPepper, readTicketSealKey } from "../platform/env.ts";
import { openLog } from "../platform/log.ts";
import { createApp } from "./app.ts";

const log = openLog("api");
const app = createApp(
  { ...liveDeps("api"), log },
  {
    origin: readEnv(envNames.origin),
    from: readEnv(envNames.mailFrom),
    signInPepper: readSignInPepper(),
    ticketSealKey: readTicketSealKey(),
    edgeSecret: readEnv(envNames.edgeSecret),
  },
);
const answer = handle(app);

export const handler = entry(log, (event: APIGatewayProxyEventV2, context) => answer(event as never, context as never));
