import { envNames } from "../../shared/wiring.ts";
import { openPost } from "../mail/send-mail.ts";
import { liveDeps } from "../platform/deps.ts";
import { streamEntry } from "../platform/entry.ts";
import { readEnv, readTicketSealKey } from "../platform/env.ts";
import { openLog } from "../platform/log.ts";
import { kmsKeyWrap } from "../tickets/key-wrap.ts";
import { onChange } from "./on-change.ts";

const log = openLog("changes");
const deps = { ...liveDeps("changes"), log };
const post = openPost();
const signer = { wrap: kmsKeyWrap(readEnv(envNames.ticketKey)), sealKey: readTicketSealKey() };

export const handler = streamEntry(log, (change) => onChange(deps, post, signer, change));
