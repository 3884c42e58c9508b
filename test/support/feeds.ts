import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { feedPayloads } from "../../shared/contract/feed-events.ts";
import type { FeedEventType } from "../../shared/domain/feed.ts";
import { anId } from "./builders.ts";
import { aBrowser } from "./calls.ts";
import type { Browser, World } from "./world.ts";

/** Nobody is there: nothing is sent unless a test delivers. */
const nowhere = "https://hooks.example.com/jobstop";

export const aWebhookWish = (more: { name?: string; url?: string; events?: readonly string[] } = {}) => ({
  name: "서울시 일자리 포털",
  url: nowhere,
  events: ["booking.made", "booking.moved", "booking.cancelled", "arrival", "result"],
  ...more,
});

/** A subscription of a manager's; its secret, too. */
export const aSubscription = async (
  world: World,
  manager: Browser,
  more: Parameters<typeof aWebhookWish>[0] = {},
): Promise<{ webhookId: string; secret: string }> => {
  const webhookId = anId("whk");
  const sent = { params: { webhookId }, body: aWebhookWish(more) };
  const { secret } = await world.get("PUT /api/office/webhooks/{webhookId}", sent, manager);
  if (!secret) throw new Error("The subscription was there already.");
  return { webhookId, secret };
};

export const aWebhook = async (world: World, manager: Browser): Promise<string> => (await aSubscription(world, manager)).webhookId;

export const anApiKeyWish = (scopes: readonly string[] = ["visits:read", "postings:read", "statistics:read"]) => ({
  name: "서울시 일자리 포털",
  scopes,
  endsOn: "2027-03-31",
});

/** Another system with a key. */
export const aSystem = async (world: World, manager: Browser, scopes?: readonly string[]): Promise<Browser & { keyId: string }> => {
  const keyId = anId("key");
  const { token } = await world.get("PUT /api/office/api-keys/{keyId}", { params: { keyId }, body: anApiKeyWish(scopes) }, manager);
  if (!token) throw new Error("The key was there already.");
  return { ...aBrowser(), key: token, keyId };
};

export type Received = { path: string; headers: IncomingHttpHeaders; body: string };

type Told = { type: FeedEventType; timestamp: string; timeZone: string; data: Record<string, unknown> };
/** What a request says; of a shape that is published, or it throws. */
export const told = ({ body }: Received): Told => {
  const said = JSON.parse(body) as Told;
  return feedPayloads[said.type].parse(said) as Told;
};
export const typesOf = (received: readonly Received[]): string[] => received.map((one) => told(one).type);
/** The signature of a request, by hand, from the words of the specification. */
export const signatureBy = (secret: string, { headers, body }: Received): string => {
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const content = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  return `v1,${createHmac("sha256", key).update(content).digest("base64")}`;
};

/** A server of somebody else's on this machine, that keeps what it is sent and answers as it is told; ends with the test. */
export const aReceiver = async (
  answer: (response: ServerResponse, nth: number) => void = (response) => void response.writeHead(204).end(),
) => {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    received.push({ path: request.url ?? "", headers: request.headers, body });
    answer(response, received.length);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = async () => {
    server.closeAllConnections();
    if (server.listening) await new Promise((done) => server.close(done));
  };
  onTestFinished(close);
  return { received, close, url: `http://localhost:${(server.address() as AddressInfo).port}/hook` };
};

/** What a subscription was told, the latest first, as its managers see it. */
export const deliveriesOf = async (world: World, manager: Browser, webhookId: string) =>
  (await world.get("GET /api/office/webhooks/{webhookId}/deliveries", { params: { webhookId } }, manager)).deliveries;
