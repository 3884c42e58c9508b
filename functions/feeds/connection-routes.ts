import type { connectionOperations } from "../../shared/contract/connections.ts";
import { byAccount } from "../ledger/ledger-writes.ts";
import type { SignedIn } from "../platform/actor.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { describeApiKeys, listApiKeys } from "./api-key-reads.ts";
import { deliveryOf, listDeliveries } from "./delivery-reads.ts";
import type { Reach } from "./feed-address.ts";
import { tryWebhook } from "./try-webhook.ts";
import { describeWebhooks, listWebhooks } from "./webhook-reads.ts";
import { makeApiKey, revokeApiKey } from "./write-api-key.ts";
import { removeWebhook, renewSecret, setPaused, showWebhook, writeWebhook } from "./write-webhook.ts";

/** What the connections need of the deployment. */
export type FeedSettings = { feedSealKey: Uint8Array; reach: Reach };

const doneBy = (request: { actor: SignedIn; ip: string }) => byAccount(request, "manager");

export const connectionRoutes = (
  deps: LedgerDeps,
  { feedSealKey: feedKey, reach }: FeedSettings,
): Handlers<typeof connectionOperations> => ({
  "GET /api/office/webhooks": async () =>
    reply(200, { webhooks: await describeWebhooks(deps.db, await listWebhooks(deps.db), deps.clock.now()) }),
  "PUT /api/office/webhooks/{webhookId}": async (request) => {
    const { params, body, actor, locale } = request;
    const who = { byId: actor.accountId, by: doneBy(request), locale };
    const written = await writeWebhook(deps, { ...params, feedKey, reach, ...who }, body);
    return written.ok ? reply(written.value.secret === null ? 200 : 201, written.value) : written;
  },
  "DELETE /api/office/webhooks/{webhookId}": async (request) => {
    const removed = await removeWebhook(deps, { ...request.params, by: doneBy(request) });
    return removed.ok ? reply(204, undefined) : removed;
  },
  "PUT /api/office/webhooks/{webhookId}/pause": async ({ params }) => {
    const paused = await setPaused(deps, params.webhookId, true);
    return paused.ok ? reply(200, paused.value) : paused;
  },
  "DELETE /api/office/webhooks/{webhookId}/pause": async ({ params }) => {
    const resumed = await setPaused(deps, params.webhookId, false);
    return resumed.ok ? reply(200, resumed.value) : resumed;
  },
  "POST /api/office/webhooks/{webhookId}/secret": async (request) => {
    const renewed = await renewSecret(deps, { ...request.params, feedKey, by: doneBy(request) });
    return renewed.ok ? reply(200, renewed.value) : renewed;
  },
  "POST /api/office/webhooks/{webhookId}/trial": async ({ params }) => {
    const tried = await tryWebhook(deps, params.webhookId);
    return tried.ok ? reply(202, tried.value) : tried;
  },
  "GET /api/office/webhooks/{webhookId}/deliveries": async ({ params: { webhookId }, query }) => {
    const webhook = await showWebhook(deps, webhookId);
    if (!webhook.ok) return webhook;
    const { deliveries, next } = await listDeliveries(deps.db, webhookId, query.before);
    return reply(200, { webhook: webhook.value, deliveries: deliveries.map(deliveryOf), next });
  },
  "GET /api/office/api-keys": async () => reply(200, { keys: await describeApiKeys(deps.db, await listApiKeys(deps.db)) }),
  "PUT /api/office/api-keys/{keyId}": async (request) => {
    const { params, body, actor } = request;
    const made = await makeApiKey(deps, { ...params, byId: actor.accountId, by: doneBy(request) }, body);
    return made.ok ? reply(made.value.token === null ? 200 : 201, made.value) : made;
  },
  "DELETE /api/office/api-keys/{keyId}": async (request) => {
    const revoked = await revokeApiKey(deps, { ...request.params, by: doneBy(request) });
    return revoked.ok ? reply(204, undefined) : revoked;
  },
});
