import { deliverFeeds } from "../feeds/deliver-feeds.ts";
import { systemLookUp } from "../feeds/feed-address.ts";
import { liveDeps } from "../platform/deps.ts";
import { entry } from "../platform/entry.ts";
import { readFeedLoopback, readFeedSealKey } from "../platform/env.ts";
import { openLog } from "../platform/log.ts";

/** Longest for one request to a receiver. */
const timeoutMs = 10_000;

const log = openLog("feeds");
const deps = { ...liveDeps("feeds"), log };
const courier = { lookUp: systemLookUp, mayLoopback: readFeedLoopback(), timeoutMs };
const feedKey = readFeedSealKey();

/** Tells other systems what happened, every minute; apart, because it talks to servers of strangers and waits for them. */
export const handler = entry(log, () => deliverFeeds(deps, { feedKey, courier }), { tracesRequests: false });
