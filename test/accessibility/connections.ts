import type { Page } from "playwright-core";
import { ApiKey, Delivery, Webhook } from "../../shared/contract/connections.ts";
import { connectionWords } from "../../shared/copy/pages-manager-connections.ts";
import { DeliveryTrouble } from "../../shared/domain/feed.ts";
import { anId } from "../support/builders.ts";
import { button, field, type Speaking } from "../support/page-words.ts";
import type { Sight } from "./sights.ts";

const webhookId = anId("whk");
const aWebhook = (over: object = {}): Webhook =>
  Webhook.parse({
    ...{ webhookId, name: "서울시 일자리 포털", url: "https://hooks.jobportal.example.com/jobstop/v1/receive" },
    ...{
      events: ["booking.made", "booking.moved", "booking.cancelled", "arrival", "result"],
      paused: null,
      failingSince: null,
      failingStatus: null,
    },
    ...{ addedAt: "2026-11-02T01:00:00.000Z", addedBy: "권도경", secretSince: "2026-11-02T01:00:00.000Z", formerSecretUntil: null },
    ...over,
  });
const failing = aWebhook({
  ...{ webhookId: anId("whk"), name: "교통정보센터", events: ["arrival"] },
  ...{ failingSince: "2026-11-26T00:10:00.000Z", failingStatus: 500 },
});
const paused = aWebhook({
  ...{ webhookId: anId("whk"), name: "자치구 통계 상황판", events: ["result"] },
  paused: { because: "unreachable", at: "2026-11-25T20:31:00.000Z" },
});
const aKey = (over: object = {}): ApiKey =>
  ApiKey.parse({
    ...{ keyId: anId("key"), name: "서울시 일자리 포털", scopes: ["visits:read", "postings:read"], endsOn: "2027-11-02" },
    ...{ madeAt: "2026-11-02T01:00:00.000Z", madeBy: "권도경", lastUsedOn: "2026-11-26", ...over },
  });
const aDelivery = (over: object = {}): Delivery =>
  Delivery.parse({
    ...{ eventId: anId("evt"), type: "booking.made", at: "2026-11-26T00:58:00.000Z", state: "delivered", tries: 1 },
    ...{ lastTriedAt: "2026-11-26T00:59:00.000Z", status: 204, trouble: null, nextTryAt: null, ...over },
  });
const again = { state: "waiting", tries: 3, status: null, nextTryAt: "2026-11-26T01:15:00.000Z" };
const deliveries = [
  aDelivery({ type: "feed.trial", state: "waiting", tries: 0, status: null, lastTriedAt: null, nextTryAt: "2026-11-26T01:05:00.000Z" }),
  ...DeliveryTrouble.options.map((trouble) => aDelivery({ ...again, trouble, ...(trouble === "redirected" && { status: 307 }) })),
  aDelivery({ type: "arrival.made" }),
  aDelivery({ type: "arrival.undone" }),
  aDelivery({ type: "booking.cancelled", state: "given-up", tries: 9, status: 500 }),
  aDelivery({ type: "result.undone" }),
  aDelivery({ type: "result.noted", state: "skipped", tries: 0, status: null, lastTriedAt: null }),
  aDelivery({ type: "booking.moved" }),
];

const answers = (routes: Readonly<Record<string, object>>) => async (page: Page) => {
  for (const [pattern, json] of Object.entries(routes)) await page.route(pattern, (route) => route.fulfill({ json }));
};
const all = answers({
  "**/api/office/webhooks": { webhooks: [aWebhook(), failing, paused] },
  "**/api/office/api-keys": {
    keys: [aKey(), aKey({ name: "구청 상황판", scopes: ["statistics:read"], endsOn: "2026-10-31", lastUsedOn: null })],
  },
});
const one = (webhook: Webhook) => answers({ "**/api/office/webhooks/*/deliveries*": { webhook, deliveries, next: anId("evt") } });
const connections = { by: "manager", path: () => "/console/connections" } as const;
const connection = { by: "manager", path: () => `/console/connections/${webhookId}` } as const;
const openForm = (on: Speaking, form: "toldAdd" | "keyAdd") => button(on, connectionWords[on.locale][form]).click();

const madeKey = async (page: Page) => {
  await all(page);
  const made = { key: aKey(), token: "jsk_01KB6Q8K2S9V3C0R7ZT5M1WXYN_dGhpcyBpcyBub3QgYSBrZXksIGl0IGlzIGEgdGVzdDE" };
  await page.route("**/api/office/api-keys/key_*", (route) => route.fulfill({ status: 201, json: made }));
};
const renewed = async (page: Page) => {
  const webhook = aWebhook({ formerSecretUntil: "2026-11-27T01:05:00.000Z", secretSince: "2026-11-26T01:05:00.000Z" });
  await one(webhook)(page);
  const made = { webhook, secret: "whsec_dGhpcyBpcyBub3QgYSBzZWNyZXQsIGl0IGlzIGEgdGVzdCE=" };
  await page.route("**/api/office/webhooks/*/secret", (route) => route.fulfill({ json: made }));
};

/** Other systems, on the console. */
export const connectionSights: Readonly<Record<string, readonly Sight[]>> = {
  "/console/connections": [
    { name: "no connections", ...connections },
    { name: "connections", ...connections, before: all },
    { name: "adding a system to tell", ...connections, before: all, reach: (on) => openForm(on, "toldAdd") },
    { name: "making a key", ...connections, before: all, reach: (on) => openForm(on, "keyAdd") },
    {
      name: "a key that was just made",
      ...connections,
      before: madeKey,
      reach: async (on) => {
        const words = connectionWords[on.locale];
        await openForm(on, "keyAdd");
        await field(on, words.name).fill("서울시 일자리 포털");
        await on.page.getByLabel(words.scopes["visits:read"]).check();
        await button(on, words.keyMake).click();
        await button(on, words.handedOver).waitFor();
      },
    },
    {
      name: "revoking a key",
      ...connections,
      before: all,
      reach: (on) => on.page.getByRole("button", { name: connectionWords[on.locale].revoke }).first().click(),
    },
  ],
  "/console/connections/:webhookId": [
    { name: "a system that is told", ...connection, before: one(aWebhook()) },
    { name: "a system that is told nothing at the moment", ...connection, before: one(paused) },
    { name: "a system that is not reached", ...connection, before: one(failing) },
    {
      name: "a new secret",
      ...connection,
      before: renewed,
      reach: async (on) => {
        const words = connectionWords[on.locale];
        await button(on, words.secretNew).click();
        await button(on, words.secretMake).click();
        await button(on, words.handedOver).waitFor();
      },
    },
    {
      name: "removing a system",
      ...connection,
      before: one(aWebhook()),
      reach: (on) => button(on, connectionWords[on.locale].remove).click(),
    },
    {
      name: "changing a system",
      ...connection,
      before: one(aWebhook()),
      reach: (on) => button(on, connectionWords[on.locale].changeTitle).click(),
    },
    { name: "a system that is not there", ...connection, provokes: /^404 GET \/api\/office\/webhooks/ },
  ],
};
