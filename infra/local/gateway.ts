import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { sendGatewayAnswer, sendGatewayError } from "./gateway-answer.ts";
import { type EdgeRequest, MalformedPath, toGatewayEvent } from "./gateway-event.ts";
import { listen } from "./ports.ts";
import { readBody } from "./read-body.ts";
import { staticSite } from "./static-site.ts";

export type GatewayOptions = {
  /** The API's function. */
  readonly invoke: (event: APIGatewayProxyEventV2) => Promise<unknown>;
  /** Where the built site is. */
  readonly siteFolder: string;
  readonly edgeSecret: EdgeRequest["edgeSecret"];
  readonly onTrouble: (words: string, error: unknown) => void;
};

export type Gateway = {
  /** @returns the port taken. */
  readonly open: (port: number) => Promise<number>;
  readonly close: () => Promise<void>;
};

/** What Lambda takes at most as one event; API Gateway refuses a larger one. */
const eventLimitBytes = 6 * 1024 * 1024;
/** API Gateway waits no longer for a function. */
const answerLimitMs = 30_000;

/** CloudFront, S3 and API Gateway in one listener: `/api/…` goes to the function, everything else is a file of the site. */
export function gateway(options: GatewayOptions): Gateway {
  const site = staticSite(options.siteFolder);
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (isApi(request.url)) await callApi(options, request, response);
    else site(request, response);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      options.onTrouble(`${request.method} ${request.url?.split("?")[0]}`, error);
      if (!response.headersSent) sendGatewayError(response, 500, "Internal Server Error");
    });
  });
  return {
    open: (port) => listen(server, port, "site"),
    close: async () => {
      if (!server.listening) return;
      server.close();
      server.closeIdleConnections();
      const closed = once(server, "close");
      const patience = setTimeout(() => server.closeAllConnections(), 2000);
      await closed;
      clearTimeout(patience);
    },
  };
}

function isApi(url = "/"): boolean {
  return /^\/api([/?]|$)/.test(url);
}

async function callApi({ invoke, edgeSecret }: GatewayOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!request.url?.startsWith("/api/")) return sendGatewayError(response, 404, "Not Found");
  const body = await readBody(request, eventLimitBytes);
  if (!body) return sendGatewayError(response, 413, "Request Entity Too Large");
  const event = eventOf({ request, body, edgeSecret });
  if (!event) return sendGatewayError(response, 400, "Bad Request");
  if (Buffer.byteLength(JSON.stringify(event)) > eventLimitBytes) return sendGatewayError(response, 413, "Request Entity Too Large");
  const late = Symbol("late");
  const patience = Promise.withResolvers<typeof late>();
  const timer = setTimeout(() => patience.resolve(late), answerLimitMs);
  try {
    const returned = await Promise.race([invoke(event), patience.promise]);
    if (returned === late) return sendGatewayError(response, 503, "Service Unavailable");
    sendGatewayAnswer(response, returned, event.requestContext.requestId);
  } finally {
    clearTimeout(timer);
  }
}

function eventOf(request: EdgeRequest): APIGatewayProxyEventV2 | undefined {
  try {
    return toGatewayEvent(request);
  } catch (error) {
    if (error instanceof MalformedPath) return undefined;
    throw error;
  }
}
