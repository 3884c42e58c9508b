import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { sendGatewayAnswer, sendGatewayError } from "./gateway-answer.ts";
import { type EdgeRequest, MalformedPath, toGatewayEvent } from "./gateway-event.ts";
import { everywhere, type Lan } from "./lan/lan.ts";
import { listen } from "./ports.ts";
import { readBody } from "./read-body.ts";
import { staticSite } from "./static-site.ts";

export type GatewayOptions = {
  /** The function that a path goes to (`api-edge.ts`). */
  readonly invoke: (event: APIGatewayProxyEventV2) => Promise<unknown>;
  /** Where the built site is. */
  readonly siteFolder: string;
  readonly edgeSecret: EdgeRequest["edgeSecret"];
  /** For phones in the same network: a certificate, and the address that it is for. Without it, plain HTTP for this machine alone. */
  readonly lan?: Pick<Lan, "address" | "leaf"> | undefined;
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
    if (options.lan && isElsewhere(request, options.lan.address)) sendToOrigin(request, response, options.lan.address);
    else if (isApi(request.url)) await callApi(options, request, response);
    else site(request, response);
  };
  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response).catch((error: unknown) => {
      options.onTrouble(`${request.method} ${request.url?.split("?")[0]}`, error);
      if (!response.headersSent) sendGatewayError(response, 500, "Internal Server Error");
    });
  };
  const server = options.lan ? createSecureServer(options.lan.leaf, onRequest) : createServer(onRequest);
  return {
    open: (port) => listen(server, port, "site", options.lan && everywhere),
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

/**
 * Asked for by another name of this machine. The API takes what is sent from its own origin only; and the headers hold a name to HTTPS for two years, which an
 * address is not, but `localhost` is: whoever has other servers there would lose them.
 */
function isElsewhere({ headers }: IncomingMessage, address: string): boolean {
  return headers.host?.replace(/:\d+$/, "") !== address;
}

function sendToOrigin({ url, socket }: IncomingMessage, response: ServerResponse, address: string): void {
  response.writeHead(307, { location: `https://${address}:${socket.localPort}${url?.startsWith("/") ? url : "/"}` }).end();
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
