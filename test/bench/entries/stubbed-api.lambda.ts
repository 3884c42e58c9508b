import { createApp } from "../../../functions/entry/app.ts";
import { openDb } from "../../../functions/platform/db.ts";
import {
  readEdgeSecrets,
  readEnv,
  readSignInPepper,
  readSupportSealKey,
  readTableAddress,
  readTicketSealKey,
} from "../../../functions/platform/env.ts";
import { randomIds } from "../../../functions/platform/ids.ts";
import { openLog } from "../../../functions/platform/log.ts";
import { answerEvents } from "../../../functions/platform/plain-http.ts";
import { requestEntry } from "../../../functions/platform/request-entry.ts";
import { openWire } from "../../../functions/platform/table-wire.ts";
import { instantAt } from "../../../shared/domain/seoul-time.ts";
import { envNames } from "../../../shared/wiring.ts";
import { stubbedTransport } from "./stubbed-table.ts";

/** Like `functions/entry/api.lambda.ts`, on a table that is stubbed, and at the time when the answers were recorded. */
const recordedAtMs = Number(process.env.BENCH_RECORDED_AT_MS);
const clock = { now: () => instantAt(Math.floor(recordedAtMs + performance.now())) };
const log = openLog("api");
const db = openDb(readEnv(envNames.table), openWire(readTableAddress(), stubbedTransport()));
const app = createApp(
  { db, ledger: { ...db, table: readEnv(envNames.ledger) }, clock, ids: randomIds(clock), log },
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
