import { envNames } from "../../shared/wiring.ts";
import { noteFeedEvents } from "../feeds/note-feed-events.ts";
import { openPost } from "../mail/send-mail.ts";
import { liveDeps } from "../platform/deps.ts";
import { streamEntry } from "../platform/entry.ts";
import { readEnv, readFeedSealKey, readTicketSealKey } from "../platform/env.ts";
import { openLog } from "../platform/log.ts";
import { kmsKeyWrap } from "../tickets/key-wrap.ts";
import { onChange } from "./on-change.ts";

const log = openLog("changes");
const deps = { ...liveDeps("changes"), log };
const post = openPost();
const signer = { wrap: kmsKeyWrap(readEnv(envNames.ticketKey)), sealKey: readTicketSealKey() };

const feedKey = readFeedSealKey();

export const handler = streamEntry(log, async (change) => {
  await onChange(deps, post, signer, change);
  // Last: what people are told does not wait for what other systems are told.
  await noteFeedEvents(deps, feedKey, change);
});
